import { Cron } from 'croner'

/** When something is due: the first time after another, in ms; `undefined` where there is none. */
export type NextTime = (afterMs: number) => number | undefined

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** What an expression is read with. */
export interface ScheduleOptions {
  /** As `Europe/Berlin`, for `cron` and `at`. */
  readonly timeZone: string
  /** When a rate begins: it is due at this time and every so often after it. */
  readonly anchorMs: number
}

/**
 * Reads `rate(5 minutes)`, `cron(0 10 ? * MON-FRI *)` or `at(2026-11-20T13:00:00)`. Throws `TypeError` for anything else.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function scheduleExpression(text: string, { timeZone, anchorMs }: ScheduleOptions): NextTime {
  const [, kind, argument = ''] = /^(rate|cron|at)\((.+)\)$/.exec(text.trim()) ?? []
  if (kind === 'rate') return everySoOften(argument, anchorMs) ?? invalid(text)
  if (kind === 'cron') return byCron(argument, timeZone) ?? invalid(text)
  // Croner reads a local time without an offset in a zone.
  if (kind === 'at' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(argument))
    return (afterMs) => new Cron(argument, { timezone: timeZone, paused: true }).nextRun(new Date(afterMs))?.getTime()
  return invalid(text)
}

function everySoOften(argument: string, anchorMs: number): NextTime | undefined {
  const [, count, unit = '', plural] = /^(\d+) (minute|hour|day)(s?)$/.exec(argument) ?? []
  const periodMs = Number(count) * (units[unit] ?? NaN)
  // A rate of one is written without the s, any other with it.
  if (!(periodMs > 0) || (plural === '') !== (Number(count) === 1)) return undefined
  return (afterMs) => (afterMs < anchorMs ? anchorMs : anchorMs + (Math.floor((afterMs - anchorMs) / periodMs) + 1) * periodMs)
}

/** AWS's six fields: minutes, hours, day of the month, month, day of the week (1 is Sunday), year. One of the two days is `?`. */
function byCron(argument: string, timeZone: string): NextTime | undefined {
  const fields = argument.split(/\s+/)
  const [minutes, hours, day, month, weekday, year] = fields
  if (fields.length !== 6 || (day === '?') === (weekday === '?')) return undefined
  try {
    const cron = new Cron(['0', minutes, hours, day, month, weekday, year].join(' '), {
      timezone: timeZone, paused: true, alternativeWeekdays: true, sloppyRanges: true, mode: '7-part',
    })
    return (afterMs) => cron.nextRun(new Date(afterMs))?.getTime()
  } catch {
    return undefined
  }
}

function invalid(text: string): never {
  throw new TypeError(`Parameter ScheduleExpression is not valid: ${text}`)
}
