import { adjustedExponent, Decimal, MAX_EXPONENT } from './decimal.ts'
import { isNumber, numberText, readNumber, truncate } from './number.ts'
import { writeChecked } from './size.ts'
import type { SqlNumber, SqlObject, SqlValue, SqlVersion } from './value.ts'

// The implicit conversions of https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-data-types.html#iot-sql-conversions
const NUMERIC_TEXT = /^-?\d+(\.\d+)?([eE]-?\d+)?$/

export const isObject = (value: SqlValue): value is SqlObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isNumber(value)

/** To String: Null and Undefined have none; arrays and objects are their JSON text. */
export function toText(value: SqlValue): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  return isNumber(value) ? numberText(value) : writeChecked(value)
}

/** To Decimal: numbers up to E±999 and Strings like `-12.5` or `1E-3`; no blanks, no `+`, no `.5`. */
export function toNumber(value: SqlValue, version: SqlVersion): SqlNumber | undefined {
  if (typeof value === 'number') return value
  const number = typeof value === 'string' && NUMERIC_TEXT.test(value) ? readNumber(value, version) : value
  if (!(number instanceof Decimal)) return typeof number === 'number' ? number : undefined
  return Math.abs(adjustedExponent(number)) > MAX_EXPONENT ? undefined : number
}

/** To Int: as to Decimal, cut off after the point. */
export function toInt(value: SqlValue, version: SqlVersion): SqlNumber | undefined {
  const number = toNumber(value, version)
  return number === undefined ? undefined : truncate(number)
}

/** To Boolean: Booleans and the Strings `true` and `false` in any case; numbers are not converted. */
export function toBoolean(value: SqlValue): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return undefined
  const text = value.toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : undefined
}
