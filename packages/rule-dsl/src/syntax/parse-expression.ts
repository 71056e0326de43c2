import type { Position } from '../fault/rule-error.ts'
import { EXPRESSION } from './advice.ts'
import type { BinaryOperator, Call, Case, CastType, Expression, Path, Star } from './ast.ts'
import type { Cursor } from './cursor.ts'
import { parseNested } from './parse-selection.ts'
import type { Token } from './token.ts'
import { isReserved } from './words.ts'

// Loosest first; NOT stands between AND and the comparisons, unary minus and the dot are tighter than all.
const CHAINS: readonly (readonly BinaryOperator[])[] = [
  ['OR'], ['AND'], ['=', '<>', '<=', '>=', '<', '>', 'IN'], ['+', '-'], ['*', '/', '%'],
]
const OPERATORS: ReadonlyMap<string, { readonly operator: BinaryOperator; readonly level: number }> = new Map(
  CHAINS.flatMap((operators, level) => operators.map((operator) => [operator, { operator, level }] as const)),
)
const COMPARISONS = 2
const MAX_CHAIN = 1000

/** Parses one expression; the cursor stands behind it afterwards. */
export const parseExpression = (cursor: Cursor): Expression => cursor.deeper(() => parseChain(cursor, 0))

/** Operands joined by operators that bind at least as tight as `loosest`. */
function parseChain(cursor: Cursor, loosest: number): Expression {
  const at = cursor.at()
  const negated = loosest <= COMPARISONS && cursor.isWord('NOT')
  let left = negated ? parseNot(cursor) : parseUnary(cursor)
  // Neither a comparison nor a NOT can be compared again.
  let tightest = negated ? COMPARISONS - 1 : CHAINS.length
  for (let length = 0; ; length += 1) {
    const next = cursor.word === undefined ? undefined : OPERATORS.get(cursor.word)
    if (next === undefined || next.level < loosest || next.level > tightest) return left
    if (length === MAX_CHAIN) cursor.refuse(`More than ${MAX_CHAIN} operators in one chain.`)
    cursor.next()
    left = { kind: 'binary', operator: next.operator, left, right: parseChain(cursor, next.level + 1), at }
    tightest = next.level === COMPARISONS ? COMPARISONS - 1 : next.level
  }
}

function parseNot(cursor: Cursor): Expression {
  const at = cursor.at()
  cursor.expect('NOT')
  return { kind: 'unary', operator: 'NOT', operand: cursor.deeper(() => parseChain(cursor, COMPARISONS)), at }
}

function parseUnary(cursor: Cursor): Expression {
  const at = cursor.at()
  if (cursor.take('-')) return { kind: 'unary', operator: '-', operand: cursor.deeper(() => parseUnary(cursor)), at }
  return parseMembers(cursor, parsePrimary(cursor), at)
}

/** The members that dots ask for; `.*` is left to who may take it. */
export function parseMembers(cursor: Cursor, of: Path, at: Position): Path
export function parseMembers(cursor: Cursor, of: Expression, at: Position): Expression
export function parseMembers(cursor: Cursor, of: Expression, at: Position): Expression {
  let value = of
  for (let length = 0; cursor.isSymbol('.') && !isStar(cursor.peek()); length += 1) {
    if (length === MAX_CHAIN) cursor.refuse(`More than ${MAX_CHAIN} members in one path.`)
    cursor.next()
    value = { kind: 'member', of: value, name: parseMemberName(cursor), at }
  }
  return value
}

/** Whether the token is `*`. */
export const isStar = ({ kind, text }: Token): boolean => kind === 'symbol' && text === '*'

/** A name after a dot or after AS: reserved words are names there. */
export function parseMemberName(cursor: Cursor): string {
  if (cursor.token.kind !== 'word') cursor.fail('a name')
  return cursor.next().text
}

function parsePrimary(cursor: Cursor): Expression {
  const { token } = cursor
  const at = cursor.at()
  switch (token.kind) {
    case 'number':
      return parseNumber(cursor)
    case 'string':
      return { kind: 'string', text: cursor.next().text, at }
    case 'variable':
      return parseVariable(cursor)
    case 'word':
      return parseWord(cursor)
    case 'symbol':
      if (token.text === '(') return parseBrackets(cursor)
      if (token.text === '[') return parseArray(cursor)
      if (token.text === '{') return parseObject(cursor)
  }
  return cursor.fail(EXPRESSION)
}

/** A number has no members: a dot behind it is half of a number. */
function parseNumber(cursor: Cursor): Expression {
  const at = cursor.at()
  const { text } = cursor.next()
  if (cursor.isSymbol('.')) cursor.fail(EXPRESSION)
  return { kind: 'number', text, at }
}

/** `@name` of a variable that SET declared before. */
export function parseVariable(cursor: Cursor): Expression & { kind: 'variable' } {
  const at = cursor.at()
  if (!cursor.variables.has(cursor.token.text)) cursor.refuse(`No SET before this declares @${cursor.token.text}.`)
  return { kind: 'variable', name: cursor.next().text, at }
}

function parseWord(cursor: Cursor): Expression {
  const at = cursor.at()
  const word = cursor.token.text.toUpperCase()
  if (word === 'CASE') return parseCase(cursor)
  if (word === 'EXISTS') return parseExists(cursor)
  if (word === 'TRUE' || word === 'FALSE' || word === 'NULL') {
    cursor.next()
    return word === 'NULL' ? { kind: 'null', at } : { kind: 'boolean', value: word === 'TRUE', at }
  }
  if (isReserved(word)) cursor.fail(EXPRESSION)
  const following = cursor.peek()
  if (following.kind !== 'symbol' || following.text !== '(') return { kind: 'attribute', name: cursor.next().text, at }
  return word === 'CAST' ? parseCast(cursor) : parseCall(cursor)
}

function parseBrackets(cursor: Cursor): Expression {
  const at = cursor.at()
  cursor.expect('(')
  const inner = cursor.isWord('SELECT') ? parseNested(cursor, at) : parseExpression(cursor)
  if (cursor.isSymbol(',')) cursor.refuse('Brackets hold one expression; a list is [1, 2].')
  cursor.expect(')')
  return inner
}

function parseExists(cursor: Cursor): Expression {
  const at = cursor.at()
  cursor.expect('EXISTS')
  cursor.expect('(')
  const query = parseNested(cursor, cursor.at())
  cursor.expect(')')
  return { kind: 'exists', query, at }
}

function parseCall(cursor: Cursor): Call {
  const at = cursor.at()
  const name = cursor.next().text
  cursor.expect('(')
  const args: (Expression | Star)[] = []
  if (cursor.take(')')) return { kind: 'call', name, arguments: args, at }
  do {
    const starAt = cursor.at()
    args.push(cursor.take('*') ? { kind: 'star', at: starAt } : parseExpression(cursor))
  } while (cursor.take(','))
  cursor.expect(')')
  return { kind: 'call', name, arguments: args, at }
}

const CAST_TYPES = new Map<string, CastType>([
  ...['string', 'nvarchar', 'text', 'ntext', 'varchar'].map((name) => [name, 'String'] as const),
  ...['int', 'integer'].map((name) => [name, 'Int'] as const),
  ...['double', 'decimal'].map((name) => [name, 'Decimal'] as const),
  ...['bool', 'boolean'].map((name) => [name, 'Boolean'] as const),
])
const SINCE_2016 = new Set(['decimal', 'bool', 'boolean'])

function parseCast(cursor: Cursor): Expression {
  const at = cursor.at()
  cursor.next()
  cursor.expect('(')
  const value = parseExpression(cursor)
  cursor.expect('AS')
  const name = cursor.token.text.toLowerCase()
  const type = cursor.token.kind === 'word' ? CAST_TYPES.get(name) : undefined
  if (type === undefined || (cursor.version === '2015-10-08' && SINCE_2016.has(name)))
    return cursor.fail(`a type to cast to, String, Int${cursor.version === '2015-10-08' ? ' or Double' : ', Decimal or Boolean'}`)
  cursor.next()
  cursor.expect(')')
  return { kind: 'cast', value, type, at }
}

function parseCase(cursor: Cursor): Case {
  const at = cursor.at()
  cursor.expect('CASE')
  const subject = parseExpression(cursor)
  const branches: Case['branches'][number][] = []
  do {
    cursor.expect('WHEN')
    const when = parseExpression(cursor)
    cursor.expect('THEN')
    branches.push({ when, then: parseExpression(cursor) })
  } while (cursor.isWord('WHEN'))
  const otherwise = cursor.take('ELSE') ? parseExpression(cursor) : undefined
  cursor.expect('END')
  return { kind: 'case', subject, branches, otherwise, at }
}

const need2016 = (cursor: Cursor, what: string) => {
  if (cursor.version === '2015-10-08') cursor.refuse(`${what} need SQL version 2016-03-23.`)
}

function parseArray(cursor: Cursor): Expression {
  const at = cursor.at()
  need2016(cursor, 'Array literals')
  cursor.expect('[')
  const items: Expression[] = []
  if (cursor.take(']')) return { kind: 'array', items, at }
  do items.push(parseExpression(cursor))
  while (cursor.take(','))
  cursor.expect(']')
  return { kind: 'array', items, at }
}

function parseObject(cursor: Cursor): Expression {
  const at = cursor.at()
  need2016(cursor, 'Object literals')
  cursor.expect('{')
  const members: { name: string; value: Expression }[] = []
  if (cursor.take('}')) return { kind: 'object', members, at }
  do {
    if (cursor.token.kind !== 'string') cursor.fail("a name in quotes, as in {'a': 1}")
    const name = cursor.next().text
    cursor.expect(':')
    members.push({ name, value: parseExpression(cursor) })
  } while (cursor.take(','))
  cursor.expect('}')
  return { kind: 'object', members, at }
}
