import { listJobsRoute, type FleetJob } from '@keg/flows/routes'
import { StoreError } from '@keg/store'
import type { Gated } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'
import type { FleetJobs, ListedJob } from '../ports.ts'
import { eachOf } from '../writers/each-of.ts'

const DEFAULT_LIMIT = 10
/** Jobs asked for at once. */
const AT_ONCE = 5

/** `GET /jobs`: the jobs, newest first. AWS does not say in which order it lists them, so that all are listed for each page. */
export const listJobs = ({ jobs, gate }: { jobs: Pick<FleetJobs, 'all' | 'job'> } & Gated) =>
  answerRoute(listJobsRoute, gate, async ({ query: { limit = DEFAULT_LIMIT, cursor } }) => {
    const after = cursor === undefined ? undefined : readCursor(cursor)
    const rest = [...await jobs.all()].sort(newestFirst).filter((job) => after === undefined || newestFirst(after, job) < 0)
    const listed = rest.slice(0, limit)
    const found = new Map<string, FleetJob | undefined>()
    await eachOf(listed, AT_ONCE, async ({ jobId }) => void found.set(jobId, await jobs.job(jobId)))
    const last = rest.length > limit ? listed.at(-1) : undefined
    return {
      // One may be gone since it was listed.
      items: listed.flatMap(({ jobId }) => found.get(jobId) ?? []),
      ...(last === undefined ? {} : { cursor: `${last.createdAtMs}.${last.jobId}` }),
    }
  })

const newestFirst = (one: ListedJob, other: ListedJob): number =>
  other.createdAtMs - one.createdAtMs || (one.jobId < other.jobId ? -1 : Number(one.jobId > other.jobId))

function readCursor(text: string): ListedJob {
  const [, createdAtMs, jobId] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(text) ?? []
  if (jobId === undefined) throw new StoreError('BAD_CURSOR', 'cursor is not one that a page before gave')
  return { jobId, createdAtMs: Number(createdAtMs) }
}
