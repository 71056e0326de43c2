import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startOrigin, type Origin } from './origin.ts'

let pageDir: string
let origin: Origin
beforeAll(async () => {
  pageDir = mkdtempSync(join(tmpdir(), 'keg-origin-'))
  writeFileSync(join(pageDir, 'index.html'), '<h1>Kegs</h1>')
  origin = await startOrigin({ pageDir, port: 0 })
  origin.open({
    api: () => Promise.resolve(new Response('the API')), mqtt: (_request, socket) => socket.destroy(),
    signIn: { issuer: 'http://127.0.0.1:4566/_cognito/pool', clientId: 'page', authorizerName: 'live' },
  })
})
afterAll(async () => {
  await origin.close()
  rmSync(pageDir, { recursive: true, force: true })
})

/** What comes back for a request line; `@` in it is the origin's host. */
function exchange(line: string): Promise<string> {
  const { hostname, port, host } = new URL(origin.url)
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${line.replace('{host}', host)} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`))
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk)).on('error', reject).on('close', () => resolve(text))
  })
}

it.each([
  ['GET /', 200], ['GET /api/me', 200], ['HEAD /', 200], ['GET /nothing', 404], ['OPTIONS /api/me', 200],
  ['TRACE /', 405], ['TRACE /api/me', 405],
  ['GET http://localhost@{host}/api/me', 400], ['GET http://a:b@{host}/', 400], ['GET http://evil.example/', 400], ['GET //[', 404],
  ['OPTIONS *', 400],
])('answers %s with %i', async (line, status) => {
  expect((await exchange(line)).slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
})

it('says which methods it takes in the place of TRACE', async () => {
  expect(await exchange('TRACE /')).toMatch(/^allow: GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE\r$/im)
})
