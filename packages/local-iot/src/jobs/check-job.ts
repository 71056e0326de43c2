import { isRecord } from '@keg/aws-service'
import { isTooDeep, MAX_LEVELS } from '../json/levels.ts'
import { checkAbort } from './abort.ts'
import { invalidJob } from './job-error.ts'
import type { JobDefinition, JobSettings } from './job.ts'
import { checkRetry } from './retry.ts'
import { checkRollout } from './rollout.ts'
import { checkSchedule } from './schedule.ts'
import { checkMinutes } from './time-out.ts'

/** The most targets of a job: API_AssociateTargetsWithJob.html. */
export const MAX_TARGETS = 100

/** Throws JobError for settings that no job can have. */
export function checkSettings({ jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig }: JobSettings): void {
  const minutes = timeoutConfig?.inProgressTimeoutInMinutes
  if (minutes !== undefined) checkMinutes('inProgressTimeoutInMinutes', minutes)
  if (jobExecutionsRolloutConfig !== undefined) checkRollout(jobExecutionsRolloutConfig)
  if (abortConfig !== undefined) checkAbort(abortConfig)
  if (jobExecutionsRetryConfig !== undefined) checkRetry(jobExecutionsRetryConfig, minutes !== undefined)
}

/** Throws JobError for a job that can't be. */
export function checkJob(job: Omit<JobDefinition, 'jobId'>, nowMs: number): void {
  const { targets, schedulingConfig, targetSelection } = job
  checkDocument(job)
  checkSettings(job)
  if (new Set(targets).size > MAX_TARGETS) throw invalidJob(`A job can have at most ${MAX_TARGETS} targets, not ${targets.length}.`)
  if (schedulingConfig !== undefined) checkSchedule(schedulingConfig, targetSelection === 'CONTINUOUS', nowMs)
}

/** Throws JobError for a document that no device could read: it is a JSON object, and not nested too deep. */
export function checkDocument({ document }: Pick<JobDefinition, 'document'>): void {
  const value = read(document)
  if (!isRecord(value)) throw invalidJob('The job document must be a JSON object.')
  if (isTooDeep(value)) throw invalidJob(`The job document can have at most ${MAX_LEVELS} levels of objects and lists.`)
}

function read(document: string): unknown {
  try {
    return JSON.parse(document)
  } catch (error) {
    throw invalidJob(`The job document is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
