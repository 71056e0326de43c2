import type { Slot } from './history.ts'
import { RANGES, type RangeName } from './ranges.ts'
import { celsiusText } from '../shell/words.ts'

type Column = readonly (number | null)[]

/** What a chart draws: columns of equal length, by time; `null` where the keg was silent. */
export interface ChartColumns {
  /** Epoch seconds: the middle of each point. */
  readonly timesSec: readonly number[]
  readonly celsius: { readonly min: Column; readonly mean: Column; readonly max: Column }
  readonly kilopascal: Column
  /** Readings that were taken while it poured: it takes one each second then. */
  readonly pouring: Column
}

/** The columns of points; a keg that says nothing for longer than `silentMs` leaves a gap. No point lies after `endMs`. */
export function chartColumns(
  points: readonly Slot[], { silentMs, endMs }: { readonly silentMs: number; readonly endMs: number },
): ChartColumns {
  const rows: { readonly ms: number; readonly slot?: Slot }[] = []
  for (const slot of points) {
    const before = rows.at(-1)?.slot
    if (before !== undefined && slot.fromMs - before.toMs > silentMs) rows.push({ ms: (before.toMs + slot.fromMs) / 2 })
    rows.push({ ms: Math.max(slot.fromMs, Math.min((slot.fromMs + slot.toMs) / 2, endMs)), slot })
  }
  const column = (of: (slot: Slot) => number): Column => rows.map(({ slot }) => (slot === undefined ? null : of(slot)))
  return {
    timesSec: rows.map(({ ms }) => ms / 1_000),
    celsius: {
      min: column(({ celsius }) => celsius.min), mean: column(({ celsius }) => celsius.mean), max: column(({ celsius }) => celsius.max),
    },
    kilopascal: column(({ kilopascal }) => kilopascal.mean),
    pouring: column(({ pouring }) => pouring),
  }
}

/** What the chart shows, for who does not see it. */
export function chartSummary(points: readonly Slot[], range: RangeName, targetCelsius: number | undefined): string {
  const newest = points.at(-1)
  if (newest === undefined) return `Nothing was measured in the last ${RANGES[range].label}.`
  const [min, max] = [Math.min(...points.map(({ celsius }) => celsius.min)), Math.max(...points.map(({ celsius }) => celsius.max))]
  const [low, high] = [
    Math.min(...points.map(({ kilopascal }) => kilopascal.min)), Math.max(...points.map(({ kilopascal }) => kilopascal.max)),
  ]
  const pouring = points.reduce((sum, point) => sum + point.pouring, 0)
  const target = targetCelsius === undefined ? '' : `; its target is ${celsiusText(targetCelsius)}`
  return `Temperature in the last ${RANGES[range].label}: from ${celsiusText(min)} to ${celsiusText(max)}, ${celsiusText(newest.celsius.mean)} at last${target}. `
    + `Pressure: from ${low.toFixed(0)} to ${high.toFixed(0)} kPa. It poured in ${pouring} readings.`
}
