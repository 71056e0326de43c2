import { ServiceException } from '@keg/aws-service'
import type { StepFunctions } from '../step-functions.ts'
import { executionOfToken } from '../task-token.ts'
import { operation } from './operation.ts'

/** The task hands on the output. */
export const sendTaskSuccess = operation('SendTaskSuccess', ({ taskToken, output }, functions) => {
  expectToken(taskToken)
  expectJson(output)
  return taken(functions.tokens.answer(taskToken, { output }), taskToken, functions)
})

/** The task fails, with a name for retriers and catchers where one is given. */
export const sendTaskFailure = operation('SendTaskFailure', ({ taskToken, error, cause }, functions) => {
  expectToken(taskToken)
  return taken(functions.tokens.answer(taskToken, { error, cause }), taskToken, functions)
})

/** The task's `HeartbeatSeconds` begin anew. */
export const sendTaskHeartbeat = operation('SendTaskHeartbeat', ({ taskToken }, functions) => {
  expectToken(taskToken)
  return taken(functions.tokens.beat(taskToken), taskToken, functions)
})

/** Says why nobody waits for it. */
function taken(waited: boolean, token: string, functions: StepFunctions): object {
  if (waited) return {}
  // As reported of AWS, for a task that was answered, timed out or aborted.
  if (functions.hasExecution(executionOfToken(token) ?? '')) {
    throw new ServiceException('TaskTimedOut', 400, "Task Timed Out: 'Provided task does not exist anymore'")
  }
  throw new ServiceException('TaskDoesNotExist', 400, "Task Does Not Exist: 'There is no execution that this token is of'")
}

function expectToken(token: string): void {
  // As recorded of AWS.
  if (executionOfToken(token) === undefined) throw new ServiceException('InvalidToken', 400, "Invalid Token: 'Invalid token'")
}

function expectJson(output: string): void {
  try {
    JSON.parse(output)
  } catch (error) {
    throw new ServiceException('InvalidOutput', 400, `Invalid Output: '${String(error)}'`)
  }
}
