import type { FunctionContext } from '../functions/function-context.ts'
import type { SqlValue } from '../value/value.ts'

/** One evaluation of a rule on one message. */
export interface Run {
  readonly context: FunctionContext
  /** What attributes are looked up in and `*` stands for: the payload, or the item of a nested query. */
  readonly root: SqlValue
  /** The payload's bytes; absent in a nested query, whose items have none of their own. */
  readonly bytes: Uint8Array | undefined
  /** SET variables, by their name. */
  readonly variables: Record<string, SqlValue>
}

/** A compiled expression. */
export type Evaluate = (run: Run) => SqlValue

/** Why running a rule failed. */
export type RuleFailureCode = 'PAYLOAD_NOT_AN_OBJECT' | 'VARIABLES_TOO_LARGE' | 'NO_TEXT' | 'TOO_DEEP' | 'INTERNAL'

/** Carries a failure out of an expression; caught where a rule or a template is run, never seen outside. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure'
  readonly code: RuleFailureCode
  constructor(code: RuleFailureCode, message: string) {
    super(message)
    this.code = code
  }
}
