import { readFileSync } from 'node:fs'
import { connect as connectTcp, type AddressInfo, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMqttsListener } from '../src/adapters/mqtts-listener.ts'
import { openCertificateAuthority } from '../src/adapters/certificate-authority.ts'
import { openDataDirectory } from '../src/adapters/data-directory.ts'
import { useIot } from './start-iot.ts'

// What anybody may send to a port of this machine: any program, and any page in a browser, may say this much. What throws outside of a
// request's own handling would end the process, and with it this test.
const started = useIot()

const LISTENERS = ['ws', 'https', 'httpsMtls'] as const
type Listener = (typeof LISTENERS)[number]

/** Sends bytes as they are and reads until the other side closes; the answer is cut where the listener keeps the connection. */
async function say(listener: Listener | 'mqtts', bytes: string | Uint8Array): Promise<string> {
  const { port } = new URL(started.iot.endpoints[listener])
  const tls = listener !== 'ws'
  const socket: Socket = tls
    ? connectTls({ port: Number(port), host: '127.0.0.1', servername: 'localhost', ca: readFileSync(started.iot.caFile) })
    : connectTcp(Number(port), '127.0.0.1')
  let answer = ''
  const ended = new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
  })
  socket.on(tls ? 'secureConnect' : 'connect', () => socket.end(bytes))
  await ended
  return answer
}

const upgrade = (target: string, headers = 'Host: 127.0.0.1') =>
  `GET ${target} HTTP/1.1\r\n${headers}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n`
const get = (target: string, headers = 'Host: 127.0.0.1') => `GET ${target} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

describe.each(LISTENERS)('on %s, a path that is no URL', (listener) => {
  it.each([
    '//', '//[', '/\\', '/\\\\', 'http://[/mqtt', 'http://', '*', '/%', '//user@:1/', '/mqtt?%zz',
  ])('%s is answered', async (target) => {
    expect(statusOf(await say(listener, get(target)))).toBeGreaterThanOrEqual(400)
    if (listener !== 'httpsMtls')
      expect(statusOf(await say(listener, upgrade(target)))).toBeGreaterThanOrEqual(target === '/mqtt?%zz' ? 101 : 400)
  })
  it.each(['Host: [', 'Host: a b', 'Host: 127.0.0.1:99999', 'Host: %'])('with %s is answered', async (host) => {
    expect(statusOf(await say(listener, get('/', host)))).toBeGreaterThanOrEqual(400)
    if (listener !== 'httpsMtls') expect(statusOf(await say(listener, upgrade('/mqtt', host)))).toBeGreaterThanOrEqual(400)
  })
})

it('survives whatever bytes come', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      'GET', 'OPTIONS', ' ', '/', '//', '[', '\\', '?', '%', ' HTTP/1.1', '\r\n', 'Host: localhost', 'Host:', 'Upgrade: websocket',
      'Connection: Upgrade', 'Content-Length: 9', 'Transfer-Encoding: chunked', '\0',
    ),
    fc.string({ maxLength: 6 }),
  )
  const bytes = fc.oneof(fc.array(word, { maxLength: 12 }).map((words) => words.join('')), fc.uint8Array({ maxLength: 64 }))
  await fc.assert(fc.asyncProperty(fc.constantFrom(...LISTENERS, 'mqtts' as const), bytes, async (listener, sent) => {
    await say(listener, sent)
  }), { numRuns: 150 })
  expect(statusOf(await say('https', get('/things')))).toBe(403)
})

describe('who may knock', () => {
  it.each<[string, string, number]>([
    ['this machine', 'Host: localhost', 403],
    ['another name of loopback', 'Host: 127.8.9.10', 403],
    ['a name below localhost', 'Host: keg.localhost:8080', 403],
  ])('%s gets to the operations', async (_, headers, status) => {
    const answer = await say('https', get('/things', headers))
    expect({ status: statusOf(answer), operation: answer.includes('MissingAuthenticationToken') }).toEqual({ status, operation: true })
  })
  it.each([
    ['a name that leads here', 'Host: evil.example'],
    ['a page of another site', 'Host: localhost\r\nOrigin: https://evil.example'],
    ['a page without an origin', 'Host: localhost\r\nOrigin: null'],
    ['a picture of another site', 'Host: localhost\r\nSec-Fetch-Site: cross-site'],
    ['a page of another port', 'Host: localhost\r\nOrigin: http://localhost:3000'],
    ['a page of the same host without TLS', 'Host: localhost\r\nOrigin: http://localhost'],
    ['a picture whose site is said in capitals', 'Host: localhost\r\nSec-Fetch-Site: CROSS-SITE'],
  ])('%s gets to no operation', async (_, headers) => {
    for (const listener of ['https', 'httpsMtls'] as const) {
      const answer = await say(listener, get('/things', headers))
      expect({ status: statusOf(answer), operation: answer.includes('x-amzn-requestid') }).toEqual({ status: 403, operation: false })
    }
  })
  it.each<[string, string, number]>([
    ['a program', 'Host: localhost', 101],
    ['a page of another port', 'Host: localhost\r\nOrigin: http://localhost:3000', 101],
    ['a page of another site', 'Host: localhost\r\nOrigin: https://evil.example', 403],
    ['a sandboxed page', 'Host: localhost\r\nOrigin: null', 403],
    ['a name that leads here', 'Host: evil.example\r\nOrigin: http://evil.example', 403],
  ])('%s opens a WebSocket: %3$s', async (_, headers, status) => {
    expect(statusOf(await say('ws', upgrade('/mqtt', headers)))).toBe(status)
    expect(statusOf(await say('https', upgrade('/mqtt', headers)))).toBe(status)
  })
  it('takes the sub-protocol of SDKs of the first version', async () => {
    const answer = await say('ws', upgrade('/mqtt').replace('Protocol: mqtt', 'Protocol: mqttv3.1'))
    expect(answer).toMatch(/101 .*sec-websocket-protocol: mqttv3\.1/is)
  })
})

it('ends a TLS connection that says nothing', async () => {
  await using directory = await openDataDirectory(undefined).then((opened) =>
    Object.assign(opened, { [Symbol.asyncDispose]: () => opened.close() }))
  const authority = await openCertificateAuthority(directory, Date.now())
  const refused: string[] = []
  const server = createMqttsListener({
    ...(await authority.issueServer(['localhost'])), handshakeMs: 50,
    refusal: () => undefined, onConnection: () => undefined, onRefused: (reason) => refused.push(reason),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const silent = connectTcp((server.address() as AddressInfo).port, '127.0.0.1')
  await new Promise<void>((resolve) => silent.on('close', () => resolve()).on('error', () => undefined).resume())
  expect(refused).toEqual([expect.stringContaining('TLS handshake')])
  await new Promise((resolve) => server.close(resolve))
})
