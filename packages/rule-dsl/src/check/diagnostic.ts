import type { Position } from '../fault/rule-error.ts'

/**
 * What is wrong with a rule. `SQL_SYNTAX`, `UNKNOWN_FUNCTION`, `UNSUPPORTED` and `CALL_LIMIT` are errors: the rule can not be created, or
 * ends at once. The others are accepted by AWS without a word, and surprise: most are surely not meant.
 */
export type DiagnosticCode =
  | 'SQL_SYNTAX'
  | 'UNKNOWN_FUNCTION'
  | 'UNSUPPORTED'
  | 'CALL_LIMIT'
  | 'NEVER_TRUE'
  | 'ALWAYS_UNDEFINED'
  | 'UNKNOWN_FIELD'
  | 'ARGUMENT_COUNT'
  | 'DUPLICATE_NAME'
  | 'UNNAMED_ITEM'
  | 'UNUSED_VARIABLE'
  | 'VARIABLE_AS_ROLE'
  | 'MAY_BE_MISSING'
  | 'MAY_BE_NO_JSON'
  | 'DOUBLE_QUOTED_FILTER'
  | 'BETA_VERSION'

/** One finding; `at` is where, absent in a rule that was built. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  readonly code: DiagnosticCode
  readonly message: string
  readonly at?: Position
}
