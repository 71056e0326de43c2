import type { Clock } from '@keg/mqtt-broker'
import type { CallAws } from '../actions/aws-call.ts'
import type { ObjectStore } from '../jobs/s3-object.ts'
import type { AwsEndpoint } from './aws-client.ts'
import { presignUrl } from './sign-request.ts'

/** The output of GetObject, as far as it is needed; the SDK's body is a stream that can be read whole. */
interface ObjectOutput {
  readonly Body?: Uint8Array | { transformToString(): Promise<string> }
}

/** The objects of the S3 that is there; `undefined` where there is none. Without an endpoint, no URL can be made for one. */
export function awsObjects(
  callAws: CallAws | undefined, aws: AwsEndpoint | undefined, region: string, clock: Clock,
): ObjectStore | undefined {
  const endpoint = aws?.endpoints?.s3 ?? aws?.endpoint
  if (callAws === undefined || aws === undefined || endpoint === undefined) return undefined
  return {
    async read({ bucket, key }) {
      // The operation's output, by S3's API.
      const { Body } = (await callAws({ service: 's3', operation: 'GetObject', input: { Bucket: bucket, Key: key } }, {})) as ObjectOutput
      return Body instanceof Uint8Array ? new TextDecoder().decode(Body) : await Body?.transformToString() ?? ''
    },
    presign({ bucket, key }, expiresInSec) {
      const path = [bucket, ...key.split('/')].map(encodeURIComponent).join('/')
      const url = new URL(`${endpoint.replace(/\/$/, '')}/${path}`)
      return presignUrl(url, { service: 's3', region }, aws.credentials, { expiresInSec, nowMs: clock.nowMs() })
    },
  }
}
