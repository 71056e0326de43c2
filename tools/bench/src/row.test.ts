import { expect, it } from 'vitest'
import { row } from './row.ts'

it.each([
  [1, 1, '<= 2', true],
  [4, 2, '<= 2', true],
  [4.1, 2, '<= 2', false],
  [20, 2, '>= 10', true],
  [19, 2, '>= 10', false],
  [0, 2, '<= 2', true],
] as const)('%d against %d, goal %s: met %s', (value, reference, goal, met) => {
  expect(row('a hop', 'ns', value, reference, goal)).toMatchObject({ ratio: value / reference, goal, met })
})

it('rounds what it shows, not what it compares', () => {
  expect(row('a hop', 'ns', 2.0001, 1, '<= 2')).toMatchObject({ value: 2, ratio: 2, met: false })
})
