import { equalJson, isJsonObject, type Json, type JsonObject, own } from './json.ts'

const isEmpty = (value: JsonObject): boolean => Object.keys(value).length === 0

/** Whether a patch does nothing but delete, so that nothing comes of it where nothing is. */
export const onlyDeletes = (patch: JsonObject): boolean =>
  !isEmpty(patch) && Object.values(patch).every((value) => value === null || (isJsonObject(value) && onlyDeletes(value)))

/**
 * The state after `patch`: objects merge, arrays and scalars replace, `null` deletes. An object that loses its last member stays as `{}`.
 *
 * @example
 * mergeState({ led: 'on', net: { ssid: 'a', rssi: -40 } }, { led: null, net: { rssi: -50 } })  // { net: { ssid: 'a', rssi: -50 } }
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-document.html
 */
export function mergeState(current: JsonObject | undefined, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(current ?? {}))
  for (const [name, value] of Object.entries(patch)) {
    const there = own(current, name)
    const inner = isJsonObject(there) ? there : undefined
    if (value === null || (inner === undefined && isJsonObject(value) && onlyDeletes(value))) merged.delete(name)
    else merged.set(name, isJsonObject(value) ? mergeState(inner, value) : value)
  }
  return Object.fromEntries(merged)
}

/**
 * What the device still has to change: parts of `desired` missing from, or different in, `reported`. Arrays compare whole; `{}` asks for
 * nothing. Returns `undefined` when in sync.
 *
 * @example computeDelta({ led: 'on', fan: 1 }, { led: 'off', fan: 1 })  // { led: 'on' }
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-document.html#delta-state
 */
export function computeDelta(desired: JsonObject | undefined, reported: JsonObject | undefined): JsonObject | undefined {
  const delta = new Map<string, Json>()
  for (const [name, wanted] of Object.entries(desired ?? {})) {
    const actual = own(reported, name)
    if (equalJson(wanted, actual) || (isJsonObject(wanted) && isEmpty(wanted))) continue
    const inner = isJsonObject(wanted) && isJsonObject(actual) ? computeDelta(wanted, actual) : wanted
    if (inner !== undefined) delta.set(name, inner)
  }
  return delta.size === 0 ? undefined : Object.fromEntries(delta)
}
