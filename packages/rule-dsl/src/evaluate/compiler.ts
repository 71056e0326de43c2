import type { Expression } from '../syntax/ast.ts'
import type { SqlVersion } from '../value/value.ts'
import type { Evaluate } from './run.ts'

/** What compiling an expression needs beside it. */
export interface Compiler {
  readonly version: SqlVersion
  /** Wraps every expression's function, to see what it gives. */
  readonly observe?: (expression: Expression, evaluate: Evaluate) => Evaluate
}
