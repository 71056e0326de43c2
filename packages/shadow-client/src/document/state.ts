import { equalJson, isJsonObject, type Json, type JsonObject, own } from './json.ts'

/**
 * The state after `patch`: objects merge, arrays and scalars replace, `null` deletes. An object left without members goes, too.
 *
 * @example mergeState({ led: 'on', net: { ssid: 'a', rssi: -40 } }, { led: null, net: { rssi: -50 } })  // { net: { ssid: 'a', rssi: -50 } }
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-document.html
 */
export function mergeState(current: JsonObject | undefined, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(current ?? {}))
  for (const [name, value] of Object.entries(patch)) {
    const there = own(current, name)
    const next = isJsonObject(value) ? mergeState(isJsonObject(there) ? there : undefined, value) : value
    if (next === null || (isJsonObject(next) && Object.keys(next).length === 0)) merged.delete(name)
    else merged.set(name, next)
  }
  return Object.fromEntries(merged)
}

/**
 * What the device still has to change: parts of `desired` missing from, or different in, `reported`. Arrays compare whole.
 * Returns `undefined` when in sync.
 *
 * @example computeDelta({ led: 'on', fan: 1 }, { led: 'off', fan: 1 })  // { led: 'on' }
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-document.html#delta-state
 */
export function computeDelta(desired: JsonObject | undefined, reported: JsonObject | undefined): JsonObject | undefined {
  const delta = new Map<string, Json>()
  for (const [name, wanted] of Object.entries(desired ?? {})) {
    const actual = own(reported, name)
    if (equalJson(wanted, actual)) continue
    const inner = isJsonObject(wanted) && isJsonObject(actual) ? computeDelta(wanted, actual) : wanted
    if (inner !== undefined) delta.set(name, inner)
  }
  return delta.size === 0 ? undefined : Object.fromEntries(delta)
}
