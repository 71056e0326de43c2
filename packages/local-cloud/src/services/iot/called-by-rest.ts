import { ServiceException } from '@keg/aws-service'
import type { CalledService } from './called-service.ts'
import { errorInXml } from './error-in-xml.ts'

interface ObjectInput {
  readonly Bucket: string
  readonly Key: string
  readonly Body?: Uint8Array<ArrayBuffer>
  readonly ACL?: string
  readonly VersionId?: string
  readonly Range?: string
}

const METHODS: Readonly<Record<string, string | undefined>> = { PutObject: 'PUT', GetObject: 'GET', HeadObject: 'HEAD' }

/** Puts objects into S3 for rules, and reads them for streams. */
export const calledByRest: CalledService = {
  signedAs: 's3',
  request(operation, input, headers) {
    const method = METHODS[operation]
    if (method === undefined) throw new TypeError(`S3 is not asked for ${operation} here.`)
    // The input of one of these.
    const { Bucket, Key, Body, ACL, VersionId, Range } = input as unknown as ObjectInput
    const segments = [Bucket, ...Key.split('/')]
    // Without a key, the request would make a bucket; with a step up, as a topic may have one, it would be for another.
    if (Bucket === '' || Key === '' || segments.some((segment) => segment === '.' || segment === '..')) {
      throw new ServiceException('InvalidURI', 400, 'Couldn\'t parse the specified URI.')
    }
    const path = segments.map(encodeURIComponent).join('/')
    if (method === 'PUT') {
      const acl = ACL === undefined ? {} : { 'x-amz-acl': ACL }
      const type = { 'content-type': 'application/octet-stream' }
      return new Request(`http://s3.local/${path}`, { method, headers: { ...headers, ...acl, ...type }, body: Body ?? null })
    }
    const version = VersionId === undefined ? '' : `?versionId=${encodeURIComponent(VersionId)}`
    return new Request(`http://s3.local/${path}${version}`, {
      method, headers: { ...headers, ...(Range === undefined ? {} : { range: Range }) },
    })
  },
  output: () => ({}),
  async read(operation, response) {
    if (operation === 'PutObject') return {}
    const length = response.headers.get('content-length')
    const ContentLength = length === null ? undefined : Number(length)
    if (operation === 'HeadObject') return { ContentLength }
    return {
      ContentLength, ContentRange: response.headers.get('content-range') ?? undefined, Body: new Uint8Array(await response.arrayBuffer()),
    }
  },
  error: errorInXml,
}
