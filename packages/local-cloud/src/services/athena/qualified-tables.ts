import { isExactObject } from '../exact-json/exact-json.ts'
import { QueryFailure } from './query-failure.ts'
import { children, type SyntaxNode } from './syntax-tree.ts'

export const CATALOG = 'awsdatacatalog'

/** The names of common table expressions that are visible. */
type Scope = ReadonlySet<string>

/**
 * A query whose tables have catalog, database and an alias; those that stay without a catalog are common table expressions, each seen from
 * where it is visible: what follows it in its WITH, the query of that WITH, and itself where it is recursive. Throws `QueryFailure`.
 */
export function qualifiedTables(tree: SyntaxNode, defaultDatabase: string | undefined): SyntaxNode {
  return qualified(tree, new Set(), defaultDatabase?.toLowerCase())
}

function qualified(node: SyntaxNode, outer: Scope, database: string | undefined): SyntaxNode {
  if (node['type'] === 'BASE_TABLE') return qualifiedTable(node, outer, database)
  const scope = new Set(outer)
  if (node['type'] === 'RECURSIVE_CTE_NODE') scope.add(String(node['cte_name']).toLowerCase())
  const common = isExactObject(node['cte_map']) ? node['cte_map'] : undefined
  const entries = common === undefined ? [] : children(common, 'map').map((entry) => {
    const expression = { ...entry, value: within(entry['value'], scope, database) }
    scope.add(String(entry['key']).toLowerCase())
    return expression
  })
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [
    name, name === 'cte_map' && common !== undefined ? { ...common, map: entries } : within(value, scope, database),
  ]))
}

function within(value: unknown, scope: Scope, database: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => within(item, scope, database))
  return isExactObject(value) ? qualified(value, scope, database) : value
}

function qualifiedTable(node: SyntaxNode, scope: Scope, defaultDatabase: string | undefined): SyntaxNode {
  const [catalog, schema, table] = ['catalog_name', 'schema_name', 'table_name'].map((name) => String(node[name] ?? '').toLowerCase())
  if (catalog !== '' && catalog !== CATALOG) throw new QueryFailure('NOT_SUPPORTED', `There is no catalog but ${CATALOG}`)
  if (catalog === '' && schema === '' && scope.has(table ?? '')) return node
  const database = schema === '' ? defaultDatabase : schema
  if (database === undefined) throw new QueryFailure('SYNTAX_ERROR', 'Schema must be specified when session schema is not set')
  return { ...node, alias: node['alias'] || node['table_name'], catalog_name: CATALOG, schema_name: database, table_name: table }
}
