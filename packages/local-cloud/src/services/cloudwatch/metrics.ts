import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { metricKey, type Metric } from './metric.ts'
import { StatisticSum, type StatisticSet } from './statistic-set.ts'

const MINUTE_MS = 60_000
/**
 * How long data is kept: by the minute, by the second.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#metrics-retention
 */
const MINUTES_KEPT_MS = 15 * 24 * 3_600_000
const SECONDS_KEPT_MS = 3 * 3_600_000
/** What one value on the shelf spans: a put writes no more than that. */
const MINUTES_CHUNK_MS = 15 * MINUTE_MS
/** Metrics kept at most; the one that was written first is forgotten. */
const METRICS_MAX = 10_000

/** Values of a metric at one time. */
export interface Datum {
  readonly metric: Metric
  readonly atMs: number
  readonly unit: string
  /** 1 for high resolution, else 60. */
  readonly resolutionSec: 1 | 60
  readonly set: StatisticSet
}

/** What is asked of a metric. */
export interface MetricRange {
  /** Included; periods begin here. */
  readonly startMs: number
  /** Excluded. */
  readonly endMs: number
  readonly periodMs: number
  /** Absent: values of any unit. */
  readonly unit?: string | undefined
}

/** A metric with one unit and resolution. */
interface Series extends Pick<Datum, 'metric' | 'unit' | 'resolutionSec'> {
  readonly points: Map<number, StatisticSum>
  lastMs: number
}

/** What the shelf holds: part of a series. */
interface Chunk extends Pick<Datum, 'metric' | 'unit' | 'resolutionSec'> {
  readonly points: readonly (readonly [atMs: number, set: StatisticSet])[]
}

/** CloudWatch's metrics: what was put, by the minute or the second. */
export class Metrics {
  readonly #nowMs: () => number
  readonly #shelf: Shelf<Chunk>
  readonly #series = new Map<string, Series>()
  readonly #byMetric = new Map<string, Set<Series>>()
  readonly #unsaved = new Map<string, readonly [series: Series, chunkMs: number]>()
  #onPut: (metric: Metric, atMs: number) => void = () => undefined

  constructor(shelves: Shelves, nowMs: () => number) {
    this.#nowMs = nowMs
    this.#shelf = shelves.shelf('cloudwatch-data')
    for (const { points, ...series } of this.#shelf.values()) for (const [atMs, set] of points) this.#add({ ...series, atMs, set })
  }

  /** Told of every metric that gets a value, and of when that is. */
  onPut(told: (metric: Metric, atMs: number) => void): void {
    this.#onPut = told
  }

  /** `later`: what can be counted again is saved with the next `save`, not at once. */
  put(datum: Datum, { later = false } = {}): void {
    const series = this.#add(datum)
    const chunkMs = chunkStart(series, datum.atMs)
    if (later) this.#unsaved.set(chunkKey(series, chunkMs), [series, chunkMs])
    else this.#save(series, chunkMs)
    this.#onPut(datum.metric, datum.atMs)
  }

  /** Puts a value in the place of the one that its minute has. */
  replace(datum: Datum): void {
    const series = this.#add(datum)
    series.points.set(datum.atMs, new StatisticSum().add(datum.set))
    this.#unsaved.set(chunkKey(series, chunkStart(series, datum.atMs)), [series, chunkStart(series, datum.atMs)])
  }

  /** One value now, of a service's own metric. */
  count(namespace: string, name: string, dimensions: Readonly<Record<string, string>>, value: number, unit = 'Count'): void {
    const metric = { namespace, name, dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })) }
    this.put(
      { metric, unit, atMs: this.#nowMs(), resolutionSec: 60, set: { count: 1, sum: value, min: value, max: value, values: [[value, 1]] } },
      { later: true },
    )
  }

  /** The periods that have values, by when they begin, in order. */
  range(metric: Metric, { startMs, endMs, periodMs, unit }: MetricRange): Map<number, StatisticSet> {
    const found = new Map<number, StatisticSum>()
    for (const series of this.#byMetric.get(metricKey(metric)) ?? []) {
      if (unit !== undefined && series.unit !== unit) continue
      for (const [atMs, sum] of series.points) {
        if (atMs < startMs || atMs >= endMs) continue
        const period = startMs + Math.floor((atMs - startMs) / periodMs) * periodMs
        found.set(period, (found.get(period) ?? new StatisticSum()).add(sum.set))
      }
    }
    return new Map([...found].sort(([a], [b]) => a - b).map(([atMs, sum]) => [atMs, sum.set] as const))
  }

  /** The units that a metric has values of. */
  units(metric: Metric): string[] {
    return [...new Set([...(this.#byMetric.get(metricKey(metric)) ?? [])].map(({ unit }) => unit))]
  }

  /** Every metric, with when its last value was. */
  list(): { metric: Metric; lastMs: number }[] {
    return [...this.#byMetric.values()].flatMap((all) => {
      const [first] = all
      return first === undefined ? [] : [{ metric: first.metric, lastMs: Math.max(...[...all].map(({ lastMs }) => lastMs)) }]
    })
  }

  /** Puts on the shelf what waits, and forgets what is too old. */
  save(): void {
    for (const [series, chunkMs] of this.#unsaved.values()) this.#save(series, chunkMs)
    this.#unsaved.clear()
    for (const series of this.#series.values()) this.#forgetOld(series)
  }

  #add({ metric, unit, resolutionSec, atMs, set }: Datum): Series {
    const key = JSON.stringify([metricKey(metric), unit, resolutionSec])
    const series = this.#series.get(key) ?? this.#create(key, { metric, unit, resolutionSec })
    const bucketMs = Math.floor(atMs / (resolutionSec * 1000)) * resolutionSec * 1000
    series.points.set(bucketMs, (series.points.get(bucketMs) ?? new StatisticSum()).add(set))
    series.lastMs = Math.max(series.lastMs, atMs)
    return series
  }

  #create(key: string, of: Pick<Datum, 'metric' | 'unit' | 'resolutionSec'>): Series {
    const [first] = this.#series
    if (this.#series.size >= METRICS_MAX && first !== undefined) this.#delete(...first)
    const series: Series = { ...of, points: new Map(), lastMs: 0 }
    this.#series.set(key, series)
    const name = metricKey(of.metric)
    this.#byMetric.set(name, (this.#byMetric.get(name) ?? new Set()).add(series))
    return series
  }

  #delete(key: string, series: Series): void {
    for (const atMs of series.points.keys()) this.#shelf.delete(chunkKey(series, chunkStart(series, atMs)))
    this.#series.delete(key)
    const name = metricKey(series.metric)
    this.#byMetric.get(name)?.delete(series)
    if (this.#byMetric.get(name)?.size === 0) this.#byMetric.delete(name)
  }

  #save(series: Series, chunkMs: number): void {
    const { metric, unit, resolutionSec } = series
    const points: [number, StatisticSet][] = []
    for (let atMs = chunkMs; atMs < chunkMs + chunkLength(series); atMs += resolutionSec * 1000) {
      const sum = series.points.get(atMs)
      if (sum !== undefined) points.push([atMs, sum.set])
    }
    this.#shelf.set(chunkKey(series, chunkMs), { metric, unit, resolutionSec, points })
  }

  #forgetOld(series: Series): void {
    const oldestMs = this.#nowMs() - (series.resolutionSec === 1 ? SECONDS_KEPT_MS : MINUTES_KEPT_MS)
    for (const [atMs, sum] of series.points) {
      // In the order in which they were put, which is nearly that of time.
      if (atMs >= oldestMs) return
      series.points.delete(atMs)
      this.#shelf.delete(chunkKey(series, chunkStart(series, atMs)))
      // After three hours seconds become minutes.
      if (series.resolutionSec === 1)
        this.#save(this.#add({ ...series, atMs, set: sum.set, resolutionSec: 60 }), Math.floor(atMs / MINUTES_CHUNK_MS) * MINUTES_CHUNK_MS)
    }
  }
}

function chunkLength({ resolutionSec }: Pick<Series, 'resolutionSec'>): number {
  return resolutionSec === 1 ? MINUTE_MS : MINUTES_CHUNK_MS
}

function chunkStart(series: Pick<Series, 'resolutionSec'>, atMs: number): number {
  return Math.floor(atMs / chunkLength(series)) * chunkLength(series)
}

function chunkKey({ metric, unit, resolutionSec }: Series, chunkMs: number): string {
  return JSON.stringify([metricKey(metric), unit, resolutionSec, chunkMs])
}
