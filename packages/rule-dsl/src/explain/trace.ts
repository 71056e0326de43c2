import type { Observer } from '../evaluate/compiler.ts'
import type { Expression } from '../syntax/ast.ts'
import type { SqlValue } from '../value/value.ts'

/** One expression as it was evaluated: its value, and the parts that were evaluated for it, in order. */
export interface Trace {
  readonly expression: Expression
  readonly value: SqlValue
  /** What evaluating it failed with; `value` is Undefined then. */
  readonly failure?: string
  readonly parts: readonly Trace[]
}

interface Growing {
  readonly expression: Expression
  value: SqlValue
  failure?: string
  readonly parts: Growing[]
}

/** Collects what expressions give while they run. */
export interface Tracer extends Observer {
  /** The outermost traces of the last evaluation, in order. */
  readonly traces: readonly Trace[]
}

export function createTracer(): Tracer {
  let outermost: Growing[] = []
  const open: Growing[] = []
  return {
    get traces() {
      return outermost
    },
    start() {
      outermost = []
    },
    observe: (expression, evaluate) => (run) => {
      const trace: Growing = { expression, value: undefined, parts: [] }
      const parent = open.at(-1)
      ;(parent?.parts ?? outermost).push(trace)
      open.push(trace)
      try {
        trace.value = evaluate(run)
        return trace.value
      } catch (error) {
        trace.failure = error instanceof Error ? error.message : String(error)
        throw error
      } finally {
        open.pop()
      }
    },
  }
}
