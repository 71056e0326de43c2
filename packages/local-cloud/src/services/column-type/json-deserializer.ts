import { parseDate } from '../date-pattern/parse-date.ts'
import { exactJson, isExactObject, JsonNumber } from '../exact-json/exact-json.ts'
import type { ColumnType } from './column-type.ts'

/** How the values of JSON texts become columns. */
export interface DeserializerOptions {
  /** Texts of timestamps by Joda's patterns, or `millis`; absent: OpenX's forms. */
  readonly timestampFormats?: readonly string[] | undefined
}

/**
 * A value as JSON that DuckDB reads as the column's type. Throws `TypeError` where it does not fit.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion-concepts.html
 */
export function columnJson(type: ColumnType, value: unknown, options: DeserializerOptions = {}): string {
  if (value === null || value === undefined) return 'null'
  switch (type.kind) {
    case 'string': return JSON.stringify(typeof value === 'string' ? value : exactJson(value))
    case 'boolean': return booleanJson(value)
    case 'tinyint': return integerJson(value, 8n, type.kind)
    case 'smallint': return integerJson(value, 16n, type.kind)
    case 'int': return integerJson(value, 32n, type.kind)
    case 'bigint': return integerJson(value, 64n, type.kind)
    case 'float': case 'double': return decimalText(value, type.kind)
    // As text: DuckDB reads a number of JSON as a double first.
    case 'decimal': return JSON.stringify(decimalText(value, type.kind))
    case 'timestamp': return JSON.stringify(timestampText(value, options))
    case 'date': return JSON.stringify(dateText(value))
    case 'binary': throw new TypeError('JSON has no binary values')
    case 'array': return arrayJson(type.element, value, options)
    case 'map': return mapJson(type, value, options)
    case 'struct': return structJson(type.fields, value, options)
  }
}

function mismatch(value: unknown, kind: string): TypeError {
  return new TypeError(`Data does not match the schema: ${exactJson(value).slice(0, 100)} is no ${kind}`)
}

function booleanJson(value: unknown): string {
  const text = typeof value === 'boolean' ? String(value) : typeof value === 'string' ? value.toLowerCase() : ''
  if (text !== 'true' && text !== 'false') throw mismatch(value, 'boolean')
  return text
}

function integerJson(value: unknown, bits: bigint, kind: string): string {
  const text = numberText(value, kind)
  if (!/^-?\d+$/.test(text)) throw mismatch(value, kind)
  if (BigInt.asIntN(Number(bits), BigInt(text)) !== BigInt(text)) throw mismatch(value, kind)
  return String(BigInt(text))
}

function decimalText(value: unknown, kind: string): string {
  const text = numberText(value, kind)
  if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) throw mismatch(value, kind)
  return text
}

function numberText(value: unknown, kind: string): string {
  if (value instanceof JsonNumber) return value.source
  if (typeof value === 'string' && value !== '') return value.trim()
  throw mismatch(value, kind)
}

/** `2017-02-07T15:13:01.39256Z`, `2017-2-7 15:13:01.14`, seconds or milliseconds since 1970. */
function timestampText(value: unknown, { timestampFormats }: DeserializerOptions): string {
  const text = value instanceof JsonNumber ? value.source : typeof value === 'string' ? value : ''
  for (const format of timestampFormats ?? []) {
    const atMs = format === 'millis' ? (/^-?\d+$/.test(text) ? Number(text) : undefined) : parseDate(format, text)
    if (atMs !== undefined) return sqlTime(atMs)
  }
  const written = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)Z?$/.exec(text)
  if (written !== null) return `${written[1]}-${written[2]?.padStart(2, '0')}-${written[3]?.padStart(2, '0')} ${written[4]}`
  if (timestampFormats !== undefined || !/^-?\d+(?:\.\d+)?$/.test(text)) throw mismatch(value, 'timestamp')
  const number = Number(text)
  // Seconds of today have ten digits, milliseconds thirteen.
  return sqlTime(text.includes('.') || Math.abs(number) < 1e11 ? number * 1000 : number)
}

function dateText(value: unknown): string {
  const [, date] = (typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(value) : null) ?? []
  if (date === undefined || Number.isNaN(Date.parse(date))) throw mismatch(value, 'date')
  return date
}

function sqlTime(atMs: number): string {
  const date = new Date(atMs)
  if (Number.isNaN(date.getTime())) throw new TypeError(`${atMs} ms is no time`)
  return date.toISOString().replace('T', ' ').replace('Z', '')
}

function arrayJson(element: ColumnType, value: unknown, options: DeserializerOptions): string {
  if (!Array.isArray(value)) throw mismatch(value, 'array')
  return `[${value.map((item) => columnJson(element, item, options)).join(',')}]`
}

function mapJson({ key, value: of }: Extract<ColumnType, { kind: 'map' }>, value: unknown, options: DeserializerOptions): string {
  if (!isExactObject(value)) throw mismatch(value, 'map')
  if (key.kind !== 'string') throw new TypeError('Keys of a map are text in JSON')
  return `{${Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${columnJson(of, item, options)}`).join(',')}}`
}

function structJson(fields: Extract<ColumnType, { kind: 'struct' }>['fields'], value: unknown, options: DeserializerOptions): string {
  if (!isExactObject(value)) throw mismatch(value, 'struct')
  const byName = new Map(Object.entries(value).map(([name, item]) => [name.toLowerCase(), item]))
  return `{${fields.map(({ name, type }) => `${JSON.stringify(name)}:${columnJson(type, byName.get(name.toLowerCase()), options)}`).join(',')}}`
}
