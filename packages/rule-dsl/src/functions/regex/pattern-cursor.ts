import { PatternSyntaxError } from './pattern.ts'

const MAX_DEPTH = 200

export interface Flags {
  readonly ignoreCase: boolean
  readonly unicodeCase: boolean
  readonly dotAll: boolean
  readonly multiline: boolean
  readonly comments: boolean
  readonly unixLines: boolean
}

/** Walks a pattern's text; what its parsers share. */
export interface PatternCursor {
  flags: Flags
  /** Capturing groups opened so far. */
  groups: number
  readonly names: Map<string, number>
  done(): boolean
  isAt(text: string): boolean
  take(text: string): boolean
  /** What the sticky expression matches here, stepped over. */
  takeMatch(expression: RegExp): string | undefined
  peekMatch(expression: RegExp): string | undefined
  nextCode(): number
  /** The text up to `\E` or the end. */
  takeQuoted(): string
  /** Steps over white space and `#…` where the flag `x` says so. */
  skipComments(): void
  deeper<T>(parse: () => T): T
  fail(message: string): never
}

export function createPatternCursor(source: string): PatternCursor {
  let at = 0
  let depth = 0
  const cursor: PatternCursor = {
    flags: { ignoreCase: false, unicodeCase: false, dotAll: false, multiline: false, comments: false, unixLines: false },
    groups: 0,
    names: new Map(),
    done: () => at >= source.length,
    isAt: (text) => source.startsWith(text, at),
    take(text) {
      const there = source.startsWith(text, at)
      if (there) at += text.length
      return there
    },
    peekMatch(expression) {
      expression.lastIndex = at
      return expression.exec(source)?.[0]
    },
    takeMatch(expression) {
      const text = cursor.peekMatch(expression)
      at += text?.length ?? 0
      return text
    },
    nextCode() {
      const code = source.codePointAt(at) ?? cursor.fail('Unexpected end of the expression')
      at += code > 0xffff ? 2 : 1
      return code
    },
    takeQuoted() {
      const end = source.indexOf('\\E', at)
      const text = source.slice(at, end < 0 ? undefined : end)
      at = end < 0 ? source.length : end + 2
      return text
    },
    skipComments() {
      if (cursor.flags.comments) cursor.takeMatch(/(?:[ \t\n\v\f\r]|#[^\n\r\u0085\u2028\u2029]*)*/y)
    },
    deeper(parse) {
      depth += 1
      if (depth > MAX_DEPTH) cursor.fail(`Nested deeper than ${MAX_DEPTH} levels`)
      const result = parse()
      depth -= 1
      return result
    },
    fail(message) {
      throw new PatternSyntaxError(`${message} near index ${at}`)
    },
  }
  return cursor
}
