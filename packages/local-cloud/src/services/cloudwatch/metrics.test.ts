import { expect, it } from 'vitest'
import { memoryShelves } from '../../ground/shelf.ts'
import { Metrics } from './metrics.ts'
import { statistic, statisticSet, StatisticSum, type StatisticSet } from './statistic-set.ts'

const merged = (...sets: readonly StatisticSet[]) => sets.reduce((sum, set) => sum.add(set), new StatisticSum()).set

const HOUR_MS = 3_600_000
const START_MS = Date.parse('2026-11-27T12:00:00Z')
const metric = { namespace: 'Bar', name: 'ml', dimensions: [{ Name: 'a', Value: '1' }, { Name: 'b', Value: '2' }] }

function metricsAt() {
  const shelves = memoryShelves()
  const clock = { nowMs: START_MS }
  const open = () => new Metrics(shelves, () => clock.nowMs)
  return { clock, open, metrics: open() }
}
const sums = (metrics: Metrics, range: { startMs: number; endMs: number; periodMs: number; unit?: string }) =>
  [...metrics.range(metric, range)].map(([atMs, { sum }]) => [(atMs - START_MS) / 1000, sum])
const datum = (value: number, atSec: number, more: { resolutionSec?: 1 | 60; unit?: string } = {}) => ({
  metric, atMs: START_MS + atSec * 1000, unit: 'Count', resolutionSec: 60 as const, set: statisticSet([[value, 1]]), ...more,
})

it('are grouped by period, from the start on', () => {
  const { metrics } = metricsAt()
  for (const [value, atSec] of [[1, 0], [2, 59], [4, 60], [8, 180]] as const) metrics.put(datum(value, atSec))
  expect(sums(metrics, { startMs: START_MS, endMs: START_MS + HOUR_MS, periodMs: 60_000 })).toEqual([[0, 3], [60, 4], [180, 8]])
  expect(sums(metrics, { startMs: START_MS, endMs: START_MS + HOUR_MS, periodMs: 120_000 })).toEqual([[0, 7], [120, 8]])
  expect(sums(metrics, { startMs: START_MS + 60_000, endMs: START_MS + 180_000, periodMs: 120_000 })).toEqual([[60, 4]])
})

it('are told apart by unit, and are one where none is asked for', () => {
  const { metrics } = metricsAt()
  metrics.put(datum(1, 0))
  metrics.put(datum(2, 0, { unit: 'Bytes' }))
  metrics.put({ ...datum(4, 0), metric: { ...metric, dimensions: metric.dimensions.toReversed() } })
  const range = { startMs: START_MS, endMs: START_MS + 60_000, periodMs: 60_000 }
  expect([sums(metrics, range), sums(metrics, { ...range, unit: 'Bytes' }), metrics.units(metric)])
    .toEqual([[[0, 7]], [[0, 2]], ['Count', 'Bytes']])
  expect(metrics.list()).toHaveLength(1)
})

it('outlive a restart', () => {
  const { metrics, open } = metricsAt()
  metrics.put(datum(1, 0))
  metrics.put(datum(2, 1000))
  metrics.count('AWS/Lambda', 'Errors', { FunctionName: 'f' }, 1)
  const again = open()
  expect(sums(again, { startMs: START_MS, endMs: START_MS + HOUR_MS, periodMs: 60_000 })).toEqual([[0, 1], [960, 2]])
  // What services count is written with the next save.
  expect(again.list()).toHaveLength(1)
  metrics.save()
  expect(open().list()).toHaveLength(2)
})

it('become minutes after three hours, and nothing after fifteen days', () => {
  const { metrics, clock, open } = metricsAt()
  for (const atSec of [1, 2, 61]) metrics.put(datum(atSec, atSec, { resolutionSec: 1 }))
  const bySecond = { startMs: START_MS, endMs: START_MS + HOUR_MS, periodMs: 1000 }
  expect(sums(metrics, bySecond)).toEqual([[1, 1], [2, 2], [61, 61]])
  clock.nowMs += 4 * HOUR_MS
  metrics.save()
  expect(sums(metrics, bySecond)).toEqual([[0, 3], [60, 61]])
  expect(sums(open(), bySecond)).toEqual([[0, 3], [60, 61]])
  clock.nowMs += 16 * 24 * HOUR_MS
  metrics.save()
  expect([sums(metrics, bySecond), sums(open(), bySecond)]).toEqual([[], []])
})

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
it.each<[string, number | undefined]>([
  ['SampleCount', 5], ['Sum', 160], ['Average', 32], ['Minimum', 10], ['Maximum', 100], ['p0', 10], ['p50', 20], ['p75', 20], ['p90', 68],
  ['p100', 100], ['tm90', undefined],
])('%s is %s', (name, expected) => {
  const value = statistic(name, merged(statisticSet([[100, 1], [10, 2]]), statisticSet([[20, 2]])))
  expect(value === undefined ? undefined : Math.round(value * 1000) / 1000).toBe(expected)
})

it('have percentiles of sets only where they can be known', () => {
  const set = { count: 3, sum: 30, min: 5, max: 15 }
  expect([statistic('p50', set), statistic('p50', { ...set, min: 10, max: 10 }), statistic('p99', merged(set, statisticSet([[1, 1]])))])
    .toEqual([undefined, 10, undefined])
})

it('keep many different values to two digits', () => {
  const set = merged(...Array.from({ length: 1000 }, (_, index) => statisticSet([[index + 1, 1]])))
  expect(set.values?.length).toBeLessThan(250)
  expect([set.sum, statistic('p50', set), statistic('p99', set)]).toEqual([500_500, 500, 990])
})
