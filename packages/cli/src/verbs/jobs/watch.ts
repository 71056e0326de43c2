import {
  DescribeJobCommand, DescribeJobExecutionCommand, ListJobExecutionsForJobCommand, type IoTClient, type JobProcessDetails,
} from '@aws-sdk/client-iot'
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
      for (const told of await whatFailed(iot, jobId)) terminal.err(oneLine(told))
      return status === 'COMPLETED' && NOT_WELL.every((name) => counts[name] === 0) ? 0 : 1
    }
    const isInterrupted = await delay(EVERY_MS, false, { signal: ended.signal }).catch(() => true)
    if (isInterrupted) {
      terminal.err(`Job ${jobId} goes on.`)
      return 1
    }
  }
}

/** So many things whose execution failed are named. */
const NAMED_THINGS = 10

/** Which things the job failed at, and why: a line each. */
async function whatFailed(iot: IoTClient, jobId: string): Promise<readonly string[]> {
  const lines: string[] = []
  for (const status of ['FAILED', 'REJECTED', 'TIMED_OUT'] as const) {
    const { executionSummaries = [] } = await iot.send(new ListJobExecutionsForJobCommand({ jobId, status, maxResults: NAMED_THINGS }))
    for (const { thingArn = '' } of executionSummaries) {
      const thingName = thingArn.slice(thingArn.lastIndexOf('/') + 1)
      const { execution } = await iot.send(new DescribeJobExecutionCommand({ jobId, thingName }))
      const reason = execution?.statusDetails?.detailsMap?.['reason']
      lines.push(`${thingName}  ${status}${reason === undefined ? '' : `  ${reason}`}`)
    }
  }
  return lines.length > NAMED_THINGS ? [...lines.slice(0, NAMED_THINGS), '…'] : lines
}

// Of the counts' own names.
const countsOf = (details: JobProcessDetails) =>
  Object.fromEntries(Object.entries(COUNTS).map(([name, member]) => [name, details[member] ?? 0])) as Counts

function lineOf(jobId: string, status: string | undefined, counts: Counts): string {
  const told = Object.entries(counts).filter(([, count]) => count > 0).map(([name, count]) => `${count} ${words(name)}`)
  return oneLine(`${jobId}  ${status}  ${told.length === 0 ? 'nobody was told yet' : told.join(', ')}`)
}

const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
