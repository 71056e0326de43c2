import { invalidJob } from './job-error.ts'
import type { JobExecution } from './job-execution.ts'

const MINUTE_MS = 60_000
/** Seven days. */
const MAX_MINUTES = 10_080

export const inMinutes = (minutes: number | undefined, nowMs: number) => (minutes === undefined ? undefined : nowMs + minutes * MINUTE_MS)

/**
 * When the step timer runs out after a request: -1 ends it, an absent value leaves it. Throws JobError.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-mqtt-api.html#mqtt-startnextpendingjobexecution
 */
export function stepTimeout(minutes: number | undefined, nowMs: number, dueMs: number | undefined): number | undefined {
  if (minutes === undefined) return dueMs
  if (minutes === -1) return undefined
  return inMinutes(checkMinutes('stepTimeoutInMinutes', minutes), nowMs)
}

/** Throws JobError for a time that no time-out can have. */
export function checkMinutes(name: string, minutes: number): number {
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_MINUTES) return minutes
  throw invalidJob(`${name} must be a whole number from 1 to ${MAX_MINUTES}, not ${minutes}.`)
}

/** Whole seconds until the execution times out, as AWS tells of them: in no member where it never does. */
export function secondsLeft(execution: JobExecution, nowMs: number): { readonly approximateSecondsBeforeTimedOut?: number } {
  const dueMs = timesOutAtMs(execution)
  return dueMs === undefined ? {} : { approximateSecondsBeforeTimedOut: Math.max(0, Math.ceil((dueMs - nowMs) / 1000)) }
}

/** When the execution times out; `undefined`: never. The step timer never goes beyond the in-progress timer. */
export function timesOutAtMs({ status, stepDueMs, progressDueMs }: JobExecution): number | undefined {
  const dues = [stepDueMs, progressDueMs].filter((due) => due !== undefined)
  return status !== 'IN_PROGRESS' || dues.length === 0 ? undefined : Math.min(...dues)
}
