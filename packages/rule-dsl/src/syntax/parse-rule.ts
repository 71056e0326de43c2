import { parseTopicFilter, TopicError } from '@keg/mqtt-topics'
import type { SqlVersion } from '../value/value.ts'
import { END } from './advice.ts'
import type { Assignment, Rule, Template } from './ast.ts'
import { createCursor, type Cursor } from './cursor.ts'
import { parseExpression } from './parse-expression.ts'
import { elementMark } from './parse-element-template.ts'
import { parseSelection } from './parse-selection.ts'
import { syntaxError } from './token.ts'

/** The most variables of one SET. */
export const MAX_VARIABLES = 10

/** Parses a statement's syntax; whether its functions exist is checked elsewhere. Throws RuleError. */
export function parseStatement(sql: string, version: SqlVersion): Rule {
  const cursor = createCursor(sql, { version })
  const variables = cursor.isWord('SET') ? parseSet(cursor) : []
  cursor.expect('SELECT')
  const select = parseSelection(cursor)
  const from = cursor.take('FROM') ? parseFilter(cursor) : undefined
  const where = cursor.take('WHERE') ? parseExpression(cursor) : undefined
  if (cursor.token.kind !== 'end') cursor.fail(from === undefined && where === undefined ? `${END}, FROM, AS or a comma` : END)
  return { version, variables, select, from, where }
}

function parseSet(cursor: Cursor): Assignment[] {
  if (cursor.version === '2015-10-08') cursor.refuse('SET needs SQL version 2016-03-23.')
  cursor.expect('SET')
  const variables: Assignment[] = []
  do {
    if (cursor.token.kind !== 'variable') cursor.fail('a variable, @name')
    if (cursor.variables.has(cursor.token.text)) cursor.refuse(`@${cursor.token.text} is assigned twice.`)
    if (variables.length === MAX_VARIABLES) cursor.refuse(`SET has at most ${MAX_VARIABLES} variables.`)
    const name = cursor.next().text
    cursor.expect('=')
    const at = cursor.at()
    variables.push({ name, value: cursor.take('*') ? { kind: 'star', at } : parseExpression(cursor) })
    cursor.variables.add(name)
  } while (cursor.take(','))
  return variables
}

function parseFilter(cursor: Cursor): string {
  const { token } = cursor
  if (token.kind !== 'string') return cursor.fail('a topic filter in single quotes')
  try {
    parseTopicFilter(token.text)
  } catch (error) {
    if (error instanceof TopicError) cursor.refuse(error.message)
    throw error
  }
  return cursor.next().text
}

/** Parses `text ${expression} text`; a template ends at the brace that closes its expression. Throws RuleError. */
export function parseTemplate(text: string, rule: Pick<Rule, 'version' | 'variables'>): Template {
  const mark = elementMark(text)
  if (mark !== undefined)
    throw syntaxError(text, mark, '@{…} stands only in tableName and tag values of the InfluxDB action; write ${…} here.')
  const parts: Template[number][] = []
  let from = 0
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', from)) {
    if (start > from) parts.push(text.slice(from, start))
    const cursor = createCursor(text, { version: rule.version, variables: rule.variables.map(({ name }) => name), offset: start + 2 })
    parts.push(parseExpression(cursor))
    if (!cursor.isSymbol('}')) cursor.fail('"}"')
    from = cursor.token.end
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}
