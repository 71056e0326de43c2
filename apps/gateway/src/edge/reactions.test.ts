import { edgeFlows } from '@keg/flows'
import { alert, telemetry, type Alert, type PartialSettings } from '@keg/message-schemas/keg'
import { beforeEach, expect, it } from 'vitest'
import { Reactions } from './reactions.ts'

const topic = 'keg/berlin/keg-01/telemetry'
const at = (celsius: number) => telemetry.encode({ v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, celsius, kilopascal: 110, pouring: true, cooling: true })
let wishes: [string, PartialSettings][]
let alerts: Alert[]
let nowMs: number
let reactions: Reactions

beforeEach(() => {
  ;[wishes, alerts, nowMs] = [[], [], 1_000_000]
  let ids = 0
  let seq = 0
  reactions = new Reactions(edgeFlows, 'berlin', {
    wish: async (kegId, desired) => void wishes.push([kegId, desired]),
    alert: async (_kegId, to, payload) => {
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
  expect(alerts).toMatchObject([{ alertId: 'alert-1', kind: 'overTemperature', event: 'raised', value: 15.5, limit: 14, reaction: 'valveClosed' }])
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

it.each([['cold beer', at(5)], ['what is no telemetry', new TextEncoder().encode('{"celsius":"hot"}')], ['bytes', Uint8Array.of(0xff)]])('does nothing about %s', (_, payload) => {
  expect(reactions.look('keg-01', topic, payload)).toBeUndefined()
})
