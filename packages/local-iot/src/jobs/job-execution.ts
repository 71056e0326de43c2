import { JobError } from './job-error.ts'
import { inMinutes, stepTimeout } from './time-out.ts'

export type ExecutionStatus = 'QUEUED' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'REJECTED' | 'REMOVED' | 'CANCELED'

export const EXECUTION_STATUSES: readonly ExecutionStatus[] = [
  'QUEUED', 'IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'REJECTED', 'REMOVED', 'CANCELED',
]

/** One run of a job on one thing. Values are replaced with every change. */
export interface JobExecution {
  readonly jobId: string
  readonly thingName: string
  /** From 1 for each job and thing. */
  readonly executionNumber: number
  /** The order in which executions were queued, over all things. */
  readonly position: number
  readonly status: ExecutionStatus
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
  readonly queuedAtMs: number
  readonly startedAtMs?: number | undefined
  readonly lastUpdatedAtMs: number
  /** 1 when queued, one more with each change. */
  readonly version: number
  readonly forceCanceled?: boolean | undefined
  /** How often it was tried before, by how that ended. */
  readonly retried: { readonly FAILED: number; readonly TIMED_OUT: number }
  readonly stepDueMs?: number | undefined
  readonly progressDueMs?: number | undefined
}

export interface ExecutionState {
  readonly status: ExecutionStatus
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
  readonly versionNumber: number
}

/** Who changes an execution: its device, or the service. */
export type By = 'device' | 'service'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-jobs-lifecycle.html#iot-job-execution-states */
const MOVES: Readonly<Record<By, Partial<Record<ExecutionStatus, readonly ExecutionStatus[]>>>> = {
  device: {
    QUEUED: ['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED'],
    IN_PROGRESS: ['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED'],
  },
  service: { QUEUED: ['REMOVED', 'CANCELED'], IN_PROGRESS: ['TIMED_OUT', 'REMOVED', 'CANCELED'] },
}

export const isTerminal = (status: ExecutionStatus): boolean => status !== 'QUEUED' && status !== 'IN_PROGRESS'

export const mayMove = (from: ExecutionStatus, to: ExecutionStatus, by: By): boolean => MOVES[by][from]?.includes(to) === true

export interface Move {
  readonly to: ExecutionStatus
  readonly by: By
  readonly nowMs: number
  /** Absent = unchanged. */
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
  /** Minutes from now; -1 ends the timer, absent leaves it. */
  readonly stepTimeoutInMinutes?: number | undefined
  /** What the job says; it counts where the execution starts. */
  readonly inProgressTimeoutInMinutes?: number | undefined
  readonly forced?: boolean | undefined
}

/** The execution after a change. Throws JobError `InvalidStateTransition`, and `InvalidRequest` for a time-out that can't be. */
export function moved(execution: JobExecution, move: Move): JobExecution {
  const { to, by, nowMs, statusDetails, stepTimeoutInMinutes, inProgressTimeoutInMinutes, forced } = move
  const { status: from, version } = execution
  if (!mayMove(from, to, by)) {
    throw new JobError('InvalidStateTransition', `A job execution can't go from ${from} to ${to}.`, stateOf(execution))
  }
  const { stepDueMs, progressDueMs, ...rest } = execution
  const changed = {
    ...rest, status: to, statusDetails: statusDetails ?? execution.statusDetails, version: version + 1, lastUpdatedAtMs: nowMs,
    ...(forced === true ? { forceCanceled: true } : {}),
  }
  const stepDue = stepTimeout(stepTimeoutInMinutes, nowMs, stepDueMs)
  if (to !== 'IN_PROGRESS') return changed
  if (from === 'IN_PROGRESS') return { ...changed, stepDueMs: stepDue, progressDueMs }
  return { ...changed, startedAtMs: nowMs, stepDueMs: stepDue, progressDueMs: inMinutes(inProgressTimeoutInMinutes, nowMs) }
}

export const stateOf = ({ status, statusDetails, version }: JobExecution): ExecutionState =>
  ({ status, statusDetails, versionNumber: version })

/** Where an execution is kept. */
export const executionKey = ({ thingName, jobId, executionNumber }: Pick<JobExecution, 'thingName' | 'jobId' | 'executionNumber'>) =>
  `${thingName}/${jobId}/${executionNumber}`
