import * as z from 'zod'
import { fleetJob } from './fleet-job.ts'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'

/** AWS tells of one job at a time, ten a second. */
const MAX_JOBS = 25

export const listJobsRoute = apiRoute({
  method: 'GET',
  path: '/jobs',
  handler: 'list-jobs',
  grants: ['listJobs', 'readJobs'],
  access: { does: 'reads', of: 'fleet' },
  summary: 'The jobs over kegs, newest first',
  query: z.object({ ...pageQuery.shape, limit: z.coerce.number<number>().int().min(1).max(MAX_JOBS).exactOptional() }),
  answer: { status: 200, schema: pageOf(fleetJob) },
  problems: [],
})
