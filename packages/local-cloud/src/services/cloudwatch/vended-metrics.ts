import type { ExecutionObserver } from '../step-functions/step-functions.ts'
import type { Metrics } from './metrics.ts'

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
export function executionObserver(metrics: Metrics): ExecutionObserver {
  const names = { RUNNING: 'ExecutionsStarted', SUCCEEDED: 'ExecutionsSucceeded', FAILED: 'ExecutionsFailed', TIMED_OUT: 'ExecutionsTimedOut', ABORTED: 'ExecutionsAborted' } as const
  return ({ stateMachineArn, status, startedAtMs, stoppedAtMs }) => {
    const dimensions = { StateMachineArn: stateMachineArn }
    metrics.count('AWS/States', names[status], dimensions, 1)
    if (stoppedAtMs !== undefined) metrics.count('AWS/States', 'ExecutionTime', dimensions, stoppedAtMs - startedAtMs, 'Milliseconds')
  }
}
