import { associateTargetsWithJob } from './associate-targets-with-job.ts'
import { cancelJob } from './cancel-job.ts'
import { cancelJobExecution } from './cancel-job-execution.ts'
import { createJob } from './create-job.ts'
import { createJobTemplate } from './create-job-template.ts'
import { deleteJob } from './delete-job.ts'
import { deleteJobExecution } from './delete-job-execution.ts'
import { deleteJobTemplate } from './delete-job-template.ts'
import { describeJob } from './describe-job.ts'
import { describeJobExecution } from './describe-job-execution.ts'
import { describeJobTemplate } from './describe-job-template.ts'
import { getJobDocument } from './get-job-document.ts'
import { listJobExecutionsForJob } from './list-job-executions-for-job.ts'
import { listJobExecutionsForThing } from './list-job-executions-for-thing.ts'
import { listJobTemplates } from './list-job-templates.ts'
import { listJobs } from './list-jobs.ts'
import { updateJob } from './update-job.ts'

/** The operations on jobs, by AWS's name. */
export const jobOperations = {
  AssociateTargetsWithJob: associateTargetsWithJob,
  CancelJob: cancelJob,
  CancelJobExecution: cancelJobExecution,
  CreateJob: createJob,
  CreateJobTemplate: createJobTemplate,
  DeleteJob: deleteJob,
  DeleteJobExecution: deleteJobExecution,
  DeleteJobTemplate: deleteJobTemplate,
  DescribeJob: describeJob,
  DescribeJobExecution: describeJobExecution,
  DescribeJobTemplate: describeJobTemplate,
  GetJobDocument: getJobDocument,
  ListJobExecutionsForJob: listJobExecutionsForJob,
  ListJobExecutionsForThing: listJobExecutionsForThing,
  ListJobTemplates: listJobTemplates,
  ListJobs: listJobs,
  UpdateJob: updateJob,
} as const
