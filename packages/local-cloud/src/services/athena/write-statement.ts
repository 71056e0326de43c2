import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TableInput } from '../glue/catalog-entry.ts'
import { columnType, duckDbType, quotedName, quotedText } from '../column-type/column-type.ts'
import { projectionOf } from './partition-projection.ts'
import { QueryFailure } from './query-failure.ts'
import { hiveType, resultType } from './result-type.ts'
import { prepareSelect, type SelectContext } from './run-select.ts'
import { tableName, type TableName } from './statement-text.ts'
import { s3Location } from './table-partitions.ts'

/** A statement that writes the rows of a query. */
export type WriteStatement =
  | {
    readonly kind: 'CREATE_TABLE_AS_SELECT'
    readonly name: TableName
    readonly ifNotExists: boolean
    readonly properties: Readonly<Record<string, string>>
    readonly query: string
    readonly withData: boolean
  }
  | { readonly kind: 'INSERT'; readonly name: TableName; readonly columns: readonly string[] | undefined; readonly query: string }

export interface WriteContext extends SelectContext {
  /** Where data goes, as `s3://bucket/prefix/`, when the statement names no location. */
  readonly defaultLocation: string
  /** For the names of objects. */
  readonly id: string
}

/** What a statement did. */
export interface Written {
  readonly scannedBytes: number
  readonly rows: number
}

/**
 * Reads `CREATE TABLE … AS` and `INSERT INTO`; `undefined` for another statement.
 * @see https://docs.aws.amazon.com/athena/latest/ug/create-table-as.html
 */
export function writeStatement(sql: string): WriteStatement | undefined {
  const [, ifNotExists, created, properties = '', asQuery, noData] =
    /^CREATE\s+TABLE\s+(IF\s+NOT\s+EXISTS\s+)?(\S+)\s+(?:WITH\s*\((.*?)\)\s*)?AS\s+(.*?)(\s+WITH\s+NO\s+DATA)?$/is.exec(sql) ?? []
  if (created !== undefined && asQuery !== undefined) {
    const values = Object.fromEntries([...properties.matchAll(/(\w+)\s*=\s*(?:'([^']*)'|(ARRAY\s*\[[^\]]*\])|([^,\s]+))/gi)]
      .map(([, name = '', text, array, other]) => [name.toLowerCase(), text ?? array ?? other ?? '']))
    return {
      kind: 'CREATE_TABLE_AS_SELECT', name: tableName(created), ifNotExists: ifNotExists !== undefined, properties: values, query: asQuery,
      withData: noData === undefined,
    }
  }
  const [, inserted, columns, query] = /^INSERT\s+INTO\s+([^\s(]+)\s*(?:\(([^)]*)\)\s*)?((?:SELECT|WITH|VALUES)\b.*)$/is.exec(sql) ?? []
  if (inserted === undefined || query === undefined) return undefined
  return {
    kind: 'INSERT', name: tableName(inserted), columns: columns?.split(',').map((name) => name.trim().replaceAll('"', '').toLowerCase()),
    query,
  }
}

/** Runs a statement. Rejects with `QueryFailure` or DuckDB's error. */
export async function runWrite(statement: WriteStatement, context: WriteContext): Promise<Written> {
  const database = statement.name.database ?? context.database
  if (database === undefined) throw new QueryFailure('SYNTAX_ERROR', 'Schema must be specified when session schema is not set')
  return statement.kind === 'INSERT' ? insert(statement, database, context) : createAs(statement, database, context)
}

async function createAs(
  { name: { table }, ifNotExists, properties, query, withData }: Extract<WriteStatement, { kind: 'CREATE_TABLE_AS_SELECT' }>,
  database: string,
  context: WriteContext,
): Promise<Written> {
  const { duckDb, glue, id, defaultLocation } = context
  if (glue.hasTable(database, table)) {
    if (ifNotExists) return { scannedBytes: 0, rows: 0 }
    throw new QueryFailure('GENERIC_USER_ERROR', `Table 'awsdatacatalog.${database}.${table}' already exists`)
  }
  const format = properties['format'] ?? 'PARQUET'
  if (format.toUpperCase() !== 'PARQUET')
    throw new QueryFailure('HIVE_UNSUPPORTED_FORMAT', `Tables are written as Parquet here, not as ${format}`)
  const unknown = Object.keys(properties).find((property) =>
    !['format', 'external_location', 'partitioned_by', 'parquet_compression', 'write_compression'].includes(property))
  if (unknown !== undefined) throw new QueryFailure('NOT_SUPPORTED', `The property ${unknown} of CREATE TABLE AS is not supported`)
  const { prepared, scannedBytes } = await prepareSelect(query, context)
  const { columns } = await duckDb.run(`DESCRIBE ${prepared}`).then(({ rows }) => ({
    columns: rows.map(([name, type]) => ({ Name: String(name).toLowerCase(), Type: hiveType(resultType(String(type))) })),
  }))
  const partitioned = [...(properties['partitioned_by'] ?? '').matchAll(/'([^']+)'/g)].map(([, name = '']) => name.toLowerCase())
  const input: TableInput = {
    Name: table, TableType: 'EXTERNAL_TABLE', Parameters: { EXTERNAL: 'TRUE' },
    PartitionKeys: columns.filter(({ Name }) => partitioned.includes(Name)),
    StorageDescriptor: {
      Columns: columns.filter(({ Name }) => !partitioned.includes(Name)),
      Location: properties['external_location'] ?? `${defaultLocation.replace(/\/?$/, '/')}tables/${id}/`,
      SerdeInfo: { SerializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe', Parameters: {} },
    },
  }
  await duckDb.run(`CREATE TEMP TABLE written AS ${prepared}${withData ? '' : ' LIMIT 0'}`)
  glue.createTable(database, input)
  return { scannedBytes, rows: await writeRows(database, input, context) }
}

async function insert(
  { name: { table }, columns, query }: Extract<WriteStatement, { kind: 'INSERT' }>, database: string, context: WriteContext,
): Promise<Written> {
  const { duckDb, glue } = context
  if (!glue.hasDatabase(database) || !glue.hasTable(database, table))
    throw new QueryFailure('TABLE_NOT_FOUND', `line 1:1: Table 'awsdatacatalog.${database}.${table}' does not exist`)
  const { input } = glue.table(database, table)
  if (!/parquet/i.test(input.StorageDescriptor?.SerdeInfo?.SerializationLibrary ?? ''))
    throw new QueryFailure('NOT_SUPPORTED', 'Rows are inserted into tables of Parquet alone')
  const all = [...input.StorageDescriptor?.Columns ?? [], ...input.PartitionKeys ?? []].map(({ Name }) => Name.toLowerCase())
  const named = columns ?? all
  const { prepared, scannedBytes } = await prepareSelect(query, context)
  const { rows: described } = await duckDb.run(`DESCRIBE ${prepared}`)
  if (described.length !== named.length || named.some((name) => !all.includes(name))) {
    throw new QueryFailure(
      'SYNTAX_ERROR', `Insert query has mismatched column types: Table: [${named.join(', ')}], Query: ${described.length} columns`,
    )
  }
  await duckDb.run(`CREATE TEMP TABLE written AS SELECT ${all.map((name) => (named.includes(name) ? quotedName(name) : `NULL AS ${quotedName(name)}`)).join(', ')} FROM (${prepared}) AS q(${named.map(quotedName).join(', ')})`)
  return { scannedBytes, rows: await writeRows(database, input, context) }
}

/** Writes the rows of `written` as objects of a table, in Hive's folders where it has partitions, which are added to the catalog. */
async function writeRows(database: string, table: TableInput, { duckDb, glue, objects, folder, id, nowMs }: WriteContext): Promise<number> {
  const { PartitionKeys = [], StorageDescriptor } = table
  const { bucket, prefix } = s3Location(StorageDescriptor?.Location)
  if (projectionOf(table, nowMs())?.template !== undefined && table.Parameters?.['storage.location.template'] !== undefined)
    throw new QueryFailure('NOT_SUPPORTED', 'Rows are not inserted into partitions with a template of their locations')
  const files = join(folder, 'written')
  await mkdir(files)
  const selected = [...StorageDescriptor?.Columns ?? [], ...PartitionKeys].map(({ Name, Type = 'string' }) =>
    `CAST(${quotedName(Name)} AS ${duckDbType(columnType(Type))}) AS ${quotedName(Name)}`)
  const partitionBy = PartitionKeys.length === 0 ? '' : `, PARTITION_BY (${PartitionKeys.map(({ Name }) => quotedName(Name)).join(', ')})`
  const { rows: [[count] = []] } = await duckDb.run('SELECT count(*) FROM written')
  if (Number(count) === 0) return 0
  await duckDb.run(`COPY (SELECT ${selected.join(', ')} FROM written) TO ${quotedText(PartitionKeys.length === 0 ? join(files, 'rows.parquet') : files)} (FORMAT parquet, COMPRESSION gzip${partitionBy})`)
  for (const entry of await readdir(files, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = entry.parentPath.slice(files.length + 1)
    const folderKey = `${prefix === '' ? '' : prefix.replace(/\/?$/, '/')}${path === '' ? '' : `${path}/`}`
    await objects.put(bucket, `${folderKey}${id}_${entry.name}`, await readFile(join(entry.parentPath, entry.name)), {
      'content-type': 'application/octet-stream',
    })
    const values = path.split('/').map((part) => decodeURIComponent(part.slice(part.indexOf('=') + 1)))
    if (PartitionKeys.length > 0 && projectionOf(table, nowMs()) === undefined && !glue.hasPartition(database, table.Name, values)) {
      glue.createPartition(database, table.Name, {
        Values: values, StorageDescriptor: { ...StorageDescriptor, Location: `s3://${bucket}/${folderKey}` },
      })
    }
  }
  return Number(count)
}
