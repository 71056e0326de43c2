import { expect, it } from 'vitest'
import { chartColumns, chartSummary } from './chart-data.ts'
import type { Slot } from './history.ts'

const flat = (value: number) => ({ min: value, mean: value, max: value })
const slot = (fromMs: number, celsius: number, pouring = 0): Slot =>
  ({ fromMs, toMs: fromMs + 10_000, readings: 1, celsius: flat(celsius), kilopascal: flat(200), pouring, cooling: 0 })

it.each<[string, readonly Slot[], number, readonly number[], readonly (number | null)[]]>([
  ['nothing', [], 0, [], []],
  ['points beside each other', [slot(0, 4), slot(10_000, 5)], 20_000, [5, 15], [4, 5]],
  ['a keg that was silent', [slot(0, 4), slot(100_000, 5)], 200_000, [5, 55, 105], [4, null, 5]],
  ['the point that is not over yet', [slot(0, 4), slot(10_000, 5)], 11_000, [5, 11], [4, 5]],
  ['a point of a clock that is ahead', [slot(10_000, 5)], 0, [10], [5]],
])('draws %s', (_, points, endMs, times, means) => {
  const { timesSec, celsius } = chartColumns(points, { silentMs: 30_000, endMs })
  expect([timesSec, celsius.mean]).toEqual([times, means])
})

it.each<[string, readonly Slot[], number | undefined, string]>([
  ['nothing', [], 4, 'Nothing was measured in the last 1 hour.'],
  [
    'what was measured', [slot(0, 4, 2), slot(10_000, 5.04)], undefined,
    'Temperature in the last 1 hour: from 4.0 °C to 5.0 °C, 5.0 °C at last. Pressure: from 200 to 200 kPa. It poured in 2 readings.',
  ],
  [
    'how that is to be', [slot(0, 4)], 3.5,
    'Temperature in the last 1 hour: from 4.0 °C to 4.0 °C, 4.0 °C at last; its target is 3.5 °C. Pressure: from 200 to 200 kPa. It poured in 0 readings.',
  ],
])('says %s', (_, points, target, text) => {
  expect(chartSummary(points, '1h', target)).toBe(text)
})
