import { Cron } from 'croner'
import { invalidJob } from './job-error.ts'

/** A time that comes again and again, as long as it lasts. */
export interface MaintenanceWindow {
  /** `cron(minutes hours day month weekday year)`, UTC. */
  readonly startTime: string
  readonly durationInMinutes: number
}

const MINUTE_MS = 60_000

/** The times of a window's `startTime`. Throws JobError for a text that has none. */
function startsOf(startTime: string): Cron {
  const [, argument = ''] = /^cron\((.+)\)$/.exec(startTime.trim()) ?? []
  const fields = argument.split(/\s+/)
  const [minutes, hours, day, month, weekday, year] = fields
  const refused = invalidJob(`A maintenance window starts at cron(minutes hours day month weekday year), one of the two days being ?, not ${startTime}.`)
  if (fields.length !== 6 || (day === '?') === (weekday === '?')) throw refused
  try {
    return new Cron(['0', minutes, hours, day, month, weekday, year].join(' '), {
      timezone: 'UTC', paused: true, alternativeWeekdays: true, sloppyRanges: true, mode: '7-part',
    })
  } catch {
    throw refused
  }
}

/** Throws JobError for windows that no job can have. */
export function checkWindows(windows: readonly MaintenanceWindow[], nowMs: number): void {
  for (const { startTime } of windows)
    if (startsOf(startTime).nextRun(new Date(nowMs)) === null) throw invalidJob(`The maintenance window ${startTime} never comes.`)
}

/** Until when one of the windows is open; `undefined` where none is now. */
export function openUntilMs(windows: readonly MaintenanceWindow[], nowMs: number): number | undefined {
  const ends = windows.flatMap(({ startTime, durationInMinutes }) => {
    const lastsMs = durationInMinutes * MINUTE_MS
    const startMs = startsOf(startTime).nextRun(new Date(nowMs - lastsMs))?.getTime()
    return startMs !== undefined && startMs <= nowMs ? [startMs + lastsMs] : []
  })
  return ends.length === 0 ? undefined : Math.max(...ends)
}

/** When windows open next, in order. */
export const nextStartsMs = (windows: readonly MaintenanceWindow[], nowMs: number, count: number): readonly number[] =>
  [...new Set(windows.flatMap(({ startTime }) => startsOf(startTime).nextRuns(count, new Date(nowMs)).map((start) => start.getTime())))]
    .sort((one, other) => one - other)
    .slice(0, count)
