import { isJsonObject, type Json, type JsonObject } from '../document/json.ts'
import { onlyDeletes } from '../document/state.ts'

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
  const joined = isJsonObject(first) ? joinPatches(first, then) : undefined
  if (joined === undefined || !isJsonObject(first) || !onlyDeletes(joined)) return joined
  // What one of them makes is there as {} in the end, and a patch that only deletes makes nothing.
  return onlyDeletes(first) && onlyDeletes(then) ? joined : undefined
}
