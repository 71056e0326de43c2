import * as z from 'zod'
import { jobOutcome } from './job-outcome.ts'

/** The file of the job that a keg does: what came of it is written down before it is said. */
export const jobsFile = z.object({
  current: z
    .object({
      jobId: z.string(),
      executionNumber: z.int(),
      versionNumber: z.int(),
      outcome: jobOutcome.optional(),
    })
    .nullable(),
})

export type JobsState = z.output<typeof jobsFile>
export type CurrentJob = NonNullable<JobsState['current']>
