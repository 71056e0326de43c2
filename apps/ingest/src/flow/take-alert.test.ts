import { alert, type Alert } from '@keg/message-schemas/keg'
import { replayMessage } from '@keg/store'
import { memoryAlerts } from '@keg/store/alerts/memory'
import { memoryStore } from '@keg/store/memory'
import { expect, it } from 'vitest'
import type { RuleMessage } from './ingest-pour.ts'
import { settleFailed } from './settle-failed.ts'
import { takeAlert } from './take-alert.ts'
import { takeQueued } from './take-message.ts'

const NOW_MS = 1_790_000_500_000
const raised: Alert = {
  v: 1, bootId: 'b-1', seq: 3, takenAtMs: 1_790_000_000_000, alertId: 'a-1', kind: 'overTemperature', event: 'raised', value: 12.5,
  limit: 9, message: 'It is warm.',
}
const cleared: Alert = { ...raised, seq: 4, takenAtMs: 1_790_000_060_000, event: 'cleared', value: 7, message: 'It is cold again.' }
const topic = 'keg/berlin/k-1/alerts'
const bodyOf = (payload: Uint8Array | string, more: Partial<RuleMessage> = {}): RuleMessage => ({
  payload: Buffer.from(payload).toString('base64'), topic, clientId: 'k-1', receivedAtMs: 1_790_000_000_100, flow: 'alerts', ...more,
})
/** The registry has this keg at Berlin, and no other. */
const sites = { isAt: async (kegId: string, siteId: string) => `${siteId}/${kegId}` === 'berlin/k-1' }
const fresh = () => {
  const [store, alerts] = [memoryStore(), memoryAlerts({ nowMs: () => NOW_MS })]
  return {
    store, alerts,
    take: (body: object) => takeQueued(JSON.stringify(body), 7, { flow: 'alerts', take: takeAlert({ alerts, store, sites }), store }),
  }
}
const word = ({ takenAtMs, value, limit, message }: Alert) => ({ takenAtMs, value, limit, message, receivedAtMs: 1_790_000_000_100 })

it('takes no word of a gateway for a keg of another site, which it would silence', async () => {
  const { store, alerts, take } = fresh()
  const foreign = bodyOf(alert.encode(cleared), { topic: 'keg/munich/k-1/alerts', clientId: 'gw-9' })
  expect(await take(foreign)).toMatchObject({ done: false, told: { reason: expect.stringContaining('gw-9 speaks for no other') } })
  expect((await store.quarantined()).items).toMatchObject([{ flow: 'alerts', topic: 'keg/munich/k-1/alerts' }])
  expect(await alerts.alert({ kegId: 'k-1', alertId: 'a-1' })).toBeUndefined()
})

it('keeps what is said of an alert, once, with the place that the topic names', async () => {
  const { store, alerts, take } = fresh()
  for (const each of [raised, raised, cleared, raised]) expect(await take(bodyOf(alert.encode(each)))).toEqual({ done: true })
  expect(await alerts.alert({ kegId: 'k-1', alertId: 'a-1' })).toEqual({
    kegId: 'k-1', alertId: 'a-1', siteId: 'berlin', kind: 'overTemperature', raised: word(raised), cleared: word(cleared),
  })
  expect(await store.countQuarantined()).toBe(0)
})

it.each<[string, RuleMessage, RegExp]>([
  ['no JSON', bodyOf('half an al'), /not JSON/],
  ['no text', bodyOf(new Uint8Array([0xff])), /UTF-8/],
  ['a kind that nobody knows', bodyOf(JSON.stringify({ ...raised, kind: 'onFire' })), /kind/],
  ['a topic of pours', bodyOf(alert.encode(raised), { topic: 'keg/berlin/k-1/pours' }), /topic/],
])('has in quarantine at once, under its flow, what is %s', async (_, body, reason) => {
  const { store, take } = fresh()
  expect(await take(body)).toMatchObject({ done: false })
  expect((await store.quarantined()).items).toMatchObject([
    { flow: 'alerts', reason: expect.stringMatching(reason), topic: body.topic, payloadBase64: body.payload, clientId: 'k-1' },
  ])
})

it('rejects while the store does, so that Lambda tries again', async () => {
  const { store, alerts } = fresh()
  const take = takeAlert({ alerts: { ...alerts, recordAlert: () => Promise.reject(new Error('throttled')) }, store, sites })
  await expect(takeQueued(JSON.stringify(bodyOf(alert.encode(raised))), 7, { flow: 'alerts', take, store })).rejects.toThrow('throttled')
  expect(await store.countQuarantined()).toBe(0)
})

it('keeps what Lambda gave up, with its flow, its bytes and what the function failed with, and takes it as it is replayed', async () => {
  const { store, alerts, take } = fresh()
  const body = bodyOf(alert.encode(raised))
  const record = {
    version: '1.0', timestamp: '2026-11-29T12:00:00.000Z', requestPayload: body,
    requestContext: {
      requestId: 'r-1', functionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:f:$LATEST', condition: 'RetriesExhausted',
      approximateInvokeCount: 3,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorType: 'Error', errorMessage: 'throttled' },
  }
  for (let times = 0; times < 2; times++) await settleFailed(JSON.stringify(record), 7, { store, rulePrefix: 'keg_dev_' })
  const { items: [entry] } = await store.quarantined()
  expect(entry).toMatchObject({
    flow: 'alerts', topic, clientId: 'k-1', payloadBase64: body.payload, receivedAtMs: body.receivedAtMs,
    reason: 'the handler of alerts failed with it each time: throttled',
  })
  if (entry === undefined) return
  for (let times = 0; times < 2; times++) expect(await take(replayMessage(entry, NOW_MS))).toEqual({ done: true })
  expect((await alerts.openAlerts({ siteId: 'berlin' })).items.map(({ alertId }) => alertId)).toEqual(['a-1'])
  expect(await store.countQuarantined()).toBe(0)
})

it.each([
  [{
    requestContext: { condition: 'EventAgeExceeded' }, requestPayload: bodyOf('x'),
  }, 'the handler of alerts failed with it each time', topic],
  [{ requestContext: { condition: 'RetriesExhausted' }, requestPayload: { odd: 1 } }, 'not a message of the unknown rule', 'unknown'],
])('keeps what Lambda gave up with less to say: %j', async (record, reason, of) => {
  const { store } = fresh()
  await settleFailed(JSON.stringify(record), 7, { store, rulePrefix: 'keg_dev_' })
  expect((await store.quarantined()).items).toMatchObject([{ reason, topic: of }])
})
