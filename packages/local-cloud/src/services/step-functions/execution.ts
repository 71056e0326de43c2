/** How an execution stands. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

/** One execution of a state machine. */
export interface Execution {
  readonly executionArn: string
  readonly stateMachineArn: string
  readonly name: string
  /** JSON. */
  readonly input: string
  readonly startedAtMs: number
  readonly ended: Promise<unknown>
  /** Stops it, with what `DescribeExecution` is to tell. */
  readonly stop: (error: string | undefined, cause: string | undefined) => void
  status: ExecutionStatus
  stoppedAtMs?: number
  /** JSON. */
  output?: string
  error?: string | undefined
  cause?: string | undefined
}

/** As `DescribeExecution` has it. @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html */
export function describedExecution(execution: Execution) {
  const { executionArn, stateMachineArn, name, status, startedAtMs, stoppedAtMs, input, output, error, cause } = execution
  return {
    executionArn, stateMachineArn, name, status, input,
    startDate: startedAtMs / 1000,
    inputDetails: { included: true },
    ...(stoppedAtMs === undefined ? {} : { stopDate: stoppedAtMs / 1000 }),
    ...(output === undefined ? {} : { output, outputDetails: { included: true } }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  }
}
