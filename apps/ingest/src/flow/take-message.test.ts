import { batch, pour, type Pour } from '@keg/message-schemas/keg'
import { replayMessage, type HotStore, type QuarantineEntry } from '@keg/store'
import { memoryStore } from '@keg/store/memory'
import { expect, it } from 'vitest'
import { OnwardRefused } from './ingest-batch.ts'
import type { RuleMessage } from './ingest-pour.ts'
import { runRule } from './run-rule.ts'
import { settleFailed } from './settle-failed.ts'
import { takeBatch } from './take-batch.ts'
import { takeQueued, type Take } from './take-message.ts'
import { takePour } from './take-pour.ts'

const NOW_MS = 1_790_000_500_000
const good: Pour = { v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000, pourId: 'p-1', volumeMl: 300, totaliserMl: 300 }
const base64 = (payload: Uint8Array | string) => Buffer.from(payload).toString('base64')
const topic = 'keg/berlin/k-1/pours'
const message = (payload: Uint8Array | string): RuleMessage => ({
  payload: base64(payload), topic, clientId: 'k-1', receivedAtMs: 1_790_000_000_100,
})
const failedAction = (ruleName: string, payload: string, of = topic) => JSON.stringify({
  ruleName, topic: of, cloudwatchTraceId: 't-1', clientId: 'k-1', base64OriginalPayload: base64(payload),
  failures: [{ failedAction: 'RepublishAction', failedResource: 'keg/+/state', errorMessage: 'no such topic' }],
})
const shared = (store: HotStore) => ({ store, rulePrefix: 'keg_dev_' })
const only = async (store: HotStore): Promise<QuarantineEntry> => {
  const { items } = await store.quarantined()
  expect(items).toHaveLength(1)
  return items[0]!
}
const replayOf = (entry: QuarantineEntry) => JSON.stringify(replayMessage(entry, NOW_MS))
/** Keeps an entry whose cause is mended since: its pour is good. */
const mended = async (more: Partial<QuarantineEntry> = {}) => {
  const store = memoryStore()
  await store.quarantine({
    quarantineId: 'q-1', flow: 'pours', reason: 'pourId: missing', topic, receivedAtMs: 1, payloadBase64: base64(pour.encode(good)),
    volumeMl: 300, ...more,
  })
  return { store, entry: await only(store) }
}

it.each<[string, string, string | undefined, Partial<QuarantineEntry>]>([
  ['a failed action of a flow that shares the queue', failedAction('keg_dev_state_request', '{"volumeMl":5}'), undefined, {
    flow: 'state_request', topic, clientId: 'k-1', reason: 'RepublishAction failed: no such topic', payloadBase64: base64('{"volumeMl":5}'),
  }],
  ['a failed action of Basic Ingest, by the topic that the rule saw', failedAction(
    'keg_dev_state', 'x', '$aws/rules/keg_dev_state/$aws/things/k-1/shadow/update/documents',
  ), undefined, { flow: 'state', topic: '$aws/things/k-1/shadow/update/documents' }],
  ['a failed action of a rule of another stage, by its name', failedAction('other_rule', 'x'), undefined, { flow: 'other_rule' }],
  ['what the queue of a flow gave up', JSON.stringify(message('x')), 'alerts', {
    flow: 'alerts', topic, clientId: 'k-1', receivedAtMs: 1_790_000_000_100, reason: 'the handler of alerts failed with it each time',
  }],
  ['a replay that its queue gave up', JSON.stringify({ ...message('x'), flow: 'state' }), undefined, {
    flow: 'state', reason: 'the handler of state failed with it each time',
  }],
  ['what nobody knows', 'hello', 'alerts', {
    flow: 'alerts', topic: 'unknown', payloadBase64: base64('hello'), reason: 'not a message of the alerts rule',
  }],
])('keeps %s with its flow and its bytes', async (_, body, flow, expected) => {
  const store = memoryStore()
  for (let times = 0; times < 2; times++) await settleFailed(body, 7, { ...shared(store), ...(flow === undefined ? {} : { flow }) })
  const entry = await only(store)
  expect(entry).toMatchObject(expected)
  expect(entry.volumeMl).toBeUndefined()
})

it('tells the same bytes of two flows apart', async () => {
  const store = memoryStore()
  for (const rule of ['keg_dev_state', 'keg_dev_reported']) await settleFailed(failedAction(rule, 'x'), 7, shared(store))
  expect((await store.quarantined()).items.map(({ flow }) => flow).sort()).toEqual(['reported', 'state'])
})

it.each([
  ['', 'no JSON'], ['{}', 'no message'], ['{"payload":"%%","topic":"t","receivedAtMs":1}', 'no base64'],
])('quarantines the body %j at once, %s: it would fail each time', async (body) => {
  const store = memoryStore()
  const take: Take = () => Promise.reject(new Error('It is not to be taken.'))
  expect(await takeQueued(body, 7, { flow: 'pours', take, store })).toMatchObject({
    done: false, told: { reason: 'not a message of the pours rule' },
  })
  expect(await only(store)).toMatchObject({ flow: 'pours', topic: 'unknown', payloadBase64: base64(body) })
})

it.each<[string, (store: HotStore, body: string) => Promise<unknown>]>([
  ['its queue', (store, body) => takeQueued(body, 7, { flow: 'pours', take: takePour(store), store })],
  ['the quarantine queue, to which its queue gave it up', (store, body) =>
    settleFailed(body, 7, { ...shared(store), flow: 'pours', take: takePour(store) })],
])('books a replay from %s, and closes its entry, however often it comes', async (_, take) => {
  const { store, entry } = await mended()
  for (let times = 0; times < 3; times++) await take(store, replayOf(entry))
  expect(await store.keg('k-1')).toMatchObject({ pours: 1, totalMl: 300 })
  expect(await store.quarantinedEntry('q-1')).toMatchObject({ state: 'replayed', replayedAtMs: NOW_MS, bookedAs: 'k-1/p-1' })
  expect(await store.countQuarantined()).toBe(0)
})

it('closes the entry of a pour that is in the ledger already', async () => {
  const { store, entry } = await mended()
  await takePour(store)(message(pour.encode(good)))
  await takeQueued(replayOf(entry), 7, { flow: 'pours', take: takePour(store), store })
  expect([await store.countQuarantined(), (await store.keg('k-1'))?.totalMl]).toEqual([0, 300])
})

it('stays one entry with the newer reason where a replay fails again, though its id is another than its bytes would have', async () => {
  const { store, entry } = await mended({ payloadBase64: base64(JSON.stringify({ ...good, pourId: undefined })), reason: 'older' })
  await takeQueued(replayOf(entry), 7, { flow: 'pours', take: takePour(store), store })
  expect(await only(store)).toMatchObject({ quarantineId: 'q-1', reason: expect.stringContaining('pourId'), failures: 2, volumeMl: 300 })
})

it('leaves the entry open while the store fails, and books it when it is there again', async () => {
  const { store, entry } = await mended()
  const failing: HotStore = { ...store, recordPour: () => Promise.reject(new Error('throttled')) }
  await expect(takeQueued(replayOf(entry), 7, { flow: 'pours', take: takePour(failing), store })).rejects.toThrow('throttled')
  expect(await only(store)).toEqual(entry)
  await takeQueued(replayOf(entry), 7, { flow: 'pours', take: takePour(store), store })
  expect(await store.countQuarantined()).toBe(0)
})

it('keeps what its flow fails with each time, after the queue has delivered it five times, and a replay of it books it once', async () => {
  const store = memoryStore()
  // The store takes the pour, but the word of it gets lost.
  const failing: HotStore = {
    ...store, recordPour: async (...given) => store.recordPour(...given).then(() => Promise.reject(new Error('no answer'))),
  }
  const settle = (received: number) =>
    settleFailed(JSON.stringify(message(pour.encode(good))), 7, { ...shared(store), flow: 'pours', take: takePour(failing) }, received)
  for (const received of [1, 2, 3, 4]) await expect(settle(received)).rejects.toThrow('no answer')
  expect(await store.countQuarantined()).toBe(0)
  for (const received of [5, 6]) expect(await settle(received)).toMatchObject({ done: false })
  const entry = await only(store)
  expect(entry).toMatchObject({
    flow: 'pours', topic, volumeMl: 300, payloadBase64: base64(pour.encode(good)),
    reason: 'the handler of pours failed with it 6 times more: no answer',
  })
  for (let times = 0; times < 2; times++) await takeQueued(replayOf(entry), 7, { flow: 'pours', take: takePour(store), store })
  expect(await store.keg('k-1')).toMatchObject({ pours: 1, totalMl: 300 })
  expect(await store.countQuarantined()).toBe(0)
})

it('leaves a message to its queue while it can not be kept either', async () => {
  const failing: HotStore = { ...memoryStore(), quarantine: () => Promise.reject(new Error('throttled')) }
  const take: Take = () => Promise.reject(new Error('no answer'))
  await expect(settleFailed(JSON.stringify(message('x')), 7, { ...shared(failing), flow: 'pours', take }, 9)).rejects.toThrow('throttled')
})

const batchPorts = (store: HotStore) => ({
  store, acks: { booked: async () => undefined }, onward: async () => undefined, sites: { isAt: async () => true },
})
const takeBatchOf = (store: HotStore, entry: QuarantineEntry) =>
  takeQueued(replayOf(entry), 7, { flow: 'batch', take: takeBatch(batchPorts(store)), store })

it.each<[string, string, boolean]>([
  ['of its site', 'berlin/gw-1', true], ['of another site', 'munich/gw-9', false], ['whose gateway nobody can tell', 'berlin', false],
])('replays a message of a batch by itself, %s, as its gateway may: booked %s %s', async (_, batchTopic, isBooked) => {
  const { store, entry } = await mended({ flow: 'batch', batchTopic })
  await takeBatchOf(store, entry)
  expect((await store.keg('k-1'))?.totalMl).toBe(isBooked ? 300 : undefined)
  expect(await store.countQuarantined()).toBe(isBooked ? 0 : 1)
  if (!isBooked) expect(await only(store)).toMatchObject({ quarantineId: 'q-1', flow: 'batch', batchTopic, failures: 2 })
})

it('keeps a bad pour of a batch as one of the flow, with the topic of its batch', async () => {
  const store = memoryStore()
  const inner = { topic, takenAtMs: 1, payload: '{"volumeMl":20}' }
  await takeBatch(batchPorts(store))({ ...message(batch.encode({ v: 1, batchId: 'b', messages: [inner] })), topic: 'berlin/gw-1' })
  expect(await only(store)).toMatchObject({ flow: 'batch', batchTopic: 'berlin/gw-1', topic, volumeMl: 20 })
})

it('closes a whole batch once all in it is done, and what is bad in it has an entry of its own', async () => {
  const messages = [
    { topic, takenAtMs: 1, payload: Buffer.from(pour.encode(good)).toString() }, { topic, takenAtMs: 1, payload: '{"volumeMl":20}' },
  ]
  const { volumeMl: _volumeMl, ...whole } = (await mended({
    flow: 'batch', topic: 'berlin/gw-1', payloadBase64: base64(batch.encode({ v: 1, batchId: 'b', messages })),
  })).entry
  const store = memoryStore()
  await store.quarantine(whole)
  for (let times = 0; times < 2; times++) await takeBatchOf(store, whole)
  expect(await store.quarantinedEntry('q-1')).toMatchObject({ state: 'replayed' })
  expect((await store.quarantined()).items).toMatchObject([{ flow: 'batch', batchTopic: 'berlin/gw-1', volumeMl: 20 }])
  expect((await store.keg('k-1'))?.totalMl).toBe(300)
})

it('replays a message of a flow that has a rule alone by handing it to that rule, and closes its entry after that', async () => {
  const { store, entry } = await mended({ flow: 'state', topic: '$aws/things/k-1/shadow/update/documents', payloadBase64: base64('{}') })
  const sent: string[] = []
  const take = (onward: (to: string) => Promise<void>) =>
    takeQueued(replayOf(entry), 7, { flow: 'unknown', take: runRule({ ...shared(store), onward }), store })
  await expect(take(() => Promise.reject(new Error('throttled')))).rejects.toThrow('throttled')
  expect(await only(store)).toEqual(entry)
  await take(async (to) => void sent.push(to))
  expect(sent).toEqual(['$aws/rules/keg_dev_state/$aws/things/k-1/shadow/update/documents'])
  expect(await store.countQuarantined()).toBe(0)
})

it.each(['people', 'alerts'])('does a replay once, however often people ask for it, of a flow as %s that books no pour', async (flow) => {
  const { store, entry } = await mended({ flow, payloadBase64: base64('{}') })
  const taken: (string | undefined)[] = []
  const take: Take = async (message) => ({ done: taken.push(message.flow) > 0 })
  for (const askedAtMs of [NOW_MS, NOW_MS + 1, NOW_MS + 2]) {
    expect(await takeQueued(JSON.stringify(replayMessage(entry, askedAtMs)), 7, { flow: 'unknown', take, store })).toEqual({ done: true })
  }
  expect(taken).toEqual([flow])
  expect(await store.quarantinedEntry('q-1')).toMatchObject({ state: 'replayed', replayedAtMs: NOW_MS })
  await store.quarantine({ ...entry, reason: 'again' })
  await takeQueued(replayOf(await only(store)), 7, { flow: 'unknown', take, store })
  expect(taken).toEqual([flow, flow])
})

it('leaves the entry open of a message that its rule fails with again, whichever word comes first, and of one that is refused', async () => {
  const { store, entry } = await mended({ flow: 'state', payloadBase64: base64('{}') })
  const take = (onward: () => Promise<void>) =>
    takeQueued(replayOf(entry), 7, { flow: 'unknown', take: runRule({ ...shared(store), onward }), store })
  await take(async () => store.quarantine({ ...entry, reason: 'no such topic' }))
  expect(await only(store)).toMatchObject({ reason: 'no such topic', failures: 2 })
  await take(() => Promise.reject(new OnwardRefused('too large')))
  expect(await only(store)).toMatchObject({ quarantineId: 'q-1', reason: 'too large', failures: 3 })
})
