/** A type of DuckDB's, taken apart from its text. */
export type ResultType =
  | { readonly kind: 'scalar'; readonly name: string; readonly precision?: number; readonly scale?: number }
  | { readonly kind: 'list'; readonly element: ResultType }
  | { readonly kind: 'map'; readonly key: ResultType; readonly value: ResultType }
  | { readonly kind: 'struct'; readonly fields: readonly { readonly name: string; readonly type: ResultType }[] }

/** Reads a type such as `STRUCT("a" INTEGER[])`. */
export function resultType(text: string): ResultType {
  if (/\[\d*\]$/.test(text)) return { kind: 'list', element: resultType(text.replace(/\[\d*\]$/, '')) }
  const [, name = text, inner] = /^([A-Z_]+)\((.*)\)$/s.exec(text) ?? []
  if (inner === undefined) return { kind: 'scalar', name: text }
  const parts = topLevelParts(inner)
  if (name === 'MAP') return { kind: 'map', key: resultType(parts[0] ?? ''), value: resultType(parts[1] ?? '') }
  if (name === 'STRUCT') return { kind: 'struct', fields: parts.map(structField) }
  return { kind: 'scalar', name, precision: Number(parts[0]), scale: Number(parts[1] ?? 0) }
}

function structField(text: string): { name: string; type: ResultType } {
  const [, quoted, plain, type = ''] = /^(?:"((?:[^"]|"")*)"|(\S+))\s+(.*)$/s.exec(text) ?? []
  return { name: quoted?.replaceAll('""', '"') ?? plain ?? '', type: resultType(type) }
}

/** Parts between commas that are in no brackets and no quotes. */
function topLevelParts(text: string): string[] {
  const parts = ['']
  let depth = 0
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    if (!quoted && character === '(') depth += 1
    if (!quoted && character === ')') depth -= 1
    if (character === ',' && depth === 0 && !quoted) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${character}`)
  }
  return parts.map((part) => part.trim())
}

/**
 * A column of a result, as GetQueryResults describes it.
 * @see https://docs.aws.amazon.com/athena/latest/APIReference/API_ColumnInfo.html
 */
export interface ColumnInfo {
  readonly CatalogName: string
  readonly SchemaName: string
  readonly TableName: string
  readonly Name: string
  readonly Label: string
  readonly Type: string
  readonly Precision: number
  readonly Scale: number
  readonly Nullable: string
  readonly CaseSensitive: boolean
}

const scalars: Readonly<Record<string, readonly [type: string, precision: number]>> = {
  BOOLEAN: ['boolean', 0], TINYINT: ['tinyint', 3], SMALLINT: ['smallint', 5], INTEGER: ['integer', 10], BIGINT: ['bigint', 19],
  HUGEINT: ['bigint', 19], UBIGINT: ['bigint', 19], UINTEGER: ['bigint', 19], FLOAT: ['float', 17], DOUBLE: ['double', 17],
  VARCHAR: ['varchar', 2_147_483_647], DATE: ['date', 0], TIMESTAMP: ['timestamp', 3],
  'TIMESTAMP WITH TIME ZONE': ['timestamp with time zone', 3], TIME: ['time', 3], BLOB: ['varbinary', 1_073_741_824], JSON: ['json', 0],
  UUID: ['uuid', 0], INTERVAL: ['interval day to second', 0],
}

/** Describes a column of a result. */
export function columnInfo(name: string, type: ResultType): ColumnInfo {
  const [Type, Precision, Scale] = type.kind === 'list' ? ['array', 0, 0] as const
    : type.kind === 'map' ? ['map', 0, 0] as const
    : type.kind === 'struct' ? ['row', 0, 0] as const
    : type.name === 'DECIMAL' ? ['decimal', type.precision ?? 0, type.scale ?? 0] as const
    : [...scalars[type.name] ?? [type.name.toLowerCase(), 0] as const, 0] as const
  return {
    CatalogName: 'hive', SchemaName: '', TableName: '', Name: name, Label: name, Type, Precision, Scale, Nullable: 'UNKNOWN',
    CaseSensitive: Type === 'varchar',
  }
}

const hiveNames: Readonly<Record<string, string>> = {
  BOOLEAN: 'boolean', TINYINT: 'tinyint', SMALLINT: 'smallint', INTEGER: 'int', BIGINT: 'bigint', HUGEINT: 'bigint', UBIGINT: 'bigint',
  UINTEGER: 'bigint', FLOAT: 'float', DOUBLE: 'double', DATE: 'date', TIMESTAMP: 'timestamp', 'TIMESTAMP WITH TIME ZONE': 'timestamp',
  BLOB: 'binary',
}

/** The catalog's name of a type. A type that the catalog does not have becomes `string`. */
export function hiveType(type: ResultType): string {
  switch (type.kind) {
    case 'list': return `array<${hiveType(type.element)}>`
    case 'map': return `map<${hiveType(type.key)},${hiveType(type.value)}>`
    case 'struct': return `struct<${type.fields.map(({ name, type: of }) => `${name}:${hiveType(of)}`).join(',')}>`
    case 'scalar':
      return type.name === 'DECIMAL' ? `decimal(${type.precision ?? 10},${type.scale ?? 0})` : (hiveNames[type.name] ?? 'string')
  }
}
