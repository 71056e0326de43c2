import type { Position } from '../rule-error.ts'
import type { Nested, Path, Selection, SelectItem } from './ast.ts'
import type { Cursor } from './cursor.ts'
import { parseExpression, parseMemberName, parseVariable } from './parse-expression.ts'
import { isReserved } from './words.ts'

// `value` before one of these is an attribute of that name, not the keyword.
const AFTER_ATTRIBUTE = new Set(['FROM', 'WHERE', 'AS', 'AND', 'OR', ',', '.', ')', '+', '-', '*', '/', '%', '=', '<>', '<', '>', '<=', '>='])

/** `VALUE expression`, or the items between SELECT and FROM. */
export function parseSelection(cursor: Cursor): Selection {
  const following = cursor.peek()
  const attribute = following.kind === 'end' || (following.kind !== 'string' && AFTER_ATTRIBUTE.has(following.text.toUpperCase()))
  if (cursor.isWord('VALUE') && !attribute) {
    cursor.next()
    return { kind: 'value', value: parseExpression(cursor) }
  }
  const items = [parseItem(cursor)]
  while (cursor.take(',')) items.push(parseItem(cursor))
  return { kind: 'items', items }
}

function parseItem(cursor: Cursor): SelectItem {
  const at = cursor.at()
  const value = cursor.take('*') ? ({ kind: 'star', at } as const) : parseExpression(cursor)
  if (!cursor.take('AS')) return { value, alias: undefined }
  const alias = [parseMemberName(cursor)]
  while (cursor.take('.')) alias.push(parseMemberName(cursor))
  return { value, alias }
}

/** The query inside the brackets of a nested object query. */
export function parseNested(cursor: Cursor, at: Position): Nested {
  if (cursor.version === '2015-10-08') cursor.refuse('Nested object queries need SQL version 2016-03-23.')
  cursor.expect('SELECT')
  const select = parseSelection(cursor)
  cursor.expect('FROM')
  const from = parsePath(cursor)
  const where = cursor.take('WHERE') ? parseExpression(cursor) : undefined
  return { kind: 'nested', select, from, where, at }
}

function parsePath(cursor: Cursor): Path {
  const at = cursor.at()
  let path: Path
  if (cursor.token.kind === 'variable') path = parseVariable(cursor)
  else if (cursor.token.kind === 'word' && !isReserved(cursor.token.text)) path = { kind: 'attribute', name: cursor.next().text, at }
  else return cursor.fail('an attribute or a variable to select from')
  while (cursor.take('.')) path = { kind: 'member', of: path, name: parseMemberName(cursor), at }
  return path
}
