import type { Position } from '../fault/rule-error.ts'
import type { SqlVersion } from '../value/value.ts'
import { adviceAt } from './advice.ts'
import { describe, positionsOf, readToken, syntaxError, type Token } from './token.ts'

const MAX_DEPTH = 250

/** Walks the tokens of one statement; what the parsers share. */
export interface Cursor {
  readonly version: SqlVersion
  /** Names of the SET variables declared so far. */
  readonly variables: Set<string>
  readonly token: Token
  /** The current word in upper case or the symbol; `undefined` for other tokens. */
  readonly word: string | undefined
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

const wordOf = ({ kind, text }: Token): string | undefined => (kind === 'word' ? text.toUpperCase() : kind === 'symbol' ? text : undefined)

export function createCursor(text: string, options: { version: SqlVersion; variables?: Iterable<string>; offset?: number }): Cursor {
  let token = readToken(text, options.offset ?? 0)
  let word = wordOf(token)
  let following: Token | undefined
  let before: Token | undefined
  const place = positionsOf(text)
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
    get word() {
      return word
    },
    peek: () => (following ??= readToken(text, token.end)),
    next() {
      const taken = token
      before = taken
      token = following ?? readToken(text, token.end)
      word = wordOf(token)
      following = undefined
      return taken
    },
    at: () => place(token.start),
    isWord: (expected) => word === expected && token.kind === 'word',
    isSymbol: (symbol) => word === symbol && token.kind === 'symbol',
    take(expected) {
      const there = word === expected
      if (there) cursor.next()
      return there
    },
    expect(expected) {
      if (!cursor.take(expected)) cursor.fail(`"${expected}"`)
    },
    fail(expected) {
      if (token.kind === 'bad') return refuse(token.text)
      const after = cursor.peek()
      const advice = adviceAt({ before, token, after }, expected)
      // A name could stand behind the dot: the star is what is wrong.
      const wrong = token.text === '.' && after.text === '*' ? after : token
      return refuse(advice ?? `Expected ${expected}, found ${describe(wrong)}.`, wrong.start)
    },
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
