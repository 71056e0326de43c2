import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import { expect, it } from 'vitest'
import { signedBy } from './signature.ts'

const credentials = { accessKeyId: 'AKIA1', secretAccessKey: 'secret' }
const nowMs = Date.UTC(2026, 0, 31, 12)
const check = { nowMs: () => nowMs, secretOf: (id: string) => (id === 'AKIA1' ? 'secret' : undefined) }

async function signed({ path = '/', query = {}, body, secret = 'secret', id = 'AKIA1', atMs = nowMs }: { path?: string; query?: Record<string, string>; body?: string; secret?: string; id?: string; atMs?: number } = {}): Promise<Request> {
  const signer = new SignatureV4({ service: 'execute-api', region: 'us-east-1', credentials: { accessKeyId: id, secretAccessKey: secret }, sha256: Sha256 })
  const request = { method: 'POST', protocol: 'http:', hostname: '127.0.0.1', port: 4566, path, query, headers: { host: '127.0.0.1:4566', 'x-site': '  a   b ' }, ...(body === undefined ? {} : { body }) }
  const { headers } = await signer.sign(request, { signingDate: new Date(atMs) })
  const search = new URLSearchParams(query).toString()
  return new Request(`http://127.0.0.1:4566${path}${search === '' ? '' : `?${search}`}`, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
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
