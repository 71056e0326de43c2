import type { JobExecution } from './job-execution.ts'

/** In the order in which a thing is to run them: what is in progress, then what was queued first. jobs-mqtt-api.html */
export const pendingOrder = (executions: readonly JobExecution[]): readonly JobExecution[] =>
  [...executions].sort((one, other) => rank(one) - rank(other) || one.position - other.position)

const rank = ({ status }: JobExecution) => (status === 'IN_PROGRESS' ? 0 : 1)

/** How many pending executions are told of at once: job-limits.html#job-execution-limits. */
export const pendingLimit = (isAnyScheduled: boolean) => (isAnyScheduled ? 15 : 10)
