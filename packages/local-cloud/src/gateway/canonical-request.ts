import { createHash } from 'node:crypto'

/** What of a request is signed. */
export interface Signed {
  readonly request: Request
  readonly service: string
  /** In the order of the signature. */
  readonly signedHeaders: readonly string[]
  /** The body's hash, or what stands for it. */
  readonly bodyHash: string
}

/** The request as one text, which its signature is made of. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request */
export function canonicalRequest({ request, service, signedHeaders, bodyHash }: Signed): string {
  const { pathname, searchParams } = new URL(request.url)
  const headers = signedHeaders.map((name) => `${name}:${headerOf(request, name).trim().replaceAll(/\s+/g, ' ')}\n`).join('')
  const query = [...searchParams].filter(([name]) => name !== 'X-Amz-Signature').map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&')
  return [request.method, pathname.split('/').map(service === 's3' ? encodedOnce : encoded).join('/'), query, headers, signedHeaders.join(';'), bodyHash].join('\n')
}

/** The SHA-256 of a text or of bytes, in hexadecimal. */
export function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** HTTP/2 has the host by another name. */
function headerOf({ headers, url }: Request, name: string): string {
  return name === ':authority' || name === 'host' ? (headers.get('host') ?? new URL(url).host) : (headers.get(name) ?? '')
}

/** What the URL has encoded is encoded once more, for every service but S3. */
function encodedOnce(text: string): string {
  try {
    return encoded(decodeURIComponent(text))
  } catch {
    // No signature was made of this.
    return text
  }
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
