import { expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { parseExpression } from './expression.ts'
import { isList, isSeries, type MathValue, type TimeSeries } from './value.ts'

const grid = [0, 60_000, 120_000, 180_000]
const series = (...values: (number | undefined)[]): TimeSeries =>
  new Map(values.flatMap((value, index) => (value === undefined ? [] : [[grid[index] ?? 0, value] as const])))
const queries: Readonly<Record<string, TimeSeries>> = {
  m1: series(1, 2, 3, 4), m2: series(10, undefined, 30, 0), errors: series(undefined, 2, undefined, 8),
}
const context = { grid, periodMs: 60_000, metrics: () => Object.entries(queries), value: (id: string) => queries[id] ?? series() }

const shown = (value: MathValue): unknown =>
  (isList(value) ? value.map(shown) : isSeries(value) ? grid.map((atMs) => value.get(atMs) ?? null) : value)

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
it.each<[string, unknown]>([
  ['m1 + 1', [2, 3, 4, 5]],
  ['m1 + m2', [11, null, 33, 4]],
  ['m1 / m2', [0.1, null, 0.1, null]],
  ['1 + m1 * 2 ^ 2', [5, 9, 13, 17]],
  ['-(m1 - 2)', [1, 0, -1, -2]],
  ['2 - 1 - 1', 0],
  ['SUM(m1)', 10],
  ['m1 / SUM(m1)', [0.1, 0.2, 0.3, 0.4]],
  ['SUM([m1, m2])', [11, 2, 33, 4]],
  ['SUM(METRICS())', [11, 4, 33, 12]],
  ['AVG(METRICS("m"))', [5.5, 2, 16.5, 2]],
  ['MAX(METRICS("m"))', [10, 2, 30, 4]],
  ['MIN(m2)', 0],
  ['METRIC_COUNT(METRICS())', 3],
  ['ABS(-3)', 3],
  ['METRICS("m") * 2', [[2, 4, 6, 8], [20, null, 60, 0]]],
  ['m1 > 2', [0, 0, 1, 1]],
  ['m1 > 1 AND m1 < 4', [0, 1, 1, 0]],
  ['m1 == 1 || m1 == 4', [1, 0, 0, 1]],
  ['IF(m1 > 2, m1, 0)', [0, 0, 3, 4]],
  ['IF(m1 > 2, m2)', [null, null, 30, 0]],
  ['IF(1, m1, m2)', [1, 2, 3, 4]],
  ['FILL(errors, 0)', [0, 2, 0, 8]],
  ['FILL(errors, REPEAT)', [null, 2, 2, 8]],
  ['FILL(errors, LINEAR)', [null, 2, 5, 8]],
  ['100 * FILL(errors, 0) / m1', [0, 100, 0, 200]],
  ['RATE(m1) * 60', [null, 1, 1, 1]],
  ['DIFF(m2)', [null, null, 20, -30]],
  ['RUNNING_SUM(m1)', [1, 3, 6, 10]],
  ['m1 / PERIOD(m1)', [1 / 60, 2 / 60, 3 / 60, 4 / 60]],
])('%s', (text, expected) => {
  expect(shown(evaluate(parseExpression(text), context))).toEqual(expected)
})

it.each([
  '', 'm1 +', '(m1', 'm1 m2', 'SUM(m1, m2)', 'SEARCH("x", "Sum", 300)', 'FILL(m1)', '"text"', 'm1 # m2', '[1]',
])('refuses %s', (text) => {
  expect(() => evaluate(parseExpression(text), context)).toThrow(expect.objectContaining({ name: 'MathError' }))
})
