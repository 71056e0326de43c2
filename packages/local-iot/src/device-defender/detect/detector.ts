import type { Clock } from '@keg/mqtt-broker'
import type { MetricValue } from '../../model/model.generated.ts'
import type { IotState } from '../../state/iot-state.ts'
import { Timers } from '../../timers/timers.ts'
import { isNormal, isUpperBound } from './criteria.ts'
import { DATAPOINT_SEC } from './metrics.ts'
import { bucketOf, DATAPOINT_MS, Series } from './series.ts'
import { holdsFor, targetsOf } from './targets.ts'
import type { Violations } from './violations.ts'
import { measuresOf, type Measure, type OnTopic, type Watch } from './watched.ts'

/** A value of a metric of a thing. */
export interface Observation extends OnTopic {
  readonly metric: string
  readonly value: MetricValue
}

export interface DetectorOptions {
  readonly state: IotState
  readonly clock: Clock
  readonly violations: Violations
  /** Things that are connected, for behaviors that ask for a least number of something. */
  readonly connected: () => Iterable<string>
  /** Since when things are away that were here, in ms. */
  readonly away: () => Iterable<readonly [thingName: string, sinceMs: number]>
}

/** How many datapoints in a row were one way. */
interface Streak {
  readonly isNormal: boolean
  readonly length: number
}

/**
 * Holds what things do against the behaviors of their profiles. A datapoint is the sum of five minutes, or each value by itself. A sum that
 * is over its bound is a violation at once, where AWS waits for the end of the five minutes.
 */
export class Detector {
  readonly #options: DetectorOptions
  readonly #timers: Timers
  readonly #series = new Map<string, Map<string, Series>>()
  readonly #streaks = new Map<string, Streak>()
  #measures: ReadonlyMap<string, readonly Measure[]> = new Map()

  constructor(options: DetectorOptions) {
    this.#options = options
    this.#timers = new Timers(options.clock)
    this.profilesChanged()
  }

  /** Whether any profile asks for the metric. */
  watches(metric: string): boolean {
    return this.#measures.has(metric)
  }

  /** Whether any profile asks for anything. */
  get isIdle(): boolean {
    return this.#measures.size === 0
  }

  observe(observation: Observation): void {
    const { state, clock } = this.#options
    const { thingName, metric, value } = observation
    for (const measure of this.#measures.get(metric) ?? []) {
      if (!measure.isOnTopic(observation)) continue
      const targets = targetsOf(state, thingName)
      const watches = measure.watches.filter(({ profile }) => holdsFor(profile, targets))
      if (watches.length === 0 && !measure.keeping.some((profile) => holdsFor(profile, targets))) continue
      this.#seriesOf(measure.key, thingName).add(value, clock.nowMs())
      for (const watch of watches) {
        if (measure.kind.datapoint === 'sum') this.#lookAhead(measure, watch, thingName)
        else this.#judge(measure, watch, thingName, value)
      }
    }
  }

  /** Profiles, their targets, groups or what they measure by are others now. */
  profilesChanged(): void {
    const { state, clock } = this.#options
    this.#measures = measuresOf(state)
    this.#invalidate()
    if (this.isIdle) this.#timers.clear('datapoint')
    else if (!this.#timers.has('datapoint')) this.#timers.at('datapoint', bucketOf(clock.nowMs()) + DATAPOINT_MS, () => this.#datapoint())
  }

  /** The values of a measure of a thing, one for each five minutes that had some. */
  values(measure: string, thingName: string, isSum: boolean): { readonly atMs: number; readonly value: MetricValue }[] {
    return this.#series.get(measure)?.get(thingName)?.values(isSum) ?? []
  }

  close(): void {
    this.#timers.close()
  }

  #datapoint(): void {
    const { clock, violations } = this.#options
    const nowMs = clock.nowMs()
    this.#timers.at('datapoint', bucketOf(nowMs) + DATAPOINT_MS, () => this.#datapoint())
    for (const measure of [...this.#measures.values()].flat()) {
      if (measure.kind.datapoint === 'sum') this.#judgeSums(measure, bucketOf(nowMs))
      else if (measure.kind.datapoint === 'elapsed') this.#judgeAway(measure, nowMs)
    }
    for (const things of this.#series.values()) {
      for (const [thingName, series] of things) if (!series.forget(nowMs)) things.delete(thingName)
    }
    this.#invalidate()
    violations.forgetOld()
  }

  /** A violation of what is no behavior of the thing's any more is none. */
  #invalidate(): void {
    const { state, violations } = this.#options
    violations.invalidate(({ securityProfileName, behavior: { name }, thingName }) => {
      const profile = state.securityProfiles.get(securityProfileName)
      if (profile === undefined || !profile.behaviors.some((behavior) => behavior.name === name)) return false
      return holdsFor(profile, targetsOf(state, thingName))
    })
  }

  #judgeSums(measure: Measure, endMs: number): void {
    const { connected, violations } = this.#options
    const things = new Set(this.#series.get(measure.key)?.keys())
    if (measure.kind.side === 'cloud') for (const thingName of connected()) things.add(thingName)
    for (const { thingName } of violations.active()) things.add(thingName)
    for (const thingName of things) {
      for (const watch of this.#watchesOf(measure, thingName))
        this.#judge(measure, watch, thingName, { count: this.#sum(measure, watch, thingName, endMs) })
    }
  }

  #judgeAway(measure: Measure, nowMs: number): void {
    for (const [thingName, sinceMs] of this.#options.away()) {
      const value = { count: Math.floor((nowMs - sinceMs) / 60_000) }
      for (const watch of this.#watchesOf(measure, thingName)) this.#judge(measure, watch, thingName, value)
    }
  }

  /** A sum of five minutes that are not over, where it can't get normal again. */
  #lookAhead(measure: Measure, watch: Watch, thingName: string): void {
    const { criteria = {} } = watch.behavior
    if (!isUpperBound(criteria)) return
    const value = { count: this.#sum(measure, watch, thingName, bucketOf(this.#options.clock.nowMs()) + DATAPOINT_MS) }
    if (isNormal(criteria, 'count', value)) return
    const { violations } = this.#options
    const streak = this.#streaks.get(keyOf(watch, thingName))
    const before = streak?.isNormal === false ? streak.length : 0
    if (violations.get(watch, thingName) !== undefined) violations.goOn(watch, thingName, value)
    else if (before + 1 >= (criteria.consecutiveDatapointsToAlarm ?? 1)) violations.raise(watch, thingName, value)
  }

  #judge({ kind }: Measure, watch: Watch, thingName: string, value: MetricValue): void {
    const { violations } = this.#options
    const { criteria = {} } = watch.behavior
    const normal = isNormal(criteria, kind.member, value)
    const last = this.#streaks.get(keyOf(watch, thingName))
    const length = last?.isNormal === normal ? last.length + 1 : 1
    const isActive = violations.get(watch, thingName) !== undefined
    // A thing that was never in violation needs no count of its normal datapoints.
    if (normal && !isActive) this.#streaks.delete(keyOf(watch, thingName))
    else this.#streaks.set(keyOf(watch, thingName), { isNormal: normal, length })
    if (normal) {
      if (isActive && length >= (criteria.consecutiveDatapointsToClear ?? 1)) violations.clear(watch, thingName, value)
    } else if (isActive) violations.goOn(watch, thingName, value)
    else if (length >= (criteria.consecutiveDatapointsToAlarm ?? 1)) violations.raise(watch, thingName, value)
  }

  #watchesOf(measure: Measure, thingName: string): Watch[] {
    const targets = targetsOf(this.#options.state, thingName)
    return measure.watches.filter(({ profile }) => holdsFor(profile, targets))
  }

  #sum({ key }: Measure, { behavior }: Watch, thingName: string, endMs: number): number {
    const durationMs = (behavior.criteria?.durationSeconds ?? DATAPOINT_SEC) * 1000
    return this.#series.get(key)?.get(thingName)?.sum(endMs - durationMs, endMs) ?? 0
  }

  #seriesOf(measure: string, thingName: string): Series {
    const things = this.#series.get(measure) ?? new Map<string, Series>()
    const series = things.get(thingName) ?? new Series()
    this.#series.set(measure, things.set(thingName, series))
    return series
  }
}

const keyOf = ({ profile, behavior }: Watch, thingName: string) => JSON.stringify([profile.securityProfileName, behavior.name, thingName])
