import { type Position, RuleError } from '../fault/rule-error.ts'
import { adviceOnCharacters } from './advice.ts'

export type TokenKind = 'word' | 'variable' | 'number' | 'string' | 'symbol' | 'bad' | 'end'
export interface Token {
  readonly kind: TokenKind
  /** The word, symbol, digits, a variable's name without `@`, or a string's content. Of a bad token: a sentence that says what is wrong. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const MAX_VARIABLE_LENGTH = 64
const SYMBOLS = '-+*/%=<>().,:{}[]'
const AFTER_LESS = '>='
const BAD_PAIRS = new Set(['--', '!=', '&&', '||'])

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isNameStart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
const isNamePart = (code: number): boolean => isNameStart(code) || isDigit(code)
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** The end of the characters from `at` on that are of one kind. */
function endOf(text: string, at: number, belongs: (code: number) => boolean): number {
  let end = at
  while (end < text.length && belongs(text.charCodeAt(end))) end += 1
  return end
}

/**
 * The token at `offset` or after the white space there. Never throws: what is no token is a `bad` one, refused when the parser gets to it.
 */
export function readToken(text: string, offset: number): Token {
  const start = endOf(text, offset, isSpace)
  const code = text.charCodeAt(start)
  if (isNameStart(code)) return tokenOf('word', text, start, endOf(text, start, isNamePart))
  if (isDigit(code)) return tokenOf('number', text, start, endOfNumber(text, start))
  const character = text[start]
  if (character === undefined) return { kind: 'end', text: '', start, end: start }
  if (character === "'" || character === '"') return stringToken(text, start, character)
  if (character === '@' && isNamePart(text.charCodeAt(start + 1))) return variableToken(text, start)
  const next = text[start + 1] ?? ''
  const pair = character + next
  if (BAD_PAIRS.has(pair)) return badToken(adviceOnCharacters(pair), start, start + 2)
  const double = (character === '<' && next !== '' && AFTER_LESS.includes(next)) || (character === '>' && next === '=')
  if (SYMBOLS.includes(character)) return tokenOf('symbol', text, start, start + (double ? 2 : 1))
  return badToken(adviceOnCharacters(String.fromCodePoint(text.codePointAt(start) ?? code)), start, start + 1)
}

const tokenOf = (kind: TokenKind, text: string, start: number, end: number): Token => ({ kind, text: text.slice(start, end), start, end })
const badToken = (why: string, start: number, end: number): Token => ({ kind: 'bad', text: why, start, end })

/** Digits, then a point and digits, then an exponent, as far as they are whole. */
function endOfNumber(text: string, start: number): number {
  let end = endOf(text, start, isDigit)
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) end = endOf(text, end + 1, isDigit)
  if (text[end] !== 'e' && text[end] !== 'E') return end
  const sign = text[end + 1] === '-' || text[end + 1] === '+' ? 1 : 0
  const exponent = endOf(text, end + 1 + sign, isDigit)
  return exponent > end + 1 + sign ? exponent : end
}

/** In single quotes, two of them are one; double quotes have no such thing. */
function stringToken(text: string, start: number, quote: string): Token {
  let end = text.indexOf(quote, start + 1)
  while (quote === "'" && end >= 0 && text[end + 1] === "'") end = text.indexOf("'", end + 2)
  if (end < 0)
    return badToken(`This string has no closing ${quote}${quote === "'" ? "; within it, '' is one quote" : ''}.`, start, start + 1)
  const content = text.slice(start + 1, end)
  return { kind: 'string', text: quote === "'" ? content.replaceAll("''", "'") : content, start, end: end + 1 }
}

function variableToken(text: string, start: number): Token {
  const end = endOf(text, start + 1, isNamePart)
  if (end - start - 1 > MAX_VARIABLE_LENGTH) return badToken(`A variable's name has at most ${MAX_VARIABLE_LENGTH} characters.`, start, end)
  return { kind: 'variable', text: text.slice(start + 1, end), start, end }
}

/** Tells offset, line and column of places in `text`; fastest when asked from left to right. */
export function positionsOf(text: string): (offset: number) => Position {
  const endOfLine = (start: number) => {
    const end = text.indexOf('\n', start)
    return end < 0 ? text.length : end
  }
  let line = 1
  let lineStart = 0
  let lineEnd = endOfLine(0)
  return (offset) => {
    if (offset < lineStart) [line, lineStart, lineEnd] = [1, 0, endOfLine(0)]
    while (lineEnd < offset) {
      line += 1
      lineStart = lineEnd + 1
      lineEnd = endOfLine(lineStart)
    }
    return { offset, line, column: offset - lineStart + 1 }
  }
}

export const describe = (token: Token): string =>
  token.kind === 'end' ? 'the end' : token.kind === 'string' ? `string '${token.text}'` : `"${token.text}"`

export const syntaxError = (text: string, offset: number, message: string): RuleError =>
  new RuleError('SQL_SYNTAX', message, positionsOf(text)(offset))
