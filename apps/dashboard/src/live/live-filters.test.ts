import { expect, it } from 'vitest'
import { fleetFilters, kegFilters } from './live-filters.ts'

const sites = (count: number) => Array.from({ length: count }, (_, at) => `site-${at}`)
/** So many sites, and so many kegs at the first of them. */
const there = (count: number, kegs: number) => sites(count).map((siteId, at) => ({ siteId, kegs: at === 0 ? kegs : 0 }))

it.each([[1, 5], [7, 5], [8, 5], [36, 5], [1, 10_000], [36, 10_000]])('watches %i sites with %i kegs within what AWS takes', (count, kegs) => {
  const lists = fleetFilters(sites(count), there(count, kegs))
  expect(lists).toHaveLength(count)
  expect(lists.flat().length + kegFilters('a', 'b').length).toBeLessThanOrEqual(50)
  for (const list of lists) expect([list.length <= 8, list[0]?.endsWith('/summary')]).toEqual([true, true])
  expect(lists.flat().every((filter) => /^keg\/site-\d+\//.test(filter))).toBe(true)
})

it.each<[string, number, boolean]>([['a few kegs', 100, true], ['many', 101, false]])('hears %s one by one: %i, %s', (_, kegs, oneByOne) => {
  expect(fleetFilters(undefined, there(1, kegs)).flat().includes('keg/+/+/telemetry')).toBe(oneByOne)
})

it.each<[count: number, byName: boolean]>([[0, false], [1, true], [41, true], [42, false]])(
  'of all sites, %i of them, watches each summary once, within what AWS takes: by its name, %s', (count, byName) => {
    const lists = fleetFilters(undefined, there(count, 5))
    const summaries = lists.flat().filter((filter) => /^keg\/[^/]+\/summary$/.test(filter))
    expect(summaries).toEqual(byName ? sites(count).map((siteId) => `keg/${siteId}/summary`) : ['keg/+/summary'])
    expect(lists.flat().length + kegFilters('a', 'b').length).toBeLessThanOrEqual(50)
    expect(lists.every(({ length }) => length > 0 && length <= 8)).toBe(true)
    expect(lists.flat()).toEqual(expect.arrayContaining(['keg/+/+/state', 'keg/+/+/telemetry', 'keg/+/+/replies/+']))
  })

it('watches nothing for who may see nothing', () => expect(fleetFilters([], there(1, 5))).toEqual([]))

it('watches what one keg tells', () =>
  expect(kegFilters('berlin', 'keg-01')).toEqual([
    'keg/berlin/keg-01/telemetry', 'keg/berlin/keg-01/pours', 'keg/berlin/keg-01/replies/+',
  ]))
