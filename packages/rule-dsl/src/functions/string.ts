import { toText } from '../value/conversion.ts'
import { compareNumbers } from '../value/number.ts'
import { checkMade, MAX_MADE } from '../value/size.ts'
import { trimEnd } from '../value/trim-end.ts'
import type { SqlNumber, SqlValue } from '../value/value.ts'
import type { Effort } from './effort.ts'
import type { FunctionContext } from './function-context.ts'
import { any, fn, fnOptional, fnRest, int, string } from './signature.ts'

const MAX_PAD = 1000
const utf8 = new TextEncoder()

/** An index or a count as a JavaScript number between two bounds. */
const clamp = (value: SqlNumber, low: number, high: number): number =>
  compareNumbers(value, low) < 0 ? low : compareNumbers(value, high) > 0 ? high : Number(value)

/** Arrays are joined, with other values as items, when any argument is one; else texts are. */
function concat(values: readonly SqlValue[], { effort }: FunctionContext): SqlValue {
  if (values.length === 1) return values[0]
  if (values.some((value) => Array.isArray(value))) return values.includes(undefined) ? undefined : joined(values, effort)
  const texts = values.map(toText)
  if (texts.includes(undefined)) return undefined
  checkMade(texts.reduce((sum, text) => sum + (text?.length ?? 0), 0))
  return texts.join('')
}

function joined(values: readonly SqlValue[], effort: Effort): SqlValue {
  effort.looksAt(values.reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 0))
  return values.flat()
}

/** Every occurrence; counted first where they could make a text that is too large. */
function replace(text: string, part: string, by: string): string {
  const most = part === '' ? text.length + 1 : text.length / part.length
  if (text.length + most * by.length > MAX_MADE) checkMade(text.length + occurrences(text, part) * (by.length - part.length))
  return text.replaceAll(part, () => by)
}

function occurrences(text: string, part: string): number {
  if (part === '') return text.length + 1
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1
  return count
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
  replace: fn([string, string, string], replace),
  rpad: fn([string, int], (text, count) => text + ' '.repeat(clamp(count, 0, MAX_PAD))),
  rtrim: fn([string], (text) => trimEnd(text, ' \t')),
  startswith: fn([string, string], (text, start) => text.startsWith(start)),
  substring: fnOptional([string, int], [int], substring),
  trim: fn([string], (text) => text.trim()),
  upper: fn([string], (text) => text.toUpperCase()),
}
