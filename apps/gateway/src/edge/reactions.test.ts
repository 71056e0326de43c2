import { edgeFlows } from '@keg/flows'
import { alert, telemetry, type Alert, type PartialSettings } from '@keg/message-schemas/keg'
import { beforeEach, expect, it } from 'vitest'
import { Reactions } from './reactions.ts'

const topic = 'keg/berlin/keg-01/telemetry'
const at = (celsius: number) =>
  telemetry.encode({ v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, celsius, kilopascal: 110, pouring: true, cooling: true })
let wishes: [string, PartialSettings][]
let alerts: Alert[]
let desiredValve: PartialSettings['valve']
/** What fails while it is true, as on a disk that is full. */
let failing: { wish: boolean; alert: boolean }
let nowMs: number
let reactions: Reactions

beforeEach(() => {
  ;[wishes, alerts, nowMs, desiredValve, failing] = [[], [], 1_000_000, undefined, { wish: false, alert: false }]
  let ids = 0
  let seq = 0
  reactions = new Reactions(edgeFlows, 'berlin', {
    wish: async (kegId, desired) => {
      if (failing.wish) throw new Error('The disk is full.')
      wishes.push([kegId, desired])
      desiredValve = desired.valve
    },
    desiredValve: () => desiredValve,
    alert: async (_kegId, to, payload) => {
      if (failing.alert) throw new Error('The disk is full.')
      expect(to).toBe('keg/berlin/keg-01/alerts')
      const decoded = alert.decode(payload)
      alerts.push(decoded.ok ? decoded.value : expect.fail(decoded.reason))
    },
    newId: () => `alert-${++ids}`, nowMs: () => nowMs, envelope: () => ({ bootId: 'gw', seq: seq++ }), log: () => undefined,
  })
})

it('closes the valve of a keg that is too warm, and says so, once', async () => {
  await reactions.look('keg-01', topic, at(15.5))
  await reactions.look('keg-01', topic, at(16))
  expect(wishes).toEqual([['keg-01', { valve: 'closed', valveReason: 'overTemperature' }]])
  expect(alerts).toMatchObject([
    { alertId: 'alert-1', kind: 'overTemperature', event: 'raised', value: 15.5, limit: 14, reaction: 'valveClosed' },
  ])
})

it('says that it is over when it was for a minute, and does not open the valve by itself', async () => {
  await reactions.look('keg-01', topic, at(15.5))
  nowMs += 30_000
  await reactions.look('keg-01', topic, at(9))
  expect(alerts).toHaveLength(1)
  nowMs += 60_000
  await reactions.look('keg-01', topic, at(9))
  expect(alerts).toMatchObject([{ event: 'raised' }, { event: 'cleared', alertId: 'alert-1' }])
  expect(wishes).toHaveLength(1)
  await reactions.look('keg-01', topic, at(20))
  expect(alerts.at(-1)).toMatchObject({ event: 'raised', alertId: 'alert-2' })
})

it.each([
  ['cold beer', at(5)], ['what is no telemetry', new TextEncoder().encode('{"celsius":"hot"}')], ['bytes', Uint8Array.of(0xff)],
])('does nothing about %s', (_, payload) => {
  expect(reactions.look('keg-01', topic, payload)).toBeUndefined()
})

it.each([
  { fails: 'wish' as const, atFirst: { wishes: 0, alerts: 1 } },
  { fails: 'alert' as const, atFirst: { wishes: 1, alerts: 0 } },
])('does what failed at the next match, and only that: $fails', async ({ fails, atFirst }) => {
  failing = { wish: false, alert: false, [fails]: true }
  for (const celsius of [15.5, 16]) await expect(reactions.look('keg-01', topic, at(celsius))).rejects.toThrow('The disk is full.')
  expect({ wishes: wishes.length, alerts: alerts.length }).toEqual(atFirst)
  failing[fails] = false
  nowMs += 10_000
  for (const celsius of [17, 18]) await reactions.look('keg-01', topic, at(celsius))
  expect(wishes).toHaveLength(1)
  expect(alerts).toMatchObject([{ alertId: 'alert-1', value: 15.5, takenAtMs: 1_000_000 }])
})

it('acknowledges a reading that comes while the first one is being kept with that one, and does nothing twice', async () => {
  await Promise.all([reactions.look('keg-01', topic, at(15.5)), reactions.look('keg-01', topic, at(16))])
  expect([wishes.length, alerts.length]).toEqual([1, 1])
})

it('says that it is over once more where that was not kept', async () => {
  await reactions.look('keg-01', topic, at(15.5))
  nowMs += 90_000
  failing.alert = true
  await expect(reactions.look('keg-01', topic, at(5))).rejects.toThrow('The disk is full.')
  failing.alert = false
  await reactions.look('keg-01', topic, at(5))
  expect(alerts.map(({ event }) => event)).toEqual(['raised', 'cleared'])
})

it('wishes again, without another alert, while the beer is warm and the valve is wished to be open', async () => {
  await reactions.look('keg-01', topic, at(15.5))
  desiredValve = 'open'
  await reactions.look('keg-01', topic, at(15.5))
  await reactions.look('keg-01', topic, at(15.5))
  expect([wishes.length, alerts.length]).toEqual([2, 1])
})

it.each([
  '1e999', '101', '1e308',
])('closes the valve by %s degrees, which no schema has checked, and takes it for no value', async (celsius) => {
  await reactions.look('keg-01', topic, new TextEncoder().encode(`{"celsius":${celsius}}`))
  expect(wishes).toHaveLength(1)
  expect(alerts).toMatchObject([{ event: 'raised' }])
  expect(alerts[0]).not.toHaveProperty('value')
})
