import { expect, it } from 'vitest'
import { percentile, spread } from './percentile.ts'

it.each([
  [[], 50, undefined],
  [[7], 99, 7],
  [[3, 1, 2], 50, 2],
  [[4, 1, 3, 2], 50, 2],
  [Array.from({ length: 100 }, (_, index) => index + 1), 99, 99],
])('of %j at %d: %s', (values, p, expected) => {
  expect(percentile(values, p)).toBe(expected)
})

it('says null where nothing was measured', () => {
  expect(spread([])).toEqual({ p50: null, p99: null })
  expect(spread([1.4, 2.6])).toEqual({ p50: 1, p99: 3 })
})
