import { isObject, toInt } from '../value/conversion.ts'
import { memberOf } from '../value/member.ts'
import type { SqlValue } from '../value/value.ts'
import type { FunctionContext } from './function-context.ts'
import { any, fn } from './signature.ts'

/** An item of an Array or a character of a String by its index from 0, a member of an Object by its name. */
function get(collection: SqlValue, key: SqlValue, { version }: FunctionContext): SqlValue {
  if (Array.isArray(collection) || typeof collection === 'string') {
    const index = toInt(key, version)
    return typeof index === 'number' && index >= 0 ? (collection as readonly SqlValue[] | string)[index] : undefined
  }
  return typeof key === 'string' ? memberOf(collection, key) : undefined
}

/** The object's members are added to every object of the array; the object's win. */
function transform(mode: SqlValue, attributes: SqlValue, items: SqlValue, { effort }: FunctionContext): SqlValue {
  if (mode !== 'enrichArray' || !isObject(attributes) || !Array.isArray(items)) return undefined
  effort.looksAt(items.length * Object.keys(attributes).length)
  return items.map((item: SqlValue) => (isObject(item) ? { ...item, ...attributes } : item))
}

export const jsonFunctions = {
  get: fn([any, any], get),
  transform: fn([any, any, any], transform),
}
