import type { AccessTable } from '../../ground/access.ts'

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const s3Access: AccessTable = ({ method, path, query }) => {
  const [bucket = '', ...rest] = path.slice(1).split('/')
  const key = decodeURIComponent(rest.join('/'))
  if (bucket === '') return [{ action: 's3:ListAllMyBuckets', resource: '*' }]
  const resource = `arn:aws:s3:::${bucket}`
  const sub = [...query.keys()].find((name) => ['acl', 'tagging', 'attributes', 'lifecycle', 'delete', 'policy', 'cors'].includes(name))
  if (sub !== undefined) return undefined
  if (key === '') return method === 'GET' || method === 'HEAD' ? [{ action: 's3:ListBucket', resource }] : undefined
  const object = `${resource}/${key}`
  switch (method) {
    case 'GET': case 'HEAD': return [{ action: 's3:GetObject', resource: object }]
    case 'PUT': case 'POST': return [{ action: 's3:PutObject', resource: object }]
    case 'DELETE': return [{ action: query.has('uploadId') ? 's3:AbortMultipartUpload' : 's3:DeleteObject', resource: object }]
    default: return undefined
  }
}
