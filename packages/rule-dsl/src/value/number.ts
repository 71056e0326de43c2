import {
  adjustedExponent, aligned, compareDecimals, Decimal, digitsOf, divideDecimals, MAX_EXPONENT, rounded, stripped,
} from './decimal.ts'
import type { SqlNumber, SqlValue, SqlVersion } from './value.ts'

const EXACT_DIGITS = 15
const EXACT_EXPONENT = 300

export const isNumber = (value: SqlValue): value is SqlNumber => typeof value === 'number' || value instanceof Decimal
const isInt = (value: SqlNumber): boolean => (typeof value === 'number' ? Number.isInteger(value) : value.exponent >= 0)
/** `String(n)` is a decimal for every finite number, and numbers here are finite. */
export const toDecimal = (value: SqlNumber): Decimal =>
  value instanceof Decimal ? value : (Decimal.parse(String(value)) ?? new Decimal(0n, 0))
export const numberText = (value: SqlNumber): string => (Number.isSafeInteger(value) ? String(value) : toDecimal(value).toString())

/** A JavaScript number where that is exact, else the decimal without trailing zeros. */
export function compact(value: Decimal): SqlNumber {
  const short = stripped(value)
  const digits = digitsOf(short.coefficient).length
  if (digits <= EXACT_DIGITS && Math.abs(short.exponent + digits) < EXACT_EXPONENT) return Number(`${short.coefficient}e${short.exponent}`)
  const number = Number(short.coefficient)
  return short.exponent === 0 && Number.isSafeInteger(number) ? number : short
}

/**
 * The number that `text` writes, or `undefined` when it writes none. `2016-03-23` takes `10.0` for the Int 10; `2015-10-08` keeps it a
 * Decimal.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-data-types.html
 */
export function readNumber(text: string, version: SqlVersion): SqlNumber | undefined {
  const value = Decimal.parse(text)
  if (value === undefined) return undefined
  return version === '2015-10-08' && text.includes('.') ? asDecimalKind(value) : compact(value)
}

/** A whole value that must stay a Decimal keeps one digit after the point; any other is compacted. */
function asDecimalKind(value: Decimal): SqlNumber {
  const short = stripped(value)
  if (short.exponent < 0) return compact(short)
  return short.exponent > MAX_EXPONENT ? short : new Decimal(short.coefficient * 10n ** BigInt(short.exponent + 1), -1)
}

/** A Decimal of this value, whole or not; in `2016-03-23` whole numbers are Ints whatever they came from. */
export const decimalOf = (value: SqlNumber, version: SqlVersion): SqlNumber =>
  version === '2015-10-08' && isInt(value) ? asDecimalKind(toDecimal(value)) : value

/** The result of an operation: 34 digits, Undefined beyond E±999. `decimal`: one of the operands was a Decimal. */
function settle(value: Decimal | undefined, decimal: boolean, version: SqlVersion): SqlNumber | undefined {
  if (value === undefined) return undefined
  const short = stripped(rounded(value))
  if (Math.abs(adjustedExponent(short)) > MAX_EXPONENT) return undefined
  return decimal && version === '2015-10-08' ? asDecimalKind(short) : compact(short)
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%'

/** On doubles, where both operands and the result are safe integers; `undefined` when that can not be had. */
function safely(operator: ArithmeticOperator, a: number, b: number): number | undefined {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) return undefined
  if ((operator === '/' || operator === '%') && b === 0) return undefined
  const result = operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : operator === '%' ? a % b : a / b
  // Adding 0 turns -0 into 0.
  return Number.isSafeInteger(result) ? result + 0 : undefined
}

function exactly(operator: ArithmeticOperator, a: Decimal, b: Decimal): Decimal | undefined {
  if (operator === '*') return new Decimal(a.coefficient * b.coefficient, a.exponent + b.exponent)
  if (operator === '/') return divideDecimals(a, b)
  const pair = aligned(a, b)
  if (operator === '+') return new Decimal(pair.a + pair.b, pair.exponent)
  if (operator === '-') return new Decimal(pair.a - pair.b, pair.exponent)
  return pair.b === 0n ? undefined : new Decimal(pair.a % pair.b, pair.exponent)
}

/**
 * `a` and `b` under one of the arithmetic operators, exact to 34 digits (halves to even).
 * Undefined for a division by zero and beyond E±999. Int / Int with a remainder is a Decimal in `2016-03-23`, cut to an Int in
 * `2015-10-08`.
 */
export function calculate(
  operator: ArithmeticOperator, a: SqlNumber, b: SqlNumber, version: SqlVersion, fromText = false,
): SqlNumber | undefined {
  const decimal = fromText || !isInt(a) || !isInt(b)
  const fast = typeof a === 'number' && typeof b === 'number' && !(decimal && version === '2015-10-08') ? safely(operator, a, b) : undefined
  if (fast !== undefined) return fast
  const exact = { a: toDecimal(a), b: toDecimal(b) }
  if (Math.abs(adjustedExponent(exact.a)) > MAX_EXPONENT || Math.abs(adjustedExponent(exact.b)) > MAX_EXPONENT) return undefined
  const result = settle(exactly(operator, exact.a, exact.b), decimal, version)
  return operator === '/' && !decimal && version === '2015-10-08' && result !== undefined ? truncate(result) : result
}

export const compareNumbers = (a: SqlNumber, b: SqlNumber): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareDecimals(toDecimal(a), toDecimal(b))

export const negate = (value: SqlNumber): SqlNumber =>
  typeof value === 'number' ? 0 - value : new Decimal(-value.coefficient, value.exponent)

/** Cut off after the point, toward zero. */
export function truncate(value: SqlNumber): SqlNumber {
  if (typeof value === 'number') return Math.trunc(value) + 0
  if (value.exponent >= 0) return value
  return -value.exponent > digitsOf(value.coefficient).length
    ? 0
    : compact(new Decimal(value.coefficient / 10n ** BigInt(-value.exponent), 0))
}

/** The nearest Int that is not greater. */
export function floor(value: SqlNumber): SqlNumber {
  if (typeof value === 'number') return Math.floor(value) + 0
  const cut = truncate(value)
  return compareNumbers(cut, value) > 0 ? (calculate('-', cut, 1, '2016-03-23') ?? cut) : cut
}
