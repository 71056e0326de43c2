import { cancelJobRoute } from '@keg/flows/routes'
import { once, type OncePorts } from '../http/once.ts'
import type { Gated } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'
import type { FleetJobs } from '../ports.ts'

const CANCELED = 'CANCELED'
const GOING_ON: readonly string[] = ['IN_PROGRESS', 'SCHEDULED']

/**
 * `POST /jobs/{jobId}/cancel`: takes a job back from kegs that have not begun it. Answers 202, again for one that was taken back; 409 for
 * one that is over.
 */
export const cancelJob = ({ jobs, gate, log, nowMs }: { jobs: Pick<FleetJobs, 'job' | 'cancel'> } & OncePorts & Gated) =>
  answerRoute(cancelJobRoute, gate, ({ params: { jobId }, headers }, refuse, person) =>
    once(cancelJobRoute, { log, nowMs }, { key: headers['idempotency-key'], person, parts: [jobId], refuse }, async () => {
      const { status } = await jobs.job(jobId) ?? {}
      if (status === undefined) throw refuse('not-found', `There is no job ${jobId}.`)
      const isOver = !GOING_ON.includes(status) && status !== CANCELED
      if (isOver || (status !== CANCELED && !await jobs.cancel(jobId, `Canceled by ${person.username}.`)))
        throw refuse('conflict', `The job ${jobId} is over: ${isOver ? status : 'it ended just now'}.`)
      return { jobId, status: CANCELED }
    }))
