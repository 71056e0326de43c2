const MINUTE_MS = 60_000
const [HOUR_MS, DAY_MS] = [60 * MINUTE_MS, 24 * 60 * MINUTE_MS]

/**
 * A moment as a `<time>` has it; absent = no date has it.
 *
 * @example dateTimeOf(0)  // '1970-01-01T00:00:00.000Z'
 */
export function dateTimeOf(ms: number): string | undefined {
  const time = new Date(ms)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}

/**
 * A time of day, with the day where it is another than today; `an unknown time`, where no date has it. Never throws.
 *
 * @example timeText(Date.now())  // '14:32:05'
 */
export function timeText(ms: number, nowMs: number = Date.now()): string {
  const [time, now] = [new Date(ms), new Date(nowMs)]
  if (Number.isNaN(time.getTime())) return 'an unknown time'
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`
  return time.toDateString() === now.toDateString() ? clock : `${dayText(ms)} ${clock}`
}

/** A day, as a calendar has it. */
const dayText = (ms: number): string => {
  const time = new Date(ms)
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}

/** How long something takes or took, in its largest unit. */
export function spanText(ms: number): string {
  const whole = Math.max(0, ms)
  if (whole < MINUTE_MS) return `${Math.floor(whole / 1_000)} s`
  if (whole < HOUR_MS) return `${Math.floor(whole / MINUTE_MS)} min`
  return whole < DAY_MS ? `${Math.floor(whole / HOUR_MS)} h` : `${Math.floor(whole / DAY_MS)} d`
}

/** Degrees, as they are read. */
export const celsiusText = (celsius: number): string => `${celsius.toFixed(1)} °C`

/** Litres of so many millilitres. */
export const litreText = (ml: number): string => `${(ml / 1_000).toFixed(2)} l`

const two = (value: number): string => String(value).padStart(2, '0')

const SOON_MS = 15_000

/**
 * When something was, as text: `now`, a time as {@link timeText} has it, or `never`.
 *
 * @example asOf(Date.now() - 1_000, Date.now())  // 'now'
 */
export function asOf(atMs: number | undefined, nowMs: number): string {
  if (atMs === undefined) return 'never'
  return Math.abs(nowMs - atMs) < SOON_MS ? 'now' : timeText(atMs, nowMs)
}
