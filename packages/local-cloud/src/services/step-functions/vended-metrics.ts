import type { Ports } from '../../ground/ports.ts'
import type { ExecutionObserver } from './step-functions.ts'

const names = {
  RUNNING: 'ExecutionsStarted', SUCCEEDED: 'ExecutionsSucceeded', FAILED: 'ExecutionsFailed', TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
} as const

/** Counts executions. @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
export function executionMetrics(count: Ports['count']): ExecutionObserver {
  return ({ stateMachineArn, status, startedAtMs, stoppedAtMs }) => {
    const dimensions = { StateMachineArn: stateMachineArn }
    count('AWS/States', names[status], dimensions, 1)
    if (stoppedAtMs !== undefined) count('AWS/States', 'ExecutionTime', dimensions, stoppedAtMs - startedAtMs, 'Milliseconds')
  }
}
