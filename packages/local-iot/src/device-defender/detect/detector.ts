import type { Clock } from '@keg/mqtt-broker'
import { isDeepStrictEqual } from 'node:util'
import type { Behavior, MetricValue } from '../../model/model.generated.ts'
import type { IotState } from '../../state/iot-state.ts'
import { Timers } from '../../timers/timers.ts'
import { isNormal, isUpperBound } from './criteria.ts'
import { DATAPOINT_SEC, measureOf } from './metrics.ts'
import { bucketOf, DATAPOINT_MS, Series } from './series.ts'
import { holdsFor, targetsOf } from './targets.ts'
import { keyOf, type Violations } from './violations.ts'
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

/** A value of a thing that a behavior is held against at the end of five minutes. */
interface Judged {
  readonly watch: Watch
  readonly thingName: string
  readonly value: MetricValue
  readonly isBad?: true
}

/** How many datapoints in a row were one way, of a behavior as it was then. */
interface Streak {
  readonly isNormal: boolean
  readonly length: number
  readonly behavior: Behavior
}

/**
 * Holds what things do against the behaviors of their profiles, by datapoints of five minutes: their sum, or whether each value in them was
 * normal. What can't get normal again in them is a violation at once, where AWS waits for their end.
 */
export class Detector {
  readonly #options: DetectorOptions
  readonly #timers: Timers
  readonly #series = new Map<string, Map<string, Series>>()
  readonly #streaks = new Map<string, Streak>()
  /** Of values that count each by itself: the last one of these five minutes, or one that was not normal. */
  readonly #each = new Map<string, Judged>()
  #measures: ReadonlyMap<string, readonly Measure[]> = new Map()

  constructor(options: DetectorOptions) {
    this.#options = options
    this.#timers = new Timers(options.clock)
    this.profilesChanged()
  }

  /** Whether any profile asks for anything. */
  get isIdle(): boolean {
    return this.#measures.size === 0
  }

  observe(observation: Observation): void {
    const { state, clock } = this.#options
    const { thingName, metric, value } = observation
    let targets: ReadonlySet<string> | undefined
    for (const measure of this.#measures.get(metric) ?? []) {
      if (!measure.isOnTopic(observation)) continue
      const own = targets ??= targetsOf(state, thingName)
      const watches = measure.watches.filter(({ profile }) => holdsFor(profile, own))
      if (watches.length === 0 && !measure.keeping.some((profile) => holdsFor(profile, own))) continue
      this.#seriesOf(measure.key, thingName).add(value, clock.nowMs())
      for (const watch of watches) this.#observed(measure, watch, thingName, value)
    }
  }

  /** Profiles, their targets, groups or what they measure by are others now. */
  profilesChanged(): void {
    const { state, clock } = this.#options
    this.#measures = measuresOf(state)
    const watches = [...this.#measures.values()].flat().flatMap((measure) => measure.watches)
    const current = new Set(watches.map(({ profile, behavior }) => `${profile.securityProfileName} ${JSON.stringify(criterion(behavior))}`))
    const isCurrent = (profileName: string, behavior: Behavior) => current.has(`${profileName} ${JSON.stringify(criterion(behavior))}`)
    for (const [key, { behavior }] of this.#streaks) if (!isCurrent(profileOf(key), behavior)) this.#streaks.delete(key)
    for (const [key, { watch: { behavior } }] of this.#each) if (!isCurrent(profileOf(key), behavior)) this.#each.delete(key)
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

  #observed(measure: Measure, watch: Watch, thingName: string, value: MetricValue): void {
    const { criteria = {} } = watch.behavior
    switch (measure.kind.datapoint) {
      case 'sum': return this.#lookAhead(measure, watch, thingName)
      case 'elapsed': return this.#judge(watch, thingName, value, isNormal(criteria, measure.kind.member, value))
      default: {
        const key = keyOf(watch, thingName)
        if (isNormal(criteria, measure.kind.member, value)) {
          if (!this.#each.has(key)) this.#each.set(key, { watch, thingName, value })
          return undefined
        }
        this.#each.set(key, { watch, thingName, value, isBad: true })
        return this.#foresee(watch, thingName, value)
      }
    }
  }

  #datapoint(): void {
    const { clock, violations } = this.#options
    const nowMs = clock.nowMs()
    this.#timers.at('datapoint', bucketOf(nowMs) + DATAPOINT_MS, () => this.#datapoint())
    for (const { watch, thingName, value, isBad = false } of this.#each.values()) this.#judge(watch, thingName, value, !isBad)
    this.#each.clear()
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
    violations.invalidate(({ securityProfileName, behavior, thingName }) => {
      const profile = state.securityProfiles.get(securityProfileName)
      const now = profile?.behaviors.find(({ name }) => name === behavior.name)
      if (profile === undefined || now === undefined || !isDeepStrictEqual(criterion(now), criterion(behavior))) return false
      return holdsFor(profile, targetsOf(state, thingName))
    })
  }

  #judgeSums(measure: Measure, endMs: number): void {
    const { connected, violations } = this.#options
    const series = this.#series.get(measure.key)
    // Of these nothing at all is a value, too.
    const silent = new Set(measure.kind.side === 'cloud' ? connected() : [])
    for (const { thingName, behavior } of violations.active()) if (measureOf(behavior) === measure.key) silent.add(thingName)
    for (const thingName of new Set([...series?.keys() ?? [], ...silent])) {
      for (const watch of this.#watchesOf(measure, thingName)) {
        if (!silent.has(thingName) && series?.get(thingName)?.hasSince(endMs - durationMsOf(watch)) !== true) continue
        const value = { count: this.#sum(measure, watch, thingName, endMs) }
        this.#judge(watch, thingName, value, isNormal(watch.behavior.criteria ?? {}, 'count', value))
      }
    }
  }

  #judgeAway(measure: Measure, nowMs: number): void {
    for (const [thingName, sinceMs] of this.#options.away()) {
      const value = { count: Math.floor((nowMs - sinceMs) / 60_000) }
      for (const watch of this.#watchesOf(measure, thingName))
        this.#judge(watch, thingName, value, isNormal(watch.behavior.criteria ?? {}, 'count', value))
    }
  }

  /** A sum of five minutes that are not over, where it can't get normal again. */
  #lookAhead(measure: Measure, watch: Watch, thingName: string): void {
    const { criteria = {} } = watch.behavior
    if (!isUpperBound(criteria)) return
    const value = { count: this.#sum(measure, watch, thingName, bucketOf(this.#options.clock.nowMs()) + DATAPOINT_MS) }
    if (!isNormal(criteria, 'count', value)) this.#foresee(watch, thingName, value)
  }

  /** These five minutes will not be normal whatever comes yet. */
  #foresee(watch: Watch, thingName: string, value: MetricValue): void {
    const { violations } = this.#options
    const streak = this.#streaks.get(keyOf(watch, thingName))
    const before = streak?.isNormal === false ? streak.length : 0
    if (violations.get(watch, thingName) !== undefined) violations.goOn(watch, thingName, value)
    else if (before + 1 >= (watch.behavior.criteria?.consecutiveDatapointsToAlarm ?? 1)) violations.raise(watch, thingName, value)
  }

  #judge(watch: Watch, thingName: string, value: MetricValue, normal: boolean): void {
    const { violations } = this.#options
    const { criteria = {} } = watch.behavior
    const key = keyOf(watch, thingName)
    const last = this.#streaks.get(key)
    const length = last?.isNormal === normal ? last.length + 1 : 1
    const isActive = violations.get(watch, thingName) !== undefined
    // A thing that was never in violation needs no count of its normal datapoints.
    if (normal && !isActive) this.#streaks.delete(key)
    else this.#streaks.set(key, { isNormal: normal, length, behavior: watch.behavior })
    if (normal) {
      if (isActive && length >= (criteria.consecutiveDatapointsToClear ?? 1)) violations.clear(watch, thingName, value)
    } else if (isActive) violations.goOn(watch, thingName, value)
    else if (length >= (criteria.consecutiveDatapointsToAlarm ?? 1)) violations.raise(watch, thingName, value)
  }

  #watchesOf(measure: Measure, thingName: string): Watch[] {
    const targets = targetsOf(this.#options.state, thingName)
    return measure.watches.filter(({ profile }) => holdsFor(profile, targets))
  }

  #sum({ key }: Measure, watch: Watch, thingName: string, endMs: number): number {
    return this.#series.get(key)?.get(thingName)?.sum(endMs - durationMsOf(watch), endMs) ?? 0
  }

  #seriesOf(measure: string, thingName: string): Series {
    const things = this.#series.get(measure) ?? new Map<string, Series>()
    const series = things.get(thingName) ?? new Series()
    this.#series.set(measure, things.set(thingName, series))
    return series
  }
}

const durationMsOf = ({ behavior: { criteria } }: Watch): number => (criteria?.durationSeconds ?? DATAPOINT_SEC) * 1000

/** What a behavior asks; whether it is told of is no part of it. */
const criterion = ({ name, metric, metricDimension, criteria }: Behavior) => ({ name, metric, metricDimension, criteria })

/** The profile of a key. */
const profileOf = (key: string): string => String((JSON.parse(key) as readonly unknown[])[0])
