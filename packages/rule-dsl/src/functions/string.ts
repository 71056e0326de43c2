import { toText } from '../value/conversion.ts'
import { compareNumbers } from '../value/number.ts'
import type { SqlNumber, SqlValue } from '../value/value.ts'
import { any, fn, fnOptional, fnRest, int, string } from './signature.ts'

const MAX_PAD = 1000
const utf8 = new TextEncoder()

/** An index or a count as a JavaScript number between two bounds. */
const clamp = (value: SqlNumber, low: number, high: number): number =>
  compareNumbers(value, low) < 0 ? low : compareNumbers(value, high) > 0 ? high : Number(value)

/** Arrays are joined, with other values as items, when any argument is one; else texts are. */
function concat(values: readonly SqlValue[]): SqlValue {
  if (values.length === 1) return values[0]
  if (values.some((value) => Array.isArray(value))) return values.includes(undefined) ? undefined : values.flat()
  const texts = values.map(toText)
  return texts.includes(undefined) ? undefined : texts.join('')
}

function substring(text: string, from: SqlNumber, to: SqlNumber | undefined): string {
  const start = clamp(from, 0, text.length)
  const end = to === undefined ? text.length : clamp(to, 0, text.length)
  return start < end ? text.slice(start, end) : ''
}

const character = (code: SqlNumber) =>
  typeof code === 'number' && code >= 0 && code < 128 ? String.fromCharCode(code) : undefined

export const stringFunctions = {
  chr: fn([int], character),
  concat: fnRest(any, concat),
  endswith: fn([string, string], (text, end) => text.endsWith(end)),
  indexof: fn([string, string], (text, part) => text.indexOf(part)),
  length: fn([string], (text) => text.length),
  lower: fn([string], (text) => text.toLowerCase()),
  lpad: fn([string, int], (text, count) => ' '.repeat(clamp(count, 0, MAX_PAD)) + text),
  ltrim: fn([string], (text) => text.replace(/^[ \t]+/, '')),
  numbytes: fn([string], (text) => utf8.encode(text).length),
  replace: fn([string, string, string], (text, part, by) => text.replaceAll(part, () => by)),
  rpad: fn([string, int], (text, count) => text + ' '.repeat(clamp(count, 0, MAX_PAD))),
  rtrim: fn([string], (text) => text.replace(/[ \t]+$/, '')),
  startswith: fn([string, string], (text, start) => text.startsWith(start)),
  substring: fnOptional([string, int], [int], substring),
  trim: fn([string], (text) => text.trim()),
  upper: fn([string], (text) => text.toUpperCase()),
}
