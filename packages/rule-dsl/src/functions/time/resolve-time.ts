import { dayMs, daysInMonth, isLeapYear, weekdayOf } from './calendar.ts'
import { instantOf, type TimeZone, UTC } from './time-zone.ts'

const DAY_MS = 86_400_000
const MAX_YEAR = 270_000

/** What was read from a text. */
export interface Fields {
  era?: number
  year?: number
  yearOfEra?: number
  month?: number
  day?: number
  dayOfYear?: number
  weekday?: number
  half?: number
  hour?: number
  clockHour?: number
  hourOfHalf?: number
  clockHourOfHalf?: number
  minute?: number
  second?: number
  nano?: number
  milliOfDay?: number
  zone?: TimeZone | undefined
}

const within = (value: number, low: number, high: number): boolean => value >= low && value <= high

/**
 * The instant that the fields give, by the rules of java.time's ResolverStyle.SMART; `undefined` when there is no date or no sense in them.
 */
export function resolveTime(fields: Fields): number | undefined {
  const date = resolveDate(fields)
  const time = resolveTimeOfDay(fields)
  if (date === undefined || time === undefined) return undefined
  if (fields.weekday !== undefined && weekdayOf(date) !== fields.weekday) return undefined
  return instantOf(date + time, fields.zone ?? UTC)
}

function resolveDate({ era, year, yearOfEra, month, day, dayOfYear }: Fields): number | undefined {
  const proleptic = year ?? (yearOfEra === undefined ? undefined : era === 0 ? 1 - yearOfEra : yearOfEra)
  if (proleptic === undefined || Math.abs(proleptic) > MAX_YEAR) return undefined
  if (dayOfYear !== undefined) return within(dayOfYear, 1, isLeapYear(proleptic) ? 366 : 365) ? dayMs(proleptic, 1, dayOfYear) : undefined
  if (month === undefined || day === undefined || !within(month, 1, 12) || !within(day, 1, 31)) return undefined
  // The 31st of a shorter month is its last day.
  return dayMs(proleptic, month, Math.min(day, daysInMonth(proleptic, month)))
}

function resolveTimeOfDay(fields: Fields): number | undefined {
  const { minute, second, nano = 0, milliOfDay } = fields
  if (milliOfDay !== undefined) return within(milliOfDay, 0, DAY_MS - 1) ? milliOfDay : undefined
  const hour = hourOf(fields)
  if (hour === undefined) {
    const others = [minute, second, fields.nano, fields.half, fields.hourOfHalf, fields.clockHourOfHalf]
    return others.some((field) => field !== undefined) ? undefined : 0
  }
  if (minute === undefined && (second !== undefined || fields.nano !== undefined)) return undefined
  const [minutes, seconds] = [minute ?? 0, second ?? 0]
  // 24:00 is the end of the day.
  const endOfDay = hour === 24 && minutes === 0 && seconds === 0 && nano === 0
  if (!endOfDay && (!within(hour, 0, 23) || !within(minutes, 0, 59) || !within(seconds, 0, 59) || !within(nano, 0, 999_999_999)))
    return undefined
  return ((hour * 60 + minutes) * 60 + seconds) * 1000 + Math.floor(nano / 1_000_000)
}

function hourOf({ hour, clockHour, hourOfHalf, clockHourOfHalf, half }: Fields): number | undefined {
  if (hour !== undefined) return hour
  // Java's SMART lets a clock hour of 0 pass.
  if (clockHour !== undefined) return within(clockHour, 0, 24) ? clockHour % 24 : -1
  if (half === undefined) return undefined
  if (hourOfHalf !== undefined) return within(hourOfHalf, 0, 11) ? hourOfHalf + 12 * half : -1
  if (clockHourOfHalf === undefined) return undefined
  return within(clockHourOfHalf, 0, 12) ? (clockHourOfHalf % 12) + 12 * half : -1
}
