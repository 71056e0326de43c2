import { getJobRoute } from '@keg/flows/routes'
import type { Gated } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'
import type { FleetJobs } from '../ports.ts'

/** `GET /jobs/{jobId}`: a job, and how far it has come. */
export const getJob = ({ jobs, gate }: { jobs: Pick<FleetJobs, 'job'> } & Gated) =>
  answerRoute(getJobRoute, gate, async ({ params: { jobId } }, refuse) => {
    const job = await jobs.job(jobId)
    if (job === undefined) throw refuse('not-found', `There is no job ${jobId}.`)
    return job
  })
