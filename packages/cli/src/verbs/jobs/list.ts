import { JobStatus, paginateListJobs, type JobSummary } from '@aws-sdk/client-iot'
import { choiceFlag, given } from '../../flags.ts'
import { oneLine } from '../../printable.ts'
import type { Asked } from './jobs.ts'

/** Lists jobs, newest first. */
export async function list({ flags, iot, terminal }: Asked): Promise<number> {
  const status = choiceFlag(flags, 'status', Object.values(JobStatus))
  const all: JobSummary[] = []
  for await (const { jobs = [] } of paginateListJobs({ client: iot }, given({ status }))) all.push(...jobs)
  // AWS does not say in which order they come.
  for (const job of all.sort((one, other) => createdAtMs(other) - createdAtMs(one)))
    terminal.out(flags['json'] === true ? JSON.stringify(job) : lineOf(job))
  if (all.length === 0) terminal.err(status === undefined ? 'There are no jobs.' : `No job is ${status}.`)
  return 0
}

const createdAtMs = ({ createdAt }: JobSummary): number => createdAt?.getTime() ?? 0

function lineOf({ jobId, status, targetSelection, createdAt, completedAt }: JobSummary): string {
  const ended = completedAt === undefined ? [] : [`ended ${completedAt.toISOString()}`]
  const continuous = targetSelection === 'CONTINUOUS' ? ['continuous'] : []
  return oneLine([jobId, status, `created ${createdAt?.toISOString()}`, ...ended, ...continuous].join('  '))
}
