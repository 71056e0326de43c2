/** A place in a rule's text: `offset` in UTF-16 units from 0, `line` and `column` from 1. */
export interface Position {
  readonly offset: number
  readonly line: number
  readonly column: number
}

/** Why a rule was refused; `UNSUPPORTED`: an option of a function that AWS does not document, as `encode(x, 'hex')`. */
export type RuleErrorCode = 'SQL_SYNTAX' | 'UNKNOWN_FUNCTION' | 'UNSUPPORTED' | 'BAD_ALIAS' | 'BAD_LITERAL'

/**
 * A rule that can't be created. `at` is the position in its text; absent where the rule was built and not parsed.
 *
 * @example
 * try {
 *   parseRule('SELECT FROM')
 * } catch (error) {
 *   if (error instanceof RuleError) console.log(error.code, error.at)  // SQL_SYNTAX { line: 1, column: …, … }
 * }
 */
export class RuleError extends Error {
  override readonly name = 'RuleError'
  readonly code: RuleErrorCode
  readonly at: Position | undefined
  constructor(code: RuleErrorCode, message: string, at?: Position) {
    super(message)
    this.code = code
    this.at = at
  }
}
