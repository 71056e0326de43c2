/** A type of a column, as the catalog's text says it. */
export type ColumnType =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'array'; readonly element: ColumnType }
  | { readonly kind: 'map'; readonly key: ColumnType; readonly value: ColumnType }
  | { readonly kind: 'struct'; readonly fields: readonly { readonly name: string; readonly type: ColumnType }[] }

type ScalarKind = 'string' | 'boolean' | 'tinyint' | 'smallint' | 'int' | 'bigint' | 'float' | 'double' | 'timestamp' | 'date' | 'binary'

/** What else types are called. */
const scalars: Readonly<Record<string, ScalarKind>> = {
  string: 'string', varchar: 'string', char: 'string', boolean: 'boolean', tinyint: 'tinyint', smallint: 'smallint', int: 'int',
  integer: 'int', bigint: 'bigint', float: 'float', real: 'float', double: 'double', timestamp: 'timestamp', date: 'date', binary: 'binary',
}

/**
 * Reads a type such as `struct<a:int,b:array<decimal(10,2)>>`. Throws `TypeError`.
 * @see https://docs.aws.amazon.com/athena/latest/ug/data-types.html
 */
export function columnType(text: string): ColumnType {
  const trimmed = text.trim()
  const [, name = '', , inner] = /^([a-z_]+)\s*(<(.*)>|\(.*\))?$/is.exec(trimmed) ?? []
  const kind = name.toLowerCase()
  const known = scalars[kind]
  if (known !== undefined) return { kind: known }
  if (kind === 'decimal') {
    const [, precision = '10', scale = '0'] = /\((\d+)\s*(?:,\s*(\d+))?\)/.exec(trimmed) ?? []
    return { kind, precision: Number(precision), scale: Number(scale) }
  }
  const parts = inner === undefined ? [] : topLevelParts(inner)
  if (kind === 'array' && parts.length === 1) return { kind, element: columnType(parts[0] ?? '') }
  if (kind === 'map' && parts.length === 2) return { kind, key: columnType(parts[0] ?? ''), value: columnType(parts[1] ?? '') }
  if (kind === 'struct' && parts.length > 0) return { kind, fields: parts.map(field) }
  throw new TypeError(`The type ${text} is not supported`)
}

function field(text: string): { name: string; type: ColumnType } {
  const colon = text.indexOf(':')
  if (colon < 1) throw new TypeError(`${text} is no field of a struct`)
  return { name: text.slice(0, colon).trim(), type: columnType(text.slice(colon + 1)) }
}

/** Parts between commas that are in no brackets. */
function topLevelParts(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if (character === '<' || character === '(') depth += 1
    if (character === '>' || character === ')') depth -= 1
    if (character === ',' && depth === 0) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${character}`)
  }
  return parts
}

/** The type as DuckDB calls it. */
export function duckDbType(type: ColumnType): string {
  switch (type.kind) {
    case 'string': return 'VARCHAR'
    case 'int': return 'INTEGER'
    case 'binary': return 'BLOB'
    case 'decimal': return `DECIMAL(${type.precision},${type.scale})`
    case 'array': return `${duckDbType(type.element)}[]`
    case 'map': return `MAP(${duckDbType(type.key)}, ${duckDbType(type.value)})`
    case 'struct': return `STRUCT(${type.fields.map(({ name, type: of }) => `${quotedName(name)} ${duckDbType(of)}`).join(', ')})`
    default: return type.kind.toUpperCase()
  }
}

/** A name as SQL takes any. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text as SQL takes any. */
export function quotedText(text: string): string {
  return `'${text.replaceAll('\'', '\'\'')}'`
}
