import { expect, it } from 'vitest'
import type { LiveKeg } from '../live/live-store.ts'
import { kegRow, type KegSources } from './keg-row.ts'
import { RowCache } from './row-cache.ts'

const MINUTE_MS = 60_000
const live = (kegId: string, more: Partial<LiveKeg> = {}): LiveKeg => ({ kegId, siteId: 'berlin', heardAtMs: 0, poursSeen: 0, ...more })
const alert = { siteId: 'berlin', kegId: 'a', alertId: '1', kind: 'gasLow', message: 'no gas', takenAtMs: 0 }

it('makes the rows anew that changed, and keeps the others', () => {
  const cache = new RowCache()
  const sources = new Map<string, KegSources>(['a', 'b'].map((kegId) => [kegId, { kegId, live: live(kegId) }]))
  const rows = (nowMs: number) => cache.rows([...sources.keys()], (kegId) => sources.get(kegId) ?? { kegId }, nowMs)
  const [a, b] = rows(1_000)
  sources.set('b', { kegId: 'b', live: live('b', { siteId: 'munich' }) })
  const again = rows(2_000)
  expect([again[0] === a, again[1] === b, again[1]?.siteId]).toEqual([true, false, 'munich'])
  sources.delete('a')
  expect(rows(2_000)).toEqual([again[1]])
})

it.each<[string, KegSources]>([
  ['a keg', { kegId: 'a', live: live('a') }],
  ['one behind a gateway', { kegId: 'a', live: live('a', { gatewayId: 'gw' }) }],
  ['one with an alert', { kegId: 'a', live: live('a'), alert }],
  ['one that is connected', { kegId: 'a', live: live('a'), state: { kegId: 'a', groups: [], connection: { connected: true, sinceMs: 0 } } }],
  ['one that was never heard of', { kegId: 'a', total: { kegId: 'a', siteId: 'x', pours: 1, totalMl: 1, lastReceivedAtMs: 0 } }],
])('is at any time as if each row of %s were made anew', (_, sources) => {
  const cache = new RowCache()
  for (const nowMs of [0, MINUTE_MS, MINUTE_MS + 1, 3 * MINUTE_MS + 1, 60 * MINUTE_MS])
    expect(cache.rows(['a'], () => sources, nowMs)).toEqual([kegRow(sources, nowMs)])
})
