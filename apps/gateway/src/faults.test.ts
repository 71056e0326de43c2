import { batchAcks, pour } from '@keg/message-schemas/keg'
import type { Clock } from '@keg/mqtt-broker'
import { connectClient, ManualClock, type MemoryClient } from '@keg/mqtt-broker/testing'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ModelCloud } from './forward/testing/model-cloud.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { openSessions } from './sessions/adapters/sqlite-sessions.ts'
import type { KegSessions } from './sessions/keg-sessions.ts'
import type { KeptShadow } from './shadows/local-shadows.ts'
import { openSpool } from './spool/adapters/sqlite-spool.ts'
import type { DiskSpool } from './spool/disk-spool.ts'
import { UnrulyLine } from './testing/unruly-line.ts'

// The whole gateway over its files, with kegs that speak MQTT to it, on a clock of the test.

const KEGS = ['keg-01', 'keg-02', 'keg-03']
// `pnpm test:faults` goes on for longer.
const MINUTES = Number(process.env['KEG_FAULT_MINUTES'] ?? 0.5)
const YEAR_MS = 365 * 86_400_000

let folder: string
let clock: ManualClock
/** How far the machine's clock is set on. */
let setOnByMs: number
let cloud: ModelCloud
let line: UnrulyLine
let spool: DiskSpool
let sessions: KegSessions
let gateway: Gateway
let seed: number
/** Pours that a keg was told are kept. */
let kept: Map<string, string[]>
let poured: number

const random = () => ((seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31)
const certificateOf = (kegId: string) => kegId.padEnd(64, '0')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keg-faults-'))
  clock = new ManualClock()
  cloud = new ModelCloud()
  ;[seed, poured, kept, setOnByMs] = [1, 0, new Map(), 0]
  const machine: Clock = { nowMs: () => clock.nowMs() + setOnByMs, after: (delayMs, run) => clock.after(delayMs, run) }
  line = new UnrulyLine((topic, payload) => {
    cloud.receive(topic, payload)
    for (const batchId of cloud.acks.splice(0))
      line.deliver('keg/berlin/gateways/gateway-01/acks', batchAcks.encode({ v: 1, batchIds: [batchId] }))
  }, random)
  spool = openSpool({ file: join(folder, 'spool.db'), clock: machine, maxBytes: 10_000_000 })
  sessions = openSessions({ file: join(folder, 'sessions.db'), clock: machine })
  const shadows = new Map<string, KeptShadow>()
  let ids = 0
  gateway = createGateway({
    siteId: 'berlin', gatewayId: 'gateway-01', batchRule: 'keg_test_batch',
    kegs: new Map(KEGS.map((kegId) => [certificateOf(kegId), kegId])), spool, sessions, line, clock: machine, newId: () => `id-${++ids}`,
    log: () => undefined, batchEveryMs: 1_000,
    shadowMemory: (kegId) => ({ read: () => shadows.get(kegId), write: (value) => void shadows.set(kegId, value) }),
  })
  gateway.start()
})
afterEach(async () => {
  await spool.close()
  sessions.close()
  rmSync(folder, { recursive: true })
})

const connect = async (kegId: string, version: 4 | 5 = 5) => (await connectClient(gateway.broker, {
  clientId: kegId, version, info: { transport: 'mqtts', certificateId: certificateOf(kegId) },
})).client

/** Sends a pour of a keg. It counts once it is acknowledged. */
function pourAt(client: MemoryClient, kegId: string, messageId: number): void {
  const pourId = `p-${++poured}`
  const payload = pour.encode({
    v: 1, bootId: 'b-1', seq: poured, takenAtMs: clock.nowMs(), pourId, volumeMl: 300, totaliserMl: 300 * poured,
  })
  sent.set(`${kegId} ${messageId}`, pourId)
  client.publish(pour.topic.format({ siteId: 'berlin', kegId }), Buffer.from(payload).toString(), { qos: 1, messageId })
}
const sent = new Map<string, string>()

/** Takes the acknowledgements that a keg has got. */
function takeAcknowledgements(client: MemoryClient, kegId: string): void {
  for (const packet of client.received.splice(0)) {
    const pourId = packet.cmd === 'puback' && (packet.reasonCode ?? 0) === 0 ? sent.get(`${kegId} ${packet.messageId}`) : undefined
    if (pourId !== undefined) kept.set(kegId, [...(kept.get(kegId) ?? []), pourId])
  }
}

async function pass(ms: number, stepMs = 250): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    clock.advance(stepMs)
    line.move()
    await new Promise(setImmediate)
  }
}

/** Everything works from now on; ends when nothing waits. */
async function settle(): Promise<void> {
  line.manners = {}
  if (line.state !== 'connected') line.start()
  for (let second = 0; second < 3_600 && gateway.status().forwarder.waiting > 0; second++) await pass(1_000)
}

/** What the cloud took in of a keg, in the order in which it did. */
const arrivedOf = (kegId: string) => cloud.arrived.flatMap(({ topic, payload }) => {
  const decoded = pour.decode(payload)
  return topic === pour.topic.format({ siteId: 'berlin', kegId }) && decoded.ok ? [decoded.value.pourId] : []
})

const faults: [string, (second: number) => void, { inOrder: boolean }][] = [
  ['flaps every second', (second) => (second % 2 === 0 ? line.become('connected') : line.cut()), { inOrder: true }],
  ['is half-open for a time, again and again', (second) => {
    if (second === 0) line.start()
    line.manners = { halfOpen: second % 20 < 16 }
  }, { inOrder: true }],
  ['brings all twice, and in another order', (second) => {
    if (second === 0) line.start()
    line.manners = { twice: true, shuffles: true }
  }, { inOrder: false }],
  ['flaps, and brings all twice and in another order', (second) => {
    line.manners = { twice: true, shuffles: true }
    if (second % 3 === 0) line.become('connected')
    else if (second % 3 === 2) line.cut()
  }, { inOrder: false }],
  ['is fine while the clock is set on by a year and back', (second) => {
    if (second === 0) line.start()
    if (second === 8) setOnByMs = YEAR_MS
    if (second === 16) setOnByMs = 0
  }, { inOrder: true }],
]

it.each(faults)('loses no pour and books none twice where the line %s', async (_, fault, { inOrder }) => {
  const clients = await Promise.all(KEGS.map(async (kegId) => ({ kegId, client: await connect(kegId) })))
  for (let second = 0; second < MINUTES * 60; second++) {
    fault(second)
    for (const { kegId, client } of clients) pourAt(client, kegId, (second % 60_000) + 1)
    await pass(1_000)
    for (const { kegId, client } of clients) takeAcknowledgements(client, kegId)
  }
  await settle()
  for (const kegId of KEGS) {
    const arrived = arrivedOf(kegId)
    expect([...arrived].sort()).toEqual([...(kept.get(kegId) ?? [])].sort())
    expect(kept.get(kegId)).toHaveLength(MINUTES * 60)
    if (inOrder) expect(arrived).toEqual(kept.get(kegId))
  }
  expect(gateway.status().forwarder.waiting).toBe(0)
})

it('asks for a new connection where the line is open by half, and less and less often', async () => {
  const client = await connect('keg-01')
  line.start()
  line.manners = { halfOpen: true }
  pourAt(client, 'keg-01', 1)
  await pass(3_600_000, 5_000)
  expect(line.reconnects).toBeGreaterThan(2)
  expect(line.reconnects).toBeLessThan(10)
  await settle()
  expect(arrivedOf('keg-01')).toEqual(['p-1'])
})

describe('a keg that floods', () => {
  /** One keg sends a thousand pours a second without a look at what is answered, another one a second. */
  async function flood(version: 4 | 5, seconds: number) {
    line.start()
    const flooding = await connect('keg-01', version)
    const other = await connect('keg-02')
    for (let second = 0; second < seconds; second++) {
      for (let number = 0; number < 1_000; number++) pourAt(flooding, 'keg-01', second * 1_000 + number + 1)
      pourAt(other, 'keg-02', second + 1)
      await pass(1_000, 50)
      takeAcknowledgements(flooding, 'keg-01')
      takeAcknowledgements(other, 'keg-02')
    }
    await settle()
    expect(kept.get('keg-02')).toHaveLength(seconds)
    expect(arrivedOf('keg-02')).toEqual(kept.get('keg-02'))
    return kept.get('keg-01') ?? []
  }

  it.each([
    4, 5,
  ] as const)('is held to its rate, by MQTT %i: what is over is not acknowledged, or refused, and the others go on', async (version) => {
    const taken = await flood(version, 3)
    expect(taken.length).toBeLessThanOrEqual(300)
    expect(taken.length).toBeGreaterThan(150)
    expect(arrivedOf('keg-01')).toEqual(taken)
  })
})
