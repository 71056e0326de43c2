import { canonicalRequest, hash, isSignedBy, ServiceException } from '@keg/aws-service'
import { credentialScope, scopeDate, type CredentialScope } from '../ground/credential-scope.ts'
import { signatureError, type SignatureProblem } from './signature-error.ts'

const ALGORITHM = 'AWS4-HMAC-SHA256'
/** How far a request's time may be from ours. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
const SKEW_MS = 300_000
/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
const EXPIRES_SEC_MAX = 604_800

/** What a signature is checked with. */
export interface SignatureCheck {
  readonly nowMs: () => number
  /** `undefined` for a key that nobody was given. */
  readonly secretOf: (accessKeyId: string) => string | undefined
  /** What a credential has to be scoped to; absent: any region. */
  readonly region?: string
  /** The same of the service's signing name. */
  readonly service?: string
}

/** The access key that has signed a request; `undefined` where none has, or the signature is wrong, for something else, or too old. */
export async function signedBy(request: Request, check: SignatureCheck): Promise<string | undefined> {
  const scope = credentialScope(request)
  const secret = scope === undefined ? undefined : check.secretOf(scope.accessKeyId)
  if (scope === undefined || secret === undefined) return undefined
  try {
    await verifySignature(request, scope, secret, check)
    return scope.accessKeyId
  } catch (error) {
    if (error instanceof ServiceException) return undefined
    throw error
  }
}

/**
 * Signs a request again, by header or by query string as it was signed, and compares. Throws `ServiceException` as the service says it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export async function verifySignature(
  request: Request, scope: CredentialScope, secret: string, check: Omit<SignatureCheck, 'secretOf'>,
): Promise<void> {
  const { region, service } = scope
  const date = scopeDate(request)
  const refuse = (problem: SignatureProblem, message: string) => signatureError(service, problem, message)
  const signed = signatureOf(request)
  if (signed === undefined) {
    throw refuse(
      'incomplete', 'The request has no whole AWS4-HMAC-SHA256 signature: Credential, SignedHeaders, Signature and X-Amz-Date are needed.',
    )
  }
  const { time, signedHeaders, signature } = signed
  if (check.region !== undefined && region !== check.region)
    throw refuse('scope', `Credential should be scoped to a valid Region, not '${region}': this cloud is in ${check.region}.`)
  if (check.service !== undefined && service !== check.service)
    throw refuse('scope', `Credential should be scoped to correct service: '${check.service}'.`)
  if (date !== time.slice(0, 8)) throw refuse('scope', `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${time.slice(0, 8)}', from '${time}'.`)
  if (!signedHeaders.includes('host') && !signedHeaders.includes(':authority'))
    throw refuse('incomplete', '\'Host\' or \':authority\' must be a \'SignedHeader\' in the AWS Authorization.')
  checkTime(signed, check.nowMs(), refuse)
  const bodyHash = await bodyHashOf(request, signed, service)
  const canonical = canonicalRequest({
    method: request.method, url: new URL(request.url), headers: request.headers, service, signedHeaders, bodyHash,
  })
  if (!isSignedBy(secret, { date, region, service, time }, canonical, signature)) throw refuse('mismatch', 'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.')
}

interface Signature {
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** As `20260131T120000Z`. */
  readonly time: string
  /** In a query string: `X-Amz-Expires` as it stands there, `null` where it does not. Absent: in the header. */
  readonly expires?: string | null
}

function signatureOf(request: Request): Signature | undefined {
  const header = request.headers.get('authorization')
  const { searchParams: query } = new URL(request.url)
  const [, signedHeaders, signature] = header === null
    ? [null, query.get('X-Amz-SignedHeaders'), query.get('X-Amz-Signature')]
    : /SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(header) ?? []
  const time = header === null ? query.get('X-Amz-Date') : request.headers.get('x-amz-date')
  const algorithm = header === null ? query.get('X-Amz-Algorithm') : header.split(' ')[0]
  if (algorithm !== ALGORITHM || !signedHeaders || !time || !/^[0-9a-f]{64}$/.test(signature ?? '')) return undefined
  return {
    signedHeaders: signedHeaders.split(';'), signature: signature ?? '', time,
    ...(header === null ? { expires: query.get('X-Amz-Expires') } : {}),
  }
}

function checkTime(
  { time, expires }: Signature, nowMs: number, refuse: (problem: SignatureProblem, message: string) => ServiceException,
): void {
  const expiresSec = expires === undefined || expires === null ? SKEW_MS / 1000 : /^\d{1,7}$/.test(expires) ? Number(expires) : NaN
  if (!(expiresSec >= 1 && expiresSec <= EXPIRES_SEC_MAX))
    throw refuse('query', `X-Amz-Expires must be a number of seconds from 1 to ${EXPIRES_SEC_MAX}, not ${String(expires)}.`)
  const ageMs = nowMs - timeMs(time)
  if (ageMs < -SKEW_MS) {
    throw refuse(
      'time', `Signature not yet current: ${time} is still later than the time here, ${new Date(nowMs).toISOString()}, and 5 min.`,
    )
  }
  if (!(ageMs <= expiresSec * 1000)) {
    throw expires === undefined
      ? refuse('time', `Signature expired: ${time} is more than 5 min. earlier than the time here, ${new Date(nowMs).toISOString()}.`)
      : refuse('expired', 'Request has expired')
  }
}

/** S3 signs what the header says of the body, which may be that it is not signed; a hash in it has to be the body's. */
async function bodyHashOf(request: Request, { expires }: Signature, service: string): Promise<string> {
  const said = request.headers.get('x-amz-content-sha256')
  if (service === 's3' && expires !== undefined) return said ?? 'UNSIGNED-PAYLOAD'
  if (said !== null && (said === 'UNSIGNED-PAYLOAD' || (service === 's3' && said.startsWith('STREAMING-')))) return said
  const actual = hash(new Uint8Array(await request.clone().arrayBuffer()))
  if (service === 's3' && said !== null && said !== actual) {
    throw new ServiceException(
      'XAmzContentSHA256Mismatch', 400, 'The provided \'x-amz-content-sha256\' header does not match what was computed.',
    )
  }
  return actual
}

/** From `20260131T120000Z`. */
function timeMs(text: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
