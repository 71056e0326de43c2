import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDb, DuckDbEngine } from '../duckdb/duckdb.ts'
import { parseExact } from '../exact-json/exact-json.ts'
import type { TableInput } from '../glue/catalog-entry.ts'
import { columnType, duckDbType, quotedName, quotedText, type ColumnType } from '../column-type/column-type.ts'
import { columnJson } from '../column-type/json-deserializer.ts'
import type { ConversionConfiguration } from './destination-properties.ts'
import { jsonDocuments } from './json-documents.ts'
import type { FailedRecord } from './pending-record.ts'
import type { ProcessedRecord } from './processed-record.ts'

type Columns = readonly { readonly name: string; readonly type: ColumnType }[]

/** Rows that fit a table, as lines of JSON, and the records that don't. */
export interface Deserialized {
  readonly lines: readonly string[]
  readonly failed: readonly FailedRecord[]
}

/** The columns of a table. Throws `TypeError` for a type that is not supported. */
export function columnsOf({ StorageDescriptor }: TableInput): Columns {
  return (StorageDescriptor?.Columns ?? []).map(({ Name, Type = 'string' }) => ({ name: Name.toLowerCase(), type: columnType(Type) }))
}

/**
 * Reads records by a table's columns; each may have several JSON objects, one after the other.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
 */
export function deserialized(records: readonly ProcessedRecord[], columns: Columns, configuration: ConversionConfiguration): Deserialized {
  const lines: string[] = []
  const failed: FailedRecord[] = []
  for (const { record, data } of records) {
    try {
      lines.push(...jsonDocuments(data.toString()).map((text) => rowJson(parseExact(text), columns, configuration)))
    } catch (error) {
      const [errorCode, prefix] = error instanceof SyntaxError
        ? ['DataFormatConversion.ParseError', 'Encountered malformed JSON. '] as const
        : ['DataFormatConversion.MalformedData', ''] as const
      failed.push({ record, attempts: 1, errorCode, errorMessage: `${prefix}${error instanceof Error ? error.message : String(error)}` })
    }
  }
  return { lines, failed }
}

function rowJson(value: unknown, columns: Columns, { InputFormatConfiguration }: ConversionConfiguration): string {
  const { OpenXJsonSerDe: openX, HiveJsonSerDe: hive } = InputFormatConfiguration?.Deserializer ?? {}
  const mappings = openX?.ColumnToJsonKeyMappings ?? {}
  const dots = openX?.ConvertDotsInJsonKeysToUnderscores === true
  const lowered = openX?.CaseInsensitive !== false
  const name = (key: string) => (lowered ? key.toLowerCase() : key)
  // A document is an object, as `jsonDocuments` has seen.
  const members = new Map(Object.entries(value as Readonly<Record<string, unknown>>).map(([key, member]) => [
    name(dots ? key.replaceAll('.', '_') : key), member,
  ]))
  const options = hive === undefined ? {} : { timestampFormats: hive.TimestampFormats ?? [] }
  return `{${columns.map((column) => `${JSON.stringify(column.name)}:${columnJson(column.type, members.get(name(mappings[column.name] ?? column.name)), options)}`).join(',')}}`
}

/** Where rows are converted: by an engine, in a temporary folder below a directory. */
export interface Conversion {
  readonly duckDb: Pick<DuckDbEngine, 'open'>
  readonly directory: string
}

/** Writes rows as Parquet. */
export async function parquetOf(
  lines: readonly string[],
  columns: Columns,
  { OutputFormatConfiguration }: ConversionConfiguration,
  { duckDb: engine, directory }: Conversion,
): Promise<Buffer> {
  const folder = await mkdtemp(join(directory, 'parquet-'))
  let duckDb: DuckDb | undefined
  try {
    duckDb = await engine.open({ folder })
    const [rows, parquet] = [join(folder, 'rows.json'), join(folder, 'rows.parquet')]
    await writeFile(rows, lines.join('\n'))
    const types = columns.map(({ name, type }) => `${quotedText(name)}: ${quotedText(duckDbType(type))}`).join(', ')
    const compression = OutputFormatConfiguration?.Serializer?.ParquetSerDe?.Compression ?? 'SNAPPY'
    await duckDb.run(`COPY (SELECT ${columns.map(({ name }) => quotedName(name)).join(', ')} FROM read_json(${quotedText(rows)}, format = 'newline_delimited', columns = {${types}}, maximum_object_size = 67108864)) TO ${quotedText(parquet)} (FORMAT parquet, COMPRESSION ${compression.toLowerCase()})`)
    return await readFile(parquet)
  } finally {
    await duckDb?.close()
    await rm(folder, { recursive: true })
  }
}
