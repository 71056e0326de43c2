import { isExactObject } from '../exact-json/exact-json.ts'
import { QueryFailure } from './query-failure.ts'
import { children, nodesOf, rewritten, type SyntaxNode } from './syntax-tree.ts'
import { CATALOG, qualifiedTables } from './qualified-tables.ts'
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

/** Translates Trino's dialect, as far as DuckDB's parser has read it. Throws `QueryFailure` for what it does not have. */
export function translatedQuery(tree: SyntaxNode, defaultDatabase: string | undefined): TranslatedQuery {
  const qualified = qualifiedTables(tree, defaultDatabase)
  const translated = rewritten(qualified, (node) => {
    switch (node['type']) {
      case 'FUNCTION': return translatedFunction(node)
      case 'OPERATOR_CAST': return translatedCast(node)
      case 'SELECT_NODE': return namedColumns(node)
      case 'OPERATOR_TRY': return rewritten(node, uncheckedDivisor)
      default: return checked(node)
    }
  })
  return { tree: translated, tables: tablesOf(qualified) }
}

function tablesOf(tree: SyntaxNode): TableReference[] {
  const alone = new Map([...nodesOf(tree)].flatMap((node) => {
    const from = node['type'] === 'SELECT_NODE' ? node['from_table'] : undefined
    return isExactObject(from) && from['type'] === 'BASE_TABLE' ? [[from, conjuncts(node['where_clause'])] as const] : []
  }))
  return [...nodesOf(tree)].filter((node) => node['type'] === 'BASE_TABLE' && node['catalog_name'] === CATALOG).map((node) => ({
    database: String(node['schema_name']), table: String(node['table_name']), alias: String(node['alias']).toLowerCase(),
    conditions: alone.get(node) ?? [],
  }))
}

/** Parts of a condition that all have to hold. */
function conjuncts(condition: unknown): SyntaxNode[] {
  if (!isExactObject(condition)) return []
  return condition['type'] === 'CONJUNCTION_AND' ? children(condition).flatMap(conjuncts) : [condition]
}

/** Trino calls a column without a name by its place. */
function namedColumns(node: SyntaxNode): SyntaxNode {
  const list = children(node, 'select_list').map((column, index) => (
    column['alias'] === '' && column['type'] !== 'COLUMN_REF' && column['type'] !== 'STAR' ? { ...column, alias: `_col${index}` } : column
  ))
  return { ...node, select_list: list }
}

/** Refuses what DuckDB knows and Athena does not. */
function checked(node: SyntaxNode): SyntaxNode {
  if (node['type'] === 'SHOW_REF') throw new QueryFailure('SYNTAX_ERROR', 'This SHOW or DESCRIBE is not supported')
  const table = node['type'] === 'TABLE_FUNCTION' && isExactObject(node['function']) ? String(node['function']['function_name']) : undefined
  if (table !== undefined && table !== 'unnest') throw new QueryFailure('FUNCTION_NOT_FOUND', `Table function '${table}' not registered`)
  return node
}
