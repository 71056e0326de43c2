import { operation } from '../operation.ts'
import { refusing } from './refusing.ts'

export const getJobDocument = operation('GetJobDocument', ({ jobId }, { jobs }) => {
  const { document } = refusing(() => jobs.store.job(jobId))
  return { document }
})
