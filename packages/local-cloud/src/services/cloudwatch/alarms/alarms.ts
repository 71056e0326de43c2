import type { Shelf, Shelves } from '../../../ground/shelf.ts'
import { metricKey, type Metric } from '../metric.ts'
import { readQueries } from '../metric-data.ts'
import type { Metrics } from '../metrics.ts'
import { invalid } from '../refusal.ts'
import type { SampledMetrics } from '../sampled-metrics.ts'
import type { Alarm, AlarmState, CompositeAlarm, MetricAlarm, StateValue, Transition } from './alarm.ts'
import { AlarmHistory, type HistoryItem } from './alarm-history.ts'
import { compositeRule } from './composite-rule.ts'
import { breachesForGood, evaluateAlarm, awsTime, type Outcome } from './outcome.ts'

/** What alarms run with. */
export interface AlarmsOptions {
  readonly region: string
  readonly accountId: string
  readonly nowMs: () => number
  readonly shelves: Shelves
  readonly metrics: Metrics
  readonly sampled: SampledMetrics
  /** Tells the event bus of a change. */
  readonly announce: (alarm: Alarm, transition: Transition) => void
  /** Takes one action of a change. */
  readonly act: (actionArn: string, alarm: Alarm, transition: Transition) => Promise<void>
  readonly log: (text: string) => void
}

interface Kept {
  readonly alarm: Alarm
  readonly state: AlarmState
}

const MINUTE_MS = 60_000
const TEN_SECONDS_MS = 10_000

/** Alarms with their states: changed by evaluation and by callers, each change told to the event bus and followed by actions. */
export class Alarms {
  readonly history: AlarmHistory
  readonly options: AlarmsOptions
  readonly #shelf: Shelf<Kept>
  readonly #watching = new Map<string, Set<string>>()
  /** Alarms that wait to be evaluated, with the earliest time of what was put. */
  readonly #prompt = new Map<string, number>()
  #working: Promise<void> = Promise.resolve()

  constructor(options: AlarmsOptions) {
    this.options = options
    this.history = new AlarmHistory(options.shelves, options.nowMs)
    this.#shelf = options.shelves.shelf('cloudwatch-alarms')
    for (const { alarm } of this.#shelf.values()) this.#watch(alarm)
    options.metrics.onPut((metric, atMs) => this.#onPut(metric, atMs))
  }

  arn(name: string): string {
    return `arn:aws:cloudwatch:${this.options.region}:${this.options.accountId}:alarm:${name}`
  }

  /** Makes an alarm, or changes the one that is there, whose state stays. Throws `ServiceException`. */
  put(alarm: Alarm): void {
    const before = this.#shelf.get(alarm.name)
    if (before !== undefined && before.alarm.kind !== alarm.kind) throw invalid(`${alarm.name} is an alarm of another type.`)
    if (alarm.kind === 'composite') this.#checkChildren(alarm)
    const state = before?.state
      ?? { value: 'INSUFFICIENT_DATA' as const, reason: 'Unchecked: Initial alarm creation', updatedAtMs: this.options.nowMs() }
    this.#shelf.set(alarm.name, { alarm, state })
    this.#watch(alarm)
    this.history.add(alarm, 'ConfigurationUpdate', `Alarm "${alarm.name}" ${before === undefined ? 'created' : 'updated'}`, {
      type: before === undefined ? 'Create' : 'Update',
    })
    if (alarm.kind === 'composite') this.#evaluateComposite(alarm)
  }

  find(nameOrArn: string): Kept | undefined {
    return this.#shelf.get(nameOrArn.replace(/^arn:aws:cloudwatch:[^:]*:[^:]*:alarm:/, ''))
  }

  all(): Kept[] {
    return [...this.#shelf.values()].sort((a, b) => (a.alarm.name < b.alarm.name ? -1 : 1))
  }

  /** Throws `ServiceException` where a composite alarm that stays goes by one of them. */
  delete(names: readonly string[]): void {
    const parent = this.all().find(({ alarm }) =>
      alarm.kind === 'composite' && !names.includes(alarm.name) && childrenOf(alarm, this).some((child) => names.includes(child)))
    if (parent !== undefined) throw invalid(`The composite alarm ${parent.alarm.name} goes by an alarm that is to be deleted.`)
    for (const name of names) this.#shelf.delete(name)
  }

  enableActions(name: string, actionsEnabled: boolean): void {
    const kept = this.#shelf.get(name)
    if (kept !== undefined) this.#shelf.set(name, { ...kept, alarm: { ...kept.alarm, actionsEnabled } })
  }

  /** Changes an alarm's state, if it is another, and does what follows. */
  setState(name: string, outcome: Omit<Outcome, 'reasonData'> & { readonly reasonData?: string | undefined }): void {
    const kept = this.#shelf.get(name)
    if (kept === undefined || kept.state.value === outcome.value) return
    const transition = { from: kept.state, to: { ...outcome, updatedAtMs: this.options.nowMs() } }
    this.#shelf.set(name, { alarm: kept.alarm, state: transition.to })
    this.#follow(kept.alarm, transition)
    for (const { alarm } of this.all())
      if (alarm.kind === 'composite' && childrenOf(alarm, this).includes(name)) this.#evaluateComposite(alarm)
  }

  /** Evaluates the alarms on metrics for which a period ends at a time, which is a multiple of ten seconds. */
  evaluate(atMs: number): Promise<void> {
    const due = this.all().flatMap(({ alarm }) => (alarm.kind === 'metric' && atMs % stepMs(alarm) === 0 ? [alarm.name] : []))
    return this.#queue(async () => {
      for (const name of due) await this.#evaluateMetric(name, atMs)
    })
  }

  /** Resolves once what was put has been evaluated. */
  async settled(): Promise<void> {
    await this.#working
  }

  /** A value may belong to a period that has ended, or decide the one under way: nobody has to wait for the clock. */
  #onPut(metric: Metric, atMs: number): void {
    for (const name of this.#watching.get(metricKey(metric)) ?? []) {
      const waiting = this.#prompt.get(name)
      this.#prompt.set(name, Math.min(waiting ?? Infinity, atMs))
      if (waiting === undefined) void this.#queue(async () => this.#evaluatePromptly(name))
    }
  }

  async #evaluatePromptly(name: string): Promise<void> {
    const fromMs = this.#prompt.get(name) ?? Infinity
    this.#prompt.delete(name)
    const alarm = this.#shelf.get(name)?.alarm
    if (alarm?.kind !== 'metric') return
    const lastMs = Math.floor(this.options.nowMs() / stepMs(alarm)) * stepMs(alarm)
    const nextMs = lastMs + stepMs(alarm)
    const forGood = breachesForGood(alarm, nextMs, this.options.metrics)
      && evaluateAlarm(alarm, nextMs, this.options.metrics)?.value === 'ALARM'
    if (forGood) await this.#evaluateMetric(name, nextMs)
    // What is of the period under way says nothing of those before it.
    else if (fromMs < lastMs) await this.#evaluateMetric(name, lastMs)
  }

  async #evaluateMetric(name: string, endMs: number): Promise<void> {
    const alarm = this.#shelf.get(name)?.alarm
    if (alarm?.kind !== 'metric') return
    // What is there when a period ends is that period's.
    for (const { of } of readQueries(alarm.queries)) if ('stat' in of) await this.options.sampled.sample(of.metric, endMs - 1)
    const outcome = evaluateAlarm(alarm, endMs, this.options.metrics)
    if (outcome !== undefined) this.setState(name, outcome)
  }

  #evaluateComposite(alarm: CompositeAlarm): void {
    const value: StateValue = compositeRule(alarm.rule).holds((name) => this.find(name)?.state.value) ? 'ALARM' : 'OK'
    const children = childrenOf(alarm, this).flatMap((name) => this.#shelf.get(name) ?? [])
    const latest = children.toSorted((a, b) => b.state.updatedAtMs - a.state.updatedAtMs)[0]
    const reason = latest === undefined
      ? 'Alarm Rule evaluated.'
      : `${latest.alarm.arn} transitioned to ${latest.state.value} at ${new Date(latest.state.updatedAtMs).toUTCString()}`
    const triggeringAlarms = children.map(({ alarm: { arn }, state }) => ({
      arn, state: { value: state.value, timestamp: awsTime(state.updatedAtMs) },
    }))
    this.setState(alarm.name, { value, reason, reasonData: JSON.stringify({ triggeringAlarms }) })
  }

  #follow(alarm: Alarm, transition: Transition): void {
    const { from, to } = transition
    const state = ({ value, reason, reasonData }: AlarmState) => ({
      stateValue: value, stateReason: reason, ...(reasonData === undefined ? {} : { stateReasonData: JSON.parse(reasonData) as unknown }),
    })
    this.history.add(alarm, 'StateUpdate', `Alarm updated from ${from.value} to ${to.value}`, {
      oldState: state(from), newState: state(to),
    })
    this.options.announce(alarm, transition)
    if (!alarm.actionsEnabled) return
    const actions = { OK: alarm.okActions, ALARM: alarm.alarmActions, INSUFFICIENT_DATA: alarm.insufficientDataActions }[to.value]
    for (const action of actions) {
      const tell = (summary: string, outcome: HistoryItem['data']) => this.history.add(alarm, 'Action', summary, outcome)
      this.options.act(action, alarm, transition).then(
        () => tell(`Successfully executed action ${action}`, { actionState: 'Succeeded', stateUpdateTimestamp: to.updatedAtMs }),
        (error: unknown) => {
          tell(`Failed to execute action ${action}. Received error: "${String(error)}"`, {
            actionState: 'Failed', stateUpdateTimestamp: to.updatedAtMs, error: String(error),
          })
          this.options.log(`${alarm.name}: the action ${action} failed: ${String(error)}`)
        },
      )
    }
  }

  #watch(alarm: Alarm): void {
    if (alarm.kind !== 'metric') return
    for (const { of } of readQueries(alarm.queries)) {
      if (!('stat' in of)) continue
      const key = metricKey(of.metric)
      this.#watching.set(key, (this.#watching.get(key) ?? new Set()).add(alarm.name))
    }
  }

  #checkChildren(alarm: CompositeAlarm): void {
    const children = childrenOf(alarm, this)
    const unknown = children.find((name) => name !== alarm.name && !this.#shelf.has(name))
    if (unknown !== undefined) throw invalid(`Could not save the composite alarm as alarms [${unknown}] in the alarm rule do not exist`)
    // In AWS, alarms that go by one another are never evaluated.
    const below = (name: string): string[] => {
      const child = name === alarm.name ? alarm : this.#shelf.get(name)?.alarm
      return child?.kind === 'composite'
        ? childrenOf(child, this).flatMap((each) => (each === alarm.name ? [each] : [each, ...below(each)]))
        : []
    }
    if (below(alarm.name).includes(alarm.name)) throw invalid(`The composite alarm ${alarm.name} would go by itself.`)
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#working = this.#working.then(work).catch((error: unknown) =>
      this.options.log(`An alarm could not be evaluated: ${String(error)}`))
    return this.#working
  }
}

/**
 * Alarms are evaluated every minute, those of shorter periods every ten seconds.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
function stepMs({ periodSec }: MetricAlarm): number {
  return periodSec < 60 ? TEN_SECONDS_MS : MINUTE_MS
}

function childrenOf(alarm: CompositeAlarm, alarms: Alarms): string[] {
  return compositeRule(alarm.rule).names.map((name) => alarms.find(name)?.alarm.name ?? name)
}
