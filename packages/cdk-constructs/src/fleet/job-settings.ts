import { Token, type Duration } from 'aws-cdk-lib'
import type { Refusals } from '../device/refusals.ts'
import { present } from '../device/present.ts'

/**
 * How a job ends without success on a device.
 *
 * @example const abort = [{ failure: JobFailure.FAILED, thresholdPercentage: 20, minimumExecutions: 2 }]
 */
export const JobFailure = { FAILED: 'FAILED', REJECTED: 'REJECTED', TIMED_OUT: 'TIMED_OUT', ALL: 'ALL' } as const
export type JobFailure = (typeof JobFailure)[keyof typeof JobFailure]

/** As many devices in each minute. */
export interface ConstantRollout {
  /** 1 to 1,000. */
  readonly perMinute: number
}

/** A few devices first, more in each minute as it goes well. */
export interface ExponentialRollout {
  /** At the beginning, 1 to 1,000. */
  readonly basePerMinute: number
  /** 1.1 to 5, with one digit after the point. */
  readonly factor: number
  /** How many devices it takes for the next step: those that were told of the job, or those that succeeded. */
  readonly after: { readonly notified: number } | { readonly succeeded: number }
  /** @default 1000 */
  readonly maximumPerMinute?: number
}

export type JobRollout = ConstantRollout | ExponentialRollout

/** When a job is cancelled for all devices that have not begun. */
export interface JobAbort {
  readonly failure: JobFailure
  /** Of the executions, over 0 and up to 100, with two digits after the point. */
  readonly thresholdPercentage: number
  /** As many executions there have to be first. */
  readonly minimumExecutions: number
}

/** How often a device that failed gets the job again. */
export interface JobRetry {
  readonly failure: 'FAILED' | 'TIMED_OUT' | 'ALL'
  /** 0 to 10, of all failures together. */
  readonly times: number
}

const MAX_PER_MINUTE = 1_000
const MAX_MINUTES = 10_080
const MAX_RETRIES = 10
const FACTOR = { least: 1.1, most: 5 }

/** Whether a number has at most so many digits after the point. */
const hasDigits = (value: number, digits: number) => Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-9

/** As CloudFormation has it, whose class of CDK writes it as it is given. @see https://docs.aws.amazon.com/iot/latest/apireference/API_JobExecutionsRolloutConfig.html */
export function rolloutConfig(rollout: JobRollout | undefined, refusals: Refusals): object | undefined {
  if (rollout === undefined) return undefined
  if ('perMinute' in rollout) {
    refusals.range('rollout.perMinute', rollout.perMinute, [1, MAX_PER_MINUTE], 'devices')
    return { MaximumPerMinute: rollout.perMinute }
  }
  const { basePerMinute, factor, after, maximumPerMinute = MAX_PER_MINUTE } = rollout
  const [[name, count]] = Object.entries(after) as [[string, number]]
  refusals.range('rollout.basePerMinute', basePerMinute, [1, MAX_PER_MINUTE], 'devices')
  refusals.range('rollout.maximumPerMinute', maximumPerMinute, [1, MAX_PER_MINUTE], 'devices')
  refusals.range(`rollout.after.${name}`, count, [1, Number.MAX_SAFE_INTEGER], 'devices')
  if (!Token.isUnresolved(factor) && (factor < FACTOR.least || factor > FACTOR.most || !hasDigits(factor, 1)))
    refusals.refuse('rollout.factor', `${factor} is not what AWS IoT takes; take ${FACTOR.least} to ${FACTOR.most}, with one digit after the point`)
  return {
    ExponentialRolloutRate: {
      BaseRatePerMinute: basePerMinute, IncrementFactor: factor,
      RateIncreaseCriteria: name === 'notified' ? { NumberOfNotifiedThings: count } : { NumberOfSucceededThings: count },
    },
    MaximumPerMinute: maximumPerMinute,
  }
}

/** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AbortCriteria.html */
export function abortConfig(abort: readonly JobAbort[] | undefined, refusals: Refusals): object | undefined {
  if (abort === undefined || abort.length === 0) return undefined
  for (const [index, { thresholdPercentage: percent, minimumExecutions }] of abort.entries()) {
    refusals.range(`abort[${index}].minimumExecutions`, minimumExecutions, [1, Number.MAX_SAFE_INTEGER], 'executions')
    if (!Token.isUnresolved(percent) && (percent <= 0 || percent > 100 || !hasDigits(percent, 2)))
      refusals.refuse(`abort[${index}].thresholdPercentage`, `${percent} % is not what AWS IoT takes; take more than 0 and up to 100, with two digits after the point`)
  }
  return {
    CriteriaList: abort.map(({ failure, thresholdPercentage, minimumExecutions }) => ({
      Action: 'CANCEL', FailureType: failure, ThresholdPercentage: thresholdPercentage, MinNumberOfExecutedThings: minimumExecutions,
    })),
  }
}

/** @see https://docs.aws.amazon.com/iot/latest/apireference/API_TimeoutConfig.html */
export function timeoutConfig(timeout: Duration | undefined, refusals: Refusals): object | undefined {
  if (timeout === undefined) return undefined
  const minutes = timeout.toMinutes({ integral: false })
  refusals.range('timeout', minutes, [1, MAX_MINUTES], 'min')
  return { InProgressTimeoutInMinutes: minutes }
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html#job-retry-configuration */
export function retryConfig(retries: readonly JobRetry[] | undefined, hasTimeout: boolean, refusals: Refusals) {
  if (retries === undefined || retries.length === 0) return undefined
  const failures = retries.map(({ failure }) => failure)
  if (new Set(failures).size < failures.length || (failures.includes('ALL') && failures.length > 1))
    refusals.refuse('retries', `AWS IoT takes one entry for each failure, or one for ALL, not ${failures.join(', ')}`)
  for (const [index, { times }] of retries.entries()) refusals.range(`retries[${index}].times`, times, [0, MAX_RETRIES], 'times')
  const sum = retries.reduce((all, { times }) => all + times, 0)
  if (!Token.isUnresolved(sum) && sum > MAX_RETRIES)
    refusals.refuse('retries', `${sum} times are more than AWS IoT takes; take ${MAX_RETRIES} at most, of all failures together`)
  if (failures.includes('TIMED_OUT') && !hasTimeout)
    refusals.refuse('retries', 'nothing times out without a timeout; give one, or leave TIMED_OUT out')
  return { retryCriteriaList: retries.map(({ failure, times }) => present({ failureType: failure, numberOfRetries: times })) }
}
