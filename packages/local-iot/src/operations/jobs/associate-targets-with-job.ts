import { operation } from '../operation.ts'
import { jobArn } from './job-view.ts'
import { refusing } from './refusing.ts'

export const associateTargetsWithJob = operation('AssociateTargetsWithJob', ({ jobId, targets, comment }, core) => {
  const { description } = refusing(() => core.jobs.associate(jobId, targets, comment))
  return { jobArn: jobArn(core, jobId), jobId, description }
})
