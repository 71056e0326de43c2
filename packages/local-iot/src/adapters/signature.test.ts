import { expect, it } from 'vitest'
import { signRequest } from './sign-request.ts'
import { canonicalRequest, hash, signatureOf } from '@keg/aws-service'
import { dataPlaneServices, readCredential, readPresigned, verifyPresigned, verifySignature, type Credential } from './signature.ts'

const NOW_MS = Date.UTC(2026, 0, 31, 12)
const TIME = '20260131T120000Z'
const scope = { region: 'us-east-1', services: dataPlaneServices }
const body = new Uint8Array(0)

/** Signs a request of the data plane by hand, so that anything can be left out or changed. */
function signed(change: Partial<Credential>) {
  const url = new URL('https://localhost/topics/a')
  const headers = new Headers({ host: 'localhost', 'x-amz-date': change.time ?? TIME })
  const credential = {
    accessKeyId: 'AKIA1', date: '20260131', region: 'us-east-1', service: 'iotdata', time: TIME, signedHeaders: ['host', 'x-amz-date'],
    ...change,
  }
  const signature = signatureOf('secret', credential, canonicalRequest({
    method: 'POST', url, headers, signedHeaders: credential.signedHeaders, bodyHash: hash(body), service: credential.service,
  })).toString('hex')
  return { request: { method: 'POST', url, headers, body }, credential: { ...credential, signature } }
}

it.each([{}, { service: 'iotdevicegateway' }, { signedHeaders: ['host'] }])('takes a signature with %j', (change) => {
  const { request, credential } = signed(change)
  expect(() => verifySignature(request, credential, 'secret', scope, NOW_MS + 299_000)).not.toThrow()
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html
it.each<[Partial<Credential>, RegExp]>([
  [{ region: 'eu-west-9' }, /Credential should be scoped to a valid Region, not 'eu-west-9'/],
  [{ service: 's3' }, /Credential should be scoped to correct service: 'iotdata' or 'iotdevicegateway'/],
  [{ service: 'iot' }, /correct service/],
  [{ date: '20200101' }, /'20200101' != '20260131', from '20260131T120000Z'/],
  [{ signedHeaders: ['x-amz-date'] }, /'Host' or ':authority' must be a 'SignedHeader'/],
  [{ time: '20260131T110000Z' }, /Signature expired/],
  [{ time: '' }, /'20260131' != ''/],
])('refuses a signature with %j', (change, message) => {
  const { request, credential } = signed(change)
  expect(() => verifySignature(request, credential, 'secret', scope, NOW_MS)).toThrow(message)
})

it.each<[string | undefined, number, RegExp | undefined]>([
  [undefined, 0, undefined], [undefined, 301_000, /Signature expired/], ['60', 59_000, undefined], ['60', 61_000, /Signature expired/],
  ['604800', 604_799_000, undefined], ['604801', 0, /1 to 604800, not 604801/], ['0', 0, /not 0/], ['-1', 0, /not -1/],
  ['Infinity', 0, /not Infinity/], ['1e99', 0, /not 1e99/], ['', 0, /1 to 604800/],
])('a WebSocket that is presigned for %s s, %i ms ago: %s', (expires, ageMs, message) => {
  const url = new URL('wss://localhost/mqtt?X-Amz-Algorithm=AWS4-HMAC-SHA256')
  const query = {
    'X-Amz-Credential': 'AKIA1/20260131/us-east-1/iotdevicegateway/aws4_request', 'X-Amz-Date': TIME,
    ...(expires === undefined ? {} : { 'X-Amz-Expires': expires }), 'X-Amz-SignedHeaders': 'host',
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const request = { method: 'GET', url, headers: new Headers({ host: 'localhost' }), body }
  const credential = {
    accessKeyId: 'AKIA1', date: '20260131', region: 'us-east-1', service: 'iotdevicegateway', time: TIME, signedHeaders: ['host'],
  }
  url.searchParams.set('X-Amz-Signature', signatureOf('secret', credential, canonicalRequest({
    ...request, signedHeaders: ['host'], bodyHash: hash(request.body), service: credential.service,
  })).toString('hex'))
  const verify = () => verifyPresigned(request, readPresigned(url), 'secret', scope, NOW_MS + ageMs)
  if (message === undefined) expect(verify).not.toThrow()
  else expect(verify).toThrow(message)
})

it('signs a path for S3 as it stands, and for others encoded once more', () => {
  const request = { method: 'PUT', url: 'https://s3.amazonaws.com/pictures/a%20b', headers: {}, body } as const
  const [s3, other] = ['s3', 'es'].map((service) =>
    signRequest(request, { service, region: 'us-east-1' }, { accessKeyId: 'AKIA1', secretAccessKey: 'secret' }, NOW_MS))
  const parts = (headers: Readonly<Record<string, string>>) => ({
    request: { method: 'PUT', url: new URL(request.url), headers: new Headers(headers), body },
    credential: readCredential(new Headers(headers)),
  })
  const { request: asked, credential } = parts(s3?.headers ?? {})
  const once = asked.url.pathname
  expect(canonicalRequest({ ...asked, signedHeaders: credential.signedHeaders, bodyHash: hash(asked.body), service: 's3' }))
    .toContain(`\n${once}\n`)
  expect(canonicalRequest({ ...asked, signedHeaders: credential.signedHeaders, bodyHash: hash(asked.body), service: 'es' }))
    .toContain('\n/pictures/a%2520b\n')
  expect(s3?.headers['authorization']).not.toBe(other?.headers['authorization'])
})
