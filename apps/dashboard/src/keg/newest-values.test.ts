import { expect, it } from 'vitest'
import type { LiveKeg } from '../live/live-store.ts'
import type { Slot } from './history.ts'
import { newestValues, silentMs } from './newest-values.ts'

const flat = (value: number) => ({ min: value, mean: value, max: value })
const point = (fromMs: number): Slot =>
  ({ fromMs, toMs: fromMs + 10_000, readings: 6, celsius: flat(5), kilopascal: flat(200), pouring: 1, cooling: 0 })
const live = (heardAtMs: number): LiveKeg => ({
  kegId: 'k-1', siteId: 'berlin', poursSeen: 0, heardAtMs,
  telemetry: { v: 1, bootId: 'b', seq: 0, takenAtMs: 1, celsius: 4, kilopascal: 190, pouring: true, cooling: false },
})

it.each<[string, LiveKeg | undefined, readonly Slot[], unknown]>([
  ['nothing', undefined, [], undefined],
  ['nothing live', { kegId: 'k-1', siteId: 'berlin', poursSeen: 1 }, [point(50_000)], { celsius: 5, kilopascal: 200, atMs: 60_000 }],
  ['live', live(70_000), [], { celsius: 4, kilopascal: 190, pouring: true, cooling: false, atMs: 70_000 }],
  ['live at last', live(70_000), [point(60_000)], { celsius: 4, kilopascal: 190, pouring: true, cooling: false, atMs: 70_000 }],
  ['live before', live(40_000), [point(50_000)], { celsius: 5, kilopascal: 200, atMs: 60_000 }],
  ['in a point that is not over', undefined, [point(95_000)], { celsius: 5, kilopascal: 200, atMs: 100_000 }],
])('knows what came %s', (_, keg, points, expected) => {
  expect(newestValues(keg, { points, endMs: 100_000 })).toEqual(expected)
})

it.each([[90_000, 10, undefined], [90_001, 10, 90_001], [200_000, 100, undefined], [300_001, 100, 300_001]])(
  'after %i ms a keg that measures every %i s is silent for %s', (ms, intervalSec, expected) => {
    expect(silentMs({ celsius: 4, kilopascal: 200, atMs: 0 }, intervalSec, ms)).toBe(expected)
  },
)
