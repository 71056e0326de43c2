import { siteSummary, telemetry } from '@keg/message-schemas/keg'
import { expect, it } from 'vitest'
import { SiteReadings } from './site-readings.ts'

const reading = (seq: number) =>
  telemetry.encode({ v: 1, bootId: 'b-1', seq, takenAtMs: seq, celsius: 5, kilopascal: 110, pouring: false, cooling: false })
const told = (due: ReturnType<SiteReadings['due']>) => due.map(({ topic, payload }) => {
  const decoded = siteSummary.decode(payload)
  return { topic, kegs: decoded.ok ? decoded.value.kegs.map(({ kegId, seq }) => [kegId, seq]) : decoded.reason }
})

it('tells of every keg in one message a minute, each with its last reading', () => {
  const site = new SiteReadings({ siteId: 'berlin', gatewayId: 'gw-01' })
  expect(site.due(0)).toEqual([])
  site.take('keg-01', reading(1), 0)
  site.take('keg-02', reading(2), 900)
  expect(site.due(900)).toEqual([])
  expect(told(site.due(1_000))).toEqual([{ topic: 'keg/berlin/summary', kegs: [['keg-01', 1], ['keg-02', 2]] }])
  site.take('keg-01', reading(3), 10_000)
  site.take('keg-01', reading(4), 20_000)
  expect(site.due(60_999)).toEqual([])
  expect(told(site.due(61_000))).toEqual([{ topic: 'keg/berlin/summary', kegs: [['keg-01', 4]] }])
  expect(site.due(200_000)).toEqual([])
})

it('goes on after the clock was set back, and passes over what is no reading', () => {
  const site = new SiteReadings({ siteId: 'berlin', gatewayId: 'gw-01' })
  site.take('keg-01', reading(1), 1_000_000)
  expect(site.due(1_001_000)).toHaveLength(1)
  site.take('keg-01', new TextEncoder().encode('{"v":1}'), 0)
  expect(site.due(5_000)).toEqual([])
  site.take('keg-01', reading(2), 0)
  expect(site.due(5_000)).toHaveLength(1)
})

it('splits a site of more kegs than a message holds', () => {
  const site = new SiteReadings({ siteId: 'berlin', gatewayId: 'gw-01' })
  for (let keg = 0; keg < 501; keg++) site.take(`keg-${keg}`, reading(keg), 0)
  const due = site.due(1_000)
  expect(told(due).map(({ kegs }) => kegs.length)).toEqual([500, 1])
  expect(Math.max(...due.map(({ payload }) => payload.length))).toBeLessThan(128 * 1_024)
})
