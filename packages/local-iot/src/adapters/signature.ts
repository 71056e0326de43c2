import { canonicalRequest, hash, isSignedBy } from '@keg/aws-service'
import { ServiceException } from '../errors/service-exception.ts'

export interface SignedRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: Uint8Array
}

/** Whom a request says it is signed by, when, and for what. */
export interface Credential {
  readonly accessKeyId: string
  readonly date: string
  readonly region: string
  readonly service: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** As `20261123T180000Z`. */
  readonly time: string
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/([^/,]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
const CREDENTIAL = /^([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/

/** How far a request's time may lie from ours. */
const MAX_SKEW_MS = 5 * 60_000
/** How long a presigned URL may be good for: a week. */
const MAX_EXPIRES_SEC = 604_800

/** The names by which the data plane is signed for: the service model has the first, AWS's device SDKs the second. */
export const dataPlaneServices = ['iotdata', 'iotdevicegateway'] as const

/** The names by which the jobs data plane is signed for: that of the service model. */
export const jobsDataServices = ['iot-jobs-data'] as const

/** What a signature is to be for. */
export interface Scope {
  readonly region: string
  readonly services: readonly string[]
}

/** The credential of a request's Authorization header. Throws the ServiceException of a request without one. */
export function readCredential(headers: Headers): Credential {
  const authorization = headers.get('authorization')
  if (authorization === null) throw new ServiceException('MissingAuthenticationTokenException', 403, 'Missing Authentication Token')
  const [, accessKeyId, date, region, service, signedHeaders, signature] = AUTHORIZATION.exec(authorization) ?? []
  if (!accessKeyId || !date || !region || !service || !signedHeaders || !signature) {
    throw new ServiceException('IncompleteSignatureException', 403, 'The Authorization header is no AWS4-HMAC-SHA256 signature.')
  }
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature, time: headers.get('x-amz-date') ?? '' }
}

/** The credential in the query of a presigned URL. Throws the ServiceException of one that is not whole. */
export function readPresigned({ searchParams }: URL): Credential {
  const [, accessKeyId, date, region, service] = CREDENTIAL.exec(searchParams.get('X-Amz-Credential') ?? '') ?? []
  const [signedHeaders, signature, time] = ['X-Amz-SignedHeaders', 'X-Amz-Signature', 'X-Amz-Date'].map((name) => searchParams.get(name))
  if (!accessKeyId || !date || !region || !service || !signedHeaders || !time || !/^[0-9a-f]{64}$/.test(signature ?? '')) {
    throw new ServiceException('IncompleteSignatureException', 403, 'The URL is not presigned with AWS4-HMAC-SHA256.')
  }
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature: signature ?? '', time }
}

/**
 * Checks a Signature Version 4 signature; throws where it is not by this secret, is for something else, or its time is off.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function verifySignature(
  request: SignedRequest, credential: Credential, secretAccessKey: string, scope: Scope, nowMs: number,
): void {
  checkScope(credential, scope)
  if (!isSignedBy(secretAccessKey, credential, canonicalOf(request, credential), credential.signature)) throw mismatch()
  if (!(Math.abs(nowMs - timeOf(credential)) <= MAX_SKEW_MS)) throw expired(credential)
}

/**
 * Checks the presigned URL of a WebSocket connection; throws as {@link verifySignature}. AWS IoT's clients append the session token after
 * they have signed, and leave the port out of the host they sign; both ways are taken. Good for `X-Amz-Expires` seconds, else five minutes.
 */
export function verifyPresigned(
  request: SignedRequest, credential: Credential, secretAccessKey: string, scope: Scope, nowMs: number,
): void {
  checkScope(credential, scope)
  const host = request.headers.get('host') ?? ''
  const variants = [host, host.replace(/:\d+$/, '')].flatMap((name) =>
    [[], ['X-Amz-Security-Token']].map((unsigned) => {
      const url = new URL(request.url)
      for (const parameter of ['X-Amz-Signature', ...unsigned]) url.searchParams.delete(parameter)
      const headers = new Headers(request.headers)
      headers.set('host', name)
      return canonicalOf({ ...request, url, headers }, credential)
    }),
  )
  if (!variants.some((canonical) => isSignedBy(secretAccessKey, credential, canonical, credential.signature))) throw mismatch()
  const expires = request.url.searchParams.get('X-Amz-Expires') ?? String(MAX_SKEW_MS / 1000)
  if (!/^\d{1,6}$/.test(expires) || Number(expires) < 1 || Number(expires) > MAX_EXPIRES_SEC) {
    throw invalidSignature(`X-Amz-Expires must be a number of seconds from 1 to ${MAX_EXPIRES_SEC}, not ${expires.slice(0, 32)}.`)
  }
  const ageMs = nowMs - timeOf(credential)
  if (!(ageMs >= -MAX_SKEW_MS && ageMs <= Number(expires) * 1000)) throw expired(credential)
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html */
function checkScope({ region, service, date, time, signedHeaders }: Credential, scope: Scope): void {
  if (region !== scope.region)
    throw invalidSignature(`Credential should be scoped to a valid Region, not '${region}': this core is in ${scope.region}.`)
  if (!scope.services.includes(service))
    throw invalidSignature(`Credential should be scoped to correct service: '${scope.services.join('\' or \'')}'.`)
  if (date !== time.slice(0, 8)) {
    throw invalidSignature(`Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${time.slice(0, 8)}', from '${time}'.`)
  }
  if (!signedHeaders.includes('host') && !signedHeaders.includes(':authority')) {
    throw invalidSignature('\'Host\' or \':authority\' must be a \'SignedHeader\' in the AWS Authorization.')
  }
}

const timeOf = ({ time }: Credential): number => Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

const invalidSignature = (message: string) => new ServiceException('InvalidSignatureException', 403, message)
const mismatch = () => invalidSignature('The request signature we calculated does not match the signature you provided.')
const expired = ({ time }: Credential) => invalidSignature(`Signature expired: ${time}`)

/** A request in its canonical form, by the headers of its credential. */
function canonicalOf({ method, url, headers, body }: SignedRequest, { signedHeaders, service }: Credential): string {
  const bodyHash = headers.get('x-amz-content-sha256') === 'UNSIGNED-PAYLOAD' ? 'UNSIGNED-PAYLOAD' : hash(body)
  return canonicalRequest({ method, url, headers, signedHeaders, bodyHash, service })
}
