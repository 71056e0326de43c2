import type { Expression } from '../syntax/ast.ts'
import { printExpression } from '../syntax/print-rule.ts'
import { compareNumbers, negate, readNumber } from '../value/number.ts'
import type { SqlNumber, SqlVersion } from '../value/value.ts'

interface Bound {
  readonly value: SqlNumber
  /** The value itself is allowed. */
  readonly closed: boolean
  readonly from: Expression
}
interface Range {
  readonly low?: Bound
  readonly high?: Bound
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=', '=': '=' }

/** Two conditions, joined by AND, that no number meets: `a > 5 AND a < 3`. */
export function contradiction(
  where: Expression, version: SqlVersion,
): { readonly first: Expression; readonly second: Expression } | undefined {
  const ranges = new Map<string, Range>()
  for (const condition of conjuncts(where)) {
    const limit = limitOf(condition, version)
    if (limit === undefined) continue
    const range = narrowed(ranges.get(limit.of) ?? {}, limit.operator, {
      value: limit.value, closed: limit.operator.includes('='), from: condition,
    })
    ranges.set(limit.of, range)
    const { low, high } = range
    if (low === undefined || high === undefined) continue
    const order = compareNumbers(low.value, high.value)
    if (order > 0 || (order === 0 && !(low.closed && high.closed))) return { first: low.from, second: high.from }
  }
  return undefined
}

function* conjuncts(expression: Expression): Generator<Expression> {
  const open = [expression]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'binary' && next.operator === 'AND') open.push(next.right, next.left)
    else yield next
  }
}

function limitOf(condition: Expression, version: SqlVersion): { of: string; operator: string; value: SqlNumber } | undefined {
  if (condition.kind !== 'binary' || !Object.hasOwn(MIRRORED, condition.operator)) return undefined
  const [left, right] = [numberIn(condition.left, version), numberIn(condition.right, version)]
  if (right !== undefined && left === undefined) return { of: printExpression(condition.left), operator: condition.operator, value: right }
  if (left !== undefined && right === undefined)
    return { of: printExpression(condition.right), operator: MIRRORED[condition.operator] ?? '=', value: left }
  return undefined
}

function numberIn(expression: Expression, version: SqlVersion): SqlNumber | undefined {
  if (expression.kind === 'number') return readNumber(expression.text, version)
  const inner = expression.kind === 'unary' && expression.operator === '-' ? numberIn(expression.operand, version) : undefined
  return inner === undefined ? undefined : negate(inner)
}

function narrowed({ low, high }: Range, operator: string, bound: Bound): Range {
  const tighter = (old: Bound | undefined, sign: 1 | -1) => {
    const order = old === undefined ? 1 : sign * compareNumbers(bound.value, old.value)
    return order > 0 || (order === 0 && !bound.closed) ? bound : old
  }
  const next = { low: operator.startsWith('<') ? low : tighter(low, 1), high: operator.startsWith('>') ? high : tighter(high, -1) }
  return { ...(next.low !== undefined && { low: next.low }), ...(next.high !== undefined && { high: next.high }) }
}
