import { operation } from '../operation.ts'
import { jobArn } from './job-view.ts'
import { refusing } from './refusing.ts'

export const deleteJob = operation('DeleteJob', ({ jobId, force = false }, core) => {
  refusing(() => core.jobs.delete(jobId, force))
  core.state.tags.delete(jobArn(core, jobId))
})
