import { ServiceException } from '@keg/aws-service'
import type { CalledService } from './called-service.ts'
import { errorInXml } from './error-in-xml.ts'

interface PutObjectInput {
  readonly Bucket: string
  readonly Key: string
  readonly Body: Uint8Array<ArrayBuffer>
  readonly ACL?: string
}

/** Puts objects into S3, by the one operation that rules call. */
export const calledByRest: CalledService = {
  signedAs: 's3',
  request(_, input, headers) {
    // Nothing else is called.
    const { Bucket, Key, Body, ACL } = input as unknown as PutObjectInput
    const segments = [Bucket, ...Key.split('/')]
    // Without a key, the request would make a bucket; with a step up, as a topic may have one, it would be for another.
    if (Bucket === '' || Key === '' || segments.some((segment) => segment === '.' || segment === '..')) {
      throw new ServiceException('InvalidURI', 400, 'Couldn\'t parse the specified URI.')
    }
    const path = segments.map(encodeURIComponent).join('/')
    const acl = ACL === undefined ? {} : { 'x-amz-acl': ACL }
    const type = { 'content-type': 'application/octet-stream' }
    return new Request(`http://s3.local/${path}`, { method: 'PUT', headers: { ...headers, ...acl, ...type }, body: Body })
  },
  output: () => ({}),
  error: errorInXml,
}
