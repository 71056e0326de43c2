import type { Identities } from '../iam/identities.ts'
import { hasDots } from '../s3/objects.ts'
import type { S3 } from '../s3/s3.ts'
import { canonicalUserOf, identityPrincipal } from './access-identity.ts'
import { errorPage } from './error-page.ts'

/** Whom a bucket is read for. */
export interface BucketReader {
  readonly s3: Pick<S3, 'fetch'>
  readonly iam: Pick<Identities, 'resourcePolicies'>
  /** As which distribution CloudFront asks. */
  readonly distributionArn: string
  /** The origin access identity that it asks by instead; absent: none. */
  readonly identity?: string | undefined
  readonly accountId: string
  /** Told of what the bucket's policy does not allow; answers whether it is done all the same. */
  readonly notAllowed: (bucket: string, statement: object) => boolean
}

/** Of a viewer's request, what makes an answer a part or none; `if-none-match` is heeded here. */
const PASSED = ['range', 'if-match', 'if-modified-since', 'if-unmodified-since', 'if-range']

/**
 * Reads an object for a viewer, as CloudFront does by its origin access control. What is not there is 403, unless the bucket's policy lets
 * CloudFront list it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_Permissions
 */
export async function askBucket(bucket: string, request: Request, reader: BucketReader): Promise<Response> {
  const key = keyOf(request)
  if (key === undefined) return errorPage(400, 'Bad request.')
  const mayRead = allows('s3:GetObject', `arn:aws:s3:::${bucket}/${key}`, reader)
  if (!mayRead && !reader.notAllowed(bucket, statementFor(bucket, reader))) return accessDenied(request)
  // A segment of dots would lead to another bucket.
  if (key === '' || hasDots(key)) return missing(bucket, request, reader)
  const known = request.headers.get('if-none-match')
  const headers = Object.fromEntries(PASSED.flatMap((name) => {
    const value = request.headers.get(name)
    // With tags, the time does not count.
    return value === null || (known !== null && name === 'if-modified-since') ? [] : [[name, value]]
  }))
  const path = key.split('/').map(encodeURIComponent).join('/')
  const answer = await reader.s3.fetch(new Request(`http://s3.local/${bucket}/${path}`, { method: request.method, headers }))
  if (answer.status === 404) return missing(bucket, request, reader)
  return (answer.ok && known !== null ? unchanged(known, answer) : undefined) ?? answer
}

/**
 * 304 where the viewer has the object; else `undefined`. Tags compare weakly: what the viewer has compressed has a weak one.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
function unchanged(known: string, { headers, body }: Response): Response | undefined {
  const etag = headers.get('etag') ?? ''
  const tags: readonly string[] = known.match(/\*|(?:W\/)?"[^"]*"/g) ?? []
  if (!tags.some((tag) => tag === '*' || tag.replace('W/', '') === etag)) return undefined
  void body?.cancel()
  const kept = [...headers].filter(([name]) => !/^content-(length|type|range|encoding)$/.test(name))
  return new Response(null, { status: 304, headers: { ...Object.fromEntries(kept), etag: tags.includes(`W/${etag}`) ? `W/${etag}` : etag } })
}

function keyOf(request: Request): string | undefined {
  try {
    return decodeURIComponent(new URL(request.url).pathname.slice(1))
  } catch {
    return undefined
  }
}

function missing(bucket: string, request: Request, reader: BucketReader): Response {
  if (!allows('s3:ListBucket', `arn:aws:s3:::${bucket}`, reader)) return accessDenied(request)
  return xml(404, 'NoSuchKey', 'The specified key does not exist.', request)
}

const accessDenied = (request: Request) => xml(403, 'AccessDenied', 'Access Denied', request)

function xml(status: number, code: string, message: string, { method }: Request): Response {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return new Response(method === 'HEAD' ? null : text, { status, headers: { 'content-type': 'application/xml', server: 'AmazonS3' } })
}

function allows(action: string, resource: string, { iam, distributionArn, accountId, identity }: BucketReader): boolean {
  const context = new Map([
    ['aws:sourcearn', [distributionArn]], ['aws:sourceaccount', [accountId]], ['aws:securetransport', ['true']],
    ['aws:principalisawsservice', [String(identity === undefined)]],
  ])
  const principal = identity === undefined ? { service: 'cloudfront.amazonaws.com' } : identityPrincipal(identity)
  const { kind } = iam.resourcePolicies.decide({ action, resource }, principal, context)
  return kind === 'allow' || kind === 'undecided'
}

function statementFor(bucket: string, { distributionArn, identity }: BucketReader): object {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` }
  if (identity !== undefined) return { ...statement, Principal: { CanonicalUser: canonicalUserOf(identity) } }
  const Condition = { StringEquals: { 'AWS:SourceArn': distributionArn } }
  return { ...statement, Principal: { Service: 'cloudfront.amazonaws.com' }, Condition }
}
