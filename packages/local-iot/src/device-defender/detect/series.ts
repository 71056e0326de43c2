import type { MetricValue } from '../../model/model.generated.ts'
import { DATAPOINT_SEC } from './metrics.ts'

export const DATAPOINT_MS = DATAPOINT_SEC * 1000
/** How long the values of a metric can be listed. */
const KEPT_MS = 24 * 3600 * 1000

interface Bucket {
  readonly sum: number
  readonly last: MetricValue
}

/** The values of one measure of one thing, by the five minutes in which they came. */
export class Series {
  readonly #buckets = new Map<number, Bucket>()

  add(value: MetricValue, atMs: number): void {
    const startMs = bucketOf(atMs)
    const { sum = 0 } = this.#buckets.get(startMs) ?? {}
    this.#buckets.set(startMs, { sum: sum + (value.count ?? 0), last: value })
  }

  /** The sum of what came from `fromMs` to before `toMs`, both at the start of five minutes. */
  sum(fromMs: number, toMs: number): number {
    let sum = 0
    for (let at = fromMs; at < toMs; at += DATAPOINT_MS) sum += this.#buckets.get(at)?.sum ?? 0
    return sum
  }

  /** Whether anything came since, at the start of five minutes. */
  hasSince(fromMs: number): boolean {
    return [...this.#buckets.keys()].some((startMs) => startMs >= fromMs)
  }

  /** A value for each five minutes in which some came, in their order. */
  values(isSum: boolean): { readonly atMs: number; readonly value: MetricValue }[] {
    const listed = [...this.#buckets].map(([atMs, { sum, last }]) => ({ atMs, value: isSum ? { count: sum } : last }))
    return listed.sort((a, b) => a.atMs - b.atMs)
  }

  /** Whether anything is left after what is too old has been forgotten. */
  forget(nowMs: number): boolean {
    for (const startMs of this.#buckets.keys()) if (startMs < nowMs - KEPT_MS) this.#buckets.delete(startMs)
    return this.#buckets.size > 0
  }
}

/** When the five minutes began that a time lies in. */
export const bucketOf = (atMs: number): number => Math.floor(atMs / DATAPOINT_MS) * DATAPOINT_MS
