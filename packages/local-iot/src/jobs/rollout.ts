import { invalidJob } from './job-error.ts'

export interface RolloutConfig {
  readonly maximumPerMinute?: number | undefined
  readonly exponentialRate?: {
    readonly baseRatePerMinute: number
    readonly incrementFactor: number
    readonly rateIncreaseCriteria: RateIncreaseCriteria
  } | undefined
}

interface RateIncreaseCriteria {
  readonly numberOfNotifiedThings?: number | undefined
  readonly numberOfSucceededThings?: number | undefined
}

/** How many things have been told, and have succeeded. */
interface Progress {
  readonly notified: number
  readonly succeeded: number
}

/** The rate without a configuration: job-limits.html#job-limits-active-concurrent. */
const MAX_PER_MINUTE = 1000

/**
 * How many things may be told of a job within a minute, by how many have been told and have succeeded. An exponential rate grows by its
 * factor each time that the number of its criterion is reached again.
 *
 * @example
 * const exponentialRate = { baseRatePerMinute: 50, incrementFactor: 2, rateIncreaseCriteria: { numberOfNotifiedThings: 1000 } }
 * ratePerMinute({ exponentialRate }, { notified: 2000, succeeded: 0 })  // 200
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html#job-rollout-using
 */
export function ratePerMinute(
  { maximumPerMinute = MAX_PER_MINUTE, exponentialRate }: RolloutConfig, { notified, succeeded }: Progress,
): number {
  if (exponentialRate === undefined) return maximumPerMinute
  const { baseRatePerMinute, incrementFactor, rateIncreaseCriteria: { numberOfNotifiedThings, numberOfSucceededThings } } = exponentialRate
  const reached = numberOfNotifiedThings === undefined
    ? succeeded / (numberOfSucceededThings ?? Infinity)
    : notified / numberOfNotifiedThings
  const steps = Math.floor(reached)
  return Math.max(1, Math.min(maximumPerMinute, Math.floor(baseRatePerMinute * incrementFactor ** steps + 1e-9)))
}

/** Throws JobError for an exponential rate that no job can have. */
export function checkRollout({ exponentialRate }: RolloutConfig): void {
  if (exponentialRate === undefined) return
  const { incrementFactor, rateIncreaseCriteria } = exponentialRate
  if (!hasDecimals(incrementFactor, 1))
    throw invalidJob(`incrementFactor can have one digit after the decimal point, not ${incrementFactor}.`)
  const { numberOfNotifiedThings, numberOfSucceededThings } = rateIncreaseCriteria
  if ((numberOfNotifiedThings === undefined) === (numberOfSucceededThings === undefined))
    throw invalidJob('rateIncreaseCriteria needs either numberOfNotifiedThings or numberOfSucceededThings.')
}

/** Whether a number has at most so many digits after the decimal point. */
export const hasDecimals = (value: number, digits: number) => Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-9
