import type { Table } from '@keg/mqtt-broker'
import type { Tables } from './table.ts'

/** The tables, each asked for once only: the same name is the same table. */
export function remembered(tables: Tables): Tables {
  const known = new Map<string, unknown>()
  return {
    ...tables,
    table<Value>(name: string) {
      const table = (known.get(name) ?? tables.table<Value>(name)) as Table<Value>
      known.set(name, table)
      return table
    },
  }
}

/** Tables whose changes come to those beneath by `commit` alone. */
export class StagedTables implements Tables {
  readonly lasts = false
  readonly #base: Tables
  readonly #staged = new Map<string, StagedTable<unknown>>()

  /** `base` answers the same table for the same name. */
  constructor(base: Tables) {
    this.#base = base
  }

  table<Value>(name: string): Table<Value> {
    const table = this.#staged.get(name) ?? new StagedTable<unknown>(this.#base.table(name))
    this.#staged.set(name, table)
    // A name is asked for with the type of its values.
    return table as unknown as Table<Value>
  }

  commit(): void {
    const changed = [...this.#staged.values()].filter(({ isChanged }) => isChanged)
    this.#base.together(() => changed.forEach((table) => table.commit()))
  }

  together(changes: () => void): void {
    changes()
  }

  drop(): void {
    throw new TypeError('Staged tables are not dropped.')
  }

  close(): void {
    // Those beneath stay open.
  }
}

/** What was set since, and what was deleted, over a table that stays as it is until `commit`. */
class StagedTable<Value> implements Table<Value> {
  readonly #base: Table<Value>
  readonly #set = new Map<string, Value>()
  readonly #deleted = new Set<string>()

  constructor(base: Table<Value>) {
    this.#base = base
  }

  get isChanged(): boolean {
    return this.#set.size + this.#deleted.size > 0
  }

  get size(): number {
    return this.#all().size
  }

  get(key: string): Value | undefined {
    return this.#set.has(key) || this.#deleted.has(key) ? this.#set.get(key) : this.#base.get(key)
  }

  has(key: string): boolean {
    return this.#set.has(key) || (this.#base.has(key) && !this.#deleted.has(key))
  }

  set(key: string, value: Value): Map<string, Value> {
    return this.#set.set(key, value)
  }

  delete(key: string): boolean {
    const had = this.has(key)
    this.#set.delete(key)
    if (this.#base.has(key)) this.#deleted.add(key)
    return had
  }

  keys() {
    return this.#all().keys()
  }

  values() {
    return this.#all().values()
  }

  entries() {
    return this.#all().entries()
  }

  commit(): void {
    for (const key of this.#deleted) this.#base.delete(key)
    for (const [key, value] of this.#set) this.#base.set(key, value)
  }

  #all(): Map<string, Value> {
    const all = new Map(this.#base.entries())
    for (const key of this.#deleted) all.delete(key)
    for (const [key, value] of this.#set) all.set(key, value)
    return all
  }
}
