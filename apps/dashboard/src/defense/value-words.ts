import type { Violation } from '../api/operations-api.ts'

/**
 * What was measured of a behavior, as text; `–` where nothing was.
 *
 * @example valueWords({ count: 12 })  // '12'
 */
export function valueWords(value: Violation['value']): string {
  const { count, number, numbers, strings, cidrs, ports } = value ?? {}
  const several = numbers ?? strings ?? cidrs ?? ports
  return String(count ?? number ?? (several === undefined || several.length === 0 ? '–' : several.join(', ')))
}
