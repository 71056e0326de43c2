import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import { expect, it } from 'vitest'
import { credentialScope } from '../ground/credential-scope.ts'
import { signedBy, verifySignature } from './signature.ts'

const credentials = { accessKeyId: 'AKIA1', secretAccessKey: 'secret' }
const nowMs = Date.UTC(2026, 0, 31, 12)
const check = { nowMs: () => nowMs, secretOf: (id: string) => (id === 'AKIA1' ? 'secret' : undefined) }

async function signed({ path = '/', query = {}, body, secret = 'secret', id = 'AKIA1', atMs = nowMs }: {
  path?: string
  query?: Record<string, string>
  body?: string
  secret?: string
  id?: string
  atMs?: number
} = {}): Promise<Request> {
  const signer = new SignatureV4({
    service: 'execute-api', region: 'us-east-1', credentials: { accessKeyId: id, secretAccessKey: secret }, sha256: Sha256,
  })
  const request = {
    method: 'POST', protocol: 'http:', hostname: '127.0.0.1', port: 4566, path, query,
    headers: { host: '127.0.0.1:4566', 'x-site': '  a   b ' }, ...(body === undefined ? {} : { body }),
  }
  const { headers } = await signer.sign(request, { signingDate: new Date(atMs) })
  const search = new URLSearchParams(query).toString()
  return new Request(`http://127.0.0.1:4566${path}${search === '' ? '' : `?${search}`}`, {
    method: 'POST', headers, ...(body === undefined ? {} : { body }),
  })
}

it.each([
  ['a bare request', {}],
  ['a body', { body: '{"ml":250}' }],
  ['a path that is encoded', { path: '/_apis/abc/kegs/k%201/a+b' }],
  ['a query', { query: { b: '2', a: 'x y', 'c!': '*' } }],
])('knows who has signed %s', async (_, what) => {
  expect(await signedBy(await signed(what), check)).toBe(credentials.accessKeyId)
})

it.each([
  ['another secret', { secret: 'wrong' }],
  ['a key that nobody has', { id: 'AKIA2' }],
  ['a time long past', { atMs: nowMs - 301_000 }],
])('knows nobody by %s', async (_, what) => {
  expect(await signedBy(await signed(what), check)).toBeUndefined()
})

it('knows nobody where the request was changed, or never signed', async () => {
  const request = await signed({ body: 'a' })
  expect(await signedBy(new Request(request.url, { method: 'POST', headers: request.headers, body: 'b' }), check)).toBeUndefined()
  expect(await signedBy(new Request(`${request.url}?a=1`, { method: 'POST', headers: request.headers, body: 'a' }), check)).toBeUndefined()
  expect(await signedBy(new Request(request.url), check)).toBeUndefined()
})

const everything = { nowMs: () => nowMs, region: 'us-east-1', service: 'sqs' }

interface Changed {
  readonly region?: string
  readonly service?: string
  /** What the credential says of the day. */
  readonly date?: string
  readonly unsigned?: readonly string[]
  readonly ageMs?: number
  readonly secret?: string
}

/** Signs as the specification says, with what is changed. */
async function signedWith(
  { region = 'us-east-1', service = 'sqs', date, unsigned = [], ageMs = 0, secret = 'secret' }: Changed,
): Promise<Request> {
  const signer = new SignatureV4({
    service, region, credentials: { accessKeyId: 'AKIA1', secretAccessKey: secret }, sha256: Sha256, applyChecksum: service === 's3',
  })
  const request = {
    method: 'POST', protocol: 'http:', hostname: '127.0.0.1', path: '/', query: {}, headers: { host: '127.0.0.1' }, body: '{}',
  }
  const { headers } = await signer.sign(request, { signingDate: new Date(nowMs - ageMs), unsignableHeaders: new Set(unsigned) })
  const authorization = headers['authorization'] ?? ''
  return new Request('http://127.0.0.1/', {
    method: 'POST',
    headers: { ...headers, authorization: date === undefined ? authorization : authorization.replace(/\/\d{8}\//, `/${date}/`) },
    body: '{}',
  })
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html
it.each<[string, Changed, Partial<typeof everything>, string, RegExp]>([
  [
    'another region', { region: 'eu-west-9' }, {}, 'SignatureDoesNotMatch',
    /Credential should be scoped to a valid Region, not 'eu-west-9'/,
  ],
  ['another service', { service: 'sns' }, {}, 'SignatureDoesNotMatch', /Credential should be scoped to correct service: 'sqs'/],
  ['another day', { date: '20200101' }, {}, 'SignatureDoesNotMatch', /'20200101' != '20260131'/],
  ['a host that is not signed', { unsigned: ['host'] }, {}, 'IncompleteSignature', /'Host' or ':authority' must be a 'SignedHeader'/],
  ['another secret', { secret: 'guess' }, {}, 'SignatureDoesNotMatch', /signature we calculated does not match/],
  ['a time long past', { ageMs: 301_000 }, {}, 'SignatureDoesNotMatch', /Signature expired/],
  ['a time to come', { ageMs: -301_000 }, {}, 'SignatureDoesNotMatch', /Signature not yet current/],
  [
    'another secret, for a JSON service', { service: 'kinesis', secret: 'guess' }, { service: 'kinesis' }, 'InvalidSignatureException',
    /does not match/,
  ],
  ['another secret, for S3', { service: 's3', secret: 'guess' }, { service: 's3' }, 'SignatureDoesNotMatch', /does not match/],
  ['a time long past, for S3', { service: 's3', ageMs: 301_000 }, { service: 's3' }, 'RequestTimeTooSkewed', /Signature expired/],
])('refuses %s as AWS does', async (_, changed, check, name, message) => {
  const request = await signedWith(changed)
  const scope = credentialScope(request)
  await expect(verifySignature(request, scope!, 'secret', { ...everything, ...check })).rejects.toMatchObject({
    name, message: expect.stringMatching(message),
  })
})

it.each([{}, { ageMs: 299_000 }, { ageMs: -299_000 }])('takes what is signed as it should be: %j', async (changed) => {
  const request = await signedWith(changed)
  await expect(verifySignature(request, credentialScope(request)!, 'secret', everything)).resolves.toBeUndefined()
})

const presigned = async (service: string, expiresIn: number, change: (url: URL) => void = () => undefined) => {
  const signer = new SignatureV4({ service, region: 'us-east-1', credentials, sha256: Sha256, uriEscapePath: service !== 's3' })
  const { path, query } = await signer.presign({
    method: 'GET', protocol: 'http:', hostname: '127.0.0.1', path: '/pictures/a%20b%2Bc', query: {},
    headers: { host: '127.0.0.1', ...(service === 's3' ? { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } : {}) },
  }, { signingDate: new Date(nowMs), expiresIn })
  const url = new URL(`http://127.0.0.1${path}`)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value))
  change(url)
  return new Request(url, { headers: { host: '127.0.0.1' } })
}

it.each<[string, string, number, number, string | undefined, RegExp, ((url: URL) => void)?]>([
  ['in time', 's3', 60, 59_000, undefined, /^$/],
  ['for a week', 's3', 604_800, 604_799_000, undefined, /^$/],
  ['in time, of another service', 'sqs', 60, 59_000, undefined, /^$/],
  ['too late', 's3', 60, 61_000, 'AccessDenied', /Request has expired/],
  ['for longer than a week', 's3', 60, 0, 'AuthorizationQueryParametersError', /1 to 604800, not 604801/, (url) =>
    url.searchParams.set('X-Amz-Expires', '604801')],
  ['for no time', 's3', 60, 0, 'AuthorizationQueryParametersError', /not 0/, (url) => url.searchParams.set('X-Amz-Expires', '0')],
  ['for ever', 's3', 60, 0, 'AuthorizationQueryParametersError', /not Infinity/, (url) =>
    url.searchParams.set('X-Amz-Expires', 'Infinity')],
  ['for 1e99 s', 'sqs', 60, 0, 'SignatureDoesNotMatch', /not 1e99/, (url) => url.searchParams.set('X-Amz-Expires', '1e99')],
  ['and changed', 's3', 60, 0, 'SignatureDoesNotMatch', /does not match/, (url) => url.searchParams.set('X-Amz-Expires', '61')],
  ['by another algorithm', 's3', 60, 0, 'AuthorizationHeaderMalformed', /AWS4-HMAC-SHA256/, (url) =>
    url.searchParams.set('X-Amz-Algorithm', 'none')],
])('reads a presigned address %s', async (_, service, expiresIn, ageMs, name, message, change) => {
  const request = await presigned(service, expiresIn, change)
  const verified = verifySignature(request, credentialScope(request)!, 'secret', {
    nowMs: () => nowMs + ageMs, region: 'us-east-1', service,
  })
  if (name === undefined) await expect(verified).resolves.toBeUndefined()
  else await expect(verified).rejects.toMatchObject({ name, message: expect.stringMatching(message) })
})

it('holds what S3 is told of a body against the body, where it is told', async () => {
  const request = await signedWith({ service: 's3' })
  const check = { ...everything, service: 's3' }
  await expect(verifySignature(request, credentialScope(request)!, 'secret', check)).resolves.toBeUndefined()
  const other = new Request(request.url, { method: 'POST', headers: request.headers, body: '[]' })
  await expect(verifySignature(other, credentialScope(other)!, 'secret', check))
    .rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' })
})
