import type { Clock, Message, Routing, Table } from '@keg/mqtt-broker'

/**
 * The keys of `eventConfigurations`.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-events.html#iot-events-settings-table
 */
export const EVENT_TYPES = [
  'CA_CERTIFICATE', 'CERTIFICATE', 'JOB', 'JOB_EXECUTION', 'POLICY', 'THING', 'THING_GROUP', 'THING_GROUP_HIERARCHY',
  'THING_GROUP_MEMBERSHIP', 'THING_TYPE', 'THING_TYPE_ASSOCIATION',
] as const

/** The account's event configurations, as UpdateEventConfigurations left them. */
export interface EventConfiguration {
  readonly enabled: Readonly<Record<string, boolean>>
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}

/** Publishes an event where its type is enabled; `undefined` where it is not. */
export type Announce = (eventType: string, topic: string, body: object) => Routing | undefined

export interface EventConfigurationsOptions {
  readonly table: Table<EventConfiguration>
  readonly clock: Clock
  readonly publish: (message: Message) => Routing | undefined
}

/** Which events are published. None is until its type is enabled. */
export class EventConfigurations {
  readonly #table: Table<EventConfiguration>
  readonly #clock: Clock
  readonly #publish: (message: Message) => Routing | undefined

  constructor({ table, clock, publish }: EventConfigurationsOptions) {
    this.#table = table
    this.#clock = clock
    this.#publish = publish
  }

  /** Absent before the first update. */
  get current(): EventConfiguration | undefined {
    return this.#table.get('account')
  }

  isEnabled(eventType: string): boolean {
    return this.current?.enabled[eventType] === true
  }

  /** Changes the types that are named, and leaves the others. */
  update(enabled: Readonly<Record<string, boolean>>): void {
    const nowMs = this.#clock.nowMs()
    const { current } = this
    const all = { ...current?.enabled, ...enabled }
    this.#table.set('account', { enabled: all, createdAtMs: current?.createdAtMs ?? nowMs, modifiedAtMs: nowMs })
  }

  readonly announce: Announce = (eventType, topic, body) => {
    if (!this.isEnabled(eventType)) return undefined
    return this.#publish({ topic, payload: new TextEncoder().encode(JSON.stringify(body)), qos: 1, retain: false })
  }
}
