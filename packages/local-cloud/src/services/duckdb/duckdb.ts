import type * as DuckDbApi from '@duckdb/node-api'
import { CloudError } from '../../cloud-error.ts'

/** What a statement answers: columns with DuckDB's types, values as JSON has them. */
export interface DuckDbResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly (readonly unknown[])[]
}

/** A database in memory, for one piece of work. */
export interface DuckDb {
  run(sql: string): Promise<DuckDbResult>
  /** Ends the statement that runs and all that come, which reject. */
  interrupt(): void
  close(): void
}

/** Between attempts to interrupt a statement. */
const INTERRUPT_MS = 20

/** Opens a database. Rejects with `CloudError` `ENGINE_MISSING` where the optional package is not installed. */
export async function openDuckDb(load = loadDuckDb): Promise<DuckDb> {
  const instance = await (await duckDb(load)).DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  let interrupting: NodeJS.Timeout | undefined
  return {
    run: async (sql) => {
      if (interrupting !== undefined) throw new Error('Interrupted')
      return run(connection, sql)
    },
    interrupt: () => {
      connection.interrupt()
      // A statement that is only about to begin would miss it.
      interrupting ??= setInterval(() => connection.interrupt(), INTERRUPT_MS)
    },
    close: () => {
      clearInterval(interrupting)
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Rejects as `openDuckDb` does. */
export async function requireDuckDb(load = loadDuckDb): Promise<void> {
  await duckDb(load)
}

/** Loaded on use: it is optional, and large. */
const loadDuckDb = (): Promise<typeof DuckDbApi> => import('@duckdb/node-api')

async function duckDb(load: typeof loadDuckDb): Promise<typeof DuckDbApi> {
  try {
    return await load()
  } catch (cause) {
    throw new CloudError('ENGINE_MISSING', 'Parquet and Athena need the optional package @duckdb/node-api, which is not installed: npm install @duckdb/node-api', { cause })
  }
}

async function run(connection: DuckDbApi.DuckDBConnection, sql: string): Promise<DuckDbResult> {
  const reader = await connection.runAndReadAll(sql)
  const types = reader.columnTypes()
  return {
    columns: reader.columnNames().map((name, index) => ({ name, type: String(types[index]) })),
    rows: reader.getRowsJson(),
  }
}
