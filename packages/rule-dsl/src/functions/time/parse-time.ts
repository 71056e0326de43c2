import { MONTHS, WEEKDAYS } from './calendar.ts'
import { type Fields, resolveTime } from './resolve-time.ts'
import { type TimePart, parseTimePattern } from './time-pattern.ts'
import { offsetAt, zoneIdAt, zoneNameAt } from './zone-text.ts'

/** Reads one part at a position: the position behind it, or -1. What it finds goes to `fields`. */
type Read = (text: string, at: number, fields: Fields) => number

/** A number of digits; `reserved` of those that follow belong to the fields behind it. */
interface Digits {
  readonly min: number
  readonly max: number
  readonly sign: 'never' | 'negative' | 'padded'
  reserved: number
  readonly set: (digits: string, fields: Fields) => void
}

const MAX_DIGITS = 19
const CENTURY = 2000
const shortOf = (names: readonly string[]) => names.map((name) => name.slice(0, 3))
const NUMBERS: Readonly<Record<string, keyof Fields | undefined>> = {
  d: 'day', H: 'hour', k: 'clockHour', K: 'hourOfHalf', h: 'clockHourOfHalf', m: 'minute', s: 'second',
}

/**
 * Epoch milliseconds that `text` writes in the pattern of java.time's DateTimeFormatter, in English; UTC when it names no zone, midnight
 * when it has no time. `undefined` when text and pattern do not fit, or the pattern is none.
 *
 * @see https://docs.oracle.com/en/java/javase/11/docs/api/java.base/java/time/format/DateTimeFormatter.html
 */
export function parseTime(text: string, pattern: string): number | undefined {
  const parts = parseTimePattern(pattern)
  const read = parts === undefined ? undefined : readerOf(parts)
  if (read === undefined) return undefined
  const fields: Fields = {}
  return read(text, 0, fields) === text.length ? resolveTime(fields) : undefined
}

function readerOf(parts: readonly TimePart[]): Read | undefined {
  const readers: Read[] = []
  let adjacent: Digits | undefined
  for (const part of parts) {
    const field = part.kind === 'field' ? fieldOf(part.letter, part.width) : undefined
    if (field !== undefined && typeof field !== 'function') {
      const fixed = field.min === field.max && field.sign === 'never'
      if (adjacent !== undefined && fixed) adjacent.reserved += field.max
      else adjacent = field
      readers.push((text, at, fields) => readDigits(field, text, at, fields))
      continue
    }
    adjacent = undefined
    const read = part.kind === 'literal' ? literal(part.text) : part.kind === 'optional' ? optional(part.parts) : field
    if (read === undefined) return undefined
    readers.push(read)
  }
  return (text, at, fields) => {
    let position = at
    for (const read of readers) if (position >= 0) position = read(text, position, fields)
    return position
  }
}

const literal = (expected: string): Read => (text, at) => (text.startsWith(expected, at) ? at + expected.length : -1)

function optional(parts: readonly TimePart[]): Read | undefined {
  const read = readerOf(parts)
  if (read === undefined) return undefined
  return (text, at, fields) => {
    const inner: Fields = { ...fields }
    const end = read(text, at, inner)
    if (end < 0) return at
    Object.assign(fields, inner)
    return end
  }
}

function readDigits({ min, max, sign, reserved, set }: Digits, text: string, at: number, fields: Fields): number {
  const [, written = ''] = /^([+-]?)/.exec(text.slice(at, at + 1)) ?? []
  if (written !== '' && (sign === 'never' || (written === '+' && sign !== 'padded'))) return -1
  const start = at + written.length
  const available = /^\d*/.exec(text.slice(start, start + max + reserved))?.[0].length ?? 0
  const length = reserved > 0 ? Math.max(min, available - reserved) : available
  if (available < min || length > available) return -1
  // `yyyy` takes five digits only behind a plus sign, and four only without.
  if (sign === 'padded' && written !== '-' && (written === '+') !== (length > min)) return -1
  set((written === '-' ? '-' : '') + text.slice(start, start + length), fields)
  return start + length
}

/** What a run of one letter reads; `undefined` for one that has no meaning here. */
function fieldOf(letter: string, width: number): Digits | Read | undefined {
  switch (letter) {
    case 'y': case 'u': return yearOf(letter === 'u' ? 'year' : 'yearOfEra', width)
    case 'M': case 'L': return width > 2 ? names(width === 3 ? shortOf(MONTHS) : MONTHS, 'month', width) : number('month', width)
    case 'E': return names(width < 4 ? shortOf(WEEKDAYS) : WEEKDAYS, 'weekday', width)
    case 'D': return width > 3
      ? undefined
      : digits(width === 1 ? 1 : width, width === 1 ? MAX_DIGITS : 3, width === 1 ? 'negative' : 'never', setter('dayOfYear'))
    case 'S': return width > 9 ? undefined : digits(width, width, 'never', (text, fields) => (fields.nano = Number(text.padEnd(9, '0'))))
    case 'n': return digits(width, MAX_DIGITS, 'never', setter('nano'))
    case 'A': return digits(width, MAX_DIGITS, 'never', setter('milliOfDay'))
    case 'a': return width === 1 ? names(['AM', 'PM'], 'half', 4) : undefined
    case 'G': return names(width < 4 ? ['BC', 'AD'] : ['Before Christ', 'Anno Domini'], 'era', width)
    case 'V': return width === 2 ? zoneIdAt : undefined
    case 'z': return width < 5 ? zoneNameAt : undefined
    case 'X': case 'x': case 'Z': case 'O': return offsetAt(letter, width)
    default: {
      const name = NUMBERS[letter]
      return name === undefined || width > 2 ? undefined : number(name, width)
    }
  }
}

const digits = (min: number, max: number, sign: Digits['sign'], set: Digits['set']): Digits => ({ min, max, sign, reserved: 0, set })
const setter = (name: keyof Fields) => (text: string, fields: Fields): void => {
  // All but the zone are numbers.
  ;(fields as Record<string, number>)[name] = Number(text)
}
const number = (name: keyof Fields, width: number): Digits =>
  width === 1 ? digits(1, MAX_DIGITS, 'negative', setter(name)) : digits(width, width, 'never', setter(name))

function yearOf(name: 'year' | 'yearOfEra', width: number): Digits {
  if (width === 2) return digits(2, 2, 'never', (text, fields) => (fields[name] = CENTURY + Number(text)))
  return digits(width, MAX_DIGITS, width < 4 ? 'negative' : 'padded', setter(name))
}

/** One of the texts; the first stands for 1, for a half of the day and an era for 0. */
function names(texts: readonly string[], name: 'month' | 'weekday' | 'half' | 'era', width: number): Read | undefined {
  if (width > 4) return undefined
  const first = name === 'half' || name === 'era' ? 0 : 1
  return (text, at, fields) => {
    const index = texts.findIndex((candidate) => text.startsWith(candidate, at))
    if (index < 0) return -1
    fields[name] = index + first
    return at + (texts[index]?.length ?? 0)
  }
}
