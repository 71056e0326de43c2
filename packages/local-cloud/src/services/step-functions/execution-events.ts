import type { Ports } from '../../ground/ports.ts'
import type { ExecutionObserver } from './step-functions.ts'

/**
 * Tells the default event bus of executions of standard machines.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export function executionEvents(emit: Ports['emit']): ExecutionObserver {
  return ({ executionArn, stateMachineArn, name, status, startedAtMs, stoppedAtMs, input, output, error, cause }) => {
    if (executionArn.includes(':express:')) return
    const detail = {
      executionArn, stateMachineArn, name, status, startDate: startedAtMs, stopDate: stoppedAtMs ?? null, input, output: output ?? null,
      inputDetails: { included: true }, outputDetails: output === undefined ? null : { included: true }, error: error ?? null,
      cause: cause ?? null,
    }
    emit('aws.states', 'Step Functions Execution Status Change', detail, [executionArn])
  }
}

/** Several as one. */
export function observers(...all: readonly ExecutionObserver[]): ExecutionObserver {
  return (execution) => {
    for (const observe of all) observe(execution)
  }
}
