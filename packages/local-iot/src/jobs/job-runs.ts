import type { Clock } from '@keg/mqtt-broker'
import { metCriterion } from './abort.ts'
import { executionKey, isTerminal, moved, type JobExecution, type Move } from './job-execution.ts'
import type { JobMessages } from './job-messages.ts'
import { isTarget, thingsOf, type JobRegistry } from './job-registry.ts'
import type { JobStore } from './job-store.ts'
import type { Job } from './job.ts'
import { nextStartsMs, openUntilMs } from './maintenance-window.ts'
import { nextRetry } from './retry.ts'
import { ratePerMinute } from './rollout.ts'
import { readTime } from './schedule.ts'
import { timesOutAtMs } from './time-out.ts'
import { Timers } from '../timers/timers.ts'

export interface JobRunsOptions {
  readonly clock: Clock
  readonly store: JobStore
  readonly messages: JobMessages
  readonly registry: JobRegistry
}

/** How a job is canceled. */
export interface Cancellation {
  readonly force?: boolean | undefined
  readonly comment?: string | undefined
  readonly reasonCode?: string | undefined
}

const NEVER_TRIED = { FAILED: 0, TIMED_OUT: 0 }
const MINUTE_MS = 60_000

/** What jobs do by themselves: roll out, time out, retry, abort, complete, start and end at their times. */
export class JobRuns {
  readonly #clock: Clock
  readonly #store: JobStore
  readonly #messages: JobMessages
  readonly #registry: JobRegistry
  readonly #timers: Timers

  constructor({ clock, store, messages, registry }: JobRunsOptions) {
    this.#clock = clock
    this.#store = store
    this.#messages = messages
    this.#registry = registry
    this.#timers = new Timers(clock)
  }

  /** Goes on with all jobs where an earlier process was cut off. */
  resume(): void {
    for (const job of [...this.#store.jobs.values()]) {
      this.#armSchedule(job)
      for (const execution of this.#store.lastOfEach(job.jobId)) this.#resumeExecution(job, execution)
      if (job.status !== 'IN_PROGRESS') continue
      if (job.targetSelection === 'CONTINUOUS' && job.isOver !== true) this.#queueNewcomers(job)
      this.#openOrClose(job.jobId)
      this.rollOut(job.jobId)
    }
    this.#messages.flush()
  }

  /** Nothing is done by time any more. */
  close(): void {
    this.#timers.close()
  }

  /** Puts a new job into service: now, or when its time comes. */
  begin(job: Job): void {
    this.#armSchedule(job)
    if (job.status === 'IN_PROGRESS') this.#start(job)
    else this.#put(job)
  }

  /** Adds to what is waiting the things of targets that were added. */
  extend(jobId: string, targets: readonly string[]): void {
    const job = this.#store.job(jobId)
    const waiting = [...new Set([...job.waiting, ...thingsOf(this.#registry, targets)])]
    this.#put({ ...job, waiting })
    this.rollOut(jobId)
  }

  /** Queues a job for a thing past the rollout, as for one that has joined a group. */
  queue({ jobId }: Job, thingName: string, retried: JobExecution['retried'] = NEVER_TRIED): void {
    const nowMs = this.#clock.nowMs()
    const executionNumber = (this.#store.last(jobId, thingName)?.executionNumber ?? 0) + 1
    this.#store.put({
      jobId, thingName, executionNumber, position: this.#store.nextPosition(), status: 'QUEUED', queuedAtMs: nowMs, lastUpdatedAtMs: nowMs,
      version: 1, retried,
    })
  }

  /** Changes an execution, with all that follows from it. Throws JobError. */
  move(execution: JobExecution, move: Omit<Move, 'nowMs'>): JobExecution {
    const job = this.#store.job(execution.jobId)
    const inProgressTimeoutInMinutes = job.timeoutConfig?.inProgressTimeoutInMinutes
    const changed = moved(execution, { inProgressTimeoutInMinutes, ...move, nowMs: this.#clock.nowMs() })
    this.#store.put(changed)
    this.#armTimeout(changed)
    if (!isTerminal(changed.status)) return changed
    this.#messages.executionEvent(changed)
    this.#retry(job, changed)
    this.settle(job.jobId)
    return changed
  }

  /** Forgets an execution. */
  remove(execution: JobExecution): void {
    this.#timers.clear(executionKey(execution))
    this.#store.remove(execution)
    this.#messages.executionEvent(execution, 'deleted')
    this.settle(execution.jobId)
  }

  /** Forgets a job and its executions. */
  removeJob(job: Job): void {
    const { jobId } = job
    this.#messages.jobEvent('deletion_in_progress', job, 'DELETION_IN_PROGRESS')
    for (const execution of this.#store.ofJob(jobId)) this.#timers.clear(executionKey(execution))
    this.#clearTimers(jobId)
    this.#store.removeJob(jobId)
    this.#messages.jobEvent('deleted', job, 'DELETED')
  }

  cancel(job: Job, { force = false, comment, reasonCode }: Cancellation): void {
    this.#messages.jobEvent('cancellation_in_progress', { ...job, comment }, 'CANCELLATION_IN_PROGRESS')
    this.#clearTimers(job.jobId)
    const canceled = this.#put({ ...job, status: 'CANCELED', waiting: [], comment, reasonCode, ...(force ? { forceCanceled: true } : {}) })
    this.#cancelExecutions(canceled.jobId, force)
    this.#messages.jobEvent('canceled', canceled, 'CANCELED')
  }

  /** Tells as many of the things that wait as the rate lets now, and the others when their time comes. */
  rollOut(jobId: string): void {
    const job = this.#store.jobs.get(jobId)
    if (job?.status !== 'IN_PROGRESS' || job.isClosed === true) return
    const nowMs = this.#clock.nowMs()
    const waiting = job.waiting.filter((thingName) => this.#store.last(jobId, thingName) === undefined && this.#isTarget(job, thingName))
    const due = nowMs < job.nextBatchAtMs ? [] : waiting.slice(0, this.#rate(job))
    for (const thingName of due) this.queue(job, thingName)
    const rest = waiting.slice(due.length)
    const nextBatchAtMs = due.length > 0 ? nowMs + MINUTE_MS : job.nextBatchAtMs
    if (rest.length < job.waiting.length) {
      this.#store.jobs.set(jobId, { ...job, waiting: rest, notified: job.notified + due.length, nextBatchAtMs })
    }
    if (rest.length > 0) this.#at(`rollout ${jobId}`, nextBatchAtMs, () => this.rollOut(jobId))
    this.settle(jobId)
  }

  /** Aborts or completes a job where that is due. */
  settle(jobId: string): void {
    const job = this.#store.jobs.get(jobId)
    if (job?.status !== 'IN_PROGRESS') return
    const { executions, things } = this.#store.counts(jobId)
    const criterion = metCriterion(job.abortConfig, executions)
    if (criterion !== undefined) {
      const { failureType, thresholdPercentage } = criterion
      const failures = failureType === 'ALL' ? 'failures' : failureType
      return this.cancel(job, { comment: `Aborted: at least ${thresholdPercentage} % of the job executions ended as ${failures}.` })
    }
    const mayEnd = job.targetSelection === 'SNAPSHOT' || job.isOver === true
    if (!mayEnd || job.waiting.length > 0 || things.QUEUED + things.IN_PROGRESS > 0) return
    this.#clearTimers(jobId)
    const completed = this.#put({ ...job, status: 'COMPLETED', completedAtMs: this.#clock.nowMs() })
    this.#messages.jobEvent('completed', completed, 'COMPLETED')
  }

  #isTarget(job: Job, thingName: string): boolean {
    return isTarget(this.#registry, job, thingName)
  }

  /** How many things may be told now. */
  #rate({ jobId, jobExecutionsRolloutConfig = {}, notified }: Job): number {
    return ratePerMinute(jobExecutionsRolloutConfig, { notified, succeeded: this.#store.counts(jobId).things.SUCCEEDED })
  }

  /** Whom it is for is kept with it at once, so that a kill loses nobody. */
  #start(job: Job): void {
    this.#put({ ...job, status: 'IN_PROGRESS', waiting: thingsOf(this.#registry, job.targets) })
    this.#openOrClose(job.jobId)
    this.rollOut(job.jobId)
  }

  /**
   * Opens or closes a job by its maintenance windows, and comes back when that changes.
   *
   * @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html#jobs-scheduling-maintenance-window
   */
  #openOrClose(jobId: string): void {
    const job = this.#store.jobs.get(jobId)
    const windows = job?.schedulingConfig?.maintenanceWindows ?? []
    if (job?.status !== 'IN_PROGRESS' || job.isOver === true || windows.length === 0) return
    const nowMs = this.#clock.nowMs()
    const untilMs = openUntilMs(windows, nowMs)
    this.#close(job, untilMs === undefined)
    const [changesMs] = untilMs === undefined ? nextStartsMs(windows, nowMs, 1) : [untilMs]
    if (changesMs === undefined) return
    this.#at(`window ${jobId}`, changesMs, () => {
      this.#openOrClose(jobId)
      this.rollOut(jobId)
    })
  }

  #close(job: Job, isClosed: boolean): void {
    if ((job.isClosed ?? false) === isClosed) return
    for (const { status, thingName } of this.#store.lastOfEach(job.jobId)) if (status === 'QUEUED') this.#messages.touch(thingName)
    this.#put({ ...job, isClosed })
  }

  /**
   * @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html#jobs-scheduling-without-maintenance-window
   */
  #end(jobId: string): void {
    const job = this.#store.job(jobId)
    if (job.status !== 'IN_PROGRESS' || job.isOver === true) return
    for (const kind of ['rollout', 'window']) this.#timers.clear(`${kind} ${jobId}`)
    // What is queued by now may be run: no window comes any more.
    this.#close(job, false)
    this.#put({ ...this.#store.job(jobId), waiting: [], isOver: true })
    const { endBehavior } = job.schedulingConfig ?? {}
    if (endBehavior === 'CANCEL' || endBehavior === 'FORCE_CANCEL') this.#cancelExecutions(jobId, endBehavior === 'FORCE_CANCEL')
    this.settle(jobId)
  }

  #cancelExecutions(jobId: string, force: boolean): void {
    for (const execution of this.#store.lastOfEach(jobId)) {
      const isCanceled = execution.status === 'QUEUED' || (force && execution.status === 'IN_PROGRESS')
      if (isCanceled) this.move(execution, { to: 'CANCELED', by: 'service', forced: force })
    }
  }

  #retry(job: Job, execution: JobExecution): void {
    const { thingName, status, retried } = execution
    const again = nextRetry(job.jobExecutionsRetryConfig, status, retried)
    const goesOn = job.status === 'IN_PROGRESS' && job.isOver !== true
    if (again !== undefined && goesOn && this.#isTarget(job, thingName)) this.queue(job, thingName, again)
  }

  #resumeExecution(job: Job, execution: JobExecution): void {
    this.#armTimeout(execution)
    this.#retry(job, execution)
    if (job.status === 'CANCELED' && execution.status === 'QUEUED') this.move(execution, { to: 'CANCELED', by: 'service' })
  }

  #queueNewcomers(job: Job): void {
    for (const thingName of thingsOf(this.#registry, job.targets)) {
      if (this.#store.last(job.jobId, thingName) === undefined && !job.waiting.includes(thingName)) this.queue(job, thingName)
    }
  }

  #armTimeout(execution: JobExecution): void {
    const key = executionKey(execution)
    const dueMs = timesOutAtMs(execution)
    if (dueMs === undefined) return this.#timers.clear(key)
    this.#at(key, dueMs, () => {
      const { jobId, thingName, executionNumber } = execution
      this.move(this.#store.execution(jobId, thingName, executionNumber), { to: 'TIMED_OUT', by: 'service' })
    })
  }

  #armSchedule({ jobId, status, isOver, schedulingConfig }: Job): void {
    const startMs = readTime(schedulingConfig?.startTime)
    const endMs = readTime(schedulingConfig?.endTime)
    if (status === 'SCHEDULED' && startMs !== undefined) this.#at(`start ${jobId}`, startMs, () => this.#start(this.#store.job(jobId)))
    const mayEnd = (status === 'SCHEDULED' || status === 'IN_PROGRESS') && isOver !== true
    if (mayEnd && endMs !== undefined) this.#at(`end ${jobId}`, endMs, () => this.#end(jobId))
  }

  #clearTimers(jobId: string): void {
    for (const kind of ['rollout', 'start', 'end', 'window']) this.#timers.clear(`${kind} ${jobId}`)
  }

  #at(key: string, atMs: number, work: () => void): void {
    this.#timers.at(key, atMs, () => {
      work()
      this.#messages.flush()
    })
  }

  #put(job: Job): Job {
    const changed = { ...job, lastUpdatedAtMs: this.#clock.nowMs() }
    this.#store.jobs.set(job.jobId, changed)
    return changed
  }
}
