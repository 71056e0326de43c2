import { createHash } from 'node:crypto'

/** The parts of a request that are signed. */
export interface SignedRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  /** The names of the signed headers, in the order in which the signature lists them. */
  readonly signedHeaders: readonly string[]
  /** The hash of the body, or the text that stands for it, for example `UNSIGNED-PAYLOAD`. */
  readonly bodyHash: string
  /** The signing name of the service. S3 signs the path as it is, all others encode it once more. */
  readonly service: string
}

/**
 * Returns the canonical request, the text that is signed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
export function canonicalRequest({ method, url, headers, signedHeaders, bodyHash, service }: SignedRequest): string {
  const { pathname, searchParams } = url
  const lines = signedHeaders.map((name) => `${name}:${headerOf(headers, url, name).trim().replaceAll(/\s+/g, ' ')}\n`).join('')
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
  return [
    method, pathname.split('/').map(service === 's3' ? encodedOnce : encoded).join('/'), query, lines, signedHeaders.join(';'), bodyHash,
  ].join('\n')
}

/** The SHA-256 of a text or of bytes, in hexadecimal. */
export function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The value of a header. HTTP/2 calls the host `:authority`, and may carry it in the URL alone. */
function headerOf(headers: Headers, url: URL, name: string): string {
  return name === ':authority' || name === 'host' ? (headers.get('host') ?? url.host) : (headers.get(name) ?? '')
}

/** Encodes a part of a path. What the URL has encoded already is not encoded again: S3 alone signs it like this. */
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
