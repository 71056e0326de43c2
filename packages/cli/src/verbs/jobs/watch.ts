import { DescribeJobCommand } from '@aws-sdk/client-iot'
import { setTimeout as delay } from 'node:timers/promises'
import { oneLine } from '../../printable.ts'
import { countsOf, inWords, isWell } from './counts.ts'
import { failureLines, failuresOf } from './failures.ts'
import type { Asked } from './jobs.ts'

const EVERY_MS = 500
const OVER: readonly unknown[] = ['COMPLETED', 'CANCELED', 'DELETION_IN_PROGRESS']

/** Tells each change of a job's counts, until the job ends or the user has seen enough. */
export async function watch({ subject: jobId, flags, iot, terminal }: Asked): Promise<number> {
  const ended = new AbortController()
  void terminal.interrupted.then(() => ended.abort())
  for (let last = ''; ;) {
    const { job } = await iot.send(new DescribeJobCommand({ jobId }))
    const { status, jobProcessDetails, comment } = job ?? {}
    const counts = countsOf(jobProcessDetails)
    const line = flags['json'] === true ? JSON.stringify({ jobId, status, ...counts }) : oneLine(`${jobId}  ${status}  ${inWords(counts)}`)
    if (line !== last) terminal.out(line)
    last = line
    if (OVER.includes(status)) {
      if (comment !== undefined) terminal.err(oneLine(comment))
      for (const told of failureLines(await failuresOf(iot, jobId, counts))) terminal.err(oneLine(told))
      return status === 'COMPLETED' && isWell(counts) ? 0 : 1
    }
    const isInterrupted = await delay(EVERY_MS, false, { signal: ended.signal }).catch(() => true)
    if (isInterrupted) {
      terminal.err(`Job ${jobId} goes on.`)
      return 1
    }
  }
}
