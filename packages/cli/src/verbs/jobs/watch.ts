import { DescribeJobCommand, type JobProcessDetails } from '@aws-sdk/client-iot'
import { setTimeout as delay } from 'node:timers/promises'
import { oneLine } from '../../printable.ts'
import type { Asked } from './jobs.ts'

const EVERY_MS = 500
/** As AWS writes them: DescribeJob. */
const COUNTS = {
  queued: 'numberOfQueuedThings', inProgress: 'numberOfInProgressThings', succeeded: 'numberOfSucceededThings', failed: 'numberOfFailedThings',
  rejected: 'numberOfRejectedThings', timedOut: 'numberOfTimedOutThings', canceled: 'numberOfCanceledThings', removed: 'numberOfRemovedThings',
} as const satisfies Record<string, keyof JobProcessDetails>
const NOT_WELL = ['failed', 'rejected', 'timedOut', 'canceled'] as const
const OVER: readonly unknown[] = ['COMPLETED', 'CANCELED', 'DELETION_IN_PROGRESS']

type Counts = Readonly<Record<keyof typeof COUNTS, number>>

/** Tells each change of a job's counts, until the job ends or the user has seen enough. */
export async function watch({ subject: jobId, flags, iot, terminal }: Asked): Promise<number> {
  const ended = new AbortController()
  void terminal.interrupted.then(() => ended.abort())
  for (let last = ''; ;) {
    const { job } = await iot.send(new DescribeJobCommand({ jobId }))
    const { status, jobProcessDetails = {}, comment } = job ?? {}
    const counts = countsOf(jobProcessDetails)
    const line = flags['json'] === true ? JSON.stringify({ jobId, status, ...counts }) : lineOf(jobId, status, counts)
    if (line !== last) terminal.out(line)
    last = line
    if (OVER.includes(status)) {
      if (comment !== undefined) terminal.err(oneLine(comment))
      return status === 'COMPLETED' && NOT_WELL.every((name) => counts[name] === 0) ? 0 : 1
    }
    const isInterrupted = await delay(EVERY_MS, false, { signal: ended.signal }).catch(() => true)
    if (isInterrupted) {
      terminal.err(`Job ${jobId} goes on.`)
      return 1
    }
  }
}

// Of the counts' own names.
const countsOf = (details: JobProcessDetails) =>
  Object.fromEntries(Object.entries(COUNTS).map(([name, member]) => [name, details[member] ?? 0])) as Counts

function lineOf(jobId: string, status: string | undefined, counts: Counts): string {
  const told = Object.entries(counts).filter(([, count]) => count > 0).map(([name, count]) => `${count} ${words(name)}`)
  return oneLine(`${jobId}  ${status}  ${told.length === 0 ? 'nobody was told yet' : told.join(', ')}`)
}

const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
