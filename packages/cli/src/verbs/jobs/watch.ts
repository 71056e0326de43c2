import { DescribeJobCommand, type IoTClient } from '@aws-sdk/client-iot'
import { setTimeout as delay } from 'node:timers/promises'
import { oneLine } from '../../printable.ts'
import { countsOf, inWords, isWell, type Counts } from './counts.ts'
import { failureLines, failuresOf } from './failures.ts'
import type { Asked } from './jobs.ts'

const EVERY_MS = 500
const OVER: readonly unknown[] = ['COMPLETED', 'CANCELED', 'DELETION_IN_PROGRESS']

/** Tells each change of a job's counts, until the job ends or the user has seen enough. */
export async function watch(asked: Asked): Promise<number> {
  const ended = new AbortController()
  void asked.terminal.untilInterrupted().then(() => ended.abort())
  try {
    return await follow(asked, ended.signal)
  } catch (error) {
    if (!ended.signal.aborted) throw error
    asked.terminal.err(oneLine(`Job ${asked.subject} goes on.`))
    return 1
  }
}

/** Rejects where the signal aborts before the job has ended. */
async function follow({ subject: jobId, flags, iot, terminal }: Asked, abortSignal: AbortSignal): Promise<number> {
  for (let last = ''; ;) {
    const { job } = await iot.send(new DescribeJobCommand({ jobId }), { abortSignal })
    const { status, jobProcessDetails, comment } = job ?? {}
    const counts = countsOf(jobProcessDetails)
    const line = flags['json'] === true ? JSON.stringify({ jobId, status, ...counts }) : oneLine(`${jobId}  ${status}  ${inWords(counts)}`)
    if (line !== last) terminal.out(line)
    last = line
    if (OVER.includes(status)) {
      if (comment !== undefined) terminal.err(oneLine(comment))
      for (const told of await failuresTold(iot, jobId, counts, abortSignal)) terminal.err(oneLine(told))
      return status === 'COMPLETED' && isWell(counts) ? 0 : 1
    }
    await delay(EVERY_MS, undefined, { signal: abortSignal })
  }
}

/** None where the signal aborts: the job has ended all the same. */
async function failuresTold(iot: IoTClient, jobId: string, counts: Counts, abortSignal: AbortSignal): Promise<readonly string[]> {
  try {
    return failureLines(await failuresOf(iot, jobId, counts, { abortSignal }))
  } catch (error) {
    if (!abortSignal.aborted) throw error
    return []
  }
}
