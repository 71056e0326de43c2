import { printExpression } from '../syntax/print-rule.ts'
import { toBoolean, toNumber } from '../value/conversion.ts'
import { writeJson } from '../value/json.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'
import type { Trace } from './trace.ts'

/** The expression that decided, and why it did. */
export interface Cause {
  readonly trace: Trace
  /** A sentence without its full stop: `celsius is Undefined: the message has no such field`. */
  readonly because: string
}

/** A value as an explanation shows it; Undefined is not Null. */
export const shown = (value: SqlValue): string => (value === undefined ? 'Undefined' : value === null ? 'Null' : writeJson(value))

/** The first operand that kept a condition from being true. */
export function causeOf(trace: Trace, version: SqlVersion): Cause {
  const { expression, value, parts } = trace
  const [left, right] = parts
  if (trace.failure !== undefined) return failed(trace)
  if (expression.kind === 'binary' && left !== undefined && right !== undefined) {
    if (expression.operator === 'AND') return causeOf(toBoolean(left.value) === true ? right : left, version)
    if (expression.operator === 'OR') return causeOf(parts.find((part) => toBoolean(part.value) === undefined) ?? left, version)
    if (value === undefined) return undefinedBinary(trace, version)
    return { trace, because: `${says(trace)}: ${shown(left.value)} ${expression.operator} ${shown(right.value)}` }
  }
  if (expression.kind === 'unary' && left !== undefined && left.value !== undefined)
    return { trace, because: `${says(trace)}, as ${says(left)}` }
  if (value === undefined) return undefinedCause(trace)
  return { trace, because: typeof value === 'boolean' ? says(trace) : `${says(trace)}, which is no Boolean` }
}

const says = ({ expression, value }: Trace): string => `${printExpression(expression)} is ${shown(value)}`

/** Where a failure began. */
function failed(trace: Trace): Cause {
  const inner = trace.parts.find((part) => part.failure === trace.failure)
  return inner === undefined ? { trace, because: `${printExpression(trace.expression)} failed: ${trace.failure ?? ''}` } : failed(inner)
}

function undefinedBinary(trace: Trace, version: SqlVersion): Cause {
  const { expression, parts } = trace
  const empty = parts.find((part) => part.value === undefined)
  if (empty !== undefined) return undefinedCause(empty)
  const operator = expression.kind === 'binary' ? expression.operator : ''
  const converts = operator !== '+' && operator !== '=' && operator !== '<>'
  const odd = converts ? parts.find((part) => toNumber(part.value, version) === undefined) : undefined
  if (odd === undefined) return { trace, because: `${says(trace)}: ${parts.map((part) => shown(part.value)).join(` ${operator} `)}` }
  return { trace: odd, because: `${says(odd)}, which ${operator} makes no number of` }
}

/** The innermost part that gave Undefined, or the expression that made it. */
function undefinedCause(trace: Trace): Cause {
  const { expression, parts } = trace
  const text = printExpression(expression)
  const inner = parts.find((part) => part.value === undefined)
  if (expression.kind !== 'nested' && expression.kind !== 'case' && inner !== undefined) return undefinedCause(inner)
  switch (expression.kind) {
    case 'attribute': return { trace, because: `${text} is Undefined: the message has no such field` }
    case 'member': return { trace, because: `${text} is Undefined: ${printExpression(expression.of)} is ${shown(parts[0]?.value)}` }
    case 'call':
      return { trace, because: `${text} is Undefined for ${parts.map((part) => shown(part.value)).join(', ') || 'this message'}` }
    default: return { trace, because: `${text} is Undefined` }
  }
}
