import { ServiceException, validateInput, type Operation } from '@keg/aws-service'
import { model } from './model.generated.ts'
import type { JobsDataCore } from './operation.ts'
import { startCommandExecution } from './start-command-execution.ts'

/** The operations of the jobs data plane. */
export const jobsDataOperations: readonly Operation<JobsDataCore>[] = [startCommandExecution]

const byName = new Map(jobsDataOperations.map((operation) => [operation.name, operation]))

/** Throws NotImplementedException for an operation that is not emulated. */
export function findJobsOperation(name: string): Operation<JobsDataCore> {
  const operation = byName.get(name)
  if (operation !== undefined) return operation
  throw new ServiceException('NotImplementedException', 501, `The operation ${name} is not emulated by Keg; see KNOWN-GAPS.md of @keg/local-iot.`)
}

/** Runs an operation as asked over HTTPS, the input checked first. Throws ServiceException. */
export async function callJobsData(name: string, input: unknown, core: JobsDataCore): Promise<unknown> {
  const operation = findJobsOperation(name)
  const exception = name === 'StartCommandExecution' ? 'ValidationException' : 'InvalidRequestException'
  validateInput(model, name, input, (message) => new ServiceException(exception, 400, message))
  // Of the model's shape by now.
  return await operation.run(input as never, core)
}
