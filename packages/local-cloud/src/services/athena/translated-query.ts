import { isExactObject } from '../exact-json/exact-json.ts'
import { QueryFailure } from './query-failure.ts'
import { children, nodesOf, rewritten, type SyntaxNode } from './syntax-tree.ts'
import { translatedCast, translatedFunction, uncheckedDivisor } from './translated-functions.ts'

/** A table that a query reads, by the names of the catalog. */
export interface TableReference {
  readonly database: string
  readonly table: string
  /** What its columns are qualified with. */
  readonly alias: string
  /** The conditions of the query that reads it alone, as nodes; empty where it is joined. */
  readonly conditions: readonly SyntaxNode[]
}

/** A query as DuckDB has it, with the tables that it reads. */
export interface TranslatedQuery {
  readonly tree: SyntaxNode
  readonly tables: readonly TableReference[]
}

const CATALOG = 'awsdatacatalog'

/** Translates Trino's dialect, as far as DuckDB's parser has read it. Throws `QueryFailure` for what it does not have. */
export function translatedQuery(tree: SyntaxNode, defaultDatabase: string | undefined): TranslatedQuery {
  const common = new Set([...nodesOf(tree)].flatMap((node) => (isExactObject(node['cte_map']) ? children(node['cte_map'], 'map') : [])).map(({ key }) => String(key).toLowerCase()))
  const tables = tablesOf(tree, common, defaultDatabase)
  const translated = rewritten(tree, (node) => {
    switch (node['type']) {
      case 'FUNCTION': return translatedFunction(node)
      case 'OPERATOR_CAST': return translatedCast(node)
      case 'SELECT_NODE': return namedColumns(node)
      case 'OPERATOR_TRY': return rewritten(node, uncheckedDivisor)
      case 'BASE_TABLE': return baseTable(node, common, defaultDatabase)
      default: return checked(node)
    }
  })
  return { tree: translated, tables }
}

function tablesOf(tree: SyntaxNode, common: ReadonlySet<string>, defaultDatabase: string | undefined): TableReference[] {
  const alone = new Map([...nodesOf(tree)].flatMap((node) => {
    const from = node['type'] === 'SELECT_NODE' ? node['from_table'] : undefined
    return isExactObject(from) && from['type'] === 'BASE_TABLE' ? [[from, conjuncts(node['where_clause'])] as const] : []
  }))
  return [...nodesOf(tree)].flatMap((node) => {
    const place = node['type'] === 'BASE_TABLE' ? placeOf(node, common, defaultDatabase) : undefined
    return place === undefined ? [] : [{ ...place, alias: String(node['alias'] || node['table_name']).toLowerCase(), conditions: alone.get(node) ?? [] }]
  })
}

/** Parts of a condition that all have to hold. */
function conjuncts(condition: unknown): SyntaxNode[] {
  if (!isExactObject(condition)) return []
  return condition['type'] === 'CONJUNCTION_AND' ? children(condition).flatMap(conjuncts) : [condition]
}

/** Where a table is; `undefined` for one that the query makes itself. */
function placeOf(node: SyntaxNode, common: ReadonlySet<string>, defaultDatabase: string | undefined): Pick<TableReference, 'database' | 'table'> | undefined {
  const [catalog, schema, table] = ['catalog_name', 'schema_name', 'table_name'].map((name) => String(node[name] ?? '').toLowerCase())
  if (catalog !== '' && catalog !== CATALOG) throw new QueryFailure('NOT_SUPPORTED', `There is no catalog but ${CATALOG}`)
  if (schema === '' && common.has(table ?? '')) return undefined
  const database = schema === '' ? defaultDatabase?.toLowerCase() : schema
  if (database === undefined) throw new QueryFailure('SYNTAX_ERROR', 'Schema must be specified when session schema is not set')
  return { database, table: table ?? '' }
}

function baseTable(node: SyntaxNode, common: ReadonlySet<string>, defaultDatabase: string | undefined): SyntaxNode {
  const place = placeOf(node, common, defaultDatabase)
  if (place === undefined) return node
  return { ...node, alias: node['alias'] || node['table_name'], catalog_name: CATALOG, schema_name: place.database, table_name: place.table }
}

/** Trino calls a column without a name by its place. */
function namedColumns(node: SyntaxNode): SyntaxNode {
  const list = children(node, 'select_list').map((column, index) => (column['alias'] === '' && column['type'] !== 'COLUMN_REF' && column['type'] !== 'STAR' ? { ...column, alias: `_col${index}` } : column))
  return { ...node, select_list: list }
}

/** Refuses what DuckDB knows and Athena does not. */
function checked(node: SyntaxNode): SyntaxNode {
  if (node['type'] === 'SHOW_REF') throw new QueryFailure('SYNTAX_ERROR', 'This SHOW or DESCRIBE is not supported')
  const table = node['type'] === 'TABLE_FUNCTION' && isExactObject(node['function']) ? String(node['function']['function_name']) : undefined
  if (table !== undefined && table !== 'unnest') throw new QueryFailure('FUNCTION_NOT_FOUND', `Table function '${table}' not registered`)
  return node
}
