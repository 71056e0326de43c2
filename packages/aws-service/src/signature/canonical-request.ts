import { createHash } from 'node:crypto'

/** What of a request is signed. */
export interface SignedRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  /** In the order of the signature. */
  readonly signedHeaders: readonly string[]
  /** The body's hash, or what stands for it. */
  readonly bodyHash: string
  /** Whose request it is: S3 signs the path as it is, every other encodes it once more. */
  readonly service: string
}

/**
 * The request as one text, which its signature is made of.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
export function canonicalRequest({ method, url, headers, signedHeaders, bodyHash, service }: SignedRequest): string {
  const { pathname, searchParams } = url
  const lines = signedHeaders.map((name) => `${name}:${headerOf(headers, url, name).trim().replaceAll(/\s+/g, ' ')}\n`).join('')
  const query = [...searchParams].filter(([name]) => name !== 'X-Amz-Signature').map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&')
  return [method, pathname.split('/').map(service === 's3' ? encodedOnce : encoded).join('/'), query, lines, signedHeaders.join(';'), bodyHash].join('\n')
}

/** The SHA-256 of a text or of bytes, in hexadecimal. */
export function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** HTTP/2 has the host by another name. */
function headerOf(headers: Headers, url: URL, name: string): string {
  return name === ':authority' || name === 'host' ? (headers.get('host') ?? url.host) : (headers.get(name) ?? '')
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
