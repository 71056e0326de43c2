import { operation } from '../operation.ts'
import { jobDetails } from './job-view.ts'
import { refusing } from './refusing.ts'

export const describeJob = operation('DescribeJob', ({ jobId }, core) => {
  const job = refusing(() => core.jobs.store.job(jobId))
  return { documentSource: job.documentSource, job: jobDetails(core, job) }
})
