import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { download } from './download.ts'

const server = createServer(({ url }, response) => {
  if (url === '/gone?signed=secret') return response.writeHead(403).end('no')
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

it('answers the bytes of a file', async () => {
  expect(await download(`${origin}/file`, signal, limits)).toHaveLength(1_000)
})

it.each<[what: string, url: () => string, why: RegExp]>([
  ['a status', () => `${origin}/gone?signed=secret`, /\/gone could not be downloaded: status 403/],
  ['a file without an end', () => `${origin}/endless`, /larger than 1000 bytes/],
  ['a file of this machine', () => 'file:///etc/passwd', /no address of http or https/],
  ['no address', () => '${aws:iot:s3-presigned-url:https://…}', /no address of http or https/],
  ['a host that is not there', () => 'http://127.0.0.1:1/file', /could not be downloaded/],
])('refuses %s, and says no signature', async (_, url, why) => {
  await expect(download(url(), signal, limits)).rejects.toMatchObject({ code: 'DOWNLOAD', message: expect.stringMatching(why) })
  await expect(download(url(), signal, limits)).rejects.not.toMatchObject({ message: expect.stringMatching(/secret/) })
})

it('ends with its signal', async () => {
  const aborted = AbortSignal.abort()
  await expect(download(`${origin}/file`, aborted, limits)).rejects.toMatchObject({ code: 'DOWNLOAD' })
})
