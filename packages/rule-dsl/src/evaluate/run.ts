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
