import type { GlueCatalog } from '../glue/glue-catalog.ts'
import type { Objects } from '../s3/objects.ts'
import { viewTable } from './catalog-view.ts'
import { createExternalTable } from './create-external-table.ts'
import { escaped } from './partition-projection.ts'
import { QueryFailure } from './query-failure.ts'
import { tableName, type TableName } from './statement-text.ts'
import { hiveLocation, s3Location } from './table-partitions.ts'

/** What statements about the catalog run with. */
export interface CatalogContext {
  readonly glue: GlueCatalog
  readonly objects: Pick<Objects, 'list'>
  readonly database: string | undefined
}

/** What one answers: columns of text, all of one name for their lines. */
export interface CatalogAnswer {
  readonly column: string
  readonly lines: readonly string[]
}

type Run = (found: RegExpExecArray, context: CatalogContext) => CatalogAnswer | Promise<CatalogAnswer>

const NOTHING: CatalogAnswer = { column: 'result', lines: [] }
const name = '(\\S+)'

const statements: readonly (readonly [pattern: RegExp, kind: string, run: Run])[] = [
  [
    new RegExp(`^CREATE\\s+(?:DATABASE|SCHEMA)\\s+(IF\\s+NOT\\s+EXISTS\\s+)?${name}`, 'i'), 'CREATE_DATABASE',
    ([, ifNotExists, database = ''], { glue }) => {
      const { table: Name } = tableName(database)
      if (ifNotExists === undefined || !glue.hasDatabase(Name)) glue.createDatabase({ Name })
      return NOTHING
    },
  ],
  [
    new RegExp(`^DROP\\s+(?:DATABASE|SCHEMA)\\s+(IF\\s+EXISTS\\s+)?${name}(?:\\s+(CASCADE|RESTRICT))?$`, 'i'), 'DROP_DATABASE',
    ([, ifExists, text = '', how], { glue }) => {
      const { table: database } = tableName(text)
      if (ifExists !== undefined && !glue.hasDatabase(database)) return NOTHING
      if (how?.toUpperCase() !== 'CASCADE' && glue.tables(database).length > 0)
        throw new QueryFailure('GENERIC_USER_ERROR', `Database ${database} is not empty. One or more tables exist.`)
      glue.deleteDatabase(database)
      return NOTHING
    },
  ],
  [/^CREATE\s+EXTERNAL\s+TABLE\b/i, 'CREATE_TABLE', ({ input }, context) => {
    const created = createExternalTable(input)
    if (created === undefined) throw new QueryFailure('SYNTAX_ERROR', 'CREATE EXTERNAL TABLE needs a name and columns')
    const database = databaseOf(created.name, context)
    if (!created.ifNotExists || !context.glue.hasTable(database, created.name.table)) context.glue.createTable(database, created.table)
    return NOTHING
  }],
  [new RegExp(`^DROP\\s+TABLE\\s+(IF\\s+EXISTS\\s+)?${name}$`, 'i'), 'DROP_TABLE', dropTable],
  [
    new RegExp(`^CREATE\\s+(OR\\s+REPLACE\\s+)?VIEW\\s+${name}\\s+AS\\s+(.*)$`, 'is'), 'CREATE_VIEW',
    ([, replace, text = '', query = ''], context) => {
      const table = tableName(text)
      const database = databaseOf(table, context)
      const view = viewTable(table.table, { sql: query, database: context.database ?? database })
      if (replace !== undefined && context.glue.hasTable(database, table.table)) context.glue.updateTable(database, view)
      else context.glue.createTable(database, view)
      return NOTHING
    },
  ],
  [new RegExp(`^DROP\\s+VIEW\\s+(IF\\s+EXISTS\\s+)?${name}$`, 'i'), 'DROP_VIEW', dropTable],
  [/^SHOW\s+(?:DATABASES|SCHEMAS)$/i, 'SHOW_DATABASES', (_, { glue }) => ({
    column: 'database_name', lines: glue.databases().map(({ input }) => input.Name),
  })],
  [new RegExp(`^SHOW\\s+TABLES(?:\\s+(?:IN|FROM)\\s+${name})?$`, 'i'), 'SHOW_TABLES', ([, database], context) => ({
    column: 'tab_name',
    lines: context.glue.tables(database === undefined ? databaseOf({ database: undefined, table: '' }, context) : tableName(database).table)
      .map(({ input }) => input.Name),
  })],
  [new RegExp(`^SHOW\\s+PARTITIONS\\s+${name}$`, 'i'), 'SHOW_PARTITIONS', ([, text = ''], context) => {
    const { input: { PartitionKeys = [] } } = tableOf(text, context)
    const values = partitionsOf(text, context)
    return {
      column: 'partition', lines: values.map((each) => PartitionKeys.map(({ Name }, index) => `${Name}=${each[index] ?? ''}`).join('/')),
    }
  }],
  [new RegExp(`^DESCRIBE\\s+${name}$`, 'i'), 'DESCRIBE_TABLE', ([, text = ''], context) => {
    const { input: { StorageDescriptor, PartitionKeys = [] } } = tableOf(text, context)
    return {
      column: 'col_name',
      lines: [...StorageDescriptor?.Columns ?? [], ...PartitionKeys].map(({ Name, Type = 'string' }) =>
        `${Name.padEnd(20)}\t${Type.padEnd(20)}\t`),
    }
  }],
  [new RegExp(`^MSCK\\s+REPAIR\\s+TABLE\\s+${name}$`, 'i'), 'MSCK_REPAIR', ([, text = ''], context) => repaired(text, context)],
  [new RegExp(
    `^ALTER\\s+TABLE\\s+${name}\\s+ADD\\s+(IF\\s+NOT\\s+EXISTS\\s+)?((?:PARTITION\\s*\\([^)]*\\)(?:\\s*LOCATION\\s*'[^']*')?\\s*)+)$`, 'i',
  ), 'ALTER_TABLE_ADD_PARTITION', ([, text = '', ifNotExists, list = ''], context) => {
    for (const [, keys = '', location] of list.matchAll(/PARTITION\s*\(([^)]*)\)(?:\s*LOCATION\s*'([^']*)')?/gi))
      addPartition(text, valuesOf(text, keys, context), location, ifNotExists !== undefined, context)
    return NOTHING
  }],
  [
    new RegExp(`^ALTER\\s+TABLE\\s+${name}\\s+DROP\\s+(IF\\s+EXISTS\\s+)?PARTITION\\s*\\(([^)]*)\\)$`, 'i'), 'ALTER_TABLE_DROP_PARTITION',
    ([, text = '', ifExists, keys = ''], context) => {
      const table = tableName(text)
      const [database, values] = [databaseOf(table, context), valuesOf(text, keys, context)]
      if (ifExists === undefined || context.glue.hasPartition(database, table.table, values))
        context.glue.deletePartition(database, table.table, values)
      return NOTHING
    },
  ],
]

/** The statement about the catalog that a text is; `undefined` for a query and for what is not supported. */
export function catalogStatement(sql: string): { readonly kind: string; run(context: CatalogContext): Promise<CatalogAnswer> } | undefined {
  for (const [pattern, kind, run] of statements) {
    const found = pattern.exec(sql)
    if (found !== null) return { kind, run: async (context) => run(found, context) }
  }
  return undefined
}

function dropTable([, ifExists, text = '']: RegExpExecArray, context: CatalogContext): CatalogAnswer {
  const table = tableName(text)
  const database = databaseOf(table, context)
  if (ifExists === undefined || context.glue.hasTable(database, table.table)) context.glue.deleteTable(database, table.table)
  return NOTHING
}

function databaseOf({ database }: TableName, context: CatalogContext): string {
  const found = database ?? context.database?.toLowerCase()
  if (found === undefined) throw new QueryFailure('SYNTAX_ERROR', 'Schema must be specified when session schema is not set')
  return found
}

function tableOf(text: string, context: CatalogContext) {
  const table = tableName(text)
  return context.glue.table(databaseOf(table, context), table.table)
}

function partitionsOf(text: string, context: CatalogContext): (readonly string[])[] {
  const table = tableName(text)
  return context.glue.partitions(databaseOf(table, context), table.table).map(({ input }) => input.Values)
}

/** Of `day = '1', hour = 2`, in the order of the table's columns. */
function valuesOf(text: string, keys: string, context: CatalogContext): string[] {
  const { input: { PartitionKeys = [] } } = tableOf(text, context)
  const values = new Map([...keys.matchAll(/[`"]?(\w+)[`"]?\s*=\s*(?:'([^']*)'|([^,\s]+))/g)].map(([, key = '', quoted, plain]) => [
    key.toLowerCase(), quoted ?? plain ?? '',
  ]))
  return PartitionKeys.map(({ Name }) => {
    const value = values.get(Name.toLowerCase())
    if (value === undefined) throw new QueryFailure('SYNTAX_ERROR', `The partition has no value of ${Name}`)
    return value
  })
}

function addPartition(
  text: string, values: readonly string[], location: string | undefined, ifNotExists: boolean, context: CatalogContext,
): void {
  const table = tableName(text)
  const database = databaseOf(table, context)
  const { input } = tableOf(text, context)
  if (ifNotExists && context.glue.hasPartition(database, table.table, values)) return
  context.glue.createPartition(database, table.table, {
    Values: values, StorageDescriptor: { ...input.StorageDescriptor, Location: location ?? hiveLocation(input, values) },
  })
}

/** Adds the partitions whose folders are named as Hive does. @see https://docs.aws.amazon.com/athena/latest/ug/msck-repair-table.html */
async function repaired(text: string, context: CatalogContext): Promise<CatalogAnswer> {
  const { input } = tableOf(text, context)
  const { PartitionKeys = [], StorageDescriptor } = input
  const { bucket, prefix } = s3Location(StorageDescriptor?.Location)
  const folder = prefix === '' ? '' : prefix.replace(/\/?$/, '/')
  const pattern = new RegExp(`^${escaped(folder)}${PartitionKeys.map(({ Name }) => `${escaped(Name)}=([^/]+)/`).join('')}`)
  const known = new Set(partitionsOf(text, context).map((values) => JSON.stringify(values)))
  const lines: string[] = []
  for (const { key } of await context.objects.list(bucket, folder)) {
    const [, ...values] = pattern.exec(key) ?? []
    if (values.length === 0 || known.has(JSON.stringify(values))) continue
    known.add(JSON.stringify(values))
    addPartition(text, values, undefined, true, context)
    lines.push(`Repair: Added partition to metastore ${tableName(text).table}:${PartitionKeys.map(({ Name }, index) => `${Name}=${values[index] ?? ''}`).join('/')}`)
  }
  return { column: 'result', lines }
}
