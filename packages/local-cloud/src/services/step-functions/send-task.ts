import { ServiceException } from '@keg/aws-service'
import type { StepFunctions } from './step-functions.ts'
import { executionOfToken } from './task-token.ts'

type Input = Readonly<Record<string, unknown>>

/** Characters at most. @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html */
const lengths = { taskToken: 2_048, output: 262_144, error: 256, cause: 32_768 }

/** `SendTaskSuccess`: the task hands on the output. */
export function sendTaskSuccess(input: Input, functions: StepFunctions): object {
  const token = tokenOf(input)
  const output = required('output', input)
  expectJson(output)
  return taken(functions.tokens.answer(token, { output }), token, functions)
}

/** `SendTaskFailure`: the task fails, with a name for retriers and catchers where one is given. */
export function sendTaskFailure(input: Input, functions: StepFunctions): object {
  const token = tokenOf(input)
  const [error, cause] = [optional('error', input), optional('cause', input)]
  return taken(functions.tokens.answer(token, { error, cause }), token, functions)
}

/** `SendTaskHeartbeat`: the task's `HeartbeatSeconds` begin anew. */
export function sendTaskHeartbeat(input: Input, functions: StepFunctions): object {
  const token = tokenOf(input)
  return taken(functions.tokens.beat(token), token, functions)
}

/** Says why nobody waits for it. */
function taken(waited: boolean, token: string, functions: StepFunctions): object {
  if (waited) return {}
  // As reported of AWS, for a task that was answered, timed out or aborted.
  if (functions.hasExecution(executionOfToken(token) ?? '')) throw new ServiceException('TaskTimedOut', 400, "Task Timed Out: 'Provided task does not exist anymore'")
  throw new ServiceException('TaskDoesNotExist', 400, "Task Does Not Exist: 'There is no execution that this token is of'")
}

function tokenOf(input: Input): string {
  const token = required('taskToken', input)
  // As recorded of AWS.
  if (executionOfToken(token) === undefined) throw new ServiceException('InvalidToken', 400, "Invalid Token: 'Invalid token'")
  return token
}

function required(name: keyof typeof lengths, input: Input): string {
  const value = optional(name, input)
  if (value === undefined) throw invalid(name, 'Member must not be null')
  return value
}

function optional(name: keyof typeof lengths, input: Input): string | undefined {
  const value = input[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new ServiceException('SerializationException', 400, `${name} is no text.`)
  if (value.length > lengths[name]) throw invalid(name, `Member must have length less than or equal to ${lengths[name]}`)
  if (name === 'taskToken' && value === '') throw invalid(name, 'Member must have length greater than or equal to 1')
  return value
}

function invalid(name: string, constraint: string): ServiceException {
  return new ServiceException('ValidationException', 400, `1 validation error detected: Value at '${name}' failed to satisfy constraint: ${constraint}`)
}

function expectJson(output: string): void {
  try {
    JSON.parse(output)
  } catch (error) {
    throw new ServiceException('InvalidOutput', 400, `Invalid Output: '${String(error)}'`)
  }
}
