import { pourFlow } from '@keg/flows'
import { pour, type Pour } from '@keg/message-schemas/keg'
import { compileRule } from '@keg/rule-dsl'
import type { HotStore } from '@keg/store'
import { memoryStore } from '@keg/store/memory'
import { expect, it } from 'vitest'
import { ingestPour, quarantine, type RuleMessage } from './ingest-pour.ts'
import { readFailedMessage, readRuleMessage } from './rule-message.ts'

const good: Pour = { v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000, pourId: 'p-1', volumeMl: 500, totaliserMl: 1_500 }
const base64 = (payload: Uint8Array | string) => Buffer.from(payload).toString('base64')
const message = (payload: Uint8Array | string, topic = 'keg/berlin/k-1/pours'): RuleMessage => ({
  payload: base64(payload), topic, clientId: 'k-1', receivedAtMs: 1_790_000_000_100,
})

it('counts a pour once', async () => {
  const store = memoryStore()
  expect(await ingestPour(message(pour.encode(good)), store)).toEqual({ kind: 'recorded' })
  expect(await ingestPour(message(pour.encode(good)), store)).toEqual({ kind: 'duplicate' })
  expect(await store.keg('k-1')).toMatchObject({ siteId: 'berlin', pours: 1, totalMl: 500 })
})

it.each<[string, RuleMessage, RegExp, number | undefined]>([
  ['bytes that are no text', message(Uint8Array.of(0xff)), /UTF-8/, undefined],
  ['half a JSON', message('{"v":1,"volumeMl":3'), /not JSON/, undefined],
  ['a pour that misses a field', message(JSON.stringify({ ...good, pourId: undefined })), /pourId/, 500],
  ['a volume that is no number', message(JSON.stringify({ ...good, volumeMl: 'much' })), /volumeMl/, undefined],
  ['a topic of another kind', message(pour.encode(good), 'keg/berlin/k-1/telemetry'), /topic/, 500],
])('quarantines %s with the reason and the bytes', async (_, bad, reason, volumeMl) => {
  const store = memoryStore()
  expect(await ingestPour(bad, store)).toEqual({ kind: 'quarantined', reason: expect.stringMatching(reason) })
  expect(await ingestPour(bad, store)).toMatchObject({ kind: 'quarantined' })
  const { items } = await store.quarantined()
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ payloadBase64: bad.payload, topic: bad.topic, clientId: 'k-1', reason: expect.stringMatching(reason) })
  expect(items[0]?.volumeMl).toBe(volumeMl)
  expect(await store.kegs()).toEqual({ items: [] })
})

it('quarantines 128 KB of no JSON, the largest payload, as the rule hands it on', async () => {
  const payload = Buffer.alloc(128 * 1024, 'no JSON ')
  const result = compileRule(pourFlow.rule.rule).evaluate({ topic: 'keg/berlin/k-1/pours', payload }, {
    nowMs: 1_790_000_000_100, clientId: 'k-1',
  })
  if (result.kind !== 'matched') expect.fail(`the rule ${result.kind}`)
  const store = memoryStore()
  expect(await ingestPour(readRuleMessage(Buffer.from(result.payload).toString()), store)).toEqual({
    kind: 'quarantined', reason: expect.stringMatching(/not JSON/),
  })
  expect((await store.quarantined()).items[0]?.payloadBase64).toBe(payload.toString('base64'))
})

it('keeps an entry within an item of DynamoDB, whatever made its flow fail', async () => {
  const store = memoryStore()
  const bad = message(Buffer.alloc(128 * 1024, 'x'))
  for (const reason of ['ä'.repeat(500_000), `${'x'.repeat(998)}🍺🍺`]) await quarantine(bad, reason, store)
  const { items: [entry] } = await store.quarantined()
  expect(entry?.reason).toMatch(/^x{998}.…$/u)
  expect(Buffer.byteLength(JSON.stringify(entry))).toBeLessThan(400_000)
  expect(await ingestPour(message(JSON.stringify({ ...good, v: ['x'.repeat(100_000)] })), store)).toMatchObject({
    kind: 'quarantined', reason: expect.stringMatching(/^schema version .{100}, expected 1$/),
  })
})

it('quarantines another volume under the same pour', async () => {
  const store = memoryStore()
  await ingestPour(message(pour.encode(good)), store)
  expect(await ingestPour(message(pour.encode({ ...good, volumeMl: 400 })), store)).toMatchObject({ kind: 'quarantined' })
  expect((await store.quarantined()).items[0]).toMatchObject({ volumeMl: 400 })
})

it('leaves a pour to its queue while the store fails', async () => {
  const failing: HotStore = { ...memoryStore(), recordPour: () => Promise.reject(new Error('throttled')) }
  await expect(ingestPour(message(pour.encode(good)), failing)).rejects.toThrow('throttled')
})

it.each<[string, string, RuleMessage | undefined]>([
  ['a pour that the queue gave up', JSON.stringify(message('x')), message('x')],
  [
    'a failed action',
    JSON.stringify({
      ruleName: 'keg_pours', topic: 'keg/berlin/k-1/pours', cloudwatchTraceId: 't-1', clientId: 'k-1', base64OriginalPayload: base64('x'),
      failures: [{ failedAction: 'SqsAction', failedResource: 'pours', errorMessage: 'no such queue' }],
    }),
    { ...message('x'), receivedAtMs: 7 },
  ],
  ['nothing in what nobody knows', 'hello', undefined],
])('reads %s from the quarantine queue', (_, body, expected) => {
  expect(readFailedMessage(body, 7)).toEqual(expected)
})

it.each(['', 'null', '{}', '{"payload":"%%","topic":"t","receivedAtMs":1}'])('does not take %j for a pour', (body) => {
  expect(() => readRuleMessage(body)).toThrow()
})
