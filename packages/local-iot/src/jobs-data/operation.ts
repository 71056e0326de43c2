import { operationsOf } from '@keg/aws-service'
import type { CommandService } from '../commands/command-service.ts'
import type { JobService } from '../jobs/job-service.ts'
import type { OperationTypes } from './model.generated.ts'

/** What an operation of the jobs data plane works on. */
export interface JobsDataCore {
  readonly jobs: JobService
  readonly commands: CommandService
}

/** Defines an operation of the jobs data plane. One on jobs throws JobError. */
export const operation = operationsOf<OperationTypes, JobsDataCore>()
