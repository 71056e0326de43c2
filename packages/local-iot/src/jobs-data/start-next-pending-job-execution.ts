import { operation } from './operation.ts'

export const startNextPendingJobExecution = operation('StartNextPendingJobExecution', ({ thingName = '', ...options }, { jobs }) => ({
  execution: jobs.device.startNext(thingName, options),
}))
