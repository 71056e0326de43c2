import type { ExecutionState } from './job-execution.ts'

/**
 * The codes of a refused request for jobs: those of jobs-api.html#jobs-mqtt-error-response that can come here, and `Conflict` for a name
 * that is taken. The broker refuses a topic that is none of jobs' before they see it.
 */
export type JobErrorCode =
  | 'Conflict'
    | 'InvalidJson'
    | 'InvalidRequest'
    | 'InvalidStateTransition'
    | 'ResourceNotFound'
    | 'TerminalStateReached'
    | 'VersionMismatch'

/** A request for jobs that is refused. */
export class JobError extends Error {
  override readonly name = 'JobError'
  readonly code: JobErrorCode
  /** How the execution stands that could not be changed. */
  readonly executionState: ExecutionState | undefined
  constructor(code: JobErrorCode, message: string, executionState?: ExecutionState) {
    super(message)
    this.code = code
    this.executionState = executionState
  }
}

export const invalidJob = (message: string) => new JobError('InvalidRequest', message)
export const invalidState = (message: string) => new JobError('InvalidStateTransition', message)
export const noSuch = (message: string) => new JobError('ResourceNotFound', message)
