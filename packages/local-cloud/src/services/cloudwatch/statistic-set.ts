import { ownMember } from '../../ground/own-member.ts'

/** What is kept of the values of a period. */
export interface StatisticSet {
  readonly count: number
  readonly sum: number
  readonly min: number
  readonly max: number
  /** Values with how often they came, for percentiles; absent where only a set was put. */
  readonly values?: readonly (readonly [value: number, count: number])[]
}

/** Different values that are kept apart; beyond it they are kept to two digits, as CloudWatch too rounds them. */
const VALUES_MAX = 200

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html */
const statistics: Readonly<Record<string, (set: StatisticSet) => number>> = {
  SampleCount: ({ count }) => count,
  Sum: ({ sum }) => sum,
  Average: ({ sum, count }) => sum / count,
  Minimum: ({ min }) => min,
  Maximum: ({ max }) => max,
}

/** Values, each as often as its count. */
export function statisticSet(values: readonly (readonly [value: number, count: number])[]): StatisticSet {
  const all = values.map(([value]) => value)
  return {
    count: values.reduce((total, [, count]) => total + count, 0),
    sum: values.reduce((total, [value, count]) => total + value * count, 0),
    min: Math.min(...all), max: Math.max(...all), values,
  }
}

/** Sets that are added up, one after the other. */
export class StatisticSum {
  #whole: Omit<StatisticSet, 'values'> = { count: 0, sum: 0, min: Infinity, max: -Infinity }
  /** How often each value came; absent once a set without values was added. */
  #counts: Map<number, number> | undefined = new Map()
  #toTwoDigits = false

  add({ count, sum, min, max, values }: StatisticSet): this {
    const whole = this.#whole
    this.#whole = { count: whole.count + count, sum: whole.sum + sum, min: Math.min(whole.min, min), max: Math.max(whole.max, max) }
    if (values === undefined) this.#counts = undefined
    for (const [value, times] of values ?? []) this.#count(value, times)
    return this
  }

  get set(): StatisticSet {
    return this.#counts === undefined ? this.#whole : { ...this.#whole, values: [...this.#counts] }
  }

  #count(value: number, times: number): void {
    if (this.#counts === undefined) return
    const kept = this.#toTwoDigits ? Number(value.toPrecision(2)) : value
    this.#counts.set(kept, (this.#counts.get(kept) ?? 0) + times)
    if (this.#toTwoDigits || this.#counts.size <= VALUES_MAX) return
    const exact = this.#counts
    this.#counts = new Map()
    this.#toTwoDigits = true
    for (const [each, count] of exact) this.#count(each, count)
  }
}

/** Whether there is such a statistic here: the five by name, and percentiles as `p99.9`. */
export function isStatistic(name: string): boolean {
  return Object.hasOwn(statistics, name) || percentage(name) !== undefined
}

/** A statistic of a set; `undefined` for a percentile of what has none. */
export function statistic(name: string, set: StatisticSet): number | undefined {
  const simple = ownMember(statistics, name)
  if (simple !== undefined) return simple(set)
  const percent = percentage(name)
  return percent === undefined ? undefined : percentile(set, percent)
}

function percentage(name: string): number | undefined {
  const [, digits] = /^p(\d{1,2}(?:\.\d{0,10})?|100)$/.exec(name) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** Between the two values nearest to the rank. A set has percentiles only where all of its values are known. */
function percentile({ count, min, max, values }: StatisticSet, percent: number): number | undefined {
  if (count === 1 || min === max) return min
  if (values === undefined) return undefined
  const sorted = [...values].sort(([a], [b]) => a - b)
  const rank = (percent / 100) * (count - 1)
  const low = valueAt(sorted, Math.floor(rank))
  return low + (valueAt(sorted, Math.ceil(rank)) - low) * (rank - Math.floor(rank))
}

function valueAt(sorted: readonly (readonly [number, number])[], rank: number): number {
  let before = 0
  for (const [value, count] of sorted) {
    before += count
    if (rank < before) return value
  }
  return sorted.at(-1)?.[0] ?? 0
}
