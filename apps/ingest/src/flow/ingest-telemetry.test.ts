import { telemetryFlow } from '@keg/flows'
import { telemetry, type Telemetry } from '@keg/message-schemas/keg'
import { compileRule } from '@keg/rule-dsl'
import { ReadingsNotKept, type HotStore, type Reading, type ReadingStore } from '@keg/store'
import { memoryStore } from '@keg/store/memory'
import { memoryReadings } from '@keg/store/readings/memory'
import { expect, it } from 'vitest'
import { decideTelemetry } from './decide-telemetry.ts'
import { giveUp } from './give-up.ts'
import { ingestTelemetry, type StreamRecord } from './ingest-telemetry.ts'
import { takeMessage } from './take-message.ts'
import { takeTelemetry } from './take-telemetry.ts'

const T = 1_790_000_000_000
const good = (seq = 0): Telemetry => ({
  v: 1, bootId: 'b-1', seq, takenAtMs: T + seq, celsius: 4, kilopascal: 200, pouring: false, cooling: true,
})
const base64 = (payload: Uint8Array | string) => Buffer.from(payload).toString('base64')
const TOPIC = 'keg/berlin/k-1/telemetry'

/** The registry has this keg at Berlin, and no other. */
const sites = { isAt: async (kegId: string, siteId: string) => `${siteId}/${kegId}` === 'berlin/k-1' }

/** As the rule hands it on. */
function record(payload: Uint8Array | string, sequenceNumber = '1', topic = TOPIC, clientId = 'k-1'): StreamRecord {
  const result = compileRule(telemetryFlow.rule.rule).evaluate({ topic, payload: Buffer.from(payload) }, { nowMs: T + 100, clientId })
  if (result.kind !== 'matched') expect.fail(`the rule ${result.kind}`)
  return { sequenceNumber, data: base64(result.payload), arrivedAtMs: T + 150 }
}

function ports(
  { store = memoryStore(), readings = memoryReadings({ minutes: store }) }: { store?: HotStore; readings?: ReadingStore } = {},
) {
  return { store, readings, sites, flow: 'telemetry', nowMs: () => T + 200 }
}
const count = async ({ readings }: { readings: ReadingStore }) =>
  (await readings.readings('k-1', { fromMs: 0, toMs: 2 * T, points: 1 }))[0]?.readings ?? 0
/** Takes all but those with these places in the boot. */
const without = (readings: ReadingStore, ...seqs: readonly number[]): ReadingStore => ({
  ...readings,
  recordReadings: async (given, storedAtMs) => {
    const lost = given.filter(({ seq }) => seqs.includes(seq))
    await readings.recordReadings(given.filter(({ seq }) => !seqs.includes(seq)), storedAtMs)
    if (lost.length > 0) throw new ReadingsNotKept(lost, { cause: new Error('slow down') })
  },
})

it('takes no word of a gateway for a keg that the registry does not have at its site, and waits for a registry that can not be asked', async () => {
  const given = ports()
  const foreign = record(telemetry.encode(good()), '1', 'keg/munich/k-1/telemetry', 'gw-9')
  const own = record(telemetry.encode(good()), '2', TOPIC, 'gw-1')
  expect(await ingestTelemetry([foreign, own], given)).toMatchObject({
    quarantined: 1, kept: [{ siteId: 'berlin', gatewayId: 'gw-1' }], failed: [],
  })
  expect((await given.store.quarantined()).items).toMatchObject([
    { flow: 'telemetry', reason: 'the registry has no keg k-1 at munich, and gw-9 speaks for no other' },
  ])
  const away = { ...given, sites: { isAt: () => Promise.reject(new Error('throttled')) } }
  expect(await ingestTelemetry([foreign], away)).toMatchObject({ quarantined: 0, kept: [], failed: [{ error: new Error('throttled') }] })
})

it('keeps what is good once, and files what is bad, in one batch', async () => {
  const given = ports()
  const records = [
    record(telemetry.encode(good(0))), record('half a rea'), record(telemetry.encode(good(1))), record(telemetry.encode(good(0))),
    record(JSON.stringify({ ...good(2), celsius: 'hot' })), { ...record(''), data: base64('hello') },
  ]
  for (let times = 0; times < 2; times++)
    expect(await ingestTelemetry(records, given)).toMatchObject({ quarantined: 3, failed: [], kept: [{ seq: 0 }, { seq: 1 }, { seq: 0 }] })
  expect(await count(given)).toBe(2)
  const { items } = await given.store.quarantined()
  expect(items.map(({ flow, topic, reason }) => [flow, topic, reason])).toEqual(expect.arrayContaining([
    ['telemetry', TOPIC, expect.stringMatching(/not JSON/)], ['telemetry', TOPIC, expect.stringMatching(/celsius/)],
    ['telemetry', 'unknown', expect.stringMatching(/not a message of the telemetry rule/)],
  ]))
  expect(await given.readings.newest('k-1')).toMatchObject({ seq: 1, siteId: 'berlin', receivedAtMs: T + 100, storedAtMs: T + 200 })
})

it.each<[string, Partial<Parameters<typeof decideTelemetry>[0]>, object]>([
  ['a keg\'s own', { clientId: 'k-1' }, { reading: expect.not.objectContaining({ gatewayId: expect.anything() }) }],
  ['what a gateway hands on', { clientId: 'gw-1' }, { reading: expect.objectContaining({ gatewayId: 'gw-1', kegId: 'k-1' }) }],
  ['what came over HTTPS', { clientId: 'n/a' }, { reading: expect.not.objectContaining({ gatewayId: expect.anything() }) }],
  ['of whom nobody knows', {}, { reading: expect.not.objectContaining({ gatewayId: expect.anything() }) }],
  ['another topic', { topic: 'keg/berlin/k-1/pours' }, { refused: 'the topic is not that of telemetry' }],
])('reads %s', (_, more, expected) => {
  expect(decideTelemetry({ topic: TOPIC, payload: base64(telemetry.encode(good())), receivedAtMs: T, ...more })).toEqual(expected)
})

it('says which records are in no store, and why', async () => {
  const { store, readings, ...rest } = ports()
  const records = [0, 1, 2, 3].map((seq) => record(telemetry.encode(good(seq)), String(seq)))
  const ingested = await ingestTelemetry(records, { ...rest, store, readings: without(readings, 1, 3) })
  expect(ingested.failed.map(({ record: { sequenceNumber } }) => sequenceNumber)).toEqual(['1', '3'])
  expect(ingested.kept.map(({ seq }) => seq)).toEqual([0, 2])
  expect(await count({ readings })).toBe(2)
  const down = { ...store, quarantine: () => Promise.reject(new Error('throttled')) }
  const poison = await ingestTelemetry([record('x', '7'), ...records], { ...rest, readings, store: down })
  expect(poison.failed.map(({ record: { sequenceNumber } }) => sequenceNumber)).toEqual(['7'])
  expect(await count({ readings })).toBe(4)
})

it('settles what the stream gave up: after all where it can, else in quarantine with what the store failed with', async () => {
  const { store, readings, ...rest } = ports()
  const records = [0, 1, 2].map((seq) => record(telemetry.encode(good(seq)), String(seq)))
  expect(await giveUp([...records, record('x')], { ...rest, store, readings: without(readings, 1) })).toEqual({ kept: 2, quarantined: 2 })
  expect(await count({ readings })).toBe(2)
  const entries = (await store.quarantined()).items
  expect(entries.map(({ flow, payloadBase64, reason }) => [flow, payloadBase64, reason])).toEqual(expect.arrayContaining([
    ['telemetry', base64(telemetry.encode(good(1))), 'the handler of telemetry failed with it each time: Error: slow down'],
    ['telemetry', base64('x'), expect.stringMatching(/not JSON/)],
  ]))
  const down = { ...store, quarantine: () => Promise.reject(new Error('throttled')) }
  await expect(giveUp(records, { ...rest, store: down, readings: without(readings, 1) })).rejects.toThrow('throttled')
})

it('takes a replay into the readings as it was received, and closes its entry after that', async () => {
  const { store, readings, nowMs } = ports()
  const entry = {
    quarantineId: 'q-1', flow: 'telemetry', reason: 'slow down', topic: TOPIC, clientId: 'k-1', receivedAtMs: T + 7,
    payloadBase64: base64(telemetry.encode(good())),
  }
  await store.quarantine(entry)
  const message = {
    flow: 'telemetry', topic: TOPIC, clientId: 'k-1', receivedAtMs: T + 7, payload: entry.payloadBase64,
    replay: { quarantineId: 'q-1', failures: 1, replayedAtMs: T + 9 },
  }
  const take = (to: ReadingStore) => takeMessage(message, takeTelemetry({ store, readings: to, nowMs }), store)
  await expect(take(without(readings, 0))).rejects.toThrow(ReadingsNotKept)
  expect(await store.countQuarantined()).toBe(1)
  for (let times = 0; times < 2; times++) expect(await take(readings)).toEqual({ done: true })
  expect(await store.quarantinedEntry('q-1')).toMatchObject({ state: 'replayed' })
  expect(await readings.newest('k-1')).toEqual({ ...readingOf(good()), receivedAtMs: T + 7, storedAtMs: T + 200 } satisfies Reading
    & { storedAtMs: number })
})

const readingOf = ({ v: _v, ...measured }: Telemetry) => ({ ...measured, kegId: 'k-1', siteId: 'berlin' })
