import type { Position } from '../fault/rule-error.ts'
import type { Expression, Nested, Path, Selection, SelectItem } from './ast.ts'
import type { Cursor } from './cursor.ts'
import { ALIAS } from './advice.ts'
import { isStar, parseExpression, parseMemberName, parseMembers, parseVariable } from './parse-expression.ts'
import { isPath } from './path.ts'
import { isReserved } from './words.ts'

/** The most names in one `AS a.b.c`: each is a level of the output. */
const MAX_ALIAS_LEVELS = 250

// `value` before one of these is an attribute of that name, not the keyword.
const AFTER_ATTRIBUTE = new Set([
  'FROM', 'WHERE', 'AS', 'AND', 'OR', ',', '.', ')', '+', '-', '*', '/', '%', '=', '<>', '<', '>', '<=', '>=', 'IN',
])

/** `VALUE expression`, or the items between SELECT and FROM. */
export function parseSelection(cursor: Cursor): Selection {
  const following = cursor.peek()
  const attribute = following.kind === 'end' || (following.kind !== 'string' && AFTER_ATTRIBUTE.has(following.text.toUpperCase()))
  if (cursor.isWord('VALUE') && !attribute) {
    cursor.next()
    const value = parseExpression(cursor)
    if (cursor.isSymbol(',')) cursor.refuse('SELECT VALUE takes one expression, which is the whole result.')
    return { kind: 'value', value }
  }
  const items = [parseItem(cursor)]
  // AWS takes a comma before FROM.
  while (cursor.take(',') && !cursor.isWord('FROM')) items.push(parseItem(cursor))
  return { kind: 'items', items }
}

function parseItem(cursor: Cursor): SelectItem {
  const at = cursor.at()
  const value = cursor.take('*') ? ({ kind: 'star', at } as const) : parseSpread(cursor, parseExpression(cursor))
  if (!cursor.take('AS')) return { value, alias: undefined }
  const alias = [parseMemberName(cursor)]
  while (cursor.take('.')) {
    if (alias.length === MAX_ALIAS_LEVELS) cursor.refuse(`More than ${MAX_ALIAS_LEVELS} names in one alias.`)
    alias.push(parseMemberName(cursor))
  }
  return { value, alias }
}

/** `.*` behind a path makes its members the items. */
function parseSpread(cursor: Cursor, of: Expression): SelectItem['value'] {
  if (!cursor.isSymbol('.') || !isStar(cursor.peek()) || !isPath(of)) return of
  cursor.next()
  cursor.next()
  return { kind: 'spread', of, ...(of.at !== undefined && { at: of.at }) }
}

/** The query inside the brackets of a nested object query. */
export function parseNested(cursor: Cursor, at: Position): Nested {
  if (cursor.version === '2015-10-08') cursor.refuse('Nested object queries need SQL version 2016-03-23.')
  cursor.expect('SELECT')
  const select = parseSelection(cursor)
  cursor.expect('FROM')
  const from = parsePath(cursor)
  const alias = cursor.take('AS') ? parseAlias(cursor) : undefined
  if (alias === undefined && cursor.token.kind === 'word' && !cursor.isWord('WHERE'))
    cursor.fail('AS before a name for the elements, WHERE or ")"')
  const where = cursor.take('WHERE') ? parseExpression(cursor) : undefined
  return { kind: 'nested', select, from, ...(alias !== undefined && { alias }), where, at }
}

/** What an element is called: a name that can stand for an attribute. */
function parseAlias(cursor: Cursor): string {
  if (cursor.token.kind !== 'word' || isReserved(cursor.token.text)) cursor.fail(ALIAS)
  return cursor.next().text
}

function parsePath(cursor: Cursor): Path {
  const at = cursor.at()
  if (cursor.token.kind === 'variable') return parseMembers(cursor, parseVariable(cursor), at)
  if (cursor.token.kind !== 'word' || isReserved(cursor.token.text))
    return cursor.fail('an attribute or a variable that holds an array or an object')
  return parseMembers(cursor, { kind: 'attribute', name: cursor.next().text, at }, at)
}
