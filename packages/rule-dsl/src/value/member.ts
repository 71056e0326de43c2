import { isObject } from './conversion.ts'
import { Decimal } from './decimal.ts'
import type { SqlValue } from './value.ts'

/** The member of that name, Undefined where there is none or `value` is no object. */
export const memberOf = (value: SqlValue, name: string): SqlValue =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

const NO_OBJECTS: readonly object[] = [[], Object(''), Object(0), Object(false), new Decimal(0n, 0)]

/**
 * {@link memberOf} for one name. Where JavaScript has no member of that name on anything but the language's objects, none need be told
 * apart.
 */
export function memberGetter(name: string): (value: SqlValue) => SqlValue {
  if (NO_OBJECTS.some((value) => name in value)) return (value) => memberOf(value, name)
  return (value) => (value === undefined || value === null ? undefined : (value as { readonly [name: string]: SqlValue })[name])
}

/** Sets a member, also one that is called `__proto__`. */
export function setMember(target: Record<string, SqlValue>, name: string, value: SqlValue): void {
  if (name === '__proto__') Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
  else target[name] = value
}
