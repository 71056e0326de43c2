import type { Expression } from '../syntax/ast.ts'
import type { SqlVersion } from '../value/value.ts'
import type { Evaluate } from './run.ts'

/** Sees what every expression of a rule gives. */
export interface Observer {
  /** A message is evaluated, or, with an answer of another service, evaluated again. */
  start(): void
  /** Wraps an expression's function. */
  observe(expression: Expression, evaluate: Evaluate): Evaluate
}

/** What compiling an expression needs beside it. */
export interface Compiler {
  readonly version: SqlVersion
  readonly observer?: Observer | undefined
  /** What the elements of the nested queries around an expression are called, the outermost first. */
  readonly aliases?: readonly (string | undefined)[]
}
