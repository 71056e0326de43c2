const DAY_MS = 86_400_000
const THURSDAY = 4

export const MONTHS = 'January February March April May June July August September October November December'.split(' ')
/** From Monday, as ISO 8601 counts. */
export const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** A local date and time, taken apart; `year` is proleptic, 0 is 1 BC. */
export interface CalendarTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly dayOfYear: number
  /** 1 is Monday. */
  readonly weekday: number
  readonly week: number
  readonly weekYear: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** Epoch milliseconds of a day as UTC counts, also of years before 100. */
export function dayMs(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
export const daysInMonth = (year: number, month: number): number =>
  (month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
export const weekdayOf = (localMs: number): number => new Date(localMs).getUTCDay() || WEEKDAYS.length

/** The parts of `localMs`, epoch milliseconds as if the local clock showed UTC. */
export function calendarTime(localMs: number): CalendarTime {
  const date = new Date(localMs)
  const year = date.getUTCFullYear()
  const weekday = weekdayOf(localMs)
  // ISO weeks belong to the year of their Thursday.
  const thursday = new Date(localMs + (THURSDAY - weekday) * DAY_MS)
  const weekYear = thursday.getUTCFullYear()
  return {
    year,
    weekday,
    weekYear,
    week: Math.floor((thursday.getTime() - dayMs(weekYear, 1, 1)) / DAY_MS / WEEKDAYS.length) + 1,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    dayOfYear: Math.floor((localMs - dayMs(year, 1, 1)) / DAY_MS) + 1,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  }
}
