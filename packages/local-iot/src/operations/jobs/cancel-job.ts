import { operation } from '../operation.ts'
import { jobArn } from './job-view.ts'
import { refusing } from './refusing.ts'

export const cancelJob = operation('CancelJob', ({ jobId, ...cancellation }, core) => {
  const { description } = refusing(() => core.jobs.cancel(jobId, cancellation))
  return { jobArn: jobArn(core, jobId), jobId, description }
})
