import type { DuckDb } from '../duckdb/duckdb.ts'
import { isExactObject } from '../exact-json/exact-json.ts'
import { columnType, duckDbType, quotedName, quotedText } from '../column-type/column-type.ts'
import type { Column } from '../glue/catalog-entry.ts'
import { children, constantText, nodesOf, parseQuery, printQuery, rewritten, type SyntaxNode } from './syntax-tree.ts'
import type { TablePartition } from './table-partitions.ts'
import { translatedFunction } from './translated-functions.ts'
import type { TableReference } from './translated-query.ts'

/** The value that the conditions want a column to have; `undefined` where they leave more than one. */
export function equalTo({ conditions, alias }: TableReference, column: string): string | undefined {
  const values = conditions.flatMap((condition) => {
    const [left, right, ...more] = condition['type'] === 'COMPARE_EQUAL' ? [condition['left'], condition['right']].filter(isExactObject)
      : condition['type'] === 'COMPARE_IN' ? children(condition)
      : []
    if (left === undefined || right === undefined || more.length > 0) return []
    const [reference, constant] = left['type'] === 'COLUMN_REF' ? [left, right] : [right, left]
    return refersTo(reference, new Set([column]), alias) ? (constantText(constant) ?? []) : []
  })
  return new Set(values).size === 1 ? values[0] : undefined
}

/** The partitions that a query's conditions leave: those on partition columns alone are looked at. */
export async function wantedPartitions(
  duckDb: DuckDb, { conditions, alias }: TableReference, columns: readonly Column[], partitions: readonly TablePartition[],
): Promise<readonly TablePartition[]> {
  const names = new Set(columns.map(({ Name }) => Name.toLowerCase()))
  const usable = conditions.filter((condition) => {
    const nodes = [...nodesOf(condition)]
    const references = nodes.filter((node) => node['type'] === 'COLUMN_REF')
    return references.length > 0
      && references.every((node) => refersTo(node, names, alias))
      && !nodes.some((node) => node['type'] === 'SUBQUERY')
  })
  if (usable.length === 0 || partitions.length === 0) return partitions
  const rows = partitions.map(({ values }, index) =>
    `(${[String(index), ...values.map((value, at) => `CAST(${quotedText(value)} AS ${duckDbType(columnType(columns[at]?.Type ?? 'string'))})`)].join(', ')})`)
  const tree = await parseQuery(duckDb, `SELECT partition_index FROM (VALUES ${rows.join(', ')}) AS ${quotedName(alias)}(partition_index, ${[...names].map(quotedName).join(', ')}) WHERE true`)
  const condition = {
    class: 'CONJUNCTION', type: 'CONJUNCTION_AND', alias: '',
    children: usable.map((each) => rewritten(each, (node) => (node['type'] === 'FUNCTION' ? translatedFunction(node) : node))),
  }
  const filtered = rewritten(tree, (node) => (node['type'] === 'SELECT_NODE' && children(node, 'select_list')[0]?.['type'] === 'COLUMN_REF'
    ? { ...node, where_clause: condition }
    : node))
  // What can't be asked of the partitions alone, the query itself says.
  const found = await duckDb.run(await printQuery(duckDb, filtered)).catch(() => undefined)
  if (found === undefined) return partitions
  const wanted = new Set(found.rows.map(([index]) => Number(index)))
  return partitions.filter((_, index) => wanted.has(index))
}

function refersTo(node: SyntaxNode, names: ReadonlySet<string>, alias: string): boolean {
  const path = Array.isArray(node['column_names']) ? node['column_names'].map((name) => String(name).toLowerCase()) : []
  return (path.length === 1 || (path.length === 2 && path[0] === alias)) && names.has(path.at(-1) ?? '')
}
