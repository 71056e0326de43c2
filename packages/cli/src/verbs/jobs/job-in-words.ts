import type { AbortCriteria, Job, JobExecutionFailureType } from '@aws-sdk/client-iot'

/**
 * How fast a job is told to things: `20 a minute, 2 times as many after each 20 that succeeded, 1000 at most`. `undefined` where the job
 * does not say.
 */
export function rolloutInWords({ maximumPerMinute, exponentialRate }: NonNullable<Job['jobExecutionsRolloutConfig']>): string | undefined {
  if (exponentialRate === undefined) return maximumPerMinute === undefined ? undefined : `${maximumPerMinute} a minute at most`
  const most = maximumPerMinute === undefined ? [] : [`${maximumPerMinute} at most`]
  const { baseRatePerMinute, incrementFactor, rateIncreaseCriteria } = exponentialRate
  const { numberOfNotifiedThings: told, numberOfSucceededThings: succeeded } = rateIncreaseCriteria ?? {}
  const after = succeeded === undefined ? `${told} that were told` : `${succeeded} that succeeded`
  return [`${baseRatePerMinute} a minute`, `${incrementFactor} times as many after each ${after}`, ...most].join(', ')
}

const ENDED_SO: Readonly<Record<JobExecutionFailureType, string>> = {
  ALL: 'failed, were rejected or timed out', FAILED: 'failed', REJECTED: 'were rejected', TIMED_OUT: 'timed out',
}

/** When a job is taken back: `where 20 % failed, after 2`. */
export const abortInWords = ({ failureType, thresholdPercentage, minNumberOfExecutedThings }: AbortCriteria): string =>
  `where ${thresholdPercentage} % ${failureType && ENDED_SO[failureType]}, after ${minNumberOfExecutedThings}`

/** How long a thing may be at it: `10 min`. `undefined` = as long as it takes. */
export const timeoutInWords = ({ inProgressTimeoutInMinutes }: NonNullable<Job['timeoutConfig']>): string | undefined =>
  (inProgressTimeoutInMinutes === undefined ? undefined : `${inProgressTimeoutInMinutes} min`)

/** What is tried again: `TIMED_OUT 1, FAILED 2`. `undefined` = nothing. */
export function retriesInWords({ criteriaList = [] }: NonNullable<Job['jobExecutionsRetryConfig']>): string | undefined {
  const told = criteriaList.map(({ failureType, numberOfRetries }) => `${failureType} ${numberOfRetries}`)
  return told.length === 0 ? undefined : told.join(', ')
}
