import { isJsonObject, type Json, type JsonObject } from '../document/json.ts'

/**
 * One patch that does what two do one after the other; `undefined` where there is none: an object that comes
 * after a value or a deletion replaces what was there, and a single patch could only merge with it.
 */
export function joinPatches(first: JsonObject, then: JsonObject): JsonObject | undefined {
  const joined = new Map(Object.entries(first))
  for (const [name, value] of Object.entries(then)) {
    const next: Json | undefined = joined.has(name) ? joinValues(joined.get(name), value) : value
    if (next === undefined) return undefined
    joined.set(name, next)
  }
  return Object.fromEntries(joined)
}

function joinValues(first: Json | undefined, then: Json): Json | undefined {
  if (!isJsonObject(then)) return then
  return isJsonObject(first) ? joinPatches(first, then) : undefined
}
