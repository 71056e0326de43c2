import { isJsonObject, type Json, type JsonObject, own } from './json.ts'
import { onlyDeletes } from './state.ts'

/** The metadata of a value as it is in a request: when each scalar was set, in the value's own shape; a deleted part has a time, too. */
export function stamp(value: Json, timestampSec: number): Json {
  if (Array.isArray(value)) return value.map((item: Json) => stamp(item, timestampSec))
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, stamp(member, timestampSec)]))
  return { timestamp: timestampSec }
}

/**
 * The metadata after `patch` was merged into `state`: what the patch sets is stamped, the rest keeps its time.
 * Walks the state beside the metadata, since a state's member called `timestamp` looks like a stamp.
 */
export function mergeMetadata(
  metadata: JsonObject | undefined, state: JsonObject | undefined, patch: JsonObject, timestampSec: number,
): JsonObject {
  const merged = new Map(Object.entries(metadata ?? {}))
  for (const [name, value] of Object.entries(patch)) {
    const inner = own(metadata, name)
    const there = own(state, name)
    const deeper = isJsonObject(inner) && isJsonObject(there)
    if (value === null || (!deeper && isJsonObject(value) && onlyDeletes(value))) merged.delete(name)
    else if (isJsonObject(value))
      merged.set(name, mergeMetadata(deeper ? inner : undefined, deeper ? there : undefined, value, timestampSec))
    else merged.set(name, stamp(value, timestampSec))
  }
  return Object.fromEntries(merged)
}

/** The part of `metadata` that belongs to the part `state` of the state. */
export function metadataOf(metadata: JsonObject | undefined, state: JsonObject): JsonObject {
  const kept = new Map<string, Json>()
  for (const [name, value] of Object.entries(state)) {
    const there = own(metadata, name)
    if (there === undefined) continue
    kept.set(name, isJsonObject(value) && isJsonObject(there) ? metadataOf(there, value) : there)
  }
  return Object.fromEntries(kept)
}
