import { defineMessage, upgradeFrom } from '@keg/message-schemas'
import { alert, batch, batchAcks, pour, reply, reported, summary, type BatchedMessage, type Pour } from '@keg/message-schemas/keg'
import type { HotStore } from '@keg/store'
import { memoryStore } from '@keg/store/memory'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { bookBatch } from './book-batch.ts'
import { ingestBatch as ingest, OnwardRefused, type IngestedBatch, type Onward } from './ingest-batch.ts'
import type { PourReader, RuleMessage } from './ingest-pour.ts'
import type { KegSites } from './keg-sites.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')
const pourOf = (pourId: string, volumeMl = 300): Pour => ({
  v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000, pourId, volumeMl, totaliserMl: volumeMl,
})
const inner = (kegId: string, pourId: string, siteId = 'berlin'): BatchedMessage => ({
  topic: pour.topic.format({ siteId, kegId }), takenAtMs: 1_790_000_000_001, payload: text(pour.encode(pourOf(pourId))),
})
const of = (messages: readonly BatchedMessage[], topic = 'berlin/gw-1'): RuleMessage => ({
  topic, clientId: 'gw-1', receivedAtMs: 1_790_000_060_000,
  payload: base64(batch.encode({ v: 1, batchId: 'batch-1', messages: [...messages] })),
})
const booked = { siteId: 'berlin', gatewayId: 'gw-1', batchId: 'batch-1' }
const nobody: Onward = () => Promise.reject(new Error('Nothing is to be published.'))
/** Kegs whose names begin with "k" stand at Berlin. */
const sites: KegSites = { isAt: async (kegId, siteId) => siteId === 'berlin' && kegId.startsWith('k') }
const ingestBatch = (message: RuleMessage, store: HotStore, pours?: PourReader) =>
  ingest(message, { store, onward: nobody, sites, ...(pours === undefined ? {} : { pours }) })
const spread = { min: 4, mean: 4.5, max: 5 }

it('books each message once, however often the batch comes', async () => {
  const store = memoryStore()
  const message = of([inner('k-1', 'p-1'), inner('k-2', 'p-1'), inner('k-1', 'p-2')])
  expect(await ingestBatch(message, store)).toEqual({ recorded: 3, duplicates: 0, quarantined: 0, booked })
  expect(await ingestBatch(message, store)).toEqual({ recorded: 0, duplicates: 3, quarantined: 0, booked })
  expect(await store.keg('k-1')).toMatchObject({ siteId: 'berlin', pours: 2, totalMl: 600 })
})

it('books pours of this version and of the one before in one batch', async () => {
  // As the program of schema 1 wrote them, and as one of schema 2 will, which says which tap it was.
  const messages = JSON.parse(
    readFileSync(new URL('../../test/fixtures/batch-of-two-versions.json', import.meta.url), 'utf8'),
  ) as BatchedMessage[]
  const next = defineMessage({
    name: 'pour', version: 2, topic: 'keg/{siteId}/{kegId}/pours',
    schema: pour.schema.extend({ v: z.literal(2), tap: z.int() }),
    upgrades: { 1: upgradeFrom(pour.schema, (older) => ({ ...older, v: 2, tap: 1 })) },
  })
  const store = memoryStore()
  expect(await ingestBatch(of(messages), store, next)).toEqual({ recorded: 3, duplicates: 0, quarantined: 0, booked })
  expect(await store.keg('keg-01')).toMatchObject({ pours: 3, totalMl: 1_050 })
  // The cloud comes first: one that does not know the next version quarantines it, and books the rest.
  const behind = memoryStore()
  expect(await ingestBatch(of(messages), behind)).toEqual({ recorded: 2, duplicates: 0, quarantined: 1, booked })
  expect((await behind.quarantined()).items).toMatchObject([{ reason: 'schema version 2, expected 1', volumeMl: 250 }])
})

it.each([
  ['a pour', inner('x-1', 'p-1')],
  ['a minute', { topic: summary.topic.format({ siteId: 'berlin', kegId: 'x-1' }), takenAtMs: 1, payload: '{}' }],
  ['an alert', { topic: alert.topic.format({ siteId: 'berlin', kegId: 'x-1' }), takenAtMs: 1, payload: '{}' }],
])('takes %s of no keg that the registry does not have at the site of the gateway', async (_, message) => {
  const store = memoryStore()
  expect(await ingestBatch(of([message]), store)).toEqual({ recorded: 0, duplicates: 0, quarantined: 1, booked })
  expect((await store.quarantined()).items).toMatchObject([
    { reason: 'the registry has no keg x-1 at berlin, and gw-1 speaks for no other' },
  ])
  expect(await store.keg('x-1')).toBeUndefined()
})

it('keeps minutes', async () => {
  const store = memoryStore()
  const minute = {
    v: 1 as const, bootId: 'b-1', fromSeq: 0, toSeq: 5, takenAtMs: 1_790_000_040_000, readings: 6, celsius: spread, kilopascal: spread,
    pouring: 0, cooling: 1,
  }
  await ingestBatch(of([{ topic: 'keg/berlin/k-1/summary', takenAtMs: 1, payload: text(summary.encode(minute)) }]), store)
  const { v: _version, ...kept } = minute
  expect((await store.minutes('k-1')).items).toEqual([{ ...kept, siteId: 'berlin', kegId: 'k-1' }])
})

it.each<[string, BatchedMessage, RegExp]>([
  ['a pour of another site', inner('k-9', 'p-1', 'munich'), /gw-1 of berlin speaks for no other site/],
  ['a pour that is none', { ...inner('k-1', 'p-1'), payload: '{"v":1}' }, /pourId/],
  ['bytes that are no text', { topic: 'keg/berlin/k-1/pours', takenAtMs: 1, payloadBase64: base64(Uint8Array.of(0xff)) }, /UTF-8/],
  ['a topic that is none of ours', { topic: 'weather/berlin', takenAtMs: 1, payload: '{}' }, /topic/],
  ['telemetry', { topic: 'keg/berlin/k-1/telemetry', takenAtMs: 1, payload: '{}' }, /comes in a batch/],
])('quarantines %s by itself, and books the rest', async (_, bad, reason) => {
  const store = memoryStore()
  expect(await ingestBatch(of([inner('k-1', 'p-7'), bad]), store)).toEqual({ recorded: 1, duplicates: 0, quarantined: 1, booked })
  const { items } = await store.quarantined()
  expect(items).toMatchObject([{
    topic: bad.topic, reason: expect.stringMatching(reason), clientId: 'gw-1',
    payloadBase64: bad.payloadBase64 ?? base64(bad.payload ?? ''),
  }])
  expect(await store.keg('k-9')).toBeUndefined()
})

it.each<[string, RuleMessage, IngestedBatch['booked']]>([
  ['no batch', { ...of([inner('k-1', 'p-1')]), payload: base64('{"batchId":"batch-1"}') }, booked],
  ['bytes', { ...of([inner('k-1', 'p-1')]), payload: base64(Uint8Array.of(0xff)) }, undefined],
  ['a topic of nobody', of([inner('k-1', 'p-1')], 'berlin'), undefined],
])('quarantines %s whole, and acknowledges it where it has an id', async (_, message, expected) => {
  const store = memoryStore()
  const ingested = await ingestBatch(message, store)
  expect(ingested).toMatchObject({ recorded: 0, quarantined: 1 })
  expect(ingested.booked).toEqual(expected)
  expect((await store.quarantined()).items).toHaveLength(1)
})

it('takes the whole Basic Ingest topic, as a failed action tells it', async () => {
  expect(await ingestBatch(of([inner('k-1', 'p-1')], '$aws/rules/keg_dev_batch/berlin/gw-1'), memoryStore())).toMatchObject({ booked })
})

it('answers the gateway after the store has it, and not where the store fails', async () => {
  const told: object[] = []
  const acks = { booked: async (one: object) => void told.push(one) }
  const failing: HotStore = { ...memoryStore(), recordPour: () => Promise.reject(new Error('throttled')) }
  await expect(bookBatch(of([inner('k-1', 'p-1')]), { store: failing, acks, onward: nobody, sites })).rejects.toThrow('throttled')
  expect(told).toEqual([])
  await bookBatch(of([inner('k-1', 'p-1')]), { store: memoryStore(), acks, onward: nobody, sites })
  expect(told).toEqual([booked])
  expect(batchAcks.topic.format(booked)).toBe('keg/berlin/gateways/gw-1/acks')
})

const envelope = { v: 1 as const, bootId: 'b-1', seq: 0, takenAtMs: 1 }
it.each<[string, string, Uint8Array]>([
  ['alerts', alert.topic.format({ siteId: 'berlin', kegId: 'k-1' }), alert.encode({
    ...envelope, alertId: 'a-1', kind: 'overTemperature', event: 'raised', message: 'warm',
  })],
  ['replies', reply.topic.format({ siteId: 'berlin', kegId: 'k-1', commandId: 'c-1' }), reply.encode({ ...envelope, status: 'SUCCEEDED' })],
  [
    'what a keg reported', reported.topic.format({ siteId: 'berlin', kegId: 'k-1' }),
    reported.encode({ v: 1, reported: { targetCelsius: 4 } }),
  ],
  ['bytes on the topic of an alert', alert.topic.format({ siteId: 'berlin', kegId: 'k-1' }), Uint8Array.of(0xff)],
])('publishes %s on their own topic, as they came, and acknowledges the batch after', async (_, topic, bytes) => {
  const seen: unknown[] = []
  const carried = Buffer.from(text(bytes)).equals(bytes) ? { payload: text(bytes) } : { payloadBase64: base64(bytes) }
  const message = of([inner('k-1', 'p-1'), { topic, takenAtMs: 1, ...carried }])
  const acks = { booked: async (one: object) => void seen.push(one) }
  expect(await bookBatch(message, {
    store: memoryStore(), acks, sites, onward: async (to, payload) => void seen.push([to, base64(payload)]),
  })).toEqual({ recorded: 1, duplicates: 0, quarantined: 0, published: 1, booked })
  expect(seen).toEqual([[topic, base64(bytes)], booked])
  const failing = bookBatch(message, { store: memoryStore(), acks, sites, onward: () => Promise.reject(new Error('throttled')) })
  await expect(failing).rejects.toThrow('throttled')
  expect(seen).toHaveLength(2)
})

it('quarantines by itself what is refused for good on its own topic, and books what stands before and behind it', async () => {
  const store = memoryStore()
  const topic = 'keg/berlin/k-1/replies/a\u0001b'
  const message = of([inner('k-1', 'p-1'), { topic, takenAtMs: 1, payload: '{}' }, inner('k-1', 'p-2')])
  const told: object[] = []
  const onward = () => Promise.reject(new OnwardRefused('AWS IoT does not take it: InvalidRequestException'))
  expect(await bookBatch(message, { store, onward, sites, acks: { booked: async (one) => void told.push(one) } })).toEqual({
    recorded: 2, duplicates: 0, quarantined: 1, booked,
  })
  expect((await store.quarantined()).items).toMatchObject([
    { topic, reason: 'AWS IoT does not take it: InvalidRequestException', payloadBase64: base64('{}') },
  ])
  expect(told).toEqual([booked])
})

it('publishes nothing of another site, and nothing that is for kegs', async () => {
  const store = memoryStore()
  const topics = ['keg/munich/k-9/alerts', 'keg/berlin/k-1/commands/c-1', '$aws/things/k-1/shadow/update', 'keg/berlin/k-1/state']
  const ingested = await ingestBatch(of(topics.map((topic) => ({ topic, takenAtMs: 1, payload: '{}' }))), store)
  expect(ingested).toEqual({ recorded: 0, duplicates: 0, quarantined: topics.length, booked })
})

it.each<[string, (plain: Buffer) => Uint8Array, object]>([
  ['books a batch that comes gzipped, as a large one does', (plain) => gzipSync(plain), { recorded: 1, quarantined: 0, booked }],
  ['quarantines one whose gzip is cut off', (plain) => gzipSync(plain).subarray(0, 40), { recorded: 0, quarantined: 1 }],
  [
    'quarantines one whose gzip is cut off after its id, and acknowledges it', (plain) => gzipSync(plain).subarray(0, -20),
    { recorded: 0, quarantined: 1, booked },
  ],
  [
    'quarantines one that unzips to more than any gateway sends, and acknowledges it by the id with which it begins',
    (plain) => gzipSync(Buffer.concat([plain.subarray(0, -2), Buffer.alloc(20_000_000, 0x20), plain.subarray(-2)])),
    { recorded: 0, quarantined: 1, booked },
  ],
  [
    'quarantines one that unzips to more than any gateway sends', () => gzipSync(Buffer.alloc(2_000_000, 0x20)),
    { recorded: 0, quarantined: 1 },
  ],
])('%s', async (_, packed, expected) => {
  const store = memoryStore()
  const message = of([inner('k-1', 'p-1')])
  expect(await ingestBatch({ ...message, payload: base64(packed(Buffer.from(message.payload, 'base64'))) }, store)).toMatchObject(expected)
})
