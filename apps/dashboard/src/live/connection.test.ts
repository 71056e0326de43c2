import { expect, it } from 'vitest'
import { filtersOf } from './connection.ts'

const sites = (count: number) => Array.from({ length: count }, (_, at) => `site-${at}`)

it.each([1, 10, 11, 36])('watches %i sites within what AWS takes', (count) => {
  const lists = filtersOf(sites(count))
  expect(lists).toHaveLength(count)
  expect(lists.flat().length).toBeLessThanOrEqual(50)
  for (const list of lists) expect(list.length).toBeLessThanOrEqual(8)
  expect(lists.flat().every((filter) => /^keg\/site-\d+\//.test(filter))).toBe(true)
})

it('watches everything for who may see all, and nothing for who may see nothing', () => {
  expect(filtersOf(undefined).flat()).toContain('keg/+/+/pours')
  expect(filtersOf([])).toEqual([])
})
