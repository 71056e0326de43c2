/** Types that a column has, by the same names in Athena and DuckDB, but for text. */
export type ColumnType = 'string' | 'int' | 'bigint' | 'double' | 'boolean'

/** A column: what the message's member is called that it holds, and its type. Its own name is the member's in lower case. */
export type Columns = Readonly<Record<string, ColumnType>>

/** Which message it was; every row has it. */
const origin = {
  siteId: 'string', kegId: 'string', bootId: 'string', seq: 'bigint', takenAtMs: 'bigint', receivedAtMs: 'bigint',
} as const satisfies Columns

/**
 * The tables, by name: members of the message and their types. Each is in Parquet, in a folder for each `day` (UTC, `YYYY-MM-DD`) on which
 * Firehose got its rows. A row can be there more than once: Firehose delivers at least once.
 */
export const coldTables = {
  /** Each reading. The same `kegid`, `bootid` and `seq` are the same reading. */
  telemetry: { ...origin, celsius: 'double', kilopascal: 'double', pouring: 'boolean', cooling: 'boolean' },
  /** Each pour of the ledger, the one of a gateway or a replay, too. The same `kegid` and `pourid` are the same pour. */
  pours: { ...origin, pourId: 'string', volumeMl: 'int', totaliserMl: 'bigint' },
} as const satisfies Record<string, Columns>

/** The name of a table. */
export type ColdTable = keyof typeof coldTables

/** The columns of a table, as a catalog has them: names in lower case, Hive's types. */
export const columnsOf = (table: ColdTable): Readonly<Record<string, ColumnType>> =>
  Object.fromEntries(Object.entries(coldTables[table]).map(([member, type]) => [member.toLowerCase(), type]))
