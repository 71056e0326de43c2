import { operationsOf } from '@keg/aws-service'
import type { JobService } from '../jobs/job-service.ts'
import type { OperationTypes } from './model.generated.ts'

/** What an operation of the jobs data plane works on. */
export interface JobsDataCore {
  readonly jobs: JobService
}

/** Defines an operation of the jobs data plane. It throws JobError. */
export const operation = operationsOf<OperationTypes, JobsDataCore>()
