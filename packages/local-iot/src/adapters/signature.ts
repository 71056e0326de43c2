import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { ServiceException } from '../operations/service-exception.ts'

export interface SignedRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: Uint8Array
}

/** Whom a request says it is signed by, and for what. */
export interface Credential {
  readonly accessKeyId: string
  readonly date: string
  readonly region: string
  readonly service: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/([^/,]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/

/** How far a request's time may lie from ours. */
const MAX_SKEW_MS = 5 * 60_000

/** The credential of a request's Authorization header. Throws the ServiceException of a request without one. */
export function readCredential(headers: Headers): Credential {
  const authorization = headers.get('authorization')
  if (authorization === null) throw new ServiceException('MissingAuthenticationTokenException', 403, 'Missing Authentication Token')
  const [, accessKeyId, date, region, service, signedHeaders, signature] = AUTHORIZATION.exec(authorization) ?? []
  if (!accessKeyId || !date || !region || !service || !signedHeaders || !signature) {
    throw new ServiceException('IncompleteSignatureException', 403, 'The Authorization header is no AWS4-HMAC-SHA256 signature.')
  }
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature }
}

/**
 * Checks a Signature Version 4 signature; throws where it is not by this secret or its time is off.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function verifySignature(request: SignedRequest, credential: Credential, secretAccessKey: string, nowMs: number): void {
  const { date, region, service, signature } = credential
  const time = request.headers.get('x-amz-date') ?? ''
  const scope = `${date}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonicalRequest(request, credential.signedHeaders))].join('\n')
  const key = [date, region, service, 'aws4_request'].reduce<Buffer | string>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`)
  const expected = hmac(key, toSign)
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) {
    throw new ServiceException('InvalidSignatureException', 403, 'The request signature we calculated does not match the signature you provided.')
  }
  const timeMs = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(nowMs - timeMs) <= MAX_SKEW_MS)) throw new ServiceException('InvalidSignatureException', 403, `Signature expired: ${time}`)
}

function canonicalRequest({ method, url, headers, body }: SignedRequest, signedHeaders: readonly string[]): string {
  const query = [...url.searchParams].map(([name, value]) => `${escape(name)}=${escape(value)}`).sort().join('&')
  // Every service but S3 signs the path encoded once more.
  const path = url.pathname.split('/').map(escape).join('/')
  const lines = signedHeaders.map((name) => `${name}:${(headers.get(name) ?? '').trim().replace(/\s+/g, ' ')}`)
  const bodyHash = headers.get('x-amz-content-sha256')
  return [method, path, query, ...lines, '', signedHeaders.join(';'), bodyHash === 'UNSIGNED-PAYLOAD' ? bodyHash : sha256(body)].join('\n')
}

const escape = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()
