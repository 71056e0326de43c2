import { isObject } from './conversion.ts'
import type { SqlValue } from './value.ts'

/** The member of that name, Undefined where there is none or `value` is no object. */
export const memberOf = (value: SqlValue, name: string): SqlValue =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** Sets a member, also one that is called `__proto__`. */
export function setMember(target: Record<string, SqlValue>, name: string, value: SqlValue): void {
  if (name === '__proto__') Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
  else target[name] = value
}
