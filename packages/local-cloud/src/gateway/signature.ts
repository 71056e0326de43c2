import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { credentialScope } from './credential-scope.ts'

const ALGORITHM = 'AWS4-HMAC-SHA256'
/** How far a request's time may be from ours. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
const SKEW_MS = 300_000

/** What a signature is checked with. */
export interface SignatureCheck {
  readonly nowMs: () => number
  /** `undefined` for a key that nobody was given. */
  readonly secretOf: (accessKeyId: string) => string | undefined
}

/**
 * The access key that has signed a request by its `Authorization` header; `undefined` where none has, or the signature is wrong or too old.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export async function signedBy(request: Request, { nowMs, secretOf }: SignatureCheck): Promise<string | undefined> {
  const scope = credentialScope(request)
  const [, signedHeaders = '', signature = ''] = /SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(request.headers.get('authorization') ?? '') ?? []
  const secret = scope === undefined ? undefined : secretOf(scope.accessKeyId)
  const time = request.headers.get('x-amz-date') ?? ''
  if (scope === undefined || secret === undefined || signature === '' || Math.abs(timeMs(time) - nowMs()) > SKEW_MS) return undefined
  const { region, service, accessKeyId } = scope
  const date = time.slice(0, 8)
  const stringToSign = [ALGORITHM, time, `${date}/${region}/${service}/aws4_request`, hash(await canonicalRequest(request, signedHeaders.split(';')))].join('\n')
  const key = [date, region, service, 'aws4_request'].reduce<Buffer | string>((before, part) => createHmac('sha256', before).update(part).digest(), `AWS4${secret}`)
  const expected = createHmac('sha256', key).update(stringToSign).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? accessKeyId : undefined
}

async function canonicalRequest(request: Request, signedHeaders: readonly string[]): Promise<string> {
  const { pathname, searchParams } = new URL(request.url)
  const body = hash(Buffer.from(await request.clone().arrayBuffer()))
  const headers = signedHeaders.map((name) => `${name}:${(request.headers.get(name) ?? '').trim().replaceAll(/\s+/g, ' ')}\n`).join('')
  const query = [...searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&')
  // What the URL has encoded is encoded once more, for every service but S3.
  return [request.method, pathname.split('/').map(encoded).join('/'), query, headers, signedHeaders.join(';'), body].join('\n')
}

/** From `20260131T120000Z`. */
function timeMs(text: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
