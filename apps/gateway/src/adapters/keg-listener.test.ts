import { createBroker, systemClock, type Broker } from '@keg/mqtt-broker'
import { localhostCertificate } from '@keg/uplink/testing'
import mqtt, { type IClientOptions } from 'mqtt'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { admission } from '../listener/admission.ts'
import type { WaitingLimits } from '../listener/waiting-room.ts'
import { listenForKegs, type KegListener } from './keg-listener.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-listener-'))
const files = { certificateFile: join(folder, 'server.pem'), privateKeyFile: join(folder, 'server.key') }
const strangers: Socket[] = []
let site: Awaited<ReturnType<typeof localhostCertificate>>
let broker: Broker
let listener: KegListener
let log: string[]

beforeAll(async () => {
  site = await localhostCertificate()
  writeFileSync(files.certificateFile, site.cert)
  writeFileSync(files.privateKeyFile, site.key)
})
afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(async () => {
  log = []
  const fingerprint = new X509Certificate(site.cert).fingerprint256.replaceAll(':', '').toLowerCase()
  broker = createBroker({
    clock: systemClock, hooks: { connect: admission({ siteId: 'berlin', kegOf: (id) => (id === fingerprint ? 'keg-01' : undefined) }) },
  })
})
const listen = async (limits: WaitingLimits) => {
  listener = await listenForKegs({ host: '127.0.0.1', port: 0, ...files }, broker, (line) => log.push(line), limits)
}
afterEach(async () => {
  for (const socket of strangers.splice(0)) socket.destroy()
  const closed = listener.close()
  await broker.close()
  await closed
})

/** A connection that says nothing. */
async function stranger(): Promise<Socket> {
  const socket = connect({ port: listener.port, host: '127.0.0.1' }).on('error', () => undefined)
  strangers.push(socket)
  await once(socket, 'connect')
  return socket
}
const closedBy = (socket: Socket) => (socket.closed ? Promise.resolve() : once(socket.resume(), 'close'))
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}
const client = (options: IClientOptions) =>
  mqtt.connectAsync(`mqtts://127.0.0.1:${listener.port}`, { servername: 'localhost', ca: site.ca, reconnectPeriod: 0, ...options }, false)
const keg = () => client({ clientId: 'keg-01', cert: site.cert, key: site.key })

it('holds no more connections of an address that say nothing than its share, and says so once', async () => {
  await listen({ total: 6, perAddress: 4 })
  const held = await Promise.all(Array.from({ length: 4 }, () => stranger()))
  await until(() => listener.waiting === 4)
  const over = await Promise.all(Array.from({ length: 5 }, () => stranger()))
  await Promise.all(over.map(closedBy))
  expect([listener.waiting, held.some(({ closed }) => closed)]).toEqual([4, false])
  expect(log).toEqual([expect.stringMatching(/too many connections wait .* 127\.0\.0\.1/)])
})

it('lets a keg in while strangers hold all there is, in the place of one of them', async () => {
  await listen({ total: 6, perAddress: 10 })
  await Promise.all(Array.from({ length: 6 }, () => stranger()))
  await until(() => listener.waiting === 6)
  const first = await keg()
  expect(broker.presence('keg-01')?.ended).toBeUndefined()
  await first.endAsync()
})

it('counts no keg that was let in, and one whose CONNECT is still to come', async () => {
  await listen({ total: 6, perAddress: 4 })
  const first = await keg()
  expect(listener.waiting).toBe(0)
  const silent = connectTls({
    port: listener.port, host: '127.0.0.1', servername: 'localhost', ca: site.ca, cert: site.cert, key: site.key,
  }).on('error', () => undefined)
  strangers.push(silent)
  await once(silent, 'secureConnect')
  expect(listener.waiting).toBe(1)
  silent.destroy()
  await until(() => listener.waiting === 0)
  await first.endAsync()
})

it('has room again when strangers have gone or were refused', async () => {
  await listen({ total: 6, perAddress: 4 })
  await Promise.all(Array.from({ length: 4 }, () => stranger()))
  await until(() => listener.waiting === 4)
  for (const socket of strangers) socket.destroy()
  await until(() => listener.waiting === 0)
  const other = await client({ clientId: 'keg-02' }).catch((error: unknown) => String(error))
  expect(other).toMatch(/Not authorized/)
  await until(() => listener.waiting === 0)
})
