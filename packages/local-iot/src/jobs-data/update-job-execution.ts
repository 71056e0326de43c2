import { invalidJob } from '../jobs/job-error.ts'
import { operation } from './operation.ts'

export const updateJobExecution = operation('UpdateJobExecution', (input, { jobs }) => {
  const { thingName = '', jobId = '', status, includeJobExecutionState = false, includeJobDocument = false, ...update } = input
  // The SDK's schema does not say that it is required, the API's page does.
  if (status === undefined) throw invalidJob('An update of a job execution needs a status.')
  const { state, document } = jobs.device.update(thingName, jobId, { status, ...update })
  return { ...(includeJobExecutionState && { executionState: state }), ...(includeJobDocument && { jobDocument: document }) }
})
