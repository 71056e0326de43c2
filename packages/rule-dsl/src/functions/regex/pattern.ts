/** Whether a character, by its code point, belongs to a set. */
export type CharacterSet = (code: number) => boolean

export type RepeatMode = 'greedy' | 'reluctant' | 'possessive'
export type Assertion = 'textStart'
  | 'textEnd'
  | 'beforeFinalTerminator'
  | 'lineStart'
  | 'lineEnd'
  | 'wordBoundary'
  | 'noWordBoundary'
  | 'lastMatchEnd'

/** A parsed regular expression in the syntax of java.util.regex. */
export type Pattern =
  | { readonly kind: 'set'; readonly has: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'alternatives'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number; readonly mode: RepeatMode }
  | { readonly kind: 'group'; readonly part: Pattern; readonly index: number }
  | { readonly kind: 'atomic'; readonly part: Pattern }
  | { readonly kind: 'look'; readonly part: Pattern; readonly behind: boolean; readonly negative: boolean }
  | { readonly kind: 'backReference'; readonly index: number; readonly ignoreCase: boolean }
  | { readonly kind: 'assertion'; readonly assertion: Assertion; readonly unixLines: boolean }

export interface ParsedPattern {
  readonly pattern: Pattern
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
}

/** A text that is no regular expression. */
export class PatternSyntaxError extends Error {
  override readonly name = 'PatternSyntaxError'
}
