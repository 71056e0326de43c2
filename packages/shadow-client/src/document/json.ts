import { ExactNumber } from './exact-number.ts'

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)

export const isJsonObject = (value: Json | undefined): value is JsonObject => isObject(value)

/** The member of that name which the object itself has. */
export const own = (object: JsonObject | undefined, name: string): Json | undefined =>
  object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined

/** Whether two JSON values are the same: numbers by value, arrays in order, objects without order. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  const exact: unknown = a
  if (exact instanceof ExactNumber) return exact.equals(b)
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item: Json, index) => equalJson(item, b[index] as Json))
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equalJson(a[name], b[name]))
}
