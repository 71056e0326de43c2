import { canonicalNumber, ExactNumber } from './exact-number.ts'

// Doubles hold fewer digits and smaller exponents. A superset: what only looks like a number in a string costs time, no more.
const MAY_BE_INEXACT = /[\d.]{16}|[eE][-+]?\d{3}/

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

const exact: SourceReviver = (_key, value, { source }) =>
  typeof value !== 'number' || source === undefined || canonicalNumber(source) === canonicalNumber(String(value))
    ? value
    : new ExactNumber(source)

/**
 * Parses JSON. A number that a double can't hold exactly becomes an {@link ExactNumber}. Throws SyntaxError for text that is no JSON.
 *
 * @example
 * readJson('{"litres":0.5}')  // { litres: 0.5 }
 * readJson('12345678901234567890')  // ExactNumber { text: '12345678901234567890' }
 */
export function readJson(text: string): unknown {
  if (!MAY_BE_INEXACT.test(text)) return JSON.parse(text)
  // The third parameter is in Node 21 and later; TypeScript's libraries do not declare it yet.
  return JSON.parse(text, exact as (key: string, value: unknown) => unknown)
}
