import { fleetJob, jobPath } from './fleet-job.ts'
import { apiRoute } from './route.ts'

export const getJobRoute = apiRoute({
  method: 'GET',
  path: '/jobs/{jobId}',
  handler: 'get-job',
  grants: ['readJobs'],
  access: { does: 'reads', of: 'fleet' },
  summary: 'A job, and how far it has come',
  params: jobPath,
  answer: { status: 200, schema: fleetJob },
  problems: ['not-found'],
})
