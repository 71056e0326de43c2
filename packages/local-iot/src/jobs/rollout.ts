import { invalidJob } from './job-error.ts'

export interface RolloutConfig {
  readonly maximumPerMinute?: number | undefined
  readonly exponentialRate?: {
    readonly baseRatePerMinute: number
    readonly incrementFactor: number
    readonly rateIncreaseCriteria: { readonly numberOfNotifiedThings?: number | undefined; readonly numberOfSucceededThings?: number | undefined }
  } | undefined
}

/** The rate without a configuration: job-limits.html#job-limits-active-concurrent. */
export const MAX_PER_MINUTE = 1000

/**
 * How many things may be told of a job within a minute, by how many have been told and have succeeded. An exponential rate grows by its
 * factor each time that the number of its criterion is reached again.
 *
 * @example ratePerMinute({ exponentialRate: { baseRatePerMinute: 50, incrementFactor: 2, rateIncreaseCriteria: { numberOfNotifiedThings: 1000 } } }, { notified: 2000, succeeded: 0 })  // 200
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html#job-rollout-using
 */
export function ratePerMinute({ maximumPerMinute = MAX_PER_MINUTE, exponentialRate }: RolloutConfig, { notified, succeeded }: { readonly notified: number; readonly succeeded: number }): number {
  if (exponentialRate === undefined) return maximumPerMinute
  const { baseRatePerMinute, incrementFactor, rateIncreaseCriteria: { numberOfNotifiedThings, numberOfSucceededThings } } = exponentialRate
  const steps = numberOfNotifiedThings === undefined ? Math.floor(succeeded / (numberOfSucceededThings ?? Infinity)) : Math.floor(notified / numberOfNotifiedThings)
  return Math.max(1, Math.min(maximumPerMinute, Math.floor(baseRatePerMinute * incrementFactor ** steps + 1e-9)))
}

/** Throws JobError for an exponential rate that no job can have. */
export function checkRollout({ exponentialRate }: RolloutConfig): void {
  if (exponentialRate === undefined) return
  const { incrementFactor, rateIncreaseCriteria } = exponentialRate
  if (!hasDecimals(incrementFactor, 1)) throw invalidJob(`incrementFactor can have one digit after the decimal point, not ${incrementFactor}.`)
  const criteria = [rateIncreaseCriteria.numberOfNotifiedThings, rateIncreaseCriteria.numberOfSucceededThings].filter((number) => number !== undefined)
  if (criteria.length !== 1) throw invalidJob('rateIncreaseCriteria needs either numberOfNotifiedThings or numberOfSucceededThings.')
}

/** Whether a number has at most so many digits after the decimal point. */
export const hasDecimals = (value: number, digits: number) => Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-9
