import { isCalendarDay } from '../timers/calendar-day.ts'
import { invalidJob } from './job-error.ts'
import { checkWindows, type MaintenanceWindow } from './maintenance-window.ts'

export interface SchedulingConfig {
  readonly startTime?: string | undefined
  readonly endTime?: string | undefined
  readonly endBehavior?: string | undefined
  readonly maintenanceWindows?: readonly MaintenanceWindow[] | undefined
}

const MINUTE_MS = 60_000
const LEAST_MS = 30 * MINUTE_MS
const YEAR_MS = 366 * 24 * 60 * MINUTE_MS

const TIME = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/

/** Milliseconds since 1970 of `2026-12-24 18:00`, UTC where no zone is named; `undefined` for what is no time. */
export function readTime(text: string | undefined): number | undefined {
  const [, day, time, seconds = ':00', zone = 'Z'] = TIME.exec(text ?? '') ?? []
  if (day === undefined || time === undefined || !isCalendarDay(day)) return undefined
  const atMs = Date.parse(`${day}T${time}${seconds}${zone}`)
  return Number.isNaN(atMs) ? undefined : atMs
}

/**
 * Throws JobError where a job can't be scheduled so.
 *
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_SchedulingConfig.html
 */
export function checkSchedule(config: SchedulingConfig, isContinuous: boolean, nowMs: number): void {
  const { startTime, endTime, endBehavior, maintenanceWindows = [] } = config
  if (maintenanceWindows.length > 0 && !isContinuous) throw invalidJob('Maintenance windows are for CONTINUOUS jobs.')
  checkWindows(maintenanceWindows, nowMs)
  const startMs = timeOf('startTime', startTime) ?? nowMs
  const endMs = timeOf('endTime', endTime)
  const isNear = startTime !== undefined && startMs < nowMs + LEAST_MS
  if (isNear) throw invalidJob(`startTime must be at least 30 minutes from now, not ${startTime}.`)
  if (startMs > nowMs + YEAR_MS) throw invalidJob(`startTime can be at most a year from now, not ${startTime}.`)
  if (endMs === undefined) {
    if (endBehavior !== undefined) throw invalidJob('endBehavior needs an endTime.')
    return
  }
  const from = startTime === undefined ? 'now' : 'startTime'
  if (endMs < startMs + LEAST_MS) throw invalidJob(`endTime must be at least 30 minutes after ${from}, not ${endTime}.`)
  if (endMs > nowMs + 2 * YEAR_MS) throw invalidJob(`endTime can be at most two years from now, not ${endTime}.`)
}

function timeOf(name: string, text: string | undefined): number | undefined {
  const atMs = readTime(text)
  if (text !== undefined && atMs === undefined) throw invalidJob(`${name} must be a time as 2026-12-24 18:00, not ${JSON.stringify(text)}.`)
  return atMs
}
