import type { Announce } from '../event-configurations/event-configurations.ts'
import type { IotState, Thing, ThingGroup, ThingType } from '../state/iot-state.ts'
import type { ObservedTables, TableChange } from '../state/observed-tables.ts'
import { groupEvents, membershipEvents, thingEvents, thingTypeEvents, type RegistryEvent } from './events.ts'

export interface RegistryEventsOptions {
  readonly state: IotState
  /** The same that the state is in. */
  readonly tables: ObservedTables
  readonly announce: Announce
  readonly isEnabled: (eventType: string) => boolean
}

type EventsOf<Value> = (state: IotState, change: TableChange<Value>) => RegistryEvent[]

/**
 * Publishes what changes in the registry, whoever changes it, where its type of event is enabled. Nothing is published before the change
 * is whole.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/registry-events.html
 */
export function publishRegistryEvents({ state, tables, announce, isEnabled }: RegistryEventsOptions): void {
  const watch = <Value>(table: string, types: readonly string[], eventsOf: EventsOf<Value>) =>
    tables.watch<Value>(table, (change) => {
      if (change.before === change.after || !types.some(isEnabled)) return
      const events = eventsOf(state, change)
      const common = { timestamp: state.clock.nowMs(), accountId: state.accountId }
      // The change may be one of several that are made together.
      queueMicrotask(() => {
        for (const { type, topic, body } of events)
          announce(type, `$aws/events/${topic}`, { eventType: `${type}_EVENT`, eventId: state.newId(), ...common, ...body })
      })
    })
  watch<Thing>('things', ['THING', 'THING_TYPE_ASSOCIATION'], (_, change) => thingEvents(change))
  watch<ThingType>('thingTypes', ['THING_TYPE'], (_, change) => thingTypeEvents(change))
  watch<ThingGroup>('thingGroups', ['THING_GROUP', 'THING_GROUP_HIERARCHY'], groupEvents)
  watch<readonly string[]>('groupsOfThings', ['THING_GROUP_MEMBERSHIP'], membershipEvents)
}
