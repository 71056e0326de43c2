import type { Position } from '../rule-error.ts'
import type { SqlVersion } from '../value/value.ts'
import { describe, positionAt, readToken, syntaxError, type Token } from './token.ts'

const MAX_DEPTH = 250

/** Walks the tokens of one statement; what the parsers share. */
export interface Cursor {
  readonly version: SqlVersion
  /** Names of the SET variables declared so far. */
  readonly variables: Set<string>
  readonly token: Token
  /** The token after the current one. */
  peek(): Token
  next(): Token
  at(): Position
  isWord(word: string): boolean
  isSymbol(symbol: string): boolean
  /** Steps over the word or symbol when it is there. */
  take(text: string): boolean
  /** Steps over the word or symbol, or refuses the statement. */
  expect(text: string): void
  fail(expected: string): never
  refuse(message: string, offset?: number): never
  /** Runs `parse` one level deeper; refuses what is nested too deep to be meant. */
  deeper<T>(parse: () => T): T
}

export function createCursor(text: string, options: { version: SqlVersion; variables?: Iterable<string>; offset?: number }): Cursor {
  let token = readToken(text, options.offset ?? 0)
  let depth = 0
  const refuse = (message: string, offset = token.start): never => {
    throw syntaxError(text, offset, message)
  }
  const cursor: Cursor = {
    version: options.version,
    variables: new Set(options.variables),
    get token() {
      return token
    },
    peek: () => readToken(text, token.end),
    next() {
      const taken = token
      token = readToken(text, token.end)
      return taken
    },
    at: () => positionAt(text, token.start),
    isWord: (word) => token.kind === 'word' && token.text.toUpperCase() === word,
    isSymbol: (symbol) => token.kind === 'symbol' && token.text === symbol,
    take(expected) {
      const there = cursor.isWord(expected) || cursor.isSymbol(expected)
      if (there) cursor.next()
      return there
    },
    expect(expected) {
      if (!cursor.take(expected)) cursor.fail(`"${expected}"`)
    },
    fail: (expected) => refuse(`Expected ${expected}, found ${describe(token)}.`),
    refuse,
    deeper(parse) {
      depth += 1
      if (depth > MAX_DEPTH) refuse(`Nested deeper than ${MAX_DEPTH} levels.`)
      const result = parse()
      depth -= 1
      return result
    },
  }
  return cursor
}
