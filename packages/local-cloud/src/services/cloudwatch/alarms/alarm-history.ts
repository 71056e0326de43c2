import type { Shelf, Shelves } from '../../../ground/shelf.ts'
import type { Alarm } from './alarm.ts'

/** Items kept of an alarm. */
const KEPT_MAX = 100

/** Something that happened to an alarm. */
export interface HistoryItem {
  readonly alarmName: string
  readonly alarmType: 'MetricAlarm' | 'CompositeAlarm'
  readonly atMs: number
  readonly type: 'ConfigurationUpdate' | 'StateUpdate' | 'Action'
  readonly summary: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What happened to alarms; it stays where an alarm is deleted. */
export class AlarmHistory {
  readonly #shelf: Shelf<readonly HistoryItem[]>
  readonly #nowMs: () => number

  constructor(shelves: Shelves, nowMs: () => number) {
    this.#shelf = shelves.shelf('cloudwatch-alarm-history')
    this.#nowMs = nowMs
  }

  add({ name: alarmName, kind }: Alarm, type: HistoryItem['type'], summary: string, data: HistoryItem['data']): void {
    const item: HistoryItem = {
      alarmName, alarmType: kind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm', atMs: this.#nowMs(), type, summary, data,
    }
    this.#shelf.set(alarmName, [...this.#shelf.get(alarmName) ?? [], item].slice(-KEPT_MAX))
  }

  /** The newest first. */
  items(alarmName?: string): HistoryItem[] {
    const items = alarmName === undefined ? [...this.#shelf.values()].flat() : [...this.#shelf.get(alarmName) ?? []]
    return items.reverse().sort((a, b) => b.atMs - a.atMs)
  }
}
