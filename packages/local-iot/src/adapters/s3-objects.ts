import type { AwsCall, CallAws } from '../actions/aws-call.ts'
import { StreamError } from '../streams/stream-error.ts'
import type { ObjectReader, ObjectReference } from '../streams/stream-service.ts'

/** The outputs of HeadObject and GetObject, as far as they are needed; the SDK's body is a stream that can be read whole. */
interface ObjectOutput {
  readonly ContentLength?: number
  readonly ContentRange?: string
  readonly Body?: Uint8Array | { transformToByteArray(): Promise<Uint8Array> }
}

/** Reads files of streams by S3's own operations; `callAws` is absent where no AWS service is there. */
export function s3Objects(callAws: CallAws | undefined): ObjectReader {
  const call = async (
    operation: string, { bucket, key, version, roleArn }: ObjectReference, more: AwsCall['input'] = {},
  ): Promise<ObjectOutput> => {
    if (callAws === undefined)
      throw new StreamError('InternalError', 'There is no S3 here: give createLocalIot an `aws` endpoint, or keg local `--endpoint s3=URL`')
    const input = { Bucket: bucket, Key: key, ...(version === undefined ? {} : { VersionId: version }), ...more }
    try {
      // The operation's output, by S3's API.
      return (await callAws({ service: 's3', operation, input }, { roleArn })) as ObjectOutput
    } catch (error) {
      throw refusalOf(error, `${bucket}/${key}`)
    }
  }
  return {
    size: async (object) => (await call('HeadObject', object)).ContentLength ?? 0,
    async read(object, start, length) {
      const range = await call('GetObject', object, { Range: `bytes=${start}-${start + length - 1}` }).catch(pastTheEnd)
      const body = range.Body instanceof Uint8Array ? range.Body : ((await range.Body?.transformToByteArray()) ?? new Uint8Array())
      // No Buffer, which JSON would write in a way of its own.
      const bytes = new Uint8Array(body.buffer, body.byteOffset, body.length)
      // What answers without a range has sent all of it.
      return range.ContentRange === undefined ? bytes.subarray(start, start + length) : bytes
    },
  }
}

interface Refused {
  readonly name?: string
  readonly message?: string
  readonly statusCode?: number
  readonly $metadata?: { readonly httpStatusCode?: number }
}

function refusalOf(error: unknown, object: string): StreamError {
  // An error of the SDK, or of a service in this process.
  const { name, message, statusCode, $metadata } = error as Refused
  const status = $metadata?.httpStatusCode ?? statusCode
  if (status === 404) return new StreamError('ResourceNotFound', `The file ${object} does not exist`, { cause: error })
  if (status === 403) return new StreamError('Unauthorized', `Not authorized to access ${object}`, { cause: error })
  return new StreamError('InternalError', `S3 did not give ${object}: ${message ?? ''} (${name ?? ''}, status ${status ?? ''})`, {
    cause: error,
  })
}

/** S3 refuses a range that begins where the object has ended: 416. */
function pastTheEnd(error: unknown): ObjectOutput {
  const { $metadata, statusCode } = (error instanceof Error ? (error.cause ?? {}) : {}) as Refused
  if (($metadata?.httpStatusCode ?? statusCode) === 416) return {}
  throw error
}
