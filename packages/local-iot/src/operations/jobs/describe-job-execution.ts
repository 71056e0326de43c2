import { operation } from '../operation.ts'
import { executionDetails } from './job-view.ts'
import { refusing } from './refusing.ts'

export const describeJobExecution = operation('DescribeJobExecution', ({ jobId, thingName, executionNumber }, core) => ({
  execution: executionDetails(core, refusing(() => core.jobs.store.execution(jobId, thingName, executionNumber))),
}))
