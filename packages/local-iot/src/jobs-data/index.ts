import { ServiceException, validateInput, type Operation } from '@keg/aws-service'
import { jobException } from '../jobs/job-exceptions.ts'
import { describeJobExecution } from './describe-job-execution.ts'
import { getPendingJobExecutions } from './get-pending-job-executions.ts'
import { model } from './model.generated.ts'
import type { JobsDataCore } from './operation.ts'
import { startCommandExecution } from './start-command-execution.ts'
import { startNextPendingJobExecution } from './start-next-pending-job-execution.ts'
import { updateJobExecution } from './update-job-execution.ts'

/** The operations of the jobs data plane. */
export const jobsDataOperations: readonly Operation<JobsDataCore>[] = [
  describeJobExecution, getPendingJobExecutions, startCommandExecution, startNextPendingJobExecution, updateJobExecution,
]

const byName = new Map(jobsDataOperations.map((operation) => [operation.name, operation]))

/** Finds an operation by its name. Throws ServiceException for one that is not emulated. */
export function findJobsData(name: string): Operation<JobsDataCore> {
  const operation = byName.get(name)
  if (operation !== undefined) return operation
  const message = `The operation ${name} is not emulated by Keg; see KNOWN-GAPS.md of @keg/local-iot.`
  throw new ServiceException('NotImplementedException', 501, message)
}

/** Runs an operation by its name, the input checked first. Throws JobError of what the operation refuses, and ServiceException. */
export function runJobsData(name: string, input: unknown, core: JobsDataCore): unknown {
  const operation = findJobsData(name)
  const exception = name === 'StartCommandExecution' ? 'ValidationException' : 'InvalidRequestException'
  validateInput(model, name, input, (message) => new ServiceException(exception, 400, message))
  // Of the model's shape by now.
  return operation.run(input as never, core)
}

/** Runs an operation as asked over HTTPS: what others hear of it is sent, too. Throws ServiceException. */
export async function callJobsData(name: string, input: unknown, core: JobsDataCore): Promise<unknown> {
  try {
    return await runJobsData(name, input, core)
  } catch (error) {
    throw jobException(error, 'data')
  } finally {
    await core.jobs.flush()?.safe
  }
}
