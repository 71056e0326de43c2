import type * as DuckDbApi from '@duckdb/node-api'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ColdStoreError, kindOf, valueOf, type ColdEngine, type ColdRows } from '../engine.ts'
import { coldFiles, type ColdFile } from '../layout.ts'
import { coldTables, columnsOf, type ColdTable } from '../tables.ts'

/** How DuckDB is found. */
export interface DuckDbOptions {
  /** Default: `@duckdb/node-api`. */
  readonly packageName?: string
}

const MISSING = 'DuckDB is not installed: npm install @duckdb/node-api, which asks Parquet on this machine.'

/**
 * Asks a folder that is laid out as the bucket: `…/telemetry/day=…/` and `…/pours/day=…/`. Rejects with {@link ColdStoreError} where it has
 * neither.
 */
export async function duckDbEngine(directory: string, options: DuckDbOptions = {}): Promise<ColdEngine> {
  const files = await filesIn(directory)
  if (files.length === 0) throw new ColdStoreError(
    'NO_DATA', `There is nothing of the cold store in ${directory}: no files in ${tables.map((table) => `${table}/day=…/`).join(' or ')}.`,
  )
  const views = tables.map((table) => viewOf(table, files.filter((file) => file.table === table)))
  return openDatabase([`SET allowed_directories = [${quoted(directory)}]`, ...views], options)
}

/**
 * The rows of one file, with members named as the message has them, in the order in which they were taken; those that are there twice,
 * once.
 */
export async function rowsOfFile(file: ColdFile, options: DuckDbOptions = {}): Promise<ColdRows> {
  const { path, table } = file
  const members = Object.keys(coldTables[table]).map((member) => `${member.toLowerCase()} AS "${member}"`)
  const engine = await openDatabase([`SET allowed_paths = [${quoted(path)}]`, viewOf(table, [file])], options)
  try {
    return await engine.query(`SELECT DISTINCT ${members.join(', ')} FROM ${table} ORDER BY takenatms, kegid, seq`)
  } finally {
    await engine.close()
  }
}

/** The files of the cold store in a folder, and in folders in it. Rejects where there is no such folder. */
export async function filesIn(directory: string): Promise<readonly ColdFile[]> {
  const names = await readdir(directory, { recursive: true })
  return coldFiles(names.map((name) => join(directory, name)))
}

/** Opens a database in memory: statements set it up, then it is locked, so that a query touches nothing but what it was given. */
async function openDatabase(statements: readonly string[], { packageName = '@duckdb/node-api' }: DuckDbOptions): Promise<ColdEngine> {
  const { DuckDBInstance } = await load(packageName)
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' })
  const connection = await instance.connect()
  const close = async (): Promise<void> => {
    connection.closeSync()
    instance.closeSync()
  }
  try {
    for (const sql of [...statements, 'SET enable_external_access = false', 'SET lock_configuration = true']) await connection.run(sql)
    return { query: (sql) => ask(connection, sql), close }
  } catch (error) {
    await close()
    throw failed(error)
  }
}

async function load(packageName: string): Promise<typeof DuckDbApi> {
  try {
    // By a name that is not known when this is built: the package is optional.
    return await import(packageName) as typeof DuckDbApi
  } catch (cause) {
    throw new ColdStoreError('ENGINE_MISSING', MISSING, { cause })
  }
}

async function ask(connection: DuckDbApi.DuckDBConnection, sql: string): Promise<ColdRows> {
  try {
    const reader = await connection.runAndReadAll(sql)
    const columns = reader.columnNames().map((name, index) => ({ name, type: kindOf(String(reader.columnType(index))) }))
    return { columns, rows: reader.getRowsJson().map((row) => columns.map(({ type }, index) => valueOf(type, row[index]))) }
  } catch (error) {
    throw failed(error)
  }
}

const failed = (error: unknown): ColdStoreError =>
  new ColdStoreError('QUERY_FAILED', error instanceof Error ? error.message : String(error), { cause: error })

// Object.keys knows text alone.
const tables = Object.keys(coldTables) as readonly ColdTable[]
const quoted = (text: string): string => `'${text.replaceAll('\'', '\'\'')}'`
const typeOf = (type: string): string => (type === 'string' ? 'VARCHAR' : type.toUpperCase())

/** A table over its files. What no file has is NULL, as in Athena; a column more is not seen. */
function viewOf(table: ColdTable, files: readonly ColdFile[]): string {
  const columns = Object.entries(columnsOf(table))
  const empty = `SELECT ${[...columns, ['day', 'string'] as const].map(([name, type]) => `CAST(NULL AS ${typeOf(type)}) AS ${name}`).join(', ')} WHERE false`
  if (files.length === 0) return `CREATE VIEW ${table} AS ${empty}`
  const read = `read_parquet([${files.map(({ path }) => quoted(path)).join(', ')}], union_by_name = true, hive_partitioning = true, hive_types = {'day': VARCHAR})`
  return `CREATE VIEW ${table} AS SELECT ${columns.map(([name, type]) => `CAST(${name} AS ${typeOf(type)}) AS ${name}`).join(', ')}, day FROM (${empty} UNION ALL BY NAME SELECT * FROM ${read})`
}
