import { SendTaskFailureCommand, SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn'
import type { WaitingTasks } from '../ports.ts'

/**
 * What AWS answers of a task that was told, is late or was stopped.
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html
 */
const OVER: ReadonlySet<string> = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])

/** Tells tasks of AWS Step Functions. */
export const stepFunctionsTasks = (client = new SFNClient()): WaitingTasks => ({
  succeed: (taskToken) => told(client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))),
  fail: (taskToken, cause) => told(client.send(new SendTaskFailureCommand({ taskToken, error: 'DeliveryFailed', cause }))),
})

async function told(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer
    return true
  } catch (error) {
    if (error instanceof Error && OVER.has(error.name)) return false
    throw error
  }
}
