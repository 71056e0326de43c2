import { readNumber } from './number.ts'
import type { SqlValue, SqlVersion } from './value.ts'

// A run of 16 digits and dots, or an exponent: doubles may not hold it (1E-999, 20 digits). A superset: such runs in strings only cost time.
const MAYBE_INEXACT = /\d[\d.]{15}|\d[eE][+-]?\d/
// `10.0` is a Decimal in 2015-10-08.
const WHOLE_WITH_POINT = /\.0/

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

/** The value that a JSON text writes, its numbers exact. Throws SyntaxError when `text` is not JSON. */
export function readJson(text: string, version: SqlVersion): SqlValue {
  // JSON.parse yields nothing but the JSON part of SqlValue.
  if (!MAYBE_INEXACT.test(text) && !(version === '2015-10-08' && WHOLE_WITH_POINT.test(text))) return JSON.parse(text) as SqlValue
  const exact: SourceReviver = (_key, value, context) =>
    typeof value === 'number' && context.source !== undefined ? readNumber(context.source, version) : value
  // The third parameter is in Node 21 and later; TypeScript's libraries do not declare it yet.
  return JSON.parse(text, exact as (key: string, value: unknown) => unknown) as SqlValue
}

/** The JSON text of a value, its numbers exact; Undefined members are left out. Undefined itself is the empty text. */
export const writeJson = (value: SqlValue): string => JSON.stringify(value) ?? ''
