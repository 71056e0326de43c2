import type { Presence, PresenceChange } from '@keg/mqtt-broker'
import { notFound } from '../errors/service-exception.ts'
import { restoredShadow, shadowKey, type KeptShadow } from '../shadows/shadow-records.ts'
import type { Violation } from '../state/device-defender.ts'
import type { IotState, Thing, ThingGroup } from '../state/iot-state.ts'
import type { ObservedTables } from '../state/observed-tables.ts'
import type { Table } from '@keg/mqtt-broker'
import { checkThingQuery } from './check-query.ts'
import { Connectivity, type ThingConnection } from './connectivity.ts'
import { DocumentIndex } from './document-index.ts'
import { groupDocument } from './group-document.ts'
import { NOTHING_INDEXED, sourcesOf, THING_GROUPS, THINGS, type IndexingConfiguration, type ThingGroupIndexing, type ThingIndexing } from './indexing-configuration.ts'
import type { IndexedDocument } from './document/indexed-document.ts'
import type { Query } from './query/query.ts'
import { thingDocument, type ThingSources, type ThingViolations } from './thing-document.ts'

export interface FleetIndexOptions {
  readonly state: IotState
  /** The same that the state is in. */
  readonly tables: ObservedTables
  readonly shadows: Table<KeptShadow>
  readonly presence: (clientId: string) => Presence | undefined
  /** What things violate, of whose table this hears. */
  readonly violations: (thingName: string) => ThingViolations | undefined
}

/** A few milliseconds. */
const THINGS_A_TURN = 50

/** Fleet indexing: what is indexed, and the documents of things and thing groups. While it is off, nothing is done. */
export class FleetIndex {
  readonly connectivity: Connectivity
  readonly sources: ThingSources
  readonly #state: IotState
  readonly #configured: Table<ThingIndexing | ThingGroupIndexing>
  readonly #things: DocumentIndex
  readonly #groups: DocumentIndex
  readonly #touched: ((thingName: string) => void)[] = []
  #current: IndexingConfiguration = NOTHING_INDEXED

  constructor({ state, tables, shadows, presence, violations }: FleetIndexOptions) {
    this.#state = state
    this.#configured = tables.table('indexingConfigurations')
    this.connectivity = new Connectivity({
      table: tables.table<ThingConnection>('thingConnections'), nowMs: () => state.clock.nowMs(), presence,
      hasThing: (thingName) => state.things.has(thingName), onChange: (thingName) => this.touch(thingName),
    })
    this.sources = {
      state, violations,
      shadow: (thingName, shadowName) => restoredShadow(shadows.get(shadowKey({ thingName, shadowName })))?.document,
      connection: (thingName) => this.connectivity.of(thingName),
    }
    this.#things = new DocumentIndex((name) => thingDocument(name, this.sources, this.#current.things))
    this.#groups = new DocumentIndex((name) => groupDocument(name, state))
    this.#watch(tables)
  }

  /** Goes on as an earlier process was configured. */
  resume(): void {
    const { things = NOTHING_INDEXED.things, groups = NOTHING_INDEXED.groups } = {
      // Each as `configure` has set it.
      things: this.#configured.get('things') as ThingIndexing | undefined,
      groups: this.#configured.get('groups') as ThingGroupIndexing | undefined,
    }
    this.#current = { things, groups }
    if (sourcesOf(things).connectivity) this.connectivity.resume()
    this.#rebuild()
  }

  get configuration(): IndexingConfiguration {
    return this.#current
  }

  get isOn(): boolean {
    return this.#current.things.thingIndexingMode !== 'OFF'
  }

  /** Takes a configuration that was checked; the documents are made anew. */
  configure(next: IndexingConfiguration): void {
    const [was, is] = [sourcesOf(this.#current.things).connectivity, sourcesOf(next.things).connectivity]
    this.#current = next
    this.#configured.set('things', next.things)
    this.#configured.set('groups', next.groups)
    if (is && !was) this.connectivity.start(this.#state.things.keys())
    if (was && !is) this.connectivity.stop()
    this.#rebuild()
  }

  /** Tells of each thing of which something has changed, while things are indexed. */
  onTouch(listener: (thingName: string) => void): void {
    this.#touched.push(listener)
  }

  /** Something of a thing has changed. */
  touch(thingName: string): void {
    if (!this.isOn) return
    this.#things.touch(thingName)
    for (const listener of this.#touched) listener(thingName)
  }

  readonly presenceChanged = (change: PresenceChange): void => this.connectivity.changed(change)

  /** The document of a thing as it is now; `undefined` where there is none. */
  thing(thingName: string): IndexedDocument | undefined {
    return this.#things.get(thingName)
  }

  /** The index of this name; absent = that of things. Throws where it is not there. */
  open(indexName: string = THINGS): OpenIndex {
    const { things, groups } = this.#current
    if (indexName === THINGS && this.isOn) {
      return { name: THINGS, documents: this.#things, custom: things.customFields ?? [], check: (query) => checkThingQuery(query, things) }
    }
    if (indexName === THING_GROUPS && groups.thingGroupIndexingMode === 'ON')
      return { name: THING_GROUPS, documents: this.#groups, custom: groups.customFields ?? [], check: () => undefined }
    throw notFound(`Index '${indexName}' does not exist`)
  }

  #rebuild(): void {
    this.#things.clear()
    this.#groups.clear()
    for (const thingName of this.#state.things.keys()) this.touch(thingName)
    if (this.#areGroupsOn) for (const groupName of this.#state.thingGroups.keys()) this.#groups.touch(groupName)
    if (this.isOn) this.#warmUp()
  }

  /** Makes documents a few at a time, so that neither the first query nor a message has to wait for all. */
  #warmUp(): void {
    this.#state.clock.after(0, () => {
      if (this.#things.refresh(THINGS_A_TURN)) this.#warmUp()
    })
  }

  get #areGroupsOn(): boolean {
    return this.#current.groups.thingGroupIndexingMode === 'ON'
  }

  #watch(tables: ObservedTables): void {
    tables.watch<Thing>('things', ({ key, before, after }) => {
      if (before === undefined) this.connectivity.thingCreated(key)
      if (after === undefined) this.connectivity.thingDeleted(key)
      this.touch(key)
    })
    tables.watch<readonly string[]>('groupsOfThings', ({ key }) => this.touch(key))
    tables.watch<KeptShadow>('shadows', ({ key }) => {
      // As `shadowKey` made it.
      if (this.isOn) this.touch((JSON.parse(key) as [string, string | null])[0])
    })
    tables.watch<Violation>('violations', ({ before, after }) => {
      const { thingName } = after ?? before ?? {}
      if (thingName !== undefined) this.touch(thingName)
    })
    tables.watch<ThingGroup>('thingGroups', ({ key }) => {
      if (this.#areGroupsOn) this.#groups.touch(key)
    })
  }
}

/** An index that can be asked. */
export interface OpenIndex {
  readonly name: typeof THINGS | typeof THING_GROUPS
  readonly documents: DocumentIndex
  readonly custom: readonly { readonly name?: string | undefined; readonly type?: string | undefined }[]
  /** Throws for a query that it can't answer. */
  readonly check: (query: Query) => void
}
