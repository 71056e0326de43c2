import { generalNames, namedZones } from './zone-names.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const OFFSET = /^([+-])(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?$/

/** A time zone: its id, and how far its clocks are ahead of UTC at an instant. */
export interface TimeZone {
  readonly id: string
  /** Seconds, negative west of Greenwich. */
  offsetSec(epochMs: number): number
}

export const UTC: TimeZone = { id: 'UTC', offsetSec: () => 0 }
const GMT: TimeZone = { id: 'Etc/GMT', offsetSec: () => 0 }
const zones = new Map<string, TimeZone | undefined>([['UTC', UTC], ['GMT', GMT]])

/** The seconds that `+02:00`, `-0530` or `+5` say; `undefined` for any other text. */
export function parseOffset(text: string): number | undefined {
  const [, sign, hours = '', minutes = '0', seconds = '0'] = OFFSET.exec(text) ?? []
  if (sign === undefined || Number(hours) > 18 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return sign === '-' ? 0 - value : value
}

const two = (value: number) => String(value).padStart(2, '0')

/** `+02:00`, seconds only where there are any. */
export function offsetText(offsetSec: number, separator = ':'): string {
  const value = Math.abs(offsetSec)
  const parts = [Math.floor(value / 3600), Math.floor(value / 60) % 60, ...(value % 60 === 0 ? [] : [value % 60])]
  return (offsetSec < 0 ? '-' : '+') + parts.map(two).join(separator)
}

/** The zone of that id (IANA's, or an offset), `undefined` when there is none. Ids are case-sensitive, as in Java. */
export function timeZone(id: string): TimeZone | undefined {
  if (!zones.has(id)) zones.set(id, createZone(id))
  return zones.get(id)
}

function createZone(id: string): TimeZone | undefined {
  const fixed = parseOffset(id)
  if (fixed !== undefined) return fixed === 0 ? UTC : { id: offsetText(fixed), offsetSec: () => fixed }
  const formatter = formatterOf(id, 'longOffset')
  if (formatter === undefined) return undefined
  return { id, offsetSec: (epochMs) => parseOffset(zonePart(formatter, epochMs).replace('GMT', '')) ?? 0 }
}

function formatterOf(id: string, timeZoneName: 'longOffset' | 'short' | 'long'): Intl.DateTimeFormat | undefined {
  // Intl takes ids in any case; Java does not.
  if (/^[a-z]|^\W/.test(id)) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName })
  } catch {
    return undefined
  }
}

const zonePart = (formatter: Intl.DateTimeFormat, epochMs: number): string =>
  formatter.formatToParts(epochMs).find(({ type }) => type === 'timeZoneName')?.value ?? ''

/** The zone's short name at an instant, `CEST`; its offset where it has none. */
export function shortZoneName(zone: TimeZone, epochMs: number): string {
  if (zone.id === GMT.id) return 'GMT'
  const short = nameOf(zone.id, 'short', epochMs)
  if (/^[A-Z]+$/.test(short)) return short
  return namedZones.find(({ longName }) => longName === nameOf(zone.id, 'long', epochMs))?.name ?? offsetText(zone.offsetSec(epochMs))
}

/** The zone's long name at an instant, `Central European Summer Time`. */
export function longZoneName(zone: TimeZone, epochMs: number): string {
  const long = nameOf(zone.id, 'long', epochMs)
  return long === '' || long.startsWith('GMT') ? offsetText(zone.offsetSec(epochMs)) : long
}

function nameOf(id: string, style: 'short' | 'long', epochMs: number): string {
  const formatter = formatterOf(id, style)
  return formatter === undefined ? '' : zonePart(formatter, epochMs)
}

/** The zone that a name in a text stands for: an id, an abbreviation (`PST`) or a long name. */
export function zoneByName(name: string): TimeZone | undefined {
  const general = generalNames.get(name)
  const known = general ?? namedZones.find((row) => row.name === name || row.longName === name)?.zone
  return timeZone(known ?? name)
}

/**
 * The instant at which the zone's clocks show `localMs` (epoch milliseconds as if they were UTC). Of two, the earlier; in a gap, as if the
 * clocks had not been put forward yet.
 *
 * @see https://docs.oracle.com/en/java/javase/11/docs/api/java.base/java/time/ZonedDateTime.html
 */
export function instantOf(localMs: number, zone: TimeZone): number {
  const before = localMs - 1000 * zone.offsetSec(localMs - DAY_MS)
  if (zone.offsetSec(before) * 1000 === localMs - before) return before
  const after = localMs - 1000 * zone.offsetSec(localMs + DAY_MS)
  return zone.offsetSec(after) * 1000 === localMs - after ? after : before
}
