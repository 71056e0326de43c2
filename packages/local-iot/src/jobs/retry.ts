import { invalidJob } from './job-error.ts'
import type { ExecutionStatus, JobExecution } from './job-execution.ts'

export interface RetryConfig {
  readonly criteriaList: readonly { readonly failureType: string; readonly numberOfRetries: number }[]
}

type Retried = JobExecution['retried']

/** For both failure types together. */
const MAX_RETRIES = 10

/**
 * What an execution that ended so was retried before, with this time; `undefined` where it is not to be retried.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html#job-retry-configuration
 */
export function nextRetry(config: RetryConfig | undefined, status: ExecutionStatus, retried: Retried): Retried | undefined {
  if (status !== 'FAILED' && status !== 'TIMED_OUT') return undefined
  const criterion = config?.criteriaList.find(({ failureType }) => failureType === status || failureType === 'ALL')
  if (criterion === undefined) return undefined
  const used = criterion.failureType === 'ALL' ? attempts(retried) : retried[status]
  return used < criterion.numberOfRetries ? { ...retried, [status]: retried[status] + 1 } : undefined
}

/** Which attempt an execution is: 0 for the first. */
export const attempts = ({ FAILED, TIMED_OUT }: Retried): number => FAILED + TIMED_OUT

/** Throws JobError for retries that no job can have. */
export function checkRetry({ criteriaList }: RetryConfig, hasTimeout: boolean): void {
  const types = criteriaList.map(({ failureType }) => failureType)
  if (new Set(types).size < types.length || (types.includes('ALL') && types.length > 1)) {
    throw invalidJob(`jobExecutionsRetryConfig can have one criterion for each failure type, or one for ALL, not ${types.join(', ')}.`)
  }
  const sum = criteriaList.reduce((all, { numberOfRetries }) => all + numberOfRetries, 0)
  if (sum > MAX_RETRIES)
    throw invalidJob(`A job execution can be retried ${MAX_RETRIES} times at most, for all failure types together, not ${sum}.`)
  if (types.includes('TIMED_OUT') && !hasTimeout) throw invalidJob('Retries of TIMED_OUT need a timeoutConfig.')
}
