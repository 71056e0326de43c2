import { readNumber } from './number.ts'
import type { SqlValue, SqlVersion } from './value.ts'

/** Of digits and dots: doubles hold what is shorter. */
const EXACT_RUN = 15
// An exponent that may take a number out of the range of doubles.
const LONG_EXPONENT = /[eE][-+\d]\d\d/
// `10.0` is a Decimal in 2015-10-08.
const WHOLE_WITH_POINT = /\.0/

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

const isDigitOrDot = (code: number): boolean => (code >= 48 && code <= 57) || code === 46

/** Whether 16 digits and dots follow each other somewhere. Such a run has a character at every 16th place, so only those are looked at. */
function hasLongRun(text: string): boolean {
  for (let at = EXACT_RUN; at < text.length; at += EXACT_RUN + 1) {
    if (!isDigitOrDot(text.charCodeAt(at))) continue
    let start = at
    while (start > 0 && at - start < EXACT_RUN && isDigitOrDot(text.charCodeAt(start - 1))) start -= 1
    let end = at
    while (end - start < EXACT_RUN && isDigitOrDot(text.charCodeAt(end + 1))) end += 1
    if (end - start >= EXACT_RUN) return true
  }
  return false
}

/** Whether doubles may not hold a number in the text. A superset: what only looks like a number in a string costs time, no more. */
const mayBeInexact = (text: string, version: SqlVersion): boolean =>
  hasLongRun(text) || LONG_EXPONENT.test(text) || (version === '2015-10-08' && WHOLE_WITH_POINT.test(text))

/** The value that a JSON text writes, its numbers exact. Throws SyntaxError when `text` is not JSON. */
export function readJson(text: string, version: SqlVersion): SqlValue {
  // JSON.parse yields nothing but the JSON part of SqlValue.
  if (!mayBeInexact(text, version)) return JSON.parse(text) as SqlValue
  const exact: SourceReviver = (_key, value, context) =>
    typeof value === 'number' && context.source !== undefined ? readNumber(context.source, version) : value
  // The third parameter is in Node 21 and later; TypeScript's libraries do not declare it yet.
  return JSON.parse(text, exact as (key: string, value: unknown) => unknown) as SqlValue
}

/** The JSON text of a value, its numbers exact; Undefined members are left out. Undefined itself is the empty text. */
export const writeJson = (value: SqlValue): string => JSON.stringify(value) ?? ''
