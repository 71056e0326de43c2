import { ServiceException } from '@keg/aws-service'
import { describedExecution } from '../execution.ts'
import { StateError } from '../state-error.ts'
import type { TaskServices } from './run-task.ts'

/**
 * `states:startExecution`; with `.sync` it waits for the end, and hands on the output as text, with `.sync:2` as JSON.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
 */
export async function startExecution(
  { StateMachineArn, Input = {}, Name }: Readonly<Record<string, unknown>>,
  { stepFunctions }: TaskServices,
  wait: 'start' | 'text' | 'json',
): Promise<unknown> {
  try {
    const execution = stepFunctions.start(
      String(StateMachineArn), typeof Input === 'string' ? Input : JSON.stringify(Input), Name === undefined ? undefined : String(Name),
    )
    const { executionArn, startedAtMs } = execution
    if (wait === 'start') return { ExecutionArn: executionArn, StartDate: startedAtMs }
    await execution.ended
    const described = Object.entries(describedExecution(execution)).map(([name, value]) =>
      [`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, value] as const)
    if (execution.status !== 'SUCCEEDED') throw new StateError('States.TaskFailed', JSON.stringify(Object.fromEntries(described)))
    return {
      ...Object.fromEntries(described), Output: wait === 'text' ? execution.output : JSON.parse(execution.output ?? 'null') as unknown,
    }
  } catch (error) {
    throw error instanceof ServiceException ? new StateError(`StepFunctions.${error.name}`, error.message) : error
  }
}
