import type { JobExecution } from '../../jobs/job-execution.ts'
import type { Job } from '../../jobs/job.ts'
import { nextStartsMs } from '../../jobs/maintenance-window.ts'
import { attempts } from '../../jobs/retry.ts'
import { readTime } from '../../jobs/schedule.ts'
import { secondsLeft } from '../../jobs/time-out.ts'
import type { IotCore } from '../iot-core.ts'
import { settingsOf } from './settings.ts'

export const jobArn = ({ state }: Pick<IotCore, 'state'>, jobId: string) => state.arn(`job/${jobId}`)

const at = (atMs: number | undefined) => (atMs === undefined ? undefined : new Date(atMs))

/** Whether a job is rolling out. job-limits.html#job-limits-active-concurrent */
const isConcurrent = ({ status, waiting }: Job) => status === 'IN_PROGRESS' && waiting.length > 0

const base = (core: IotCore, job: Job) => ({
  jobArn: jobArn(core, job.jobId), jobId: job.jobId, targetSelection: job.targetSelection, status: job.status,
  createdAt: at(job.createdAtMs), lastUpdatedAt: at(job.lastUpdatedAtMs), completedAt: at(job.completedAtMs),
  isConcurrent: isConcurrent(job),
})

export const jobSummary = (core: IotCore, job: Job) => base(core, job)

/** How many of the next maintenance windows are told: API_ScheduledJobRollout.html. */
const SHOWN_ROLLOUTS = 7

function rollouts({ schedulingConfig, status, isOver }: Job, nowMs: number) {
  const { maintenanceWindows = [] } = schedulingConfig ?? {}
  if (maintenanceWindows.length === 0 || isOver === true || (status !== 'IN_PROGRESS' && status !== 'SCHEDULED')) return {}
  const starts = nextStartsMs(maintenanceWindows, Math.max(nowMs, readTime(schedulingConfig?.startTime) ?? nowMs), SHOWN_ROLLOUTS)
  return { scheduledJobRollouts: starts.map((atMs) => ({ startTime: new Date(atMs).toISOString().slice(0, 16).replace('T', ' ') })) }
}

/** `Job` of API_Job.html. */
export function jobDetails(core: IotCore, job: Job) {
  const { things } = core.jobs.store.counts(job.jobId)
  const { targets, description, comment, reasonCode, forceCanceled, schedulingConfig, jobTemplateArn } = job
  return {
    ...base(core, job), ...settingsOf(job), ...rollouts(job, core.state.clock.nowMs()),
    targets, description, comment, reasonCode, forceCanceled, schedulingConfig, jobTemplateArn,
    jobProcessDetails: {
      ...(isConcurrent(job) && { processingTargets: job.targets }),
      numberOfCanceledThings: things.CANCELED, numberOfSucceededThings: things.SUCCEEDED, numberOfFailedThings: things.FAILED,
      numberOfRejectedThings: things.REJECTED, numberOfQueuedThings: things.QUEUED, numberOfInProgressThings: things.IN_PROGRESS,
      numberOfRemovedThings: things.REMOVED, numberOfTimedOutThings: things.TIMED_OUT,
    },
  }
}

const times = ({ queuedAtMs, startedAtMs, lastUpdatedAtMs }: JobExecution) =>
  ({ queuedAt: at(queuedAtMs), startedAt: at(startedAtMs), lastUpdatedAt: at(lastUpdatedAtMs) })

export const executionSummary = (execution: JobExecution) => ({
  status: execution.status, ...times(execution), executionNumber: execution.executionNumber, retryAttempt: attempts(execution.retried),
})

/** `JobExecution` of API_JobExecution.html. */
export function executionDetails({ state }: IotCore, execution: JobExecution) {
  const { jobId, thingName, status, statusDetails, executionNumber, version, forceCanceled } = execution
  return {
    jobId, status, forceCanceled, ...(statusDetails === undefined ? {} : { statusDetails: { detailsMap: statusDetails } }),
    thingArn: state.arn(`thing/${thingName}`), ...times(execution), executionNumber, versionNumber: version,
    ...secondsLeft(execution, state.clock.nowMs()),
  }
}

/** Lists executions in the order they were queued. */
export const inOrder = ({ position }: JobExecution) => String(position).padStart(16, '0')
