import { operation } from '../operation.ts'
import { refusing } from './refusing.ts'

export const updateJob = operation('UpdateJob', ({ jobId, namespaceId: _, ...settings }, { jobs }) => {
  refusing(() => jobs.update(jobId, settings))
})
