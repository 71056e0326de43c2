import type { Column, TableInput } from '../glue/catalog-entry.ts'
import { columnType } from '../column-type/column-type.ts'
import { tableName, type TableName } from './statement-text.ts'
import { QueryFailure } from './query-failure.ts'

type Input = { -readonly [Member in keyof TableInput]: TableInput[Member] }
type Descriptor =
  { -readonly [Member in keyof NonNullable<TableInput['StorageDescriptor']>]: NonNullable<TableInput['StorageDescriptor']>[Member] }

interface Building {
  readonly table: Input
  readonly storage: Descriptor
  serde: { library: string | undefined; parameters: Record<string, string> }
}

const text = '\'((?:[^\'\\\\]|\\\\.|\'\')*)\''

/** Clauses after the columns, each with what it does; what stands in parentheses after one comes second. */
const clauses: readonly (readonly [pattern: RegExp, act: (building: Building, found: RegExpExecArray, inParentheses: string) => void])[] = [
  [new RegExp(`^COMMENT\\s+${text}`, 'i'), () => undefined],
  [/^PARTITIONED\s+BY\s*(?=\()/i, ({ table }, _, inside) => { table.PartitionKeys = columns(inside) }],
  [new RegExp(`^ROW\\s+FORMAT\\s+SERDE\\s+${text}`, 'i'), ({ serde }, [, library]) => { serde.library = library }],
  [/^WITH\s+SERDEPROPERTIES\s*(?=\()/i, ({ serde }, _, inside) => { Object.assign(serde.parameters, properties(inside)) }],
  [/^ROW\s+FORMAT\s+DELIMITED/i, ({ serde }) => { serde.library = 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe' }],
  [new RegExp(`^FIELDS\\s+TERMINATED\\s+BY\\s+${text}`, 'i'), ({ serde }, [, delimiter = '']) => {
    serde.parameters['field.delim'] = unescaped(delimiter)
  }],
  [new RegExp(`^ESCAPED\\s+BY\\s+${text}`, 'i'), ({ serde }, [, escape = '']) => { serde.parameters['escape.delim'] = unescaped(escape) }],
  [new RegExp(`^(?:LINES|COLLECTION\\s+ITEMS|MAP\\s+KEYS)\\s+TERMINATED\\s+BY\\s+${text}`, 'i'), () => undefined],
  [new RegExp(`^STORED\\s+AS\\s+INPUTFORMAT\\s+${text}\\s+OUTPUTFORMAT\\s+${text}`, 'i'), ({ storage }, [, input, output]) => {
    Object.assign(storage, { InputFormat: input, OutputFormat: output })
  }],
  [/^STORED\s+AS\s+(\w+)/i, ({ storage, serde }, [, format = '']) => { storedAs(format.toUpperCase(), storage, serde) }],
  [new RegExp(`^LOCATION\\s+${text}`, 'i'), ({ storage }, [, location]) => { storage.Location = location }],
  [/^TBLPROPERTIES\s*(?=\()/i, ({ table }, _, inside) => {
    Object.assign(table, { Parameters: { ...table.Parameters, ...properties(inside) } })
  }],
]

/**
 * Reads `CREATE EXTERNAL TABLE`; `undefined` for another statement. Throws `QueryFailure`.
 * @see https://docs.aws.amazon.com/athena/latest/ug/create-table.html
 */
export function createExternalTable(
  sql: string,
): { readonly name: TableName; readonly ifNotExists: boolean; readonly table: TableInput } | undefined {
  const head = /^CREATE\s+EXTERNAL\s+TABLE\s+(IF\s+NOT\s+EXISTS\s+)?([^\s(]+)\s*(?=\()/i.exec(sql)
  if (head === null) return undefined
  const name = tableName(head[2] ?? '')
  const columnList = parenthesized(sql.slice(head[0].length))
  const building: Building = {
    table: { Name: name.table, TableType: 'EXTERNAL_TABLE', Parameters: { EXTERNAL: 'TRUE' } },
    storage: { Columns: columns(columnList.inside) },
    serde: { library: undefined, parameters: {} },
  }
  for (let rest = columnList.rest; rest !== '';) rest = nextClause(rest, building)
  const { table, storage, serde } = building
  if (storage.Location === undefined) throw new QueryFailure('SYNTAX_ERROR', 'CREATE EXTERNAL TABLE needs a LOCATION')
  return {
    name, ifNotExists: head[1] !== undefined,
    table: {
      ...table,
      StorageDescriptor: {
        ...storage,
        SerdeInfo: {
          SerializationLibrary: serde.library ?? 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe', Parameters: serde.parameters,
        },
      },
    },
  }
}

function nextClause(text: string, building: Building): string {
  for (const [pattern, act] of clauses) {
    const found = pattern.exec(text)
    if (found === null) continue
    const after = text.slice(found[0].length)
    const { inside, rest } = pattern.source.endsWith('(?=\\()') ? parenthesized(after) : { inside: '', rest: after.trimStart() }
    act(building, found, inside)
    return rest
  }
  throw new QueryFailure('SYNTAX_ERROR', `CREATE EXTERNAL TABLE with this is not supported: ${text.slice(0, 60)}`)
}

function storedAs(format: string, storage: Descriptor, serde: Building['serde']): void {
  if (format === 'TEXTFILE') return
  if (format !== 'PARQUET')
    throw new QueryFailure('HIVE_UNSUPPORTED_FORMAT', `STORED AS ${format} is not read here: PARQUET and TEXTFILE are`)
  Object.assign(storage, {
    InputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
    OutputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  })
  serde.library ??= 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
}

/** What is in the parentheses that a text begins with, and what comes after them. */
function parenthesized(sql: string): { inside: string; rest: string } {
  let depth = 0
  let quoted = false
  for (const [at, character] of [...sql].entries()) {
    if (character === '\'') quoted = !quoted
    if (quoted) continue
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0) return { inside: [...sql].slice(1, at).join(''), rest: [...sql].slice(at + 1).join('').trimStart() }
  }
  throw new QueryFailure('SYNTAX_ERROR', 'A parenthesis is not closed')
}

function columns(list: string): Column[] {
  const parts = ['']
  let depth = 0
  for (const character of list) {
    if ('<('.includes(character)) depth += 1
    if ('>)'.includes(character)) depth -= 1
    if (character === ',' && depth === 0) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${character}`)
  }
  return parts.map((part) => {
    const [, name = '', type = ''] = /^`?([^`\s]+)`?\s+(.*?)(?:\s+COMMENT\s+'.*')?$/is.exec(part.trim()) ?? []
    columnType(type)
    return { Name: name.toLowerCase(), Type: type.toLowerCase() }
  })
}

function properties(list: string): Record<string, string> {
  return Object.fromEntries(
    [...list.matchAll(new RegExp(`${text}\\s*=\\s*${text}`, 'g'))].map(([, name = '', value = '']) => [name, unescaped(value)]),
  )
}

function unescaped(written: string): string {
  return written.replaceAll('\'\'', '\'').replaceAll(/\\(u[0-9a-fA-F]{4}|\d{3}|.)/g, (_, code: string) => {
    if (/^u/.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    if (/^\d{3}$/.test(code)) return String.fromCharCode(Number.parseInt(code, 8))
    return { t: '\t', n: '\n', r: '\r' }[code] ?? code
  })
}
