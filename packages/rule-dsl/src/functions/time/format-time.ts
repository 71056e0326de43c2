import { calendarTime, type CalendarTime, MONTHS, WEEKDAYS } from './calendar.ts'
import { longZoneName, offsetText, shortZoneName, type TimeZone } from './time-zone.ts'

const MAX_EPOCH_MS = 8_640_000_000_000_000
// A quotation that nothing closes goes on to the end.
const TOKEN = /''|'((?:[^']|'')*)(?:'|$)|([A-Za-z])\2*|[^A-Za-z']/g
const SHORT_TEXT = 3

/** What one run of a letter is formatted from. */
interface Moment extends CalendarTime {
  readonly epochMs: number
  readonly zone: TimeZone
}
type Field = (moment: Moment, width: number) => string

const number = (of: (moment: Moment) => number): Field => (moment, width) => padded(of(moment), width)
const padded = (value: number, width: number) => (value < 0 ? '-' : '') + String(Math.abs(value)).padStart(width, '0')
const year = (of: (moment: Moment) => number): Field => (moment, width) =>
  padded(width === 2 ? Math.abs(of(moment)) % 100 : of(moment), width)
const text = (names: readonly string[], at: (moment: Moment) => number): Field => (moment, width) => {
  const name = names[at(moment)] ?? ''
  return width > SHORT_TEXT ? name : name.slice(0, SHORT_TEXT)
}
const yearOfEra = ({ year: proleptic }: Moment) => (proleptic > 0 ? proleptic : 1 - proleptic)
const monthText = text(MONTHS, ({ month }) => month - 1)

const FIELDS: Readonly<Record<string, Field | undefined>> = {
  G: (moment) => (moment.year > 0 ? 'AD' : 'BC'),
  C: number((moment) => Math.floor(yearOfEra(moment) / 100)),
  Y: year(yearOfEra),
  x: year((moment) => moment.weekYear),
  w: number((moment) => moment.week),
  e: number((moment) => moment.weekday),
  E: text(WEEKDAYS, (moment) => moment.weekday - 1),
  y: year((moment) => moment.year),
  D: number((moment) => moment.dayOfYear),
  M: (moment, width) => (width < SHORT_TEXT ? padded(moment.month, width) : monthText(moment, width)),
  d: number((moment) => moment.day),
  a: (moment) => (moment.hour < 12 ? 'AM' : 'PM'),
  K: number((moment) => moment.hour % 12),
  h: number((moment) => moment.hour % 12 || 12),
  H: number((moment) => moment.hour),
  k: number((moment) => moment.hour || 24),
  m: number((moment) => moment.minute),
  s: number((moment) => moment.second),
  S: (moment, width) => padded(moment.millisecond, 3).padEnd(width, '0').slice(0, width),
  z: ({ zone, epochMs }, width) => (width > SHORT_TEXT ? longZoneName(zone, epochMs) : shortZoneName(zone, epochMs)),
  Z: ({ zone, epochMs }, width) => (width > 2 ? zone.id : offsetText(zone.offsetSec(epochMs), width === 2 ? ':' : '')),
}

/**
 * An instant in the pattern of Joda-Time's DateTimeFormat, in English; `undefined` when the pattern is none.
 *
 * @see https://www.joda.org/joda-time/apidocs/org/joda/time/format/DateTimeFormat.html
 */
export function formatTime(pattern: string, epochMs: number, zone: TimeZone): string | undefined {
  const localMs = epochMs + 1000 * zone.offsetSec(epochMs)
  if (pattern === '' || pattern === "'" || Math.abs(epochMs) > MAX_EPOCH_MS || Math.abs(localMs) > MAX_EPOCH_MS) return undefined
  const moment: Moment = { ...calendarTime(localMs), epochMs, zone }
  const parts: string[] = []
  const known = new Map<string, string>()
  for (const [token, quoted, letter] of pattern.matchAll(TOKEN)) {
    if (token === "''") parts.push("'")
    else if (quoted !== undefined) parts.push(quoted.replaceAll("''", "'"))
    else if (letter === undefined) parts.push(token)
    else {
      const field = FIELDS[letter]
      if (field === undefined) return undefined
      const written = known.get(token) ?? field(moment, token.length)
      known.set(token, written)
      parts.push(written)
    }
  }
  return parts.join('')
}
