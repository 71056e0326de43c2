import type { Clock } from '@keg/mqtt-broker'
import type { FleetIndex } from '../fleet-index/fleet-index.ts'
import { registryValue, type IndexedDocument } from '../fleet-index/document/indexed-document.ts'
import { compileQuery, type Matcher } from '../fleet-index/query/match-query.ts'
import { parseQuery } from '../fleet-index/query/parse-query.ts'
import type { JobService } from '../jobs/job-service.ts'
import type { LocalIotLogEvent } from '../logging/log-event.ts'
import type { IotState, ThingGroup } from '../state/iot-state.ts'
import type { ObservedTables } from '../state/observed-tables.ts'
import { MAX_GROUPS_OF_THING } from '../state/thing-group-hierarchy.ts'

export interface DynamicGroupsOptions {
  readonly state: IotState
  /** The same that the state is in. */
  readonly tables: ObservedTables
  readonly fleetIndex: FleetIndex
  readonly jobs: Pick<JobService, 'regrouped'>
  readonly clock: Clock
  readonly log: (event: LocalIotLogEvent) => void
}

interface DynamicGroup {
  readonly groupName: string
  readonly matches: Matcher
}

/** As many things are looked at in one turn of the loop, so that messages are not kept waiting. */
const THINGS_A_TURN = 50

/**
 * Keeps things in the dynamic groups whose queries they match, a turn of the loop after they have changed.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamic-thing-groups.html
 */
export class DynamicGroups {
  readonly #options: DynamicGroupsOptions
  readonly #pending = new Set<string>()
  readonly #status = new Map<string, 'BUILDING' | 'REBUILDING'>()
  /** What each thing could not be added to, so that it is told once. */
  readonly #refused = new Map<string, string>()
  /** The oldest first; absent when one was changed since. */
  #groups: readonly DynamicGroup[] | undefined
  /** Whose groups are being changed here. */
  #moving: string | undefined
  #cancel: (() => void) | undefined

  constructor(options: DynamicGroupsOptions) {
    this.#options = options
    options.tables.watch<ThingGroup>('thingGroups', (change) => {
      if ((change.after ?? change.before)?.dynamic !== undefined) this.#groups = undefined
    })
    options.fleetIndex.onTouch((thingName) => this.#touched(thingName))
  }

  /** Looks at all things anew for a group that is new or has another query. */
  rebuild(groupName: string, status: 'BUILDING' | 'REBUILDING'): void {
    this.#status.set(groupName, status)
    for (const thingName of this.#options.state.things.keys()) this.#pending.add(thingName)
    this.#schedule()
  }

  /** How far its membership is. */
  statusOf(groupName: string): 'ACTIVE' | 'BUILDING' | 'REBUILDING' {
    return this.#status.get(groupName) ?? 'ACTIVE'
  }

  close(): void {
    this.#cancel?.()
  }

  #touched(thingName: string): void {
    if (thingName === this.#moving || this.#all().length === 0) return
    this.#pending.add(thingName)
    this.#schedule()
  }

  #schedule(): void {
    this.#cancel ??= this.#options.clock.after(0, () => {
      this.#cancel = undefined
      this.#turn()
    })
  }

  #turn(): void {
    let left = THINGS_A_TURN
    for (const thingName of this.#pending) {
      if (left-- === 0) break
      this.#pending.delete(thingName)
      this.#settle(thingName)
    }
    if (this.#pending.size > 0) this.#schedule()
    else this.#status.clear()
  }

  /** Moves a thing to where it belongs. Older groups come first where it can't be in all: dynamic-thing-groups.html#group-priorities. */
  #settle(thingName: string): void {
    const { state: { attachments }, jobs } = this.#options
    const document = this.#documentOf(thingName)
    const all = this.#all().map(({ groupName }) => groupName)
    const have = attachments.groupsOf(thingName)
    const eligible = document === undefined
      ? [] : this.#all().filter(({ matches }) => matches(document)).map(({ groupName }) => groupName)
    const room = Math.max(0, MAX_GROUPS_OF_THING - have.filter((groupName) => !all.includes(groupName)).length)
    const wanted = eligible.slice(0, room)
    const added = wanted.filter((name) => !have.includes(name))
    const removed = have.filter((name) => all.includes(name) && !wanted.includes(name))
    this.#tellRefused(thingName, eligible.slice(room))
    if (added.length + removed.length === 0) return
    this.#moving = thingName
    try {
      jobs.regrouped(thingName, () => {
        for (const groupName of removed) attachments.removeFromGroup(thingName, groupName)
        for (const groupName of added) attachments.addToGroup(thingName, groupName)
      })
    } finally {
      this.#moving = undefined
    }
  }

  /** A group does not look at whether a thing is in dynamic groups: else it could go in and out for ever. */
  #documentOf(thingName: string): IndexedDocument | undefined {
    const { fleetIndex, state } = this.#options
    const document = fleetIndex.thing(thingName)
    return document && withoutDynamicGroups(document, state)
  }

  #all(): readonly DynamicGroup[] {
    return this.#groups ??= [...this.#options.state.thingGroups.values()].flatMap(({ thingGroupName, dynamic }) =>
      (dynamic === undefined ? [] : [{ groupName: thingGroupName, matches: compileQuery(parseQuery(dynamic.queryString)) }]))
  }

  #tellRefused(thingName: string, groupNames: readonly string[]): void {
    const refused = groupNames.join(', ')
    if (refused === (this.#refused.get(thingName) ?? '')) return
    if (refused === '') this.#refused.delete(thingName)
    else this.#refused.set(thingName, refused)
    if (refused !== '') this.#options.log(addFailed(thingName, refused))
  }
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html#dynamic-group-logs */
const addFailed = (thingName: string, groupNames: string): LocalIotLogEvent => ({
  level: 'error', event: 'dynamic-group-failed',
  message: `The thing ${thingName} is not in the dynamic thing groups ${groupNames}, whose queries it matches: it belongs to the maximum allowed number of groups.`,
})

/** The document with the groups alone that a thing was put into. */
export function withoutDynamicGroups(document: IndexedDocument, { thingGroups }: Pick<IotState, 'thingGroups'>): IndexedDocument {
  const groups = document.fields.get('thingGroupNames')?.map(({ raw }) => String(raw)) ?? []
  const kept = groups.filter((groupName) => thingGroups.get(groupName)?.dynamic === undefined)
  if (kept.length === groups.length) return document
  const fields = new Map(document.fields)
  if (kept.length === 0) fields.delete('thingGroupNames')
  else fields.set('thingGroupNames', kept.map(registryValue))
  return { ...document, fields }
}
