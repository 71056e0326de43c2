import type { Clock } from '@keg/mqtt-broker'
import type { ObjectStore, S3Object } from '../jobs/s3-object.ts'
import { service, type AwsClients, type AwsEndpoint } from './aws-client.ts'
import { presignUrl } from './sign-request.ts'

const s3 = service('s3', '@aws-sdk/client-s3', () => import('@aws-sdk/client-s3'), ({ S3Client, GetObjectCommand }, config) => {
  const client = new S3Client({ ...config, forcePathStyle: true })
  return async ({ bucket, key }: S3Object) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    return Body?.transformToString()
  }
})

/** The objects of the S3 behind the endpoint; `undefined` where there is none. */
export function awsObjects(clients: AwsClients | undefined, aws: AwsEndpoint | undefined, region: string, clock: Clock): ObjectStore | undefined {
  const endpoint = aws?.endpoints?.s3 ?? aws?.endpoint
  if (clients === undefined || aws === undefined || endpoint === undefined) return undefined
  return {
    async read(object) {
      const text = await (await clients.open(s3))(object)
      return typeof text === 'string' ? text : ''
    },
    presign({ bucket, key }, expiresInSec) {
      const path = [bucket, ...key.split('/')].map(encodeURIComponent).join('/')
      const url = new URL(`${endpoint.replace(/\/$/, '')}/${path}`)
      return presignUrl(url, { service: 's3', region }, aws.credentials, { expiresInSec, nowMs: clock.nowMs() })
    },
  }
}
