/** Values by key, in the order they came: of a `Map`, what may be kept elsewhere, too. A value is replaced by `set`, never changed in place. */
export type Table<Value> = Pick<Map<string, Value>, 'size' | 'get' | 'has' | 'set' | 'delete' | 'keys' | 'values' | 'entries'>

/** Where the core keeps what it knows. */
export interface Tables {
  /** Whether they outlive the process. */
  readonly lasts: boolean
  /** The table of this name; empty when there was none. A value that was `set` is there after a crash once the call has returned, where tables last. */
  table<Value>(name: string): Table<Value>
  /** Empties a table that is not used any more. */
  drop(name: string): void
  close(): void
}

/** Tables that end with the process. */
export const memoryTables = (): Tables => ({ lasts: false, table: <Value>() => new Map<string, Value>(), drop: () => undefined, close: () => undefined })
