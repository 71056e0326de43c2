import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { download } from './download.ts'

const server = createServer(({ url = '' }, response) => {
  const status = Number(/^\/status\/(\d+)/.exec(url)?.[1] ?? 0)
  if (status > 0) return response.writeHead(status).end('no')
  const location = new URL(url, 'http://any').searchParams.get('to')
  if (location !== null) return response.writeHead(302, { location }).end()
  if (url === '/loop') return response.writeHead(302, { location: url }).end()
  if (url === '/long') return response.writeHead(200, { 'content-length': '1001' }).write('x')
  if (url === '/cut') return void response.writeHead(200, { 'content-length': '900' }).write('x', () => response.destroy())
  if (url === '/endless') return void response.writeHead(200).write('x'.repeat(2_000))
  return response.writeHead(200).end('x'.repeat(1_000))
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const { signal } = new AbortController()
const limits = { maxBytes: 1_000, timeoutMs: 30_000 }

it.each(['/file', '/moved?to=/file'])('answers the bytes of %s', async (path) => {
  expect(await download(`${origin}${path}`, signal, limits)).toHaveLength(1_000)
})

it.each<[code: 'DOWNLOAD' | 'NO_FILE', what: string, url: () => string, why: RegExp]>([
  ['NO_FILE', 'a file of this machine', () => 'file:///etc/passwd', /no address of http or https/],
  ['NO_FILE', 'no address', () => '${aws:iot:s3-presigned-url:https://…}', /no address of http or https/],
  ['NO_FILE', 'a file without an end', () => `${origin}/endless`, /larger than 1000 bytes/],
  ['NO_FILE', 'a file that says it is too large', () => `${origin}/long`, /larger than 1000 bytes/],
  ['NO_FILE', 'one that is not there', () => `${origin}/status/404`, /\/status\/404 could not be downloaded: status 404/],
  ['NO_FILE', 'a bad request', () => `${origin}/status/400`, /status 400/],
  ['NO_FILE', 'an answer without a file', () => `${origin}/status/204`, /status 204/],
  ['NO_FILE', 'a redirect to nowhere', () => `${origin}/status/302`, /status 302/],
  ['NO_FILE', 'a redirect to a file of this machine', () => `${origin}/moved?to=file:///etc/passwd`, /redirects to no address/],
  ['NO_FILE', 'redirects without an end', () => `${origin}/loop`, /redirects more than 5 times/],
  ['DOWNLOAD', 'an address whose signature has expired', () => `${origin}/status/403?signed=secret`, /\/status\/403 could not .*: status 403/],
  ['DOWNLOAD', 'too many requests', () => `${origin}/status/429`, /status 429/],
  ['DOWNLOAD', 'a server at fault', () => `${origin}/status/503`, /status 503/],
  ['DOWNLOAD', 'a line that is cut', () => `${origin}/cut`, /could not be downloaded/],
  ['DOWNLOAD', 'a host that is not there', () => 'http://127.0.0.1:1/file', /could not be downloaded/],
])('refuses, as %s, %s, and says no signature', async (code, _, url, why) => {
  await expect(download(url(), signal, limits)).rejects.toMatchObject({ code, message: expect.stringMatching(why) })
  await expect(download(url(), signal, limits)).rejects.not.toMatchObject({ message: expect.stringMatching(/secret/) })
})

it('ends with its signal', async () => {
  const aborted = AbortSignal.abort()
  await expect(download(`${origin}/file`, aborted, limits)).rejects.toMatchObject({ code: 'DOWNLOAD' })
})
