import { operation } from './operation.ts'

export const getPendingJobExecutions = operation('GetPendingJobExecutions', ({ thingName = '' }, { jobs }) =>
  jobs.device.pending(thingName))
