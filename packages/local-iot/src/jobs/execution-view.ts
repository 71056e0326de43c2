import type { JobExecution } from './job-execution.ts'
import { secondsLeft } from './time-out.ts'

/** Whole seconds, as AWS counts everywhere in jobs. */
export const seconds = (atMs: number) => Math.floor(atMs / 1000)

/** `JobExecutionSummary` of jobs-mqtt-https-api.html. */
export const executionSummary = ({ jobId, queuedAtMs, startedAtMs, lastUpdatedAtMs, version, executionNumber }: JobExecution) => ({
  jobId, queuedAt: seconds(queuedAtMs), ...(startedAtMs === undefined ? {} : { startedAt: seconds(startedAtMs) }),
  lastUpdatedAt: seconds(lastUpdatedAtMs),
  versionNumber: version, executionNumber,
})

/** `JobExecution` of jobs-mqtt-https-api.html, without the job document. */
export function executionData(execution: JobExecution, nowMs: number) {
  const { thingName, status, statusDetails } = execution
  const { jobId, ...times } = executionSummary(execution)
  return { jobId, thingName, status, ...(statusDetails === undefined ? {} : { statusDetails }), ...times, ...secondsLeft(execution, nowMs) }
}
