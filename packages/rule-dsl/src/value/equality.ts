import { isObject } from './conversion.ts'
import { compareNumbers, isNumber } from './number.ts'
import type { SqlValue } from './value.ts'

/** Whether two defined values are equal: numbers by value, arrays in order, objects without order, different types never. */
export function equalValues(a: SqlValue, b: SqlValue): boolean {
  if (a === b) return true
  if (isNumber(a)) return isNumber(b) && compareNumbers(a, b) === 0
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item: SqlValue, index) => equalValues(item, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equalValues(a[name], b[name]))
}
