import type { Table } from '@keg/mqtt-broker'
import type { Tables } from './table.ts'

/** What a call of `set` or `delete` made of one entry. */
export interface TableChange<Value> {
  readonly key: string
  /** Absent: the entry is new. */
  readonly before: Value | undefined
  /** Absent: the entry is gone. */
  readonly after: Value | undefined
}

/** Tables of which some tell of their changes, whoever makes them. */
export interface ObservedTables extends Tables {
  /** Tells of each change of the table of this name from now on, once it is made. Throws `TypeError` for a name that is not observed. */
  watch<Value>(name: string, listener: (change: TableChange<Value>) => void): void
}

type Listener = (change: TableChange<unknown>) => void

/** The tables whose changes the index and the registry's events go by. */
const OBSERVED = ['things', 'thingTypes', 'thingGroups', 'groupsOfThings', 'shadows', 'violations']

export function observedTables(tables: Tables): ObservedTables {
  const listeners = new Map<string, Listener[]>(OBSERVED.map((name) => [name, []]))
  return {
    lasts: tables.lasts,
    table<Value>(name: string) {
      const table = tables.table<Value>(name)
      const told = listeners.get(name)
      return told === undefined ? table : new ObservedTable(table, told)
    },
    watch<Value>(name: string, listener: (change: TableChange<Value>) => void) {
      const told = listeners.get(name)
      if (told === undefined) throw new TypeError(`The table ${name} is not observed.`)
      // A name is asked for with the type of its values.
      told.push(listener as Listener)
    },
    drop: (name) => tables.drop(name),
    together: (changes) => tables.together(changes),
    close: () => tables.close(),
  }
}

class ObservedTable<Value> implements Table<Value> {
  readonly #base: Table<Value>
  readonly #listeners: readonly Listener[]

  constructor(base: Table<Value>, listeners: readonly Listener[]) {
    this.#base = base
    this.#listeners = listeners
  }

  get size(): number {
    return this.#base.size
  }

  get(key: string): Value | undefined {
    return this.#base.get(key)
  }

  has(key: string): boolean {
    return this.#base.has(key)
  }

  set(key: string, value: Value): Map<string, Value> {
    const before = this.#base.get(key)
    const map = this.#base.set(key, value)
    for (const told of this.#listeners) told({ key, before, after: value })
    return map
  }

  delete(key: string): boolean {
    const before = this.#base.get(key)
    const had = this.#base.delete(key)
    if (had) for (const told of this.#listeners) told({ key, before, after: undefined })
    return had
  }

  keys() {
    return this.#base.keys()
  }

  values() {
    return this.#base.values()
  }

  entries() {
    return this.#base.entries()
  }
}
