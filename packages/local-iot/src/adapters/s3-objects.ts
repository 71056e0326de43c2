import type { Clock } from '@keg/mqtt-broker'
import type { AwsCall, CallAws } from '../actions/aws-call.ts'
import { ObjectError, type ObjectPort, type ObjectReference } from '../objects/object-port.ts'
import type { AwsEndpoint } from './aws-client.ts'
import { presignUrl } from './sign-request.ts'

/** The outputs of HeadObject and GetObject, as far as they are needed; the SDK's body is a stream that can be read whole. */
interface ObjectOutput {
  readonly ContentLength?: number
  readonly ContentRange?: string
  readonly Body?: Uint8Array | { transformToByteArray(): Promise<Uint8Array> }
}

/** Where URLs of objects are for, and who signs them. */
export interface PresignOptions {
  readonly aws: AwsEndpoint | undefined
  readonly region: string
  readonly clock: Clock
}

/** Reads objects by S3's own operations. */
export function s3Objects(callAws: CallAws, options: PresignOptions): ObjectPort {
  const call = async (
    operation: string, { bucket, key, version, roleArn }: ObjectReference, more: AwsCall['input'] = {},
  ): Promise<ObjectOutput> => {
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
    read: async (object) => bytesOf(await call('GetObject', object)),
    async readRange(object, start, length) {
      const range = await call('GetObject', object, { Range: `bytes=${start}-${start + length - 1}` }).catch(pastTheEnd)
      const bytes = await bytesOf(range)
      // What answers without a range has sent all of it.
      return range.ContentRange === undefined ? bytes.subarray(start, start + length) : bytes
    },
    ...presigning(options),
  }
}

function presigning({ aws, region, clock }: PresignOptions): Pick<ObjectPort, 'presign'> {
  const endpoint = aws?.endpoints?.s3 ?? aws?.endpoint
  if (aws === undefined || endpoint === undefined) return {}
  return {
    presign({ bucket, key }, expiresInSec) {
      const path = [bucket, ...key.split('/')].map(encodeURIComponent).join('/')
      const url = new URL(`${endpoint.replace(/\/$/, '')}/${path}`)
      return presignUrl(url, { service: 's3', region }, aws.credentials, { expiresInSec, nowMs: clock.nowMs() })
    },
  }
}

async function bytesOf({ Body }: ObjectOutput): Promise<Uint8Array> {
  const body = Body instanceof Uint8Array ? Body : ((await Body?.transformToByteArray()) ?? new Uint8Array())
  // No Buffer, which JSON would write in a way of its own.
  return new Uint8Array(body.buffer, body.byteOffset, body.length)
}

interface Refused {
  readonly name?: string
  readonly message?: string
  readonly statusCode?: number
  readonly $metadata?: { readonly httpStatusCode?: number }
}

function refusalOf(error: unknown, object: string): ObjectError {
  // An error of the SDK, or of a service in this process.
  const { name, message, statusCode, $metadata } = error as Refused
  const status = $metadata?.httpStatusCode ?? statusCode
  if (status === 404) return new ObjectError('NOT_FOUND', `The file ${object} does not exist`, { cause: error })
  if (status === 403) return new ObjectError('FORBIDDEN', `Not authorized to access ${object}`, { cause: error })
  return new ObjectError('FAILED', `S3 did not give ${object}: ${message ?? ''} (${name ?? ''}, status ${status ?? ''})`, { cause: error })
}

/** S3 refuses a range that begins where the object has ended: 416. */
function pastTheEnd(error: unknown): ObjectOutput {
  const { $metadata, statusCode } = (error instanceof Error ? (error.cause ?? {}) : {}) as Refused
  if (($metadata?.httpStatusCode ?? statusCode) === 416) return {}
  throw error
}
