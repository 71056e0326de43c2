import type { LiveKeg } from '../live/live-store.ts'
import type { ShownHistory } from './history-feed.ts'

/** What a keg measured last, as far as that is known, and as of when. */
export interface NewestValues {
  readonly celsius: number
  readonly kilopascal: number
  /** Absent = not known: the values are means of a while. */
  readonly pouring?: boolean
  readonly cooling?: boolean
  /** By the page's clock where it came live, else by the cloud's or the keg's. */
  readonly atMs: number
}

/** The newest that came live, or that the history has: of a keg behind a gateway that has means of minutes alone. */
export function newestValues(live: LiveKeg | undefined, { points, endMs }: Pick<ShownHistory, 'points' | 'endMs'>): NewestValues | undefined {
  const { telemetry, heardAtMs } = live ?? {}
  const point = points.at(-1)
  if (telemetry !== undefined && heardAtMs !== undefined && (point === undefined || point.fromMs <= heardAtMs)) {
    const { celsius, kilopascal, pouring, cooling } = telemetry
    return { celsius, kilopascal, pouring, cooling, atMs: heardAtMs }
  }
  if (point === undefined) return undefined
  const { fromMs, toMs, celsius, kilopascal } = point
  return { celsius: celsius.mean, kilopascal: kilopascal.mean, atMs: Math.min(toMs, Math.max(fromMs, endMs)) }
}

const SILENT_INTERVALS = 3
const SILENT_MS = 90_000

/** For how long a keg has been silent; absent = it has not been, or nothing is known. `intervalSec`: how often it measures at rest. */
export function silentMs(values: NewestValues | undefined, intervalSec: number, nowMs: number): number | undefined {
  if (values === undefined) return undefined
  const ms = nowMs - values.atMs
  return ms > Math.max(SILENT_MS, SILENT_INTERVALS * intervalSec * 1_000) ? ms : undefined
}
