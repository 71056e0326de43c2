import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDb } from '../duckdb/duckdb.ts'
import { quotedName } from '../column-type/column-type.ts'
import type { GlueCatalog } from '../glue/glue-catalog.ts'
import type { Objects } from '../s3/objects.ts'
import { viewQuery, type ViewQuery } from './catalog-view.ts'
import { equalTo, wantedPartitions } from './partition-conditions.ts'
import { QueryFailure } from './query-failure.ts'
import type { QueryResult } from './result-file.ts'
import { columnInfo, resultType } from './result-type.ts'
import { resultText } from './result-value.ts'
import { parseQuery, printQuery } from './syntax-tree.ts'
import { partitionsOf } from './table-partitions.ts'
import { createTableView } from './table-view.ts'
import { macros } from './translated-functions.ts'
import { translatedQuery, type TableReference } from './translated-query.ts'

export interface SelectContext {
  readonly duckDb: DuckDb
  readonly glue: GlueCatalog
  readonly objects: Objects
  readonly database: string | undefined
  /** For files that are read, removed by whoever made it. */
  readonly folder: string
  readonly nowMs: () => number
}

/** A result with what was read for it. */
export interface SelectResult extends QueryResult {
  readonly scannedBytes: number
}

/** Runs a query over the tables of the catalog. Rejects with `QueryFailure` or DuckDB's error. */
export async function runSelect(sql: string, context: SelectContext): Promise<SelectResult> {
  const { prepared, scannedBytes } = await prepareSelect(sql, context)
  const { columns, rows } = await context.duckDb.run(prepared)
  const types = columns.map(({ type }) => resultType(type))
  return {
    scannedBytes,
    columns: columns.map(({ name }, index) => columnInfo(name.toLowerCase(), types[index] ?? resultType('VARCHAR'))),
    rows: rows.map((row) => row.map((value, index) => resultText(types[index] ?? resultType('VARCHAR'), value))),
  }
}

/** What a database is set up with. As Trino has it: times of UTC, NULL at the end, whole numbers of whole ones. */
export const athenaSettings: readonly string[] = [
  'SET TimeZone = \'UTC\'', 'SET default_null_order = \'nulls_last\'', 'SET integer_division = true', ...macros,
  'ATTACH \':memory:\' AS awsdatacatalog',
]

/** A query as DuckDB's SQL, its tables and views made. */
export async function prepareSelect(
  sql: string, context: SelectContext,
): Promise<{ readonly prepared: string; readonly scannedBytes: number }> {
  const { duckDb } = context
  const read: ReadTables = { references: [], views: new Map(), open: new Set() }
  const prepared = await translate({ sql, database: context.database }, read, context)
  let scannedBytes = 0
  for (const [index, references] of [...Map.groupBy(read.references, tableKey).values()].entries())
    scannedBytes += await makeTable(references, index, context)
  for (const [name, query] of read.views) await duckDb.run(`CREATE VIEW ${name} AS ${query}`)
  return { prepared, scannedBytes }
}

/** What a query reads, its views' tables among it. */
interface ReadTables {
  readonly references: TableReference[]
  /** Queries by name, each after those that it reads. */
  readonly views: Map<string, string>
  /** Views that are being read. */
  readonly open: Set<string>
}

async function translate({ sql, database }: ViewQuery, read: ReadTables, context: SelectContext): Promise<string> {
  const { duckDb, glue } = context
  const { tree, tables } = translatedQuery(await parseQuery(duckDb, sql), database)
  for (const reference of tables) {
    if (!glue.hasDatabase(reference.database))
      throw new QueryFailure('SCHEMA_NOT_FOUND', `line 1:1: Schema '${reference.database}' does not exist`)
    if (!glue.hasTable(reference.database, reference.table))
      throw new QueryFailure('TABLE_NOT_FOUND', `line 1:1: Table 'awsdatacatalog.${tableKey(reference)}' does not exist`)
    const view = viewQuery(glue.table(reference.database, reference.table).input)
    const name = `awsdatacatalog.${quotedName(reference.database)}.${quotedName(reference.table)}`
    if (view === undefined) read.references.push(reference)
    else if (!read.views.has(name)) {
      if (read.open.has(name)) throw new QueryFailure('NOT_SUPPORTED', `The view ${tableKey(reference)} reads itself`)
      read.open.add(name)
      const query = await translate(view, read, context)
      await duckDb.run(`CREATE SCHEMA IF NOT EXISTS awsdatacatalog.${quotedName(reference.database)}`)
      read.views.set(name, query)
    }
  }
  return printQuery(duckDb, tree)
}

function tableKey({ database, table }: TableReference): string {
  return `${database}.${table}`
}

async function makeTable(
  references: readonly TableReference[], index: number, { duckDb, glue, objects, folder, nowMs }: SelectContext,
): Promise<number> {
  const [reference, second] = references
  if (reference === undefined) return 0
  const { database, table: name } = reference
  const { input: table } = glue.table(database, name)
  // What one place in the query does not want, another may.
  const only = second === undefined ? reference : { ...reference, conditions: [] }
  const catalog = glue.partitions(database, name).map(({ input }) => input)
  const all = await partitionsOf(table, { objects, partitions: catalog, nowMs: nowMs(), equalTo: (column) => equalTo(reference, column) })
  const partitions = await wantedPartitions(duckDb, only, table.PartitionKeys ?? [], all)
  const tableFolder = join(folder, String(index))
  await mkdir(tableFolder)
  return createTableView(duckDb, { database, table, partitions, folder: tableFolder, objects })
}
