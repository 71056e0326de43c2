import { operatorFor } from '../evaluate/operator.ts'
import type { BinaryOperator } from '../syntax/ast.ts'
import { toBoolean, toNumber } from '../value/conversion.ts'
import { RunFailure } from '../fault/run-failure.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'
import { canBeTrue, type Inferred, inWords, isNothing, known, nothing, only, orUndefined, some } from './inferred.ts'
import type { Kind } from './schema.ts'

const MAX_VALUES = 50

/** What a binary operator gives, from what is known of its operands. */
export function inferBinary(operator: BinaryOperator, left: Inferred, right: Inferred, version: SqlVersion): Inferred {
  const [a, b] = [only(left), only(right)]
  if (a !== undefined && b !== undefined) return folded(operator, left, right, version)
  if (operator === 'OR') return inferOr(left, right)
  const empty = [left, right].find(isNothing)
  if (empty !== undefined) return nothing(empty.why ?? 'an operand is always Undefined')
  switch (operator) {
    case 'AND': return inferAnd(left, right)
    case 'IN': return inferIn(left, right)
    case '=': case '<>': return inferEquality(operator, left, right)
    case '<': case '<=': case '>': case '>=': return numeric(operator, left, right, version) ?? orUndefined('boolean')
    case '+': return inferPlus(left, right)
    default: return numeric(operator, left, right, version) ?? orUndefined('number')
  }
}

function folded(operator: BinaryOperator, left: Inferred, right: Inferred, version: SqlVersion): Inferred {
  const value = constantOf(operator, left, right, version)
  if (value === undefined)
    return nothing(left.why ?? right.why ?? `${operator} can not be applied to ${inWords(left)} and ${inWords(right)}`)
  return { ...known(value), why: left.why ?? right.why ?? `its operands are constants and it is ${String(value)}` }
}

function constantOf(operator: BinaryOperator, left: Inferred, right: Inferred, version: SqlVersion): SqlValue {
  try {
    return operatorFor(operator, version)(only(left)?.value, only(right)?.value)
  } catch (error) {
    // A text that is too large to make.
    if (error instanceof RunFailure) return undefined
    throw error
  }
}

const canBe = (inferred: Inferred, converted: Kind, convert: (text: string) => unknown): boolean =>
  inferred.kinds.has(converted) ||
  (inferred.kinds.has('string') && (inferred.values?.some((value) => typeof value === 'string' && convert(value) !== undefined) ?? true))

const noBoolean = (side: Inferred): boolean => !canBe(side, 'boolean', toBoolean)
const isNeverTrue = (side: Inferred): boolean => !canBeTrue(side) && !side.kinds.has('string')

function inferAnd(left: Inferred, right: Inferred): Inferred {
  const odd = [left, right].find(noBoolean)
  if (odd !== undefined) return nothing(odd.why ?? `AND takes Booleans, not ${inWords(odd)}`)
  const never = [left, right].find(isNeverTrue)
  return never === undefined ? orUndefined('boolean') : neverTrue(never)
}

/** True where one side is, whatever the other. */
function inferOr(left: Inferred, right: Inferred): Inferred {
  const odd = [left, right].filter(noBoolean)
  if (odd.length === 2) return nothing(left.why ?? right.why ?? `OR takes Booleans, not ${inWords(left)} and ${inWords(right)}`)
  return isNeverTrue(left) && isNeverTrue(right) ? neverTrue(left) : orUndefined('boolean')
}

const neverTrue = ({ why }: Inferred): Inferred => ({ ...orUndefined('boolean'), neverTrue: true, ...(why !== undefined && { why }) })

function inferIn(left: Inferred, right: Inferred): Inferred {
  if (!right.kinds.has('array')) return nothing(right.why ?? `IN looks into an array, not ${inWords(right)}`)
  return left.kinds.has('undefined') || right.kinds.size > 1 ? orUndefined('boolean') : some('boolean')
}

function inferEquality(operator: '=' | '<>', left: Inferred, right: Inferred): Inferred {
  const shared = [...left.kinds].filter((kind) => kind !== 'undefined' && right.kinds.has(kind))
  const result = left.kinds.has('undefined') || right.kinds.has('undefined') ? orUndefined('boolean') : some('boolean')
  if (operator === '<>') return result
  if (shared.length === 0)
    return { ...result, neverTrue: true, why: `${inWords(left)} is never equal to ${inWords(right)}: = converts nothing` }
  const { values: as } = left
  const { values: bs } = right
  if (as === undefined || bs === undefined || as.length * bs.length > MAX_VALUES) return result
  if (as.some((a) => bs.some((b) => operatorFor('=', '2016-03-23')(a, b) === true))) return result
  const choices = as.map((value) => JSON.stringify(value)).join(', ')
  return { ...result, neverTrue: true, why: `${JSON.stringify(bs[0])} is none of the values that it can have: ${choices}` }
}

function numeric(operator: BinaryOperator, left: Inferred, right: Inferred, version: SqlVersion): Inferred | undefined {
  const odd = [left, right].find((side) => !canBe(side, 'number', (text) => toNumber(text, version)))
  return odd === undefined ? undefined : nothing(odd.why ?? `${operator} takes numbers, not ${inWords(odd)}`)
}

function inferPlus(left: Inferred, right: Inferred): Inferred {
  const text = left.kinds.has('string') || right.kinds.has('string')
  const number = left.kinds.has('number') && right.kinds.has('number')
  if (!text && !number) return nothing(`+ adds numbers or joins a string, not ${inWords(left)} and ${inWords(right)}`)
  return orUndefined(...(text ? (['string'] as const) : []), ...(number ? (['number'] as const) : []))
}
