import { expect, it } from 'vitest'
import { fleetFilters, kegFilters } from './live-filters.ts'

const sites = (count: number) => Array.from({ length: count }, (_, at) => `site-${at}`)

it.each([[1, 5], [7, 5], [8, 5], [36, 5], [1, 10_000], [36, 10_000]])('watches %i sites with %i kegs within what AWS takes', (count, kegs) => {
  const lists = fleetFilters(sites(count), kegs)
  expect(lists).toHaveLength(count)
  expect(lists.flat().length + kegFilters('a', 'b').length).toBeLessThanOrEqual(50)
  for (const list of lists) expect([list.length <= 8, list[0]?.endsWith('/summary')]).toEqual([true, true])
  expect(lists.flat().every((filter) => /^keg\/site-\d+\//.test(filter))).toBe(true)
})

it.each<[string, number, boolean]>([['a few kegs', 100, true], ['many', 101, false]])('hears %s one by one: %i, %s', (_, kegs, oneByOne) => {
  expect(fleetFilters(undefined, kegs).flat().includes('keg/+/+/telemetry')).toBe(oneByOne)
  expect(fleetFilters(undefined, kegs).flat()).toContain('keg/+/summary')
})

it('watches nothing for who may see nothing', () => expect(fleetFilters([], 5)).toEqual([]))

it('watches what one keg tells', () =>
  expect(kegFilters('berlin', 'keg-01')).toEqual([
    'keg/berlin/keg-01/telemetry', 'keg/berlin/keg-01/pours', 'keg/berlin/keg-01/replies/+',
  ]))
