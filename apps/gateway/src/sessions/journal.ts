import type { Table } from '@keg/mqtt-broker'
import type { Entry } from './sessions-database.ts'

/** Tables in memory that remember what has changed in them since it was last written down. */
export class Journal {
  readonly #tables = new Map<string, Map<string, unknown>>()
  /** Changed, by table and key, in the order of the last change. */
  readonly #changed = new Map<string, { readonly name: string; readonly key: string }>()
  /** What the disk has, so that what came and went between two commits costs none. */
  readonly #onDisk = new Set<string>()
  readonly #onChange: (name: string) => void

  constructor(onChange: (name: string) => void) {
    this.#onChange = onChange
  }

  get empty(): boolean {
    return this.#changed.size === 0
  }

  /** An entry that is on the disk. */
  restore(name: string, key: string, value: unknown): void {
    this.#of(name).set(key, value)
    this.#onDisk.add(placeOf(name, key))
  }

  /** The table of that name; `Value` is what is put into it. */
  table<Value>(name: string): Table<Value> {
    // Only this name's writer puts values in.
    const values = this.#of(name) as Map<string, Value>
    return {
      get size() {
        return values.size
      },
      get: (key) => values.get(key),
      has: (key) => values.has(key),
      keys: () => values.keys(),
      values: () => values.values(),
      entries: () => values.entries(),
      set: (key, value) => {
        values.set(key, value)
        this.#change(name, key)
        return values
      },
      delete: (key) => {
        if (!values.delete(key)) return false
        this.#change(name, key)
        return true
      },
    }
  }

  /** Deletes all that is in a table. */
  drop(name: string): void {
    const table = this.#tables.get(name)
    this.#tables.delete(name)
    for (const key of table?.keys() ?? []) this.#change(name, key)
  }

  /** What is to be written down. */
  changes(): Entry[] {
    return [...this.#changed.values()].map(({ name, key }) => ({ name, key, value: this.#tables.get(name)?.get(key) }))
  }

  /** All there is, for a new database. */
  all(): Entry[] {
    return [...this.#tables].flatMap(([name, values]) => [...values].map(([key, value]) => ({ name, key, value })))
  }

  /** All of it is on the disk. */
  written(): void {
    for (const [place, { name, key }] of this.#changed) {
      if (this.#tables.get(name)?.has(key) === true) this.#onDisk.add(place)
      else this.#onDisk.delete(place)
    }
    this.#changed.clear()
  }

  #of(name: string): Map<string, unknown> {
    const values = this.#tables.get(name) ?? new Map<string, unknown>()
    this.#tables.set(name, values)
    return values
  }

  #change(name: string, key: string): void {
    const place = placeOf(name, key)
    const gone = this.#tables.get(name)?.has(key) !== true
    this.#changed.delete(place)
    if (gone && !this.#onDisk.has(place)) return
    this.#changed.set(place, { name, key })
    this.#onChange(name)
  }
}

const placeOf = (name: string, key: string) => `${name}\n${key}`
