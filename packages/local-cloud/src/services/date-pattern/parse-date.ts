import { datePattern } from './date-pattern.ts'

/** The fields that a pattern can be read by, with how they count in `Date.UTC`. */
const readable: Readonly<
  Record<string, { readonly field: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond'; readonly add: number }>
> = {
  y: { field: 'year', add: 0 }, u: { field: 'year', add: 0 },
  M: { field: 'month', add: -1 }, L: { field: 'month', add: -1 },
  d: { field: 'day', add: 0 }, H: { field: 'hour', add: 0 }, m: { field: 'minute', add: 0 }, s: { field: 'second', add: 0 },
  S: { field: 'millisecond', add: 0 },
}

/** The finest unit that texts of a pattern tell apart. */
export function precisionOf(pattern: string): 'years' | 'months' | 'days' | 'hours' | 'minutes' | 'seconds' {
  const letters = new Set(datePattern(pattern).flatMap((part) => ('letter' in part ? [part.letter] : [])))
  const has = (...any: readonly string[]) => any.some((letter) => letters.has(letter))
  if (has('s', 'S')) return 'seconds'
  if (has('m')) return 'minutes'
  if (has('H', 'h', 'k', 'K')) return 'hours'
  return has('d', 'D', 'E') ? 'days' : has('M', 'L') ? 'months' : 'years'
}

/** Reads a time of UTC by a pattern of Java's DateTimeFormatter that has numbers alone; `undefined` for a text that is none. */
export function parseDate(pattern: string, text: string): number | undefined {
  const fields = { year: 1970, month: 0, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }
  const parts = datePattern(pattern)
  let rest = text
  for (const [index, part] of parts.entries()) {
    if ('text' in part) {
      if (!rest.startsWith(part.text)) return undefined
      rest = rest.slice(part.text.length)
      continue
    }
    const target = readable[part.letter]
    if (target === undefined) throw new TypeError(`A text can't be read by the letter ${part.letter} of the date pattern ${pattern}`)
    const next = parts[index + 1]
    // What stands right before another field has its own width.
    const digits = new RegExp(part.width === 1 && (next === undefined || 'text' in next) ? '^\\d{1,9}' : `^\\d{${part.width}}`)
      .exec(rest)?.[0]
    if (digits === undefined) return undefined
    fields[target.field] = Number(part.letter === 'S' ? digits.padEnd(3, '0').slice(0, 3) : digits) + target.add
      + (target.field === 'year' && part.width === 2 ? 2000 : 0)
    rest = rest.slice(digits.length)
  }
  return rest === ''
    ? Date.UTC(fields.year, fields.month, fields.day, fields.hour, fields.minute, fields.second, fields.millisecond)
    : undefined
}
