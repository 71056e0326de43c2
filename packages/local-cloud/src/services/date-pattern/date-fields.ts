/** A time as a calendar on the wall has it; months and days of the week count from 0. */
export interface DateFields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  readonly dayOfWeek: number
  readonly dayOfYear: number
  /** Of weeks that begin on Sunday, the first of which has January 1st. */
  readonly week: number
  readonly weekYear: number
}

const DAY_MS = 86_400_000

/** The fields of a time in a time zone, by its name or as `+02:00`. Throws `RangeError` for one that is not known. */
export function fieldsIn(timeZone: string, atMs: number): { readonly fields: DateFields; readonly offsetMs: number } {
  const offsetMs = offsetIn(timeZone, atMs)
  const date = new Date(atMs + offsetMs)
  const year = date.getUTCFullYear()
  const dayOfYear = Math.floor((Date.UTC(year, date.getUTCMonth(), date.getUTCDate()) - Date.UTC(year, 0, 1)) / DAY_MS) + 1
  const dayOfWeek = date.getUTCDay()
  const saturday = new Date(date.getTime() + (6 - dayOfWeek) * DAY_MS)
  const weekYear = saturday.getUTCFullYear()
  const dayOfWeekYear = Math.floor((saturday.getTime() - Date.UTC(weekYear, 0, 1)) / DAY_MS)
  const fields = {
    year, month: date.getUTCMonth(), day: date.getUTCDate(),
    hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), millisecond: date.getUTCMilliseconds(),
    dayOfWeek, dayOfYear, week: Math.floor(dayOfWeekYear / 7) + 1, weekYear,
  }
  return { fields, offsetMs }
}

function offsetIn(timeZone: string, atMs: number): number {
  if (timeZone === 'UTC') return 0
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(atMs)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] = /^GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}
