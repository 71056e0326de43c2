import { operation } from './operation.ts'

// Names in the path are there.
export const describeJobExecution = operation('DescribeJobExecution', ({ thingName = '', jobId = '', ...options }, { jobs }) => ({
  execution: jobs.device.describe(thingName, jobId, options),
}))
