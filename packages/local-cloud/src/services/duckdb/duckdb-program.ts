/** DuckDB in a process of its own: one database in memory at a time, locked before anybody's SQL runs. */
import type * as DuckDbApi from '@duckdb/node-api'
import { serveEngine } from '../engine-process/serve-engine.ts'
import type { DuckDbQuestion, DuckDbResult } from './duckdb-protocol.ts'

const [, , , packageName = '@duckdb/node-api'] = process.argv
let open: { readonly instance: DuckDbApi.DuckDBInstance; readonly connection: DuckDbApi.DuckDBConnection } | undefined

serveEngine(async (ask) => {
  // Only our own process asks.
  const question = ask as DuckDbQuestion
  switch (question.kind) {
    case 'load': return void await load()
    case 'open': return openDatabase(question)
    case 'run': return run(question.sql)
    case 'close': return closeDatabase()
  }
})

async function load(): Promise<typeof DuckDbApi> {
  // By a name that is not known when this is built: the package is optional.
  return await import(packageName) as typeof DuckDbApi
}

/** @see https://duckdb.org/docs/stable/operations_manual/securing_duckdb/overview */
async function openDatabase({ folder, memoryMb, settings }: Extract<DuckDbQuestion, { kind: 'open' }>): Promise<void> {
  const { DuckDBInstance } = await load()
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false', autoload_known_extensions: 'false', memory_limit: `${memoryMb}MB`, threads: '2',
  })
  const connection = await instance.connect()
  open = { instance, connection }
  const quoted = (path: string) => `'${path.replaceAll('\'', '\'\'')}'`
  const places = folder === undefined
    ? ['SET max_temp_directory_size = \'0B\'']
    : [
      `SET allowed_directories = [${quoted(folder)}]`, `SET temp_directory = ${quoted(`${folder}/spilled`)}`,
      'SET max_temp_directory_size = \'1GB\'',
    ]
  for (const sql of [...settings, ...places, 'SET enable_external_access = false', 'SET lock_configuration = true'])
    await connection.run(sql)
}

async function run(sql: string): Promise<DuckDbResult> {
  if (open === undefined) throw new Error('There is no open database')
  const reader = await open.connection.runAndReadAll(sql)
  const types = reader.columnTypes()
  return {
    columns: reader.columnNames().map((name, index) => ({ name, type: String(types[index]) })),
    rows: reader.getRowsJson(),
  }
}

function closeDatabase(): void {
  open?.connection.closeSync()
  open?.instance.closeSync()
  open = undefined
}
