import * as z from 'zod'
import { jobPath } from './fleet-job.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { apiRoute } from './route.ts'

export const cancelJobRoute = apiRoute({
  method: 'POST',
  path: '/jobs/{jobId}/cancel',
  handler: 'cancel-job',
  grants: ['readJobs', 'cancelJobs', 'readStore', 'keepRequests'],
  access: { does: 'writes', of: 'fleet' },
  summary: 'Takes a job back from the kegs that have not begun it; those that are at it go on',
  params: jobPath,
  headers: idempotencyKey,
  answer: { status: 202, schema: z.object({ jobId: z.string(), status: z.string() }) },
  problems: ['not-found', 'conflict'],
})
