import { describe, expect, it } from 'vitest'
import type { FoundKeg, KegTotal } from '../api/client.ts'
import type { LiveKeg } from '../live/live-store.ts'
import { kegRow, LOOK_AT, type KegSources } from './keg-row.ts'

const NOW_MS = 1_790_000_000_000
const MINUTE_MS = 60_000
const kegId = 'keg-01'
const telemetry = { v: 1, bootId: 'b', seq: 1, takenAtMs: 0, celsius: 4.5, kilopascal: 110, pouring: false, cooling: false } as const
const heard = (agoMs: number, more: Partial<LiveKeg> = {}): LiveKeg =>
  ({ kegId, siteId: 'berlin', telemetry, heardAtMs: NOW_MS - agoMs, poursSeen: 0, ...more })
const indexed = (more: Partial<FoundKeg> = {}): FoundKeg => ({ kegId, siteId: 'berlin', groups: [], ...more })
const connected = indexed({ connection: { connected: true, sinceMs: NOW_MS - MINUTE_MS } })
const gone = (agoMs: number) => indexed({ connection: { connected: false, sinceMs: NOW_MS - agoMs, reason: 'CONNECTION_LOST' } })
const neverThere = indexed({ connection: { connected: false } })
const row = (sources: Omit<KegSources, 'kegId'>) => kegRow({ kegId, ...sources }, NOW_MS)

describe('whether a keg is there', () => {
  it.each<[string, Omit<KegSources, 'kegId'>, string, string]>([
    ['nothing is known', {}, 'unknown', 'unknown'],
    ['it poured once', { total: { kegId, siteId: 'berlin', pours: 1, totalMl: 300, lastReceivedAtMs: 0 } satisfies KegTotal }, 'unknown', 'unknown'],
    ['the index has it, and it speaks', { state: connected, live: heard(1_000) }, 'connected', 'good'],
    ['the index has it, and it is silent', { state: connected, live: heard(5 * MINUTE_MS) }, 'connected', 'silent'],
    ['the index has it, and it never spoke', { state: connected }, 'connected', 'unknown'],
    ['it went', { state: gone(10 * MINUTE_MS), live: heard(11 * MINUTE_MS) }, 'away', 'silent'],
    ['it went a moment ago', { state: gone(1_000), live: heard(500) }, 'away', 'good'],
    ['it came back since', { state: gone(10 * MINUTE_MS), live: heard(1_000) }, 'connected', 'good'],
    ['it never was there, and speaks', { state: neverThere, live: heard(1_000) }, 'connected', 'good'],
    ['it never was there', { state: neverThere }, 'unknown', 'unknown'],
    ['it is silent, and nobody knows', { live: heard(5 * MINUTE_MS) }, 'unknown', 'silent'],
    ['it is behind a gateway', { state: neverThere, live: heard(MINUTE_MS, { gatewayId: 'gw' }) }, 'behind a gateway', 'good'],
    ['its gateway is silent', { state: neverThere, live: heard(5 * MINUTE_MS, { gatewayId: 'gw' }) }, 'unknown', 'silent'],
  ])('%s', (_, sources, connection, health) => expect(row(sources)).toMatchObject({ connection, health }))

  it('takes a keg that measures seldom for silent later', () => {
    const settings = { version: 1, reported: { intervalSec: 600 }, pending: false }
    expect(row({ state: { ...connected, settings }, live: heard(5 * MINUTE_MS) }).health).toBe('good')
    expect(row({ state: { ...connected, settings }, live: heard(31 * MINUTE_MS) }).health).toBe('silent')
  })
})

describe('whether it does what is wished', () => {
  const told = (version: number, targetCelsius: number) =>
    ({ kegId, version, desired: { targetCelsius: 4 }, reported: { targetCelsius }, timestampSec: 0 })
  it.each<[string, Omit<KegSources, 'kegId'>, string]>([
    ['nobody knows', { state: connected }, 'unknown'],
    ['by the index', { state: indexed({ settings: { version: 1, desired: { targetCelsius: 4 }, pending: true } }) }, 'pending'],
    ['by the line', { live: heard(0, { settings: told(2, 4) }) }, 'in sync'],
    ['by the newer one, the line', { state: indexed({ settings: told2(1, 6) }), live: heard(0, { settings: told(2, 4) }) }, 'in sync'],
    ['by the newer one, the index', { state: indexed({ settings: told2(3, 6) }), live: heard(0, { settings: told(2, 4) }) }, 'pending'],
  ])('%s', (_, sources, sync) => expect(row(sources).sync).toBe(sync))

  function told2(version: number, targetCelsius: number) {
    return { version, desired: { targetCelsius: 4 }, reported: { targetCelsius }, pending: true }
  }
})

it('stands where it was heard from last, and shows what is wrong first', () => {
  const alert = { siteId: 'berlin', kegId, alertId: 'a', kind: 'gasLow', message: 'no gas', takenAtMs: 0 }
  const wrong = row({ state: connected, live: heard(0, { siteId: 'munich' }), alert })
  expect(wrong).toMatchObject({ siteId: 'munich', health: 'alert', alert: 'no gas', celsius: 4.5 })
  const good = row({ state: { ...connected, settings: { pending: false, desired: {} } }, live: heard(0) })
  expect([good.attention, wrong.attention >= 100, row({}).attention >= LOOK_AT]).toEqual([0, true, true])
})
