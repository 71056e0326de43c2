import { operation } from '../operation.ts'
import { refusing } from './refusing.ts'

export const deleteJobExecution = operation('DeleteJobExecution', ({ jobId, thingName, executionNumber, force = false }, { jobs }) => {
  refusing(() => jobs.deleteExecution({ jobId, thingName, executionNumber }, force))
})
