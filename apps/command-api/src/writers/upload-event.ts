import * as z from 'zod'

/**
 * What EventBridge tells of an object that came; its key is as it is, not encoded.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
const objectCreated = z.object({
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string(), size: z.number(), etag: z.string(), sequencer: z.string() }),
  }),
})

/** A file that was put into a bucket. */
export interface Upload {
  readonly bucket: string
  readonly key: string
  readonly size: number
  readonly etag: string
  /** The same for the same upload, however often it is told; another for the same file put again. */
  readonly job: string
}

/** The upload that a queued event tells of. Throws for what is no such event. */
export function readUploadEvent(body: string): Upload {
  const { detail: { bucket: { name: bucket }, object: { key, size, etag, sequencer } } } = objectCreated.parse(JSON.parse(body))
  return { bucket, key, size, etag, job: `upload/${bucket}/${key}/${sequencer}` }
}
