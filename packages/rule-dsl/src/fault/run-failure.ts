/**
 * Why running a rule failed. `FUNCTION_FAILED`: a function that asks another service did not get an answer, or one ran out of its limits;
 * `FUNCTION_CALL_LIMIT`: a function was called more often than AWS allows in one statement; `NEEDS_ASYNC`: the rule asks other services and
 * has to be run by `evaluateAsync`.
 */
export type RuleFailureCode =
  | 'PAYLOAD_NOT_AN_OBJECT'
  | 'VARIABLES_TOO_LARGE'
  | 'NO_TEXT'
  | 'FUNCTION_FAILED'
  | 'FUNCTION_CALL_LIMIT'
  | 'NEEDS_ASYNC'
  | 'TOO_DEEP'
  | 'INTERNAL'

/** Carries a failure out of an expression; caught where a rule or a template is run, never seen outside. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure'
  readonly code: RuleFailureCode
  constructor(code: RuleFailureCode, message: string) {
    super(message)
    this.code = code
  }
}
