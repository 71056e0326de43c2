import { expect, it } from 'vitest'
import { filtersOf } from './connection.ts'

const sites = (count: number) => Array.from({ length: count }, (_, at) => `site-${at}`)

it.each([1, 8, 9, 36])('watches %i sites within what AWS takes', (count) => {
  const lists = filtersOf(sites(count))
  expect(lists).toHaveLength(count)
  expect(lists.flat().length).toBeLessThanOrEqual(50)
  for (const list of lists) expect(list.length).toBeLessThanOrEqual(8)
  expect(lists.flat().every((filter) => /^keg\/site-\d+\//.test(filter))).toBe(true)
})

it('names of few sites what it watches there, of many all that is there', () => {
  expect(filtersOf(sites(8))[7]).toContain('keg/site-7/+/replies/+')
  expect(filtersOf(sites(9))[8]).toEqual(['keg/site-8/#'])
})

it('watches everything for who may see all, and nothing for who may see nothing', () => {
  const [list = [], ...more] = filtersOf(undefined)
  expect(list).toEqual(expect.arrayContaining(['keg/+/+/pours', 'keg/+/+/replies/+']))
  expect([list.length <= 8, more]).toEqual([true, []])
  expect(filtersOf([])).toEqual([])
})
