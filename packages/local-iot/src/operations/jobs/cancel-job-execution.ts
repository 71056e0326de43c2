import { operation } from '../operation.ts'
import { refusing } from './refusing.ts'

export const cancelJobExecution = operation('CancelJobExecution', ({ jobId, thingName, ...options }, { jobs }) => {
  refusing(() => jobs.cancelExecution({ jobId, thingName }, options))
})
