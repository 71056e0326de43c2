import { batchAcks, command, liveRequest, pour, reply, reported, telemetry, type KegState } from '@keg/message-schemas/keg'
import { ReasonCode } from '@keg/mqtt-broker'
import { connectClient, ManualClock } from '@keg/mqtt-broker/testing'
import { readBatch } from './forward/testing/read-batch.ts'
import type { KeptShadow } from './shadows/local-shadows.ts'
import { createDiskSpool, type DiskSpool } from './spool/disk-spool.ts'
import { memoryPlace } from './spool/testing/memory-place.ts'
import { SiteLine } from './testing/site-line.ts'
import { statusPage } from './status/status-page.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memorySessions } from './sessions/memory-sessions.ts'
import { createGateway, type Gateway } from './gateway.ts'
import type { GatewayParts } from './gateway-parts.ts'

const certificateId = 'a'.repeat(64)
const BATCH_TOPIC = '$aws/rules/keg_test_batch/berlin/gw-01'
const reading = (seq: number, celsius = 5) =>
  telemetry.encode({ v: 1, bootId: 'b-1', seq, takenAtMs: 1_000 * seq, celsius, kilopascal: 110, pouring: true, cooling: false })
const pourOf = (pourId: string) =>
  Buffer.from(pour.encode({ v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, pourId, volumeMl: 300, totaliserMl: 300 })).toString()

let clock: ManualClock
let spool: DiskSpool
let line: SiteLine
let parts: GatewayParts
let gateway: Gateway
let booking: boolean
let seen: { topic: string; text: string; payload: Uint8Array }[]
/** Lets what was begun come to its end: the transactions of the spool, and what follows from them. */
const settled = async () => {
  for (let turn = 0; turn < 30; turn++) {
    clock.advance(20)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
const keg = async () =>
  (await connectClient(gateway.broker, { clientId: 'keg-01', version: 5, info: { transport: 'mqtts', certificateId } })).client
const published = (topic: string) =>
  seen.filter((message) => message.topic === topic).map(({ text }) => JSON.parse(text) as Record<string, unknown>)
const batches = () => seen.filter(({ topic }) => topic === BATCH_TOPIC).flatMap(({ payload }) => {
  const decoded = readBatch(payload)
  return decoded.ok ? [decoded.value] : []
})

beforeEach(() => {
  clock = new ManualClock()
  spool = createDiskSpool({ place: memoryPlace(), clock, maxBytes: 10_000_000 })
  seen = []
  booking = true
  line = new SiteLine((topic, payload) => {
    seen.push({ topic, text: new TextDecoder().decode(payload), payload })
    const decoded = readBatch(payload)
    if (topic === BATCH_TOPIC && decoded.ok && booking) {
      queueMicrotask(() =>
        void line.deliver('keg/berlin/gateways/gw-01/acks', batchAcks.encode({ v: 1, batchIds: [decoded.value.batchId] })))
    }
  })
  const shadows = new Map<string, KeptShadow>()
  let ids = 0
  parts = {
    siteId: 'berlin', gatewayId: 'gw-01', batchRule: 'keg_test_batch', kegs: new Map([[certificateId, 'keg-01']]), spool, line, clock,
    newId: () => `id-${++ids}`, log: () => undefined, batchEveryMs: 100,
    shadowMemory: (kegId) => ({ read: () => shadows.get(kegId), write: (kept) => void shadows.set(kegId, kept) }),
  }
  gateway = createGateway(parts)
  gateway.start()
})
afterEach(() => spool.close())

describe('a pour', () => {
  it('is acknowledged when it is on the disk, and forgotten when the cloud has booked it', async () => {
    const client = await keg()
    client.publish('keg/berlin/keg-01/pours', pourOf('p-1'), { qos: 1, messageId: 1 })
    await settled()
    expect(await client.next('puback')).toMatchObject({ messageId: 1 })
    expect(spool.status().rows.pour).toBe(1)
    line.start()
    await settled()
    expect(published(BATCH_TOPIC)).toMatchObject([{ messages: [{ topic: 'keg/berlin/keg-01/pours', payload: pourOf('p-1') }] }])
    expect(spool.status().rows.pour).toBe(0)
  })

  it.each([
    'puback', 'cloud',
  ] as const)('that is acknowledged is booked, whatever stands behind it, and frees the disk: %s', async (acknowledgedBy) => {
    gateway = createGateway({ ...parts, acknowledgedBy })
    gateway.start()
    const client = await keg()
    const paddings = ['\n', '\0', '\u00e9'].flatMap((padding) => [50_000, 100_000, 130_000].map((length) =>
      padding.repeat(length / Buffer.byteLength(padding))))
    for (const [index, padding] of paddings.entries())
      client.publish('keg/berlin/keg-01/pours', `${pourOf(`p-${index}`)}${padding}`, { qos: 1, messageId: index + 1 })
    await settled()
    line.start()
    await settled()
    const booked = batches().flatMap(({ messages }) => messages).map(({ payload, payloadBase64 }) =>
      payload ?? Buffer.from(payloadBase64 ?? '', 'base64').toString())
    expect(client.received.filter(({ cmd }) => cmd === 'puback')).toHaveLength(paddings.length)
    // The gateway of the other tests shares the spool.
    const missing = paddings.filter((padding, index) => !booked.includes(`${pourOf(`p-${index}`)}${padding}`))
    expect([missing.length, new Set(booked).size]).toEqual([0, paddings.length])
    expect([spool.status().bytes, spool.status().unsendable.rows, published('keg/berlin/keg-01/pours')]).toEqual([0, 0, []])
  })

  it('stays while the cloud has not booked it, though the broker acknowledged', async () => {
    booking = false
    line.start()
    const client = await keg()
    client.publish('keg/berlin/keg-01/pours', pourOf('p-1'), { qos: 1, messageId: 1 })
    await settled()
    expect(published(BATCH_TOPIC)).toHaveLength(1)
    expect(spool.status().rows.pour).toBe(1)
  })
})

it('asks for the settings of its kegs when the line is there, and learns the time by the answer', async () => {
  line.start()
  expect(published('keg/berlin/keg-01/ask')).toEqual([{ v: 1, askedBy: 'gw-01', askedAtMs: clock.nowMs() }])
  const state: KegState = {
    kegId: 'keg-01', version: 3, desired: { siteId: 'berlin', targetCelsius: 4 }, timestampSec: Math.floor(clock.nowMs() / 1_000) + 3_600,
    askedBy: 'gw-01', askedAtMs: clock.nowMs(),
  }
  void line.deliver('keg/berlin/keg-01/state', new TextEncoder().encode(JSON.stringify(state)))
  await settled()
  expect(Math.abs(gateway.status().clockOffsetMs - 3_600_000)).toBeLessThanOrEqual(1_000)
  expect(gateway.status().kegs).toMatchObject([{ kegId: 'keg-01', connected: false, desired: { targetCelsius: 4 } }])
})

it('reacts to warm beer with the line down: the valve is to close, and the cloud hears of it later', async () => {
  const client = await keg()
  await client.subscribe('$aws/things/keg-01/shadow/update/delta')
  client.publish('keg/berlin/keg-01/telemetry', Buffer.from(reading(0, 18)).toString())
  await settled()
  const delta = JSON.parse((await client.next('publish')).payload.toString()) as { state: object }
  expect(delta.state).toMatchObject({ valve: 'closed', valveReason: 'overTemperature' })
  expect(spool.status().rows.alert).toBe(1)
  line.start()
  await settled()
  expect(published('keg/berlin/keg-01/alerts')).toMatchObject([{ kind: 'overTemperature', event: 'raised' }])
})

it('keeps the valve of warm beer closed that it closed by a clock that was a year behind, and closes it again where somebody opens it', async () => {
  const sec = () => Math.floor(clock.nowMs() / 1_000)
  const state = (valveSec: number, version: number, answer: Pick<KegState, 'askedBy' | 'askedAtMs'> = {}) =>
    void own.deliver('keg/berlin/keg-01/state', new TextEncoder().encode(JSON.stringify({
      kegId: 'keg-01', version, desired: { valve: 'open' }, desiredMetadata: { valve: { timestamp: valveSec } }, timestampSec: sec(),
      ...answer,
    })))
  const slow = { nowMs: () => clock.nowMs() - 365 * 86_400_000, after: (ms: number, run: () => void) => clock.after(ms, run) }
  const own = new SiteLine((topic, payload) => void seen.push({ topic, text: new TextDecoder().decode(payload), payload }))
  gateway = createGateway({ ...parts, line: own, clock: slow })
  gateway.start()
  const client = await keg()
  client.publish('keg/berlin/keg-01/telemetry', Buffer.from(reading(0, 18)).toString())
  await settled()
  own.start()
  state(sec() - 30 * 86_400, 7, { askedBy: 'gw-01', askedAtMs: slow.nowMs() })
  await settled()
  expect(gateway.status().kegs).toMatchObject([{ desired: { valve: 'closed' } }])
  state(sec() + 1, 8)
  await settled()
  expect(gateway.status().kegs).toMatchObject([{ desired: { valve: 'open' } }])
  client.publish('keg/berlin/keg-01/telemetry', Buffer.from(reading(1, 18)).toString())
  await settled()
  expect(gateway.status().kegs).toMatchObject([{ desired: { valve: 'closed' } }])
  expect(published('keg/berlin/keg-01/alerts')).toHaveLength(1)
})

it('outlives a Will that says what no thermometer measures', async () => {
  const payload = Buffer.from('{"celsius":1e999}')
  const { client } = await connectClient(gateway.broker, {
    clientId: 'keg-01', info: { transport: 'mqtts', certificateId },
    will: { topic: 'keg/berlin/keg-01/telemetry', payload, qos: 1, retain: false },
  })
  client.stream.destroy()
  await client.closed
  await settled()
  expect(spool.status().rows.alert).toBe(1)
  expect(gateway.status().kegs).toMatchObject([{ connected: false, desired: { valve: 'closed' } }])
})

it('closes the valve of warm beer by the next reading where the disk did not take the first', async () => {
  let isFull = true
  const kept = new Map<string, KeptShadow>()
  const shadowMemory: GatewayParts['shadowMemory'] = (kegId) => ({
    read: () => kept.get(kegId),
    write: (shadow) => {
      if (isFull) throw new Error('ENOSPC')
      kept.set(kegId, shadow)
    },
  })
  gateway = createGateway({ ...parts, shadowMemory })
  const first = await keg()
  first.publish('keg/berlin/keg-01/telemetry', Buffer.from(reading(0, 18)).toString())
  await settled()
  isFull = false
  const second = await keg()
  second.publish('keg/berlin/keg-01/telemetry', Buffer.from(reading(1, 18)).toString())
  await settled()
  expect(gateway.status().kegs).toMatchObject([{ desired: { valve: 'closed' } }])
  expect(spool.status().rows.alert).toBe(1)
})

it('brings a command of the cloud to the keg, and what it reports to the cloud', async () => {
  line.start()
  const client = await keg()
  await client.subscribe('keg/berlin/keg-01/commands/+')
  void line.deliver('keg/berlin/keg-01/commands/c-1', command.encode({ v: 1, issuedAtMs: 1, expiresAtMs: 2, order: { kind: 'reboot' } }))
  expect((await client.next('publish')).topic).toBe('keg/berlin/keg-01/commands/c-1')
  client.publish('$aws/things/keg-01/shadow/update', '{"state":{"reported":{"targetCelsius":4}}}', { qos: 1, messageId: 2 })
  await settled()
  await client.next('puback')
  expect(published(reported.topic.format({ siteId: 'berlin', kegId: 'keg-01' }))).toEqual([{ v: 1, reported: { targetCelsius: 4 } }])
})

it('passes over a command for a keg of the site that is none of its own', async () => {
  line.start()
  await line.deliver('keg/berlin/keg-77/commands/c-1', command.encode({ v: 1, issuedAtMs: 1, expiresAtMs: 2, order: { kind: 'reboot' } }))
  expect(gateway.status().commands).toEqual([])
})

it('takes commands and wishes of the bar with the line down, and shows what the keg says to them', async () => {
  expect(await gateway.acts.command('keg-01', { kind: 'pour', volumeMl: 250 }, 60)).toBeUndefined()
  const client = await keg()
  await client.subscribe('keg/berlin/keg-01/commands/+')
  await client.subscribe('$aws/things/keg-01/shadow/update/delta', 1, 2)
  const commandId = await gateway.acts.command('keg-01', { kind: 'pour', volumeMl: 250 }, 60)
  const came = await client.next('publish')
  expect([came.topic, JSON.parse(came.payload.toString())]).toMatchObject([
    `keg/berlin/keg-01/commands/${commandId}`, { order: { kind: 'pour', volumeMl: 250 } },
  ])
  client.publish(
    `keg/berlin/keg-01/replies/${commandId}`,
    Buffer.from(reply.encode({ v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, status: 'SUCCEEDED' })).toString(),
    { qos: 1, messageId: 1 },
  )
  await settled()
  expect(gateway.status().commands).toMatchObject([{ kegId: 'keg-01', commandId, from: 'here', reply: { status: 'SUCCEEDED' } }])
  await gateway.acts.wish('keg-01', { valve: 'closed' })
  expect(JSON.parse((await client.next('publish')).payload.toString())).toMatchObject({ state: { valve: 'closed' } })
  expect([gateway.acts.knows('keg-01'), gateway.acts.knows('keg-02')]).toEqual([true, false])
})

it('takes another list of kegs: a new one is let in, one that is gone is not, and a bad list changes nothing', async () => {
  const [second, third] = ['b'.repeat(64), 'c'.repeat(64)]
  const connect = (clientId: string, id: string) =>
    connectClient(gateway.broker, { clientId, version: 5, info: { transport: 'mqtts', certificateId: id } })
  line.start()
  const staying = await keg()
  gateway.setKegs(new Map([[certificateId, 'keg-01'], [second, 'keg-02']]))
  const { client: added, connack } = await connect('keg-02', second)
  expect(connack.reasonCode).toBe(0)
  expect(published('keg/berlin/keg-02/ask')).toHaveLength(1)
  gateway.kegsRefused('gateway.json can\'t be used')
  expect([gateway.status().kegs.map(({ kegId }) => kegId), gateway.status().kegsProblem]).toEqual([
    ['keg-01', 'keg-02'], 'gateway.json can\'t be used',
  ])
  // Another certificate, and the keg that was added is gone.
  gateway.setKegs(new Map([[third, 'keg-01']]))
  await Promise.all([staying.closed, added.closed])
  expect([gateway.status().kegsProblem, gateway.status().kegs.map(({ kegId }) => kegId)]).toEqual([undefined, ['keg-01']])
  const answers = await Promise.all([connect('keg-01', certificateId), connect('keg-02', second), connect('keg-01', third)])
  expect(answers.map((answer) => answer.connack.reasonCode)).toEqual([ReasonCode.notAuthorized, ReasonCode.notAuthorized, 0])
})

it.each([
  ['at once', 0, false],
  ['later', 60, false],
  ['later, of one that was away', 60, true],
])('drops the Will of a keg that is no longer on the list, which would speak %s, and its session', async (
  _, willDelayInterval, wasAway,
) => {
  const will = {
    topic: 'keg/berlin/keg-01/pours', payload: Buffer.from(pourOf('p-will')), qos: 1 as const, retain: false,
    properties: { willDelayInterval },
  }
  const options = {
    clientId: 'keg-01', version: 5 as const, info: { transport: 'mqtts' as const, certificateId }, clean: false,
    properties: { sessionExpiryInterval: 3_600 },
  }
  const { client } = await connectClient(gateway.broker, { ...options, will })
  if (wasAway) client.stream.destroy()
  await settled()
  gateway.setKegs(new Map())
  clock.advance(120_000)
  await settled()
  expect(spool.status().rows.pour).toBe(0)
  gateway.setKegs(parts.kegs)
  expect((await connectClient(gateway.broker, options)).connack).toMatchObject({ reasonCode: 0, sessionPresent: false })
})

it('leaves a keg alone whose entry stays', async () => {
  const client = await keg()
  gateway.setKegs(new Map([[certificateId, 'keg-01'], ['b'.repeat(64), 'keg-01']]))
  await client.settled()
  expect([client.isClosed, gateway.status().kegs.length]).toEqual([false, 1])
})

it('acknowledges a command, and the settings that are a delta for a keg that is away, when they are on the disk', async () => {
  const disk = Promise.withResolvers<undefined>()
  let acknowledged = 0
  const sessions = { ...memorySessions(), kept: () => disk.promise }
  const other = new SiteLine()
  createGateway({ ...parts, line: other, sessions }).start()
  const commanded = other.deliver(
    'keg/berlin/keg-01/commands/c-1', command.encode({ v: 1, issuedAtMs: 1, expiresAtMs: 2, order: { kind: 'reboot' } }),
  )
  const wished = other.deliver(
    'keg/berlin/keg-01/state',
    new TextEncoder().encode(JSON.stringify({ kegId: 'keg-01', version: 3, desired: { targetCelsius: 4 }, timestampSec: 1 })),
  )
  for (const each of [commanded, wished]) void each.then(() => (acknowledged += 1))
  await settled()
  expect(acknowledged).toBe(0)
  disk.resolve(undefined)
  await Promise.all([commanded, wished])
})

it('sends the last reading of each keg once a minute, all of one while a page asks, and the rest as a minute summed up', async () => {
  line.start()
  const client = await keg()
  const send = async (seq: number) => {
    client.publish('keg/berlin/keg-01/telemetry', Buffer.from(reading(seq)).toString())
    await client.settled()
  }
  for (let seq = 0; seq < 30; seq++) await send(seq)
  expect(published('keg/berlin/keg-01/telemetry')).toEqual([])
  clock.advance(5_000)
  expect(published('keg/berlin/summary')).toMatchObject([{ gatewayId: 'gw-01', kegs: [{ kegId: 'keg-01', seq: 29, celsius: 5 }] }])
  expect(line.published.find(({ topic }) => topic === 'keg/berlin/summary')?.options).toEqual({ retain: true, expirySec: 604_800 })
  void line.deliver('keg/berlin/gateways/gw-01/live', liveRequest.encode({ v: 1, kegId: 'keg-01', untilMs: clock.nowMs() + 60_000 }))
  await send(30)
  clock.advance(1_000)
  await send(31)
  expect(published('keg/berlin/keg-01/telemetry')).toMatchObject([{ seq: 30 }, { seq: 31 }])
  expect(line.published.filter(({ options }) => options?.retain)).toHaveLength(1)
  await send(60)
  await settled()
  const [first] = published(BATCH_TOPIC).flatMap(({ messages }) => messages as { topic: string; payload: string }[])
  expect(first).toMatchObject({ topic: 'keg/berlin/keg-01/summary' })
  expect(JSON.parse(first?.payload ?? '')).toMatchObject({ readings: 32, fromSeq: 0, toSeq: 31 })
})

it('sends no more live readings than one a second of a keg, and leaves half of the line to what must arrive', async () => {
  line.start()
  const kegs = Array.from({ length: 60 }, (_, index) => ({
    kegId: `keg-${100 + index}`, certificateId: String(100 + index).repeat(22).slice(0, 64),
  }))
  gateway.setKegs(new Map(kegs.map((each) => [each.certificateId, each.kegId])))
  const clients = await Promise.all(kegs.map(async (each) => {
    void line.deliver('keg/berlin/gateways/gw-01/live', liveRequest.encode({ v: 1, kegId: each.kegId, untilMs: clock.nowMs() + 600_000 }))
    return (await connectClient(gateway.broker, {
      clientId: each.kegId, version: 5, info: { transport: 'mqtts', certificateId: each.certificateId },
    })).client
  }))
  const live = () => seen.filter(({ topic }) => topic.endsWith('/telemetry')).map(({ topic }) => topic)
  const second = async () => {
    clock.advance(2_000)
    seen = []
    for (let seq = 0; seq < 3; seq++) {
      for (const [index, client] of clients.entries())
        client.publish(`keg/berlin/${kegs[index]?.kegId}/telemetry`, Buffer.from(reading(seq)).toString())
    }
    await Promise.all(clients.map((client) => client.settled()))
  }
  await second()
  expect([live().length, new Set(live()).size]).toEqual([40, 40])
  clients.splice(30)
  await second()
  expect([live().length, new Set(live()).size]).toEqual([30, 30])
})

it('says on its page what it is, and takes nothing of a name for markup', () => {
  const status = gateway.status()
  const page = statusPage({ ...status, line: { state: 'disconnected', reason: '<script>alert(1)</script>' } })
  expect(page).toContain('gw-01')
  expect(page).not.toContain('<script>')
})
