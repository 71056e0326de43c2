import type { BinaryOperator } from '../syntax/ast.ts'
import { toBoolean, toNumber, toText } from '../value/conversion.ts'
import { equalValues } from '../value/equality.ts'
import { type ArithmeticOperator, calculate, compareNumbers, isNumber } from '../value/number.ts'
import { checkMade } from '../value/size.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'

type Apply = (left: SqlValue, right: SqlValue) => SqlValue

/**
 * What a binary operator answers; an operand that can not be converted makes it Undefined.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-operators.html
 */
export function operatorFor(operator: BinaryOperator, version: SqlVersion): Apply {
  switch (operator) {
    case 'AND': return and
    case 'OR': return or
    case 'IN': return isIn
    case '=': return (a, b) => (a === undefined || b === undefined ? undefined : a === b || equalValues(a, b))
    case '<>': return (a, b) => (a === undefined || b === undefined ? undefined : a !== b && !equalValues(a, b))
    // Doubles stand for the decimals that they print: their order is the same.
    case '<': return ordered((a, b) => a < b, (order) => order < 0, version)
    case '<=': return ordered((a, b) => a <= b, (order) => order <= 0, version)
    case '>': return ordered((a, b) => a > b, (order) => order > 0, version)
    case '>=': return ordered((a, b) => a >= b, (order) => order >= 0, version)
    case '+': return add(version)
    default: return arithmetic(operator, version)
  }
}

// Both sides are converted before either decides: AWS's table knows no short circuit.
const and: Apply = (left, right) => {
  const a = toBoolean(left)
  const b = toBoolean(right)
  return a === undefined || b === undefined ? undefined : a && b
}

// AWS answers true for `isUndefined(a) OR a > 0` where a is missing, beside its table; every other case is the table's.
const or: Apply = (left, right) => {
  const a = toBoolean(left)
  const b = toBoolean(right)
  if (a === true || b === true) return true
  return a === undefined || b === undefined ? undefined : false
}

/** Whether an element of the array equals the value; the table has no row for a right side that is none. */
const isIn: Apply = (left, right) =>
  left === undefined || !Array.isArray(right)
    ? undefined
    : right.some((element: SqlValue) => element === left || equalValues(left, element))

const ordered = (fast: (a: number, b: number) => boolean, decide: (order: number) => boolean, version: SqlVersion): Apply =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return fast(left, right)
    const a = toNumber(left, version)
    const b = toNumber(right, version)
    return a === undefined || b === undefined ? undefined : decide(compareNumbers(a, b))
  }

const add = (version: SqlVersion): Apply => (left, right) => {
  if (typeof left === 'string' || typeof right === 'string') {
    const a = toText(left)
    const b = toText(right)
    if (a === undefined || b === undefined) return undefined
    checkMade(a.length + b.length)
    return a + b
  }
  return isNumber(left) && isNumber(right) ? calculate('+', left, right, version) : undefined
}

const arithmetic = (operator: ArithmeticOperator, version: SqlVersion): Apply => (left, right) => {
  const a = toNumber(left, version)
  const b = toNumber(right, version)
  if (a === undefined || b === undefined) return undefined
  return calculate(operator, a, b, version, typeof left === 'string' || typeof right === 'string')
}

/** What unary minus answers. */
export function negated(value: SqlValue, version: SqlVersion): SqlValue {
  const number = toNumber(value, version)
  return number === undefined ? undefined : calculate('-', 0, number, version)
}
