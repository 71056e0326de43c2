import { batch } from '@keg/message-schemas/keg'
import { ManualClock } from '@keg/mqtt-broker/testing'
import { describe, expect, it } from 'vitest'
import { createDiskSpool } from '../spool/disk-spool.ts'
import type { Kind, Spooled } from '../spool/spool.ts'
import { faultyPlace } from '../spool/testing/faulty-place.ts'
import { memoryPlace } from '../spool/testing/memory-place.ts'
import { noise, numbered, numberOf } from '../spool/testing/messages.ts'
import { OpenBatch } from './batch-encoding.ts'
import { createForwarder } from './forwarder.ts'
import type { ForwarderOptions } from './forwarder-options.ts'
import { BATCH_TOPIC, ModelCloud } from './testing/model-cloud.ts'
import { ModelLine } from './testing/model-line.ts'
import { readBatch } from './testing/read-batch.ts'

type Options = Partial<Omit<ForwarderOptions, 'spool' | 'line' | 'clock'>>

/** A gateway over a disk: `again` is one after a restart. Its budget is out of the way where a test does not name it. */
function gateway(options: Options = {}, disk = faultyPlace(memoryPlace()), lives = 1) {
  const clock = new ManualClock()
  const cloud = new ModelCloud()
  const line = new ModelLine(cloud)
  const spool = createDiskSpool({ place: disk.place, clock, maxBytes: 50_000_000 })
  let batches = 0
  const forwarder = createForwarder({
    spool, line, clock, batchTopic: BATCH_TOPIC, newId: () => `${'b'.repeat(lives)}${(batches += 1)}`, messagesPerSec: 1e6,
    bytesPerSec: 1e9, ...options,
  })
  forwarder.start()
  /** Time goes by, in steps that let answers in between. */
  const pass = async (ms: number, stepMs = 50) => {
    for (let passed = 0; passed < ms; passed += stepMs) {
      clock.advance(Math.min(stepMs, ms - passed))
      await new Promise(setImmediate)
    }
  }
  const keep = async (...messages: Spooled[]) => {
    const kept = Promise.all(messages.map((message) => spool.keep(message)))
    await pass(10, 5)
    await kept
    await new Promise(setImmediate)
  }
  return { clock, cloud, line, spool, forwarder, pass, keep, faults: disk.faults, again: () => gateway(options, disk, lives + 1) }
}

type Gateway = ReturnType<typeof gateway>

const of = (kind: Kind, kegId: string, ...numbers: number[]) => numbers.map((number) => numbered(number, { kind, kegId }))
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
/** What is on its way: a batch as its id and numbers, another message as its number. */
const onItsWay = ({ line }: Gateway) => line.onItsWay.map((sent) => (sent.topic === BATCH_TOPIC ? batchOf(sent.payload) : numberOf(sent)))
function batchOf(payload: Uint8Array): [string, number[]] {
  const decoded = readBatch(payload)
  if (!decoded.ok) throw new Error(decoded.reason)
  return [decoded.value.batchId, decoded.value.messages.map((message) => numberOf({ payload: new TextEncoder().encode(message.payload) }))]
}

describe('batches', () => {
  it('go soon after a quiet time, and then every five seconds', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', 1))
    await it.pass(200)
    expect(onItsWay(it)).toEqual([])
    await it.pass(100)
    expect(onItsWay(it)).toEqual([['b1', [1]]])
    await it.keep(...of('summary', 'keg-02', 2))
    await it.pass(4_600)
    expect(onItsWay(it)).toHaveLength(1)
    await it.pass(400)
    expect(onItsWay(it)).toEqual([['b1', [1]], ['b2', [2]]])
  })

  it('go as often as it is wished now', async () => {
    let everyMs = 60_000
    const it = gateway({ batchEveryMs: () => everyMs })
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', 1))
    await it.pass(300)
    it.line.deliver()
    it.forwarder.acknowledged(it.cloud.acks.splice(0))
    await it.keep(...of('pour', 'keg-01', 2))
    await it.pass(30_000)
    expect(onItsWay(it)).toEqual([])
    everyMs = 5_000
    it.forwarder.lookAgain()
    await it.pass(50)
    expect(onItsWay(it)).toEqual([['b2', [2]]])
  })

  it('go soon with what somebody waits for, under a host that may lose it', async () => {
    const it = gateway({ acknowledgedBy: 'cloud', batchEveryMs: 60_000 })
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', 1))
    await it.pass(300)
    it.line.deliver()
    it.forwarder.acknowledged(it.cloud.acks.splice(0))
    await it.keep(...of('summary', 'keg-01', 2))
    await it.pass(5_000)
    expect(onItsWay(it)).toEqual([])
    await it.keep(...of('alert', 'keg-02', 3))
    await it.pass(300)
    expect(onItsWay(it)).toEqual([['b2', [2, 3]]])
  })

  it('are gzipped where they would be billed as more than one unit, the same each time', async () => {
    const small = new OpenBatch()
    const large = new OpenBatch()
    small.take('"1"', 3)
    for (let number = 0; number < 1_000; number += 1) large.take(`"${String(number).padStart(4, '0')}"`, 6)
    expect(new TextDecoder().decode(small.encode('b'))).toContain('"messages":["1"]')
    expect([...large.encode('b').subarray(0, 2)]).toEqual([0x1f, 0x8b])
    expect(large.encode('b')).toEqual(large.encode('b'))
    expect(large.encode('b').length).toBeLessThan(large.bytes)
  })

  it('go at once when they are full, as many as may be under way', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', ...range(1, 5_500)))
    await it.pass(100, 10)
    const sent = onItsWay(it) as [string, number[]][]
    expect(sent.map(([batchId]) => batchId)).toEqual(['b1', 'b2', 'b3', 'b4'])
    expect(sent.flatMap(([, numbers]) => numbers)).toEqual(range(1, sent.flatMap(([, numbers]) => numbers).length))
    it.forwarder.acknowledged(['b2'])
    await it.pass(100, 10)
    expect(onItsWay(it).map((each) => (each as [string, number[]])[0])).toEqual(['b1', 'b2', 'b3', 'b4', 'b5'])
  })

  it('are deleted when the cloud has booked them, and not before', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', 1, 2))
    await it.pass(300)
    it.line.deliver()
    await it.pass(100)
    expect(it.spool.status().rows.pour).toBe(2)
    it.forwarder.acknowledged(['b1', 'b1', 'unheard-of'])
    await it.pass(100)
    expect([it.spool.status().rows.pour, it.spool.batches()]).toEqual([0, []])
    expect(it.forwarder.status()).toMatchObject({
      waiting: 0, batches: { sent: 1, resent: 0, acknowledged: 1 }, lastAcknowledgedAtMs: expect.any(Number),
    })
  })

  it('that were not booked go again with the connection itself, before others and as they were', async () => {
    const it = gateway({ batchEveryMs: 300 })
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', 1))
    await it.pass(300)
    await it.keep(...of('pour', 'keg-01', 2))
    await it.pass(300)
    it.line.cut({ arrive: 1, silently: true })
    await it.keep(...of('pour', 'keg-01', 3))
    await it.pass(10_000)
    it.line.connect()
    // Neither time nor a message passes.
    expect(onItsWay(it)).toEqual([['b1', [1]], ['b2', [2]]])
    expect(it.forwarder.status().batches).toEqual({ sent: 2, resent: 2, acknowledged: 0 })
    await it.pass(300)
    expect(onItsWay(it).at(-1)).toEqual(['b3', [3]])
  })

  it('that were not booked go again while the line stays, after a time that doubles', async () => {
    const it = gateway({ stalledAfterMs: 1e9 })
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', 1))
    await it.pass(300)
    const times: number[] = []
    for (let second = 0; second < 200; second += 1) {
      if (it.line.deliver() > 0) times.push(second)
      await it.pass(1_000, 1_000)
    }
    expect(times).toEqual([0, 20, 60, 140])
    expect(new Set(it.cloud.acks)).toEqual(new Set(['b1']))
  })

  it('are the same after a restart, and go before what was not in one', async () => {
    const before = gateway()
    before.line.connect()
    await before.keep(...of('pour', 'keg-01', 1, 2), ...of('pour', 'keg-02', 3))
    await before.pass(300)
    await before.keep(...of('pour', 'keg-01', 4))
    const [sent] = before.line.onItsWay
    const it = before.again()
    it.line.connect()
    expect(it.line.onItsWay.map(({ payload }) => payload)).toEqual([sent!.payload])
    await it.pass(300)
    expect(onItsWay(it)[1]).toEqual(['bb1', [4]])
  })

  it('are not sent before they are on the disk', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', 1, 2), ...of('pour', 'keg-02', 3))
    it.faults.commitFault = 'DISK'
    await it.pass(5_000)
    expect(onItsWay(it)).toEqual([])
    it.faults.commitFault = undefined
    await it.pass(1_100)
    expect(onItsWay(it)).toEqual([[expect.any(String), [1, 2, 3]]])
  })
})

describe('a message in a batch', () => {
  const text = (payload: string) => new TextEncoder().encode(payload)
  const sent = async (payload: Uint8Array, options: Options = {}) => {
    const it = gateway(options)
    it.line.connect()
    await it.keep({ kind: 'pour', kegId: 'keg-01', topic: 'keg/berlin/keg-01/pours', payload, takenAtMs: 5 })
    await it.pass(400)
    return it
  }

  it.each<[string, Uint8Array, object]>([
    ['JSON with spaces', text('{ "v" : 1.0 }'), { payload: '{ "v" : 1.0 }' }],
    ['text that is no JSON', text('ü"\\\n\u0000'), { payload: 'ü"\\\n\u0000' }],
    ['a byte order mark', text('\ufeff{}'), { payload: '\ufeff{}' }],
    ['nothing', text(''), { payload: '' }],
    ['bytes that are no text', new Uint8Array([0xff, 0x00, 0x80]), { payloadBase64: '/wCA' }],
  ])('is what the keg sent: %s', async (_, payload, carried) => {
    const { line } = await sent(payload)
    expect(batch.decode(line.onItsWay[0]!.payload)).toMatchObject({
      ok: true,
      value: { v: 1, messages: [{ topic: 'keg/berlin/keg-01/pours', takenAtMs: 5, ...carried }] },
    })
  })

  it.each<[string, Options]>([
    ['with a PUBACK', {}], ['under a host that may lose it', { acknowledgedBy: 'cloud' }],
  ])('that is large has a batch of its own, and never goes on its own topic: %s', async (_, options) => {
    const it = await sent(new Uint8Array(110_000).fill(0xff), options)
    await it.keep(...of('pour', 'keg-01', 2))
    await it.pass(5_000)
    expect(it.line.onItsWay.map(({ topic, payload }) => [topic, payload.length <= 131_072]))
      .toEqual([[BATCH_TOPIC, true], [BATCH_TOPIC, true]])
    it.line.deliver()
    expect(it.cloud.arrived.map(({ payload }) => payload.length)).toEqual([110_000, 40])
    expect(it.spool.status().unsendable.rows).toBe(0)
  })

  it('that is no pour is kept apart when it fits into none even so', async () => {
    const it = gateway({ acknowledgedBy: 'cloud' })
    it.line.connect()
    await it.keep({ ...numbered(1, { kind: 'alert' }), payload: noise(131_072) })
    await it.keep(...of('alert', 'keg-01', 2))
    await it.pass(5_000)
    expect(it.spool.status()).toMatchObject({ unsendable: { rows: 1, lastReason: expect.stringContaining('131072 bytes') } })
    expect(onItsWay(it)).toEqual([['b1', [2]]])
    expect(it.again().spool.status().unsendable.rows).toBe(1)
  })

  it('is kept apart when the cloud would refuse the batch for it', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep({ ...numbered(1), topic: 'x'.repeat(257) }, numbered(2))
    await it.pass(300)
    expect([onItsWay(it), it.spool.status().unsendable]).toEqual([[['b1', [2]]], { rows: 1, lastReason: expect.stringContaining('topic') }])
  })

  it('never makes a batch larger than 120 KB but one that it is alone in', async () => {
    const it = gateway({ batchWindow: 100 })
    it.line.connect()
    await it.keep(...range(1, 300).map((number) =>
      numbered(number, { payloadBytes: number % 50 === 0 ? 125_000 : 2_000, kegId: `keg-0${number % 3}` })))
    await it.pass(500, 10)
    for (const { payload } of it.line.onItsWay)
      expect(payload.length).toBeLessThanOrEqual(batchOf(payload)[1].length === 1 ? 131_072 : 122_880)
    expect(it.line.onItsWay.flatMap(({ payload }) => batchOf(payload)[1]).toSorted((a, b) => a - b)).toEqual(range(1, 300))
  })
})

describe('messages on topics of their own', () => {
  it('go one at a time for a keg, kegs side by side, and are deleted after PUBACK', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep(...of('alert', 'keg-01', 1), ...of('reply', 'keg-01', 2), ...of('reported', 'keg-02', 3))
    expect(onItsWay(it)).toEqual([1, 3])
    await it.keep(...of('telemetry', 'keg-02', 4))
    expect(onItsWay(it)).toEqual([1, 3])
    it.line.deliver(1)
    await it.pass(100)
    expect([onItsWay(it), it.spool.status().rows.alert]).toEqual([[3, 2], 0])
    it.line.deliver()
    await it.pass(100)
    expect(onItsWay(it)).toEqual([4])
    expect(it.forwarder.status()).toMatchObject({ waiting: 1, messagesAcknowledged: 3, inFlight: { batches: 0, messages: 1 } })
  })

  it('that were not acknowledged go again with the connection itself', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep(...of('alert', 'keg-01', 1, 2), ...of('alert', 'keg-02', 3))
    it.line.cut({ arrive: 2, acknowledged: 1 })
    await it.pass(10_000)
    it.line.connect()
    expect(onItsWay(it).toSorted()).toEqual([2, 3])
  })

  it('are no more under way than the window says', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep(...range(1, 150).map((number) => numbered(number, { kind: 'alert', kegId: `keg-${number}` })))
    expect(onItsWay(it)).toEqual(range(1, 100))
  })

  it('go in batches where the host may lose what it has acknowledged', async () => {
    const it = gateway({ acknowledgedBy: 'cloud' })
    it.line.connect()
    await it.keep(...of('alert', 'keg-01', 1, 2), ...of('pour', 'keg-02', 3))
    await it.pass(300)
    it.line.deliver()
    await it.pass(100)
    expect([it.cloud.arrived.map(numberOf).toSorted(), it.spool.status().rows.alert]).toEqual([[1, 2, 3], 2])
    it.forwarder.acknowledged(['b1'])
    await it.pass(100)
    expect(it.forwarder.status().waiting).toBe(0)
  })

  it('that the line refuses are tried again later, and hold up no other keg', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep(...of('alert', 'keg-01', 1, 2))
    it.line.onItsWay.splice(0)[0]!.reject(new Error('0x87: not authorized'))
    await it.pass(500)
    await it.keep(...of('alert', 'keg-02', 3))
    expect([onItsWay(it), it.forwarder.status().lastRefusal]).toEqual([[3], '0x87: not authorized'])
    await it.pass(600)
    expect(onItsWay(it)).toEqual([3, 1])
  })
})

describe('a message that the cloud refuses', () => {
  const refused = 'keg/berlin/keg-01/alert'
  /** Alerts of one keg, of which the first is refused each time; how often that was, in an hour. */
  async function refuseFirst(reasonCode?: number) {
    const it = gateway()
    it.line.connect()
    const first = { ...numbered(1, { kind: 'alert' as const }), topic: refused }
    const others = range(2, 4).map((number) => ({ ...numbered(number, { kind: 'reply' as const }), topic: 'keg/berlin/keg-01/reply' }))
    await it.keep(first, ...others)
    let times = 0
    for (let second = 0; second < 3_600; second++) {
      times += it.line.refuse(refused, reasonCode)
      it.line.deliver()
      await it.pass(1_000, 1_000)
    }
    return { it, times, arrived: it.cloud.arrived.map(numberOf) }
  }

  it.each([
    0x87, 0x90, 0x95, 0x99,
  ])('for good, by reason code %i, is set aside after some tries and kept, with the reason; the next of its keg go', async (reasonCode) => {
    const { it: gone, times, arrived } = await refuseFirst(reasonCode)
    expect([times, arrived]).toEqual([8, [2, 3, 4]])
    expect(gone.spool.status().unsendable).toEqual({
      rows: 1, lastReason: expect.stringMatching(new RegExp(`^the cloud refused ${refused} 8 times: .*0x${reasonCode.toString(16)}`)),
    })
    expect(gone.forwarder.status()).toMatchObject({ waiting: 0, lastRefusal: expect.stringContaining(refused) })
  })

  it('for good, by the client itself, is set aside, too', async () => {
    const { it: gone, times, arrived } = await refuseFirst()
    expect([times, arrived, gone.spool.status().unsendable.rows]).toEqual([8, [2, 3, 4], 1])
  })

  it.each([0x80, 0x83, 0x97])('for now, by reason code %i, is tried again and again, and holds its place', async (reasonCode) => {
    const { it: stays, times, arrived } = await refuseFirst(reasonCode)
    expect(times).toBeGreaterThan(50)
    expect([arrived, stays.spool.status().unsendable.rows]).toEqual([[], 0])
    stays.line.deliver()
    for (let second = 0; second < 62; second++) {
      stays.line.deliver()
      await stays.pass(1_000, 1_000)
    }
    expect(stays.cloud.arrived.map(numberOf)).toEqual([1, 2, 3, 4])
  })

  it('is not set aside for a line that breaks, however often', async () => {
    const it = gateway()
    await it.keep({ ...numbered(1, { kind: 'alert' }), topic: refused })
    for (let times = 0; times < 100; times++) {
      it.line.connect()
      it.line.cut()
      await it.pass(1_000, 1_000)
    }
    expect(it.spool.status()).toMatchObject({ rows: { alert: 1 }, unsendable: { rows: 0 } })
  })
})

describe('the budget of the line', () => {
  it('is kept to in any second, by messages and by bytes', async () => {
    const it = gateway({ messagesPerSec: 20, bytesPerSec: 100_000 })
    it.line.connect()
    await it.keep(...range(1, 100).map((number) =>
      numbered(number, { kind: 'alert', kegId: `keg-${number % 7}`, payloadBytes: number > 60 ? 9_000 : 40 })))
    await it.keep(...of('pour', 'keg-01', ...range(101, 600)))
    const sent: { atMs: number; bytes: number }[] = []
    for (let passed = 0; passed < 12_000; passed += 50) {
      for (const { payload } of it.line.onItsWay) sent.push({ atMs: passed, bytes: payload.length })
      it.line.deliver()
      it.forwarder.acknowledged(it.cloud.acks.splice(0))
      await it.pass(50)
    }
    for (const { atMs } of sent) {
      const second = sent.filter((each) => each.atMs >= atMs && each.atMs < atMs + 1_000)
      expect(second.length).toBeLessThanOrEqual(20)
      expect(second.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(100_000)
    }
    expect([it.forwarder.status().waiting, it.cloud.arrived.length]).toEqual([0, 600])
  })

  it.each<Kind>(['alert', 'pour'])('goes to a keg that has something new, whatever another has waiting: %s', async (kind) => {
    // Messages that are all alike take little room in a batch.
    const it = gateway({ messagesPerSec: 10, bytesPerSec: kind === 'pour' ? 10_000 : 200_000, batchWindow: 1 })
    await it.keep(...of(kind, 'keg-01', ...range(1, 5_000)))
    it.line.connect()
    const arrive = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 50) {
        it.line.deliver()
        it.forwarder.acknowledged(it.cloud.acks.splice(0))
        await it.pass(50)
      }
    }
    await arrive(1_000)
    await it.keep(...of(kind, 'keg-02', 5_001))
    const before = it.cloud.published.length
    await arrive(2_000)
    const place = it.cloud.arrived.findIndex((message) => numberOf(message) === 5_001)
    expect(place).toBeGreaterThan(0)
    expect(it.cloud.arrived.length).toBeLessThan(5_001)
    expect(it.cloud.published.length - before).toBeLessThanOrEqual(20)
  })

  it('is shared by batches and other messages', async () => {
    const it = gateway({ messagesPerSec: 20, bytesPerSec: 400_000 })
    await it.keep(
      ...of('pour', 'keg-01', ...range(1, 5_000)),
      ...range(1, 1_000).map((number) => numbered(number, { kind: 'alert', kegId: `keg-${number}` })),
    )
    it.line.connect()
    for (let passed = 0; passed < 3_000; passed += 50) {
      it.line.deliver()
      it.forwarder.acknowledged(it.cloud.acks.splice(0))
      await it.pass(50)
    }
    const batches = it.cloud.published.filter(({ topic }) => topic === BATCH_TOPIC).length
    expect(batches).toBeGreaterThanOrEqual(4)
    expect(it.cloud.published.length - batches).toBeGreaterThanOrEqual(20)
  })
})

describe('a line that acknowledges nothing', () => {
  it.each<Kind>([
    'alert', 'pour',
  ])('is stalled after a time: told, and a new connection asked for, less and less often (%s)', async (kind) => {
    const told: (number | undefined)[] = []
    const it = gateway({ onStalled: (sinceMs) => told.push(sinceMs), stalledAfterMs: 60_000 })
    it.line.connect()
    await it.keep(...of(kind, 'keg-01', 1))
    const sinceMs = it.clock.nowMs()
    await it.pass(59_000, 250)
    expect([told, it.line.reconnects]).toEqual([[], []])
    await it.pass(2_000, 250)
    expect(told).toEqual([expect.any(Number)])
    expect(Math.abs(told[0]! - sinceMs)).toBeLessThanOrEqual(500)
    expect(it.line.reconnects).toEqual(['connected, yet nothing was acknowledged for 60 s'])
    expect(it.forwarder.status().stalledSinceMs).toBe(told[0])
    it.line.cut({ silently: true })
    it.line.connect()
    await it.pass(119_000, 250)
    expect(it.line.reconnects).toHaveLength(1)
    await it.pass(2_000, 250)
    expect(it.line.reconnects).toHaveLength(2)
    it.line.deliver()
    it.forwarder.acknowledged(it.cloud.acks.splice(0))
    await it.pass(100)
    expect([told.length, told[1], it.forwarder.status().stalledSinceMs]).toEqual([2, undefined, undefined])
  })

  it('is asked for a new connection once in that time, whatever else comes', async () => {
    const it = gateway({ stalledAfterMs: 60_000 })
    it.line.connect()
    for (let second = 0; second < 400; second += 1) {
      await it.keep(...of('alert', `keg-${second % 150}`, second))
      await it.pass(990, 990)
    }
    expect(it.line.reconnects.map((reason) => /\d+ s/.exec(reason)?.[0])).toEqual(['60 s', '120 s'])
  })

  it('is not stalled while it is down, or has nothing to acknowledge', async () => {
    const it = gateway()
    it.line.connect()
    await it.pass(200_000, 1_000)
    await it.keep(...of('alert', 'keg-01', 1))
    it.line.cut()
    await it.pass(200_000, 1_000)
    expect([it.line.reconnects, it.forwarder.status().stalledSinceMs]).toEqual([[], undefined])
  })
})

it('goes on when the clock is set back or on by a year', async () => {
  const yearMs = 365 * 24 * 3_600_000
  for (const byMs of [-yearMs, yearMs]) {
    const it = gateway()
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', 1), ...of('alert', 'keg-01', 2))
    await it.pass(300)
    const now = it.clock.nowMs.bind(it.clock)
    it.clock.nowMs = () => now() + byMs
    await it.keep(...of('pour', 'keg-01', 3))
    for (let second = 0; second < 30; second += 1) {
      it.line.deliver()
      it.forwarder.acknowledged(it.cloud.acks.splice(0))
      await it.pass(1_000)
    }
    expect([byMs, it.forwarder.status().waiting]).toEqual([byMs, 0])
  }
})

describe('drain', () => {
  it('sends what waits at once, and says when the cloud has it', async () => {
    const it = gateway()
    it.line.connect()
    await it.keep(...of('pour', 'keg-01', 1))
    const drained = it.forwarder.drain(5_000)
    await it.pass(50)
    expect(onItsWay(it)).toEqual([['b1', [1]]])
    it.line.deliver()
    it.forwarder.acknowledged(['b1'])
    expect(await drained).toBe(true)
    expect(await it.forwarder.drain(5_000)).toBe(true)
  })

  it('gives up when the time is over', async () => {
    const it = gateway()
    await it.keep(...of('pour', 'keg-01', 1))
    const drained = it.forwarder.drain(5_000)
    await it.pass(5_000, 1_000)
    expect(await drained).toBe(false)
  })
})

it('reads a backlog of 20,000 messages a few at a time', async () => {
  const it = gateway()
  for (let thousand = 0; thousand < 20; thousand += 1) {
    await it.keep(...range(1, 1_000).map((number) => numbered(thousand * 1_000 + number, { kegId: `keg-${number % 20}` })))
  }
  const { spool, line, clock } = it
  it.forwarder.stop()
  let read = 0
  const after = spool.after.bind(spool)
  spool.after = (...of) => {
    const rows = after(...of)
    read += rows.length
    return rows
  }
  const forwarder = createForwarder({ spool, line, clock, batchTopic: BATCH_TOPIC, newId: () => 'one', batchWindow: 1 })
  forwarder.start()
  expect(read).toBe(0)
  line.connect()
  await new Promise(setImmediate)
  expect(read).toBeLessThan(3_000)
  expect(read).toBeGreaterThan(0)
})
