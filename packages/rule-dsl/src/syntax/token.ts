import { type Position, RuleError } from '../rule-error.ts'

export type TokenKind = 'word' | 'variable' | 'number' | 'string' | 'symbol' | 'bad' | 'end'
export interface Token {
  readonly kind: TokenKind
  /** The word, symbol, digits, a variable's name without `@`, or a string's content. Of a bad token: what is wrong. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const PATTERN =
  /[ \t\r\n]+|(?<word>[A-Za-z_]\w*)|@(?<variable>\w+)|(?<number>\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|(?<string>'(?:[^']|'')*'|"[^"]*")|(?<bad>--|!=)|(?<symbol><>|<=|>=|[-+*/%=<>().,:{}[\]])/y
const MAX_VARIABLE_LENGTH = 64

/** The token at `offset` or after the white space there. Never throws: what is no token is a `bad` one, refused when the parser gets to it. */
export function readToken(text: string, offset: number): Token {
  PATTERN.lastIndex = offset
  const match = PATTERN.exec(text)
  if (match === null) return badToken(text, offset)
  const { 0: whole, groups = {} } = match
  const end = offset + whole.length
  if (groups['word'] !== undefined) return { kind: 'word', text: whole, start: offset, end }
  if (groups['symbol'] !== undefined) return { kind: 'symbol', text: whole, start: offset, end }
  if (groups['number'] !== undefined) return { kind: 'number', text: whole, start: offset, end }
  if (groups['string'] !== undefined) return { kind: 'string', text: unquoted(whole), start: offset, end }
  if (groups['bad'] !== undefined) return { kind: 'bad', text: `"${whole}" means nothing in this SQL`, start: offset, end }
  if (groups['variable'] !== undefined) return variableToken(groups['variable'], offset, end)
  return readToken(text, end)
}

const unquoted = (quoted: string) => (quoted.startsWith("'") ? quoted.slice(1, -1).replaceAll("''", "'") : quoted.slice(1, -1))

function variableToken(name: string, start: number, end: number): Token {
  if (name.length <= MAX_VARIABLE_LENGTH) return { kind: 'variable', text: name, start, end }
  return { kind: 'bad', text: `a variable's name has at most ${MAX_VARIABLE_LENGTH} characters`, start, end }
}

function badToken(text: string, offset: number): Token {
  const character = text[offset]
  if (character === undefined) return { kind: 'end', text: '', start: offset, end: offset }
  const why = character === "'" || character === '"' ? 'this string is not closed' : `unexpected ${JSON.stringify(character)}`
  return { kind: 'bad', text: why, start: offset, end: offset + 1 }
}

/** Offset, line and column of a place in `text`. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { offset, line: before.split('\n').length, column: offset - lineStart + 1 }
}

export const describe = (token: Token): string =>
  token.kind === 'end' ? 'the end' : token.kind === 'bad' ? token.text : token.kind === 'string' ? `string '${token.text}'` : `"${token.text}"`

export const syntaxError = (text: string, offset: number, message: string): RuleError =>
  new RuleError('SQL_SYNTAX', message, positionAt(text, offset))
