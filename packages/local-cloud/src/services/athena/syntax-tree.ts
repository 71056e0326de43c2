import { exactJson, isExactObject, parseExact } from '../exact-json/exact-json.ts'
import type { DuckDb } from '../duckdb/duckdb.ts'
import { quotedText } from '../column-type/column-type.ts'
import { QueryFailure } from './query-failure.ts'

/** A node of DuckDB's syntax tree: an object with a `type`, whose members are nodes, lists and scalars. */
export type SyntaxNode = Readonly<Record<string, unknown>>

/**
 * The tree of a query, by DuckDB's own parser. Rejects with `QueryFailure`.
 * @see https://duckdb.org/docs/stable/data/json/sql_to_and_from_json
 */
export async function parseQuery(duckDb: DuckDb, sql: string): Promise<SyntaxNode> {
  const { rows } = await duckDb.run(`SELECT json_serialize_sql(${quotedText(sql)})`)
  const tree = parseExact(String(rows[0]?.[0]))
  if (!isExactObject(tree)) throw new QueryFailure('SYNTAX_ERROR', 'The statement is no query')
  if (tree['error'] === true) throw new QueryFailure('SYNTAX_ERROR', String(tree['error_message']))
  const statements = tree['statements']
  if (!Array.isArray(statements) || statements.length !== 1) throw new QueryFailure('SYNTAX_ERROR', 'Only one sql statement is allowed')
  return tree
}

/** The SQL of a tree. */
export async function printQuery(duckDb: DuckDb, tree: SyntaxNode): Promise<string> {
  const { rows } = await duckDb.run(`SELECT json_deserialize_sql(${quotedText(exactJson(tree))})`)
  return String(rows[0]?.[0])
}

/** A tree in whose place another comes, from the leaves up; `change` answers the node itself where it is to stay. */
export function rewritten(node: SyntaxNode, change: (node: SyntaxNode) => SyntaxNode): SyntaxNode {
  // Without its place: the number for none is larger than DuckDB reads.
  return change(Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) => (name === 'query_location' ? [] : [[name, rewrittenValue(value, change)]])),
  ))
}

function rewrittenValue(value: unknown, change: (node: SyntaxNode) => SyntaxNode): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrittenValue(item, change))
  return isExactObject(value) ? rewritten(value, change) : value
}

/** Every node of a tree. */
export function* nodesOf(node: unknown): Generator<SyntaxNode> {
  if (Array.isArray(node)) for (const item of node) yield* nodesOf(item)
  else if (isExactObject(node)) {
    yield node
    for (const value of Object.values(node)) yield* nodesOf(value)
  }
}

/** A list of nodes that is a member of one. */
export function children(node: SyntaxNode, name = 'children'): readonly SyntaxNode[] {
  const list = node[name]
  return Array.isArray(list) ? list.filter(isExactObject) : []
}

/** The text of a constant. */
export function constantText(node: SyntaxNode | undefined): string | undefined {
  const value = node?.['type'] === 'VALUE_CONSTANT' ? node['value'] : undefined
  const text = isExactObject(value) ? value['value'] : undefined
  return text === undefined || text === null ? undefined : typeof text === 'string' ? text : exactJson(text)
}
