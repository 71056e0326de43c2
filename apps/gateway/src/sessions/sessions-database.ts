/** A value in a table, as it is kept; without `value` it is to be deleted. */
export interface Entry {
  readonly name: string
  readonly key: string
  readonly value: unknown
}

/** Entries by table and key, in the order in which they came. All of it throws `DatabaseError`. */
export interface SessionsDatabase {
  read(): readonly Entry[]
  /** Makes the changes in one transaction, on the disk (`synchronous=FULL`) when it returns; `value` undefined deletes. */
  write(changes: readonly Entry[]): void
  close(): void
}
