import type { Clock } from '@keg/mqtt-broker'
import type { Behavior, MetricValue } from '../../model/model.generated.ts'
import type { Violation, ViolationEvent, ViolationEventType } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'
import type { Watch } from './watched.ts'

/** How long AWS lists what happened. */
const KEPT_MS = 30 * 24 * 3600 * 1000
/** How many events are kept; past it the oldest goes. */
const MAX_EVENTS = 10_000
/** So many elements of a value are kept, and of a text so many letters: a device says how many there are. */
const [MAX_ELEMENTS, MAX_LETTERS] = [100, 128]

export interface ViolationsOptions {
  readonly state: Pick<IotState, 'violations' | 'violationEvents' | 'securityProfiles'>
  readonly clock: Clock
  readonly newId: () => string
  /** Tells the topic of a profile's alert target; nobody waits for it. */
  readonly alert: (target: { readonly topicArn: string; readonly roleArn: string }, message: string) => void
}

/** Which things are not as their profiles have them: from the first violation until it is cleared. */
export class Violations {
  readonly #options: ViolationsOptions
  /** The keys of the violations of each thing. */
  readonly #byThing = new Map<string, Set<string>>()

  constructor(options: ViolationsOptions) {
    this.#options = options
    for (const [key, { thingName }] of options.state.violations.entries()) this.#keysOf(thingName).add(key)
  }

  get(watch: Watch, thingName: string): Violation | undefined {
    return this.#options.state.violations.get(keyOf(watch, thingName))
  }

  active(): Violation[] {
    return [...this.#options.state.violations.values()]
  }

  /**
   * What a thing violates, as the index of the fleet has it: `violationCount`, and by profile and behavior since when and by what;
   * `undefined` where it violates nothing.
   */
  ofThing(thingName: string): Readonly<Record<string, unknown>> | undefined {
    const violated = [...this.#byThing.get(thingName) ?? []].flatMap((key) => this.#options.state.violations.get(key) ?? [])
    if (violated.length === 0) return undefined
    const profiles = Map.groupBy(violated, ({ securityProfileName }) => securityProfileName)
    const behaviors = [...profiles].map(([name, all]) => [name, Object.fromEntries(all.map(({ behavior, lastValue, lastAtMs }) => [
      behavior.name, { metricName: behavior.metric, inViolation: true, lastViolationValue: lastValue, lastViolationTime: lastAtMs },
    ]))])
    return { violationCount: violated.length, ...Object.fromEntries(behaviors) }
  }

  raise(watch: Watch, thingName: string, value: MetricValue): void {
    const { state, clock, newId } = this.#options
    const atMs = clock.nowMs()
    const { profile: { securityProfileName }, behavior } = watch
    // AWS's ids have no hyphens.
    const violationId = newId().replaceAll('-', '')
    const lastValue = cut(value)
    const violation = { violationId, thingName, securityProfileName, behavior, lastValue, lastAtMs: atMs, startedAtMs: atMs }
    const key = keyOf(watch, thingName)
    state.violations.set(key, violation)
    this.#keysOf(thingName).add(key)
    this.#tell(violation, 'in-alarm')
  }

  /** The thing is in violation still. */
  goOn(watch: Watch, thingName: string, value: MetricValue): void {
    const { state, clock } = this.#options
    const key = keyOf(watch, thingName)
    const violation = state.violations.get(key)
    if (violation !== undefined) state.violations.set(key, { ...violation, lastValue: cut(value), lastAtMs: clock.nowMs() })
  }

  clear(watch: Watch, thingName: string, value: MetricValue): void {
    const violation = this.get(watch, thingName)
    if (violation !== undefined) this.#end({ ...violation, lastValue: cut(value) }, 'alarm-cleared')
  }

  /** Ends the violations of what is no behavior of the thing's any more. */
  invalidate(holds: (violation: Violation) => boolean): void {
    for (const violation of this.active()) if (!holds(violation)) this.#end(violation, 'alarm-invalidated')
  }

  /** Forgets the events that AWS would not list any more. */
  forgetOld(): void {
    const { state, clock } = this.#options
    for (const [key, { atMs }] of [...state.violationEvents.entries()]) {
      if (atMs < clock.nowMs() - KEPT_MS) state.violationEvents.delete(key)
    }
  }

  #keysOf(thingName: string): Set<string> {
    const keys = this.#byThing.get(thingName) ?? new Set<string>()
    this.#byThing.set(thingName, keys)
    return keys
  }

  #end(violation: Violation, type: ViolationEventType): void {
    const { securityProfileName, behavior, thingName } = violation
    const key = violationKey(securityProfileName, behavior, thingName)
    this.#options.state.violations.delete(key)
    const keys = this.#keysOf(thingName)
    keys.delete(key)
    if (keys.size === 0) this.#byThing.delete(thingName)
    this.#tell(violation, type)
  }

  #tell({ violationId, thingName, securityProfileName, behavior, lastValue }: Violation, type: ViolationEventType): void {
    const { state, clock, alert } = this.#options
    const event: ViolationEvent = { violationId, thingName, securityProfileName, behavior, value: lastValue, type, atMs: clock.nowMs() }
    const [oldest] = state.violationEvents.keys()
    if (state.violationEvents.size >= MAX_EVENTS && oldest !== undefined) state.violationEvents.delete(oldest)
    state.violationEvents.set(`${String(event.atMs).padStart(16, '0')} ${violationId} ${type}`, event)
    const target = state.securityProfiles.get(securityProfileName)?.alertTargets.SNS
    if (target === undefined || behavior.suppressAlerts === true) return
    alert({ topicArn: target.alertTargetArn, roleArn: target.roleArn }, alertMessage(event))
  }
}

/** As AWS's alarms are written. */
const alertMessage = ({ atMs, thingName, behavior, type, value, violationId, securityProfileName }: ViolationEvent) => JSON.stringify({
  violationEventTime: atMs, thingName, behavior: alerted(behavior), violationEventType: type, metricValue: value, violationId,
  securityProfileName,
})

const alerted = ({ criteria, name, metric, metricDimension }: Behavior) => ({ criteria, name, metric, metricDimension })

/** By which what is known of a thing and a behavior is kept. */
export const keyOf = ({ profile, behavior }: Watch, thingName: string): string =>
  violationKey(profile.securityProfileName, behavior, thingName)

const violationKey = (securityProfileName: string, { name }: Behavior, thingName: string) =>
  JSON.stringify([securityProfileName, name, thingName])

/** A value without the elements that are too many, and the letters. */
function cut({ cidrs, ports, numbers, strings, ...value }: MetricValue): MetricValue {
  const texts = (all: readonly string[]) => all.slice(0, MAX_ELEMENTS).map((text) => text.slice(0, MAX_LETTERS))
  return {
    ...value,
    ...(cidrs && { cidrs: texts(cidrs) }), ...(ports && { ports: ports.slice(0, MAX_ELEMENTS) }),
    ...(numbers && { numbers: numbers.slice(0, MAX_ELEMENTS) }), ...(strings && { strings: texts(strings) }),
  }
}
