import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { DuckDb } from '../duckdb/duckdb.ts'
import { isExactObject, parseExact } from '../exact-json/exact-json.ts'
import type { Column, TableInput } from '../glue/catalog-entry.ts'
import { columnType, duckDbType, quotedName, quotedText, type ColumnType } from '../column-type/column-type.ts'
import { columnJson } from '../column-type/json-deserializer.ts'
import type { Objects } from '../s3/objects.ts'
import { QueryFailure } from './query-failure.ts'
import type { TablePartition } from './table-partitions.ts'

/** A column with its type as DuckDB has it. */
interface TypedColumn {
  readonly name: string
  readonly type: ColumnType
}

/** Reads files of one format. */
interface TableFormat {
  /** What goes into the file that DuckDB reads of an object. */
  content(body: Buffer, columns: readonly TypedColumn[]): Buffer
  /** Reads files into the columns, and their names into `__file`. */
  reader(files: string, columns: readonly TypedColumn[]): string
  /** A column as DuckDB reads it, in its type. */
  value(column: TypedColumn): string
}

/** A file that DuckDB reads, with the values of its partition. */
interface ReadFile {
  readonly file: string
  readonly values: readonly string[]
}

/** What a table is made of. */
export interface TableData {
  readonly database: string
  readonly table: TableInput
  readonly partitions: readonly TablePartition[]
  /** For the files, one folder for each table. */
  readonly folder: string
  readonly objects: Pick<Objects, 'get'>
  /** Bytes of one gzipped object, unpacked; a query that reads one with more fails. Default: 256 MB. */
  readonly unpackedMax?: number
}

const UNPACKED_MAX = 256 * 1024 * 1024

/** Makes a table of its objects, and answers how many bytes they had. Rejects with `QueryFailure`. */
export async function createTableView(
  duckDb: DuckDb, { database, table, partitions, folder, objects, unpackedMax = UNPACKED_MAX }: TableData,
): Promise<number> {
  const columns = typed(table.StorageDescriptor?.Columns)
  const partitionColumns = typed(table.PartitionKeys)
  const format = formatOf(table)
  const files: ReadFile[] = []
  let bytes = 0
  for (const { bucket, values, objects: listed } of partitions) {
    for (const { key, bytes: size } of listed) {
      const file = join(folder, String(files.length))
      const body = await objects.get(bucket, key)
      await writeFile(
        file, format.content(key.endsWith('.gz') ? await unpacked(body, unpackedMax, `s3://${bucket}/${key}`) : body, columns),
      )
      bytes += size
      files.push({ file, values })
    }
  }
  await duckDb.run(`CREATE SCHEMA IF NOT EXISTS awsdatacatalog.${quotedName(database)}`)
  await duckDb.run(`CREATE VIEW awsdatacatalog.${quotedName(database)}.${quotedName(table.Name)} AS ${viewQuery(columns, partitionColumns, files, format)}`)
  return bytes
}

async function unpacked(body: Buffer, maxOutputLength: number, place: string): Promise<Buffer> {
  try {
    return await promisify(gunzip)(body, { maxOutputLength })
  } catch (cause) {
    throw new QueryFailure('HIVE_CURSOR_ERROR', `Failed to read file ${place}: ${String(cause)}`, { cause })
  }
}

function viewQuery(
  columns: readonly TypedColumn[], partitionColumns: readonly TypedColumn[], files: readonly ReadFile[], format: TableFormat,
): string {
  if (files.length === 0) return `SELECT ${[...columns, ...partitionColumns].map(({ name, type }) => `CAST(NULL AS ${duckDbType(type)}) AS ${quotedName(name)}`).join(', ')} WHERE false`
  const rows = files.map(({ file, values }) => `(${[file, ...values].map(quotedText).join(', ')})`)
  const selected = [
    ...columns.map((column) => `${format.value(column)} AS ${quotedName(column.name)}`),
    ...partitionColumns.map(({ name, type }) => `CAST(f.${quotedName(name)} AS ${duckDbType(type)}) AS ${quotedName(name)}`),
  ]
  const names = ['__file', ...partitionColumns.map(({ name }) => name)].map(quotedName).join(', ')
  return `SELECT ${selected.join(', ')} FROM ${format.reader(`[${files.map(({ file }) => quotedText(file)).join(', ')}]`, columns)} AS d JOIN (VALUES ${rows.join(', ')}) AS f(${names}) ON d.__file = f.__file`
}

function typed(columns: readonly Column[] = []): TypedColumn[] {
  return columns.map(({ Name, Type = 'string' }) => ({ name: Name.toLowerCase(), type: columnType(Type) }))
}

const cast = ({ name, type }: TypedColumn): string => `CAST(d.${quotedName(name)} AS ${duckDbType(type)})`
const types = (columns: readonly TypedColumn[], as: (type: ColumnType) => string): string =>
  `{${columns.map(({ name, type }) => `${quotedText(name)}: ${quotedText(as(type))}`).join(', ')}}`

/** A column that no file has is NULL. */
const parquet: TableFormat = {
  content: (body) => body,
  reader: (files, columns) => `(SELECT ${columns.map(({ name, type }) => `CAST(NULL AS ${duckDbType(type)}) AS ${quotedName(name)}`).join(', ')} WHERE false UNION ALL BY NAME SELECT * FROM read_parquet(${files}, union_by_name = true, filename = '__file'))`,
  value: cast,
}

function json(parameters: Readonly<Record<string, string>>): TableFormat {
  const lowered = parameters['case.insensitive']?.toLowerCase() !== 'false'
  const dots = parameters['dots.in.keys']?.toLowerCase() === 'true'
  const skipsMalformed = parameters['ignore.malformed.json']?.toLowerCase() === 'true'
  const name = (key: string) => (lowered ? key.toLowerCase() : key)
  const row = (line: string, columns: readonly TypedColumn[]): string => {
    const value = parseExact(line)
    if (!isExactObject(value)) throw new SyntaxError('it is no object')
    const members = new Map(Object.entries(value).map(([key, member]) => [name(dots ? key.replaceAll('.', '_') : key), member]))
    return `{${columns.map((column) => `${JSON.stringify(column.name)}:${columnJson(column.type, members.get(name(parameters[`mapping.${column.name}`] ?? column.name)))}`).join(',')}}`
  }
  return {
    content: (body, columns) => Buffer.from(body.toString().split('\n').filter((line) => line.trim() !== '').flatMap((line) => {
      try {
        return [row(line, columns)]
      } catch (error) {
        if (error instanceof TypeError) throw new QueryFailure('HIVE_BAD_DATA', `Error parsing field value: ${error.message}`)
        if (skipsMalformed) return []
        throw new QueryFailure('HIVE_CURSOR_ERROR', `Row is not a valid JSON Object - ${String(error)}`)
      }
    }).join('\n')),
    reader: (files, columns) => `read_json(${files}, format = 'newline_delimited', columns = ${types(columns, duckDbType)}, maximum_object_size = 67108864, filename = '__file')`,
    value: cast,
  }
}

/** Fields as text, then as their types. */
function delimited(
  { delimiter, quote, escape, skip, lenient }: { delimiter: string; quote: string; escape: string; skip: number; lenient: boolean },
): TableFormat {
  return {
    content: (body) => body,
    reader: (files, columns) => `read_csv(${files}, auto_detect = false, header = false, skip = ${skip}, delim = ${quotedText(delimiter)}, quote = ${quotedText(quote)}, escape = ${quotedText(escape)}, nullstr = '\\N', null_padding = true, strict_mode = false, columns = ${types(columns, () => 'VARCHAR')}, filename = '__file')`,
    value: ({ name, type }) => {
      const column = `d.${quotedName(name)}`
      if (type.kind === 'string') return column
      if ('element' in type || 'fields' in type || 'key' in type)
        throw new QueryFailure('NOT_SUPPORTED', `The column ${name}: arrays, maps and structs of delimited text are not read here`)
      // What is no number is NULL to Hive, and wrong to the SerDe for CSV.
      return `${lenient ? 'TRY_CAST' : 'CAST'}(nullif(trim(${column}), '') AS ${duckDbType(type)})`
    },
  }
}

/** @see https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html */
function formatOf({ StorageDescriptor, Parameters = {} }: TableInput): TableFormat {
  const { SerializationLibrary: library = '', Parameters: parameters = {} } = StorageDescriptor?.SerdeInfo ?? {}
  const skip = Number(Parameters['skip.header.line.count'] ?? parameters['skip.header.line.count'] ?? 0)
  if (/ParquetHiveSerDe/i.test(library) || (library === '' && /parquet/i.test(StorageDescriptor?.InputFormat ?? ''))) return parquet
  if (/JsonSerDe/i.test(library)) return json(parameters)
  if (/OpenCSVSerde/i.test(library)) {
    return delimited({
      delimiter: parameters['separatorChar'] ?? ',', quote: parameters['quoteChar'] ?? '"', escape: parameters['escapeChar'] ?? '\\', skip,
      lenient: false,
    })
  }
  if (/LazySimpleSerDe/i.test(library) || library === '') {
    return delimited({
      delimiter: parameters['field.delim'] ?? parameters['serialization.format'] ?? '\u0001', quote: '',
      escape: parameters['escape.delim'] ?? '', skip, lenient: true,
    })
  }
  throw new QueryFailure('HIVE_UNSUPPORTED_FORMAT', `The SerDe ${library} is not read here: Parquet, JSON and delimited text are`)
}
