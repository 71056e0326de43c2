import type { Table } from '@keg/mqtt-broker'

/** Where the core keeps what it knows. */
export interface Tables {
  /** Whether they outlive the process. */
  readonly lasts: boolean
  /**
   * The table of this name; empty when there was none. A value that was `set` is there after a crash once the call has returned, where
   * tables last.
   */
  table<Value>(name: string): Table<Value>
  /** Empties a table that is not used any more. */
  drop(name: string): void
  /** Runs changes that a crash leaves all there or not at all, where tables last. */
  together(changes: () => void): void
  close(): void
}

/** Tables that end with the process. */
export const memoryTables = (): Tables => ({
  lasts: false, table: <Value>() => new Map<string, Value>(), drop: () => undefined, together: (changes) => changes(),
  close: () => undefined,
})
