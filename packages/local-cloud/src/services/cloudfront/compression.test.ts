import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { compressed } from './compression.ts'

const both = { brotli: true, gzip: true }
const text = 'beer '.repeat(400)
const asked = (accepted: string) => new Request('http://localhost/', { headers: { 'accept-encoding': accepted } })
const answer = (body = text, headers: Record<string, string> = {}, status = 200) =>
  new Response(body, { status, headers: { 'content-type': 'text/css; charset=utf-8', etag: '"1"', ...headers } })

it.each([
  ['br, gzip', both, 'br'], ['gzip', both, 'gzip'], ['gzip;q=0, br;q=0.0', both, null], ['identity', both, null],
  ['br, gzip', { brotli: false, gzip: true }, 'gzip'], ['br, gzip', { brotli: false, gzip: false }, null],
])('to who accepts %s under %j: %s', async (accepted, policy, encoding) => {
  const response = await compressed(asked(accepted), answer(), policy)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(String(encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes)).toBe(text)
  expect(response.headers.get('etag')).toBe(encoding === null ? '"1"' : 'W/"1"')
})

it.each([
  ['what is short', answer('beer')],
  ['a picture', answer(text, { 'content-type': 'image/png' })],
  ['what is compressed', answer(text, { 'content-encoding': 'gzip' })],
  ['a part', answer(text, {}, 206)],
])('leaves %s as it is', async (_, response) => {
  const before = response.headers.get('content-encoding')
  expect((await compressed(asked('gzip'), response, both)).headers.get('content-encoding')).toBe(before)
})
