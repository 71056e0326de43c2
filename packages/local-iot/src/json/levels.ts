/** The most levels of objects and lists in JSON that devices are to read: deeper than any needs, far from where parsers give up. */
export const MAX_LEVELS = 100

/** Whether JSON has more than {@link MAX_LEVELS} levels of objects and lists. Takes JSON of any depth. */
export function isTooDeep(json: unknown): boolean {
  // Level by level: a recursion would end with the stack.
  let level = [json].filter(isNested)
  for (let levels = 0; level.length > 0; levels += 1) {
    if (levels === MAX_LEVELS) return true
    level = level.flatMap((value) => Object.values(value)).filter(isNested)
  }
  return false
}

// Bytes, dates and streams are values.
function isNested(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
