import { describe, expect, it } from 'vitest'
import { counted, readView, viewed, type FleetView } from './fleet-view.ts'
import type { KegRow } from './keg-row.ts'

const row = (kegId: string, more: Partial<KegRow> = {}): KegRow => ({
  kegId, siteId: 'berlin', connection: 'connected', health: 'good', sync: 'in sync', settings: {}, totalMl: 0, pours: 0, attention: 0, ...more,
})
const rows = [
  row('b', { celsius: 5, totalMl: 100, heardAtMs: 3 }),
  row('a', { celsius: 9, siteId: 'munich', heardAtMs: 2 }),
  row('d', { health: 'alert', attention: 100, totalMl: 300, heardAtMs: 1 }),
  row('C', { connection: 'away', sync: 'pending', attention: 70, siteId: 'munich' }),
]
const view = (more: Partial<FleetView> = {}): FleetView => ({ text: '', order: 'keg', query: '', ...more })
const ids = (list: readonly KegRow[]) => list.map(({ kegId }) => kegId).join('')

describe('viewed', () => {
  it.each<[string, Partial<FleetView>, string]>([
    ['all, by name', {}, 'Cabd'],
    ['by attention', { order: 'attention' }, 'dCab'],
    ['by site', { order: 'site' }, 'bdCa'],
    ['the warmest first, what is not known last', { order: 'warmest' }, 'abCd'],
    ['what poured most first', { order: 'poured' }, 'dbCa'],
    ['what was not heard of longest first', { order: 'longest silent' }, 'Cdab'],
    ['of a site', { siteId: 'munich' }, 'Ca'],
    ['by a part of a name, whatever its case', { text: ' D ' }, 'd'],
    ['by a part of a site', { text: 'MUN' }, 'Ca'],
    ['with an alert', { sign: 'alert' }, 'd'],
    ['pending', { sign: 'pending' }, 'C'],
    ['nothing', { text: 'x' }, ''],
  ])('%s', (_, more, shown) => expect(ids(viewed(rows, view(more)))).toBe(shown))

  it('shows what a query found alone', () => expect(ids(viewed(rows, view(), new Set(['a', 'd', 'x'])))).toBe('ad'))
})

it('reads a view from an address, and leaves out what is none', () => {
  expect(readView(new URLSearchParams('q=k&site=berlin&is=away&sort=warmest&query=x:1')))
    .toEqual({ text: 'k', siteId: 'berlin', sign: 'away', order: 'warmest', query: 'x:1' })
  expect(readView(new URLSearchParams('is=toString&sort=constructor'))).toEqual({ text: '', order: 'attention', query: '' })
})

it('counts signs and sites', () => {
  const { signs, sites } = counted(rows)
  expect(signs).toEqual({ alert: 1, away: 1, silent: 0, pending: 1, unknown: 0, good: 2 })
  expect(Object.fromEntries(sites)).toEqual({
    berlin: { kegs: 2, attention: 1, alerts: 1 }, munich: { kegs: 2, attention: 1, alerts: 0 },
  })
})
