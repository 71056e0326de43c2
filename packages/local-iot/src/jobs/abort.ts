import type { ExecutionStatus } from './job-execution.ts'
import { invalidJob } from './job-error.ts'
import { hasDecimals } from './rollout.ts'

export interface AbortCriteria {
  readonly failureType: string
  readonly action: string
  readonly thresholdPercentage: number
  readonly minNumberOfExecutedThings: number
}

export interface AbortConfig {
  readonly criteriaList: readonly AbortCriteria[]
}

const FAILURES: readonly ExecutionStatus[] = ['FAILED', 'REJECTED', 'TIMED_OUT']

/**
 * The first criterion that is met, by how many executions there are of each status; `undefined` where the job goes on. A retry counts as an
 * execution of its own.
 *
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_AbortCriteria.html
 */
export function metCriterion(
  config: AbortConfig | undefined,
  executions: Readonly<Record<ExecutionStatus, number>>,
): AbortCriteria | undefined {
  const all = Object.values(executions).reduce((sum, count) => sum + count, 0)
  return config?.criteriaList.find(({ failureType, thresholdPercentage, minNumberOfExecutedThings }) => {
    const types = failureType === 'ALL' ? FAILURES : FAILURES.filter((status) => status === failureType)
    const failed = types.reduce((sum, status) => sum + executions[status], 0)
    return failed > 0 && all >= minNumberOfExecutedThings && failed * 100 >= thresholdPercentage * all
  })
}

/** Throws JobError for a percentage that no criterion can have. */
export function checkAbort({ criteriaList }: AbortConfig): void {
  for (const { thresholdPercentage } of criteriaList) {
    if (thresholdPercentage <= 0 || !hasDecimals(thresholdPercentage, 2)) {
      throw invalidJob(`thresholdPercentage must be over 0, with at most two digits after the decimal point, not ${thresholdPercentage}.`)
    }
  }
}
