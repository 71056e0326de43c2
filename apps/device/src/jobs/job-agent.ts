import { jobDocument, type JobDocument } from '@keg/message-schemas/keg'
import type { Durable } from '@keg/uplink'
import * as z from 'zod'
import { isDeviceError, messageOf } from '../errors/device-error.ts'
import { outcome, type JobOutcome } from './job-outcome.ts'
import type { CurrentJob, JobsState } from './jobs-file.ts'
import type { JobExecution, JobsPort, JobUpdate } from './jobs-port.ts'

/** A job while it is done. */
export interface RunningJob {
  /** Names this try of the job, over restarts. */
  readonly key: string
  /** Aborts when the job is cancelled or over, or the program ends. */
  readonly signal: AbortSignal
  /** Says how far it is. */
  progress(step: string): Promise<void>
}

/** Does a job and answers how it ended. What it throws is tried again, five times in all; without end where AWS IoT did not answer. */
export type JobWork = (document: JobDocument, job: RunningJob) => Promise<JobOutcome>

/** What {@link createJobAgent} takes. */
export interface JobAgentParts {
  readonly port: JobsPort
  readonly memory: Durable<JobsState>
  readonly work: JobWork
  /** Whether there is a connection: without one nothing is asked. */
  readonly online: () => boolean
  readonly log: (line: string) => void
}

/** Does a thing's jobs, one at a time, over one connection after the other. */
export interface JobAgent {
  /** There is a new connection. */
  connected(): void
  /** Tries again what failed, once it has waited. */
  tick(nowMs: number): void
  /** Ends it: what was not said is said by the next agent over the same file. */
  close(): void
}

const MOST_TRIES = 5
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 300_000

/** An agent over one thing's jobs. */
export function createJobAgent(parts: JobAgentParts): JobAgent {
  const { port, memory, log } = parts
  let current = memory.read()?.current ?? null
  let running: { readonly job: CurrentJob; readonly controller: AbortController } | undefined
  let ready = false
  let closed = false
  let busy = false
  let asked = false
  let nowMs = 0
  let notBeforeMs = 0
  let failures = 0
  const tries = new Map<string, number>()
  let refusal: string | undefined

  function note(next: CurrentJob | null): void {
    if (next === null && current === null) return
    memory.write({ current: next })
    current = next
  }
  /** Says what is known of a job. What has ended without us is no longer ours to say. */
  async function say(job: CurrentJob, update: JobUpdate): Promise<void> {
    const answer = await port.update(job, { ...update, expectedVersion: current?.versionNumber ?? job.versionNumber })
    const { versionNumber } = answer.kind === 'conflict' ? await port.update(job, update) : answer
    if (versionNumber !== undefined && current !== null) note({ ...current, versionNumber })
  }
  async function end(job: CurrentJob, { status, statusDetails }: JobOutcome): Promise<void> {
    await say(job, { status, statusDetails }).catch((error: unknown) => {
      if (!isOver(error)) throw error
      log(`job ${job.jobId} ended before it could be said that it is ${status}`)
    })
    log(`job ${job.jobId}: ${status}${statusDetails['reason'] === undefined ? '' : `, ${statusDetails['reason']}`}`)
    note(null)
  }

  /** Does one job, or says what is left to say. Answers whether there may be more. */
  async function once(): Promise<boolean> {
    if (current?.outcome !== undefined) {
      await end(current, current.outcome)
      return true
    }
    const execution = await port.startNext()
    if (closed) return false
    if (execution === undefined) {
      note(null)
      return false
    }
    const job = begun(execution)
    const result = await workOn(job, execution.document)
    if (closed) return false
    if (result === undefined) {
      log(`job ${job.jobId} was cancelled`)
      note(null)
    } else {
      note({ ...job, versionNumber: current?.versionNumber ?? job.versionNumber, outcome: result })
      await end(job, result)
    }
    return true
  }
  function begun({ jobId, executionNumber, versionNumber }: JobExecution): CurrentJob {
    const job = { jobId, executionNumber, versionNumber }
    note(job)
    return job
  }

  /** What came of a job; `undefined` where it was cancelled. */
  async function workOn(job: CurrentJob, given: unknown): Promise<JobOutcome | undefined> {
    const document = jobDocument.safeParse(given)
    if (!document.success) return outcome('REJECTED', { reason: z.prettifyError(document.error) })
    const controller = new AbortController()
    const { signal } = controller
    const key = `${job.jobId}/${job.executionNumber}`
    running = { job, controller }
    const progress = (step: string) => say(job, { status: 'IN_PROGRESS', statusDetails: { step } }).catch((error: unknown) => {
      if (isOver(error)) controller.abort(error)
      throw error
    })
    const aborted = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)))
    try {
      return await Promise.race([parts.work(document.data, { key, signal, progress }), aborted])
    } catch (error) {
      if (signal.aborted) return undefined
      return triedEnough(key, error)
    } finally {
      running = undefined
    }
  }
  function triedEnough(key: string, error: unknown): JobOutcome {
    // The line was cut: that is no fault of the job.
    if (isDeviceError(error, 'NO_ANSWER')) throw error
    const count = (tries.get(key) ?? 0) + 1
    tries.set(key, count)
    if (count < MOST_TRIES) throw error
    return outcome('FAILED', { reason: messageOf(error) })
  }

  function attend(): void {
    asked = true
    if (busy || closed || !ready || !parts.online()) return
    busy = true
    asked = false
    const all = async () => {
      while (!closed && (await once())) failures = 0
    }
    all().then(
      () => void (failures = 0),
      (error: unknown) => {
        if (closed) return
        log(`jobs: ${messageOf(error)}`)
        notBeforeMs = nowMs + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++)
        asked = true
      },
    ).finally(() => {
      busy = false
      // What came while it was at work, and did not fail: it may have been answered already.
      if (asked && failures === 0) attend()
    })
  }
  function heard(jobId: string | undefined): void {
    const doing = running
    if (doing === undefined) return attend()
    if (jobId === doing.job.jobId) return
    // Another one is first: it was cancelled, or this was said before it began.
    asked = true
    port.check(doing.job).catch((error: unknown) => isOver(error) && doing.controller.abort(error))
  }

  return {
    connected() {
      notBeforeMs = 0
      if (ready) return attend()
      port.listen({
        ready() {
          ready = true
          refusal = undefined
          attend()
        },
        next: heard,
        refused(why) {
          if (why !== refusal && !closed) log(`no jobs: ${why}`)
          refusal = why
          ready = false
        },
      })
    },
    tick(now) {
      if (now < nowMs) notBeforeMs = 0
      nowMs = now
      if (asked && !busy && nowMs >= notBeforeMs) attend()
    },
    close() {
      closed = true
      running?.controller.abort()
      port.close()
    },
  }
}

const isOver = (error: unknown) => isDeviceError(error, 'JOB_OVER')
