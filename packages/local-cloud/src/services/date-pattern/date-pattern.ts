import { ownMember } from '../../ground/own-member.ts'
import { fieldsIn, type DateFields } from './date-fields.ts'

type Formatter = (fields: DateFields, width: number, zone: Zone) => string

interface Zone {
  readonly name: string
  readonly offsetMs: number
}

const padded = (value: number, width: number): string => `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(width, '0')}`
const year = (value: number, width: number): string => (width === 2 ? padded(value % 100, 2) : padded(value, width))
const named = (names: readonly string[], value: number, width: number): string => {
  const name = names[value] ?? ''
  return width === 5 ? name.slice(0, 1) : width === 4 ? name : name.slice(0, 3)
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The letters of Java's DateTimeFormatter that are known here; week fields are those of the US, as on AWS's machines. */
const letters: Readonly<Record<string, Formatter>> = {
  y: (fields, width) => year(fields.year, width),
  u: (fields, width) => year(fields.year, width),
  Y: (fields, width) => year(fields.weekYear, width),
  Q: (fields, width) => padded(Math.floor(fields.month / 3) + 1, width),
  M: (fields, width) => (width < 3 ? padded(fields.month + 1, width) : named(MONTHS, fields.month, width)),
  L: (fields, width) => (width < 3 ? padded(fields.month + 1, width) : named(MONTHS, fields.month, width)),
  w: (fields, width) => padded(fields.week, width),
  d: (fields, width) => padded(fields.day, width),
  D: (fields, width) => padded(fields.dayOfYear, width),
  E: (fields, width) => named(DAYS, fields.dayOfWeek, Math.max(3, width)),
  a: (fields) => (fields.hour < 12 ? 'AM' : 'PM'),
  H: (fields, width) => padded(fields.hour, width),
  k: (fields, width) => padded(fields.hour === 0 ? 24 : fields.hour, width),
  K: (fields, width) => padded(fields.hour % 12, width),
  h: (fields, width) => padded(fields.hour % 12 === 0 ? 12 : fields.hour % 12, width),
  m: (fields, width) => padded(fields.minute, width),
  s: (fields, width) => padded(fields.second, width),
  S: (fields, width) => `${padded(fields.millisecond, 3)}000000`.slice(0, width),
  n: (fields, width) => padded(fields.millisecond * 1_000_000, width),
  A: (fields, width) => padded(((fields.hour * 60 + fields.minute) * 60 + fields.second) * 1000 + fields.millisecond, width),
  V: (_, __, zone) => zone.name,
  z: (_, __, zone) => zone.name,
  Z: (_, width, { offsetMs }) => (width === 5 ? offset(offsetMs, ':', 'Z') : offset(offsetMs, '', '+0000')),
  x: (_, width, { offsetMs }) =>
    offset(offsetMs, width === 3 ? ':' : '', width === 1 ? '+00' : width === 3 ? '+00:00' : '+0000', width === 1),
  X: (_, width, { offsetMs }) => offset(offsetMs, width === 3 ? ':' : '', 'Z', width === 1),
}

function offset(offsetMs: number, between: string, zero: string, hoursAlone = false): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000))
  if (minutes === 0) return zero
  const rest = minutes % 60
  return `${offsetMs < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${hoursAlone && rest === 0 ? '' : `${between}${padded(rest, 2)}`}`
}

/** One part of a pattern: text, or a letter so many times. */
export type DatePatternPart = { readonly text: string } | { readonly letter: string; readonly width: number }

/**
 * Takes a pattern of Java's DateTimeFormatter apart. Throws `TypeError` for a letter that is not known here.
 * @see https://docs.oracle.com/javase/8/docs/api/java/time/format/DateTimeFormatter.html
 */
export function datePattern(pattern: string): readonly DatePatternPart[] {
  return [...pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)].map(([whole, quoted, letter]) => {
    // Two quotes are one, inside of quotes and outside.
    if (quoted !== undefined) return { text: quoted === '' ? '\'' : quoted.replaceAll('\'\'', '\'') }
    if (letter === undefined) return { text: whole }
    if (ownMember(letters, letter) === undefined)
      throw new TypeError(`The letter ${letter} of the date pattern ${pattern} is not supported`)
    return { letter, width: whole.length }
  })
}

/**
 * A time by a pattern of Java's DateTimeFormatter.
 * @example formatDate('yyyy/MM/dd/HH', 0, 'UTC')  // '1970/01/01/00'
 */
export function formatDate(pattern: string, atMs: number, timeZone = 'UTC'): string {
  const { fields, offsetMs } = fieldsIn(timeZone, atMs)
  return datePattern(pattern)
    .map((part) => ('text' in part ? part.text : ownMember(letters, part.letter)?.(fields, part.width, { name: timeZone, offsetMs }) ?? ''))
    .join('')
}
