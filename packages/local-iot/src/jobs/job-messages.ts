import { together, type Clock, type Message, type Routing } from '@keg/mqtt-broker'
import type { Announce } from '../event-configurations/event-configurations.ts'
import { executionData, executionSummary, seconds } from './execution-view.ts'
import { executionKey, type ExecutionStatus, type JobExecution } from './job-execution.ts'
import type { JobRegistry } from './job-registry.ts'
import type { JobStore } from './job-store.ts'
import type { Job } from './job.ts'
import { pendingLimit, pendingOrder } from './pending.ts'

export interface JobMessagesOptions {
  readonly clock: Clock
  readonly newId: () => string
  readonly publish: (message: Message) => Routing | undefined
  readonly announce: Announce
  readonly registry: JobRegistry
  /** Told of the package versions that a job has brought to a thing. */
  readonly installed: (thingName: string, versionArns: readonly string[]) => Routing | undefined
  readonly store: () => JobStore
  /** A job's document as a device gets it. */
  readonly documentOf: (job: Job) => string
}

export type JobOperation = 'completed' | 'canceled' | 'deleted' | 'cancellation_in_progress' | 'deletion_in_progress'

/** A thing's pending executions, as far as notifications look at them. */
interface Pending {
  readonly members: string
  readonly next: string | undefined
}

/**
 * The messages by which others hear of jobs: `notify`, `notify-next` and events. They are collected and go out together, so that what made
 * the change can be answered first.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-mqtt-api.html#mqtt-jobexecutionschanged
 */
export class JobMessages {
  readonly #options: JobMessagesOptions
  readonly #before = new Map<string, Pending>()
  #events: (() => Routing | undefined)[] = []

  constructor(options: JobMessagesOptions) {
    this.#options = options
  }

  /** Remembers how a thing's executions stand before a change. */
  touch(thingName: string): void {
    if (!this.#before.has(thingName)) this.#before.set(thingName, this.#pending(thingName))
  }

  /** @see https://docs.aws.amazon.com/iot/latest/developerguide/events-jobs.html */
  jobEvent(operation: JobOperation, job: Job, status: string): void {
    const { jobId, targetSelection, targets, description, comment, createdAtMs, lastUpdatedAtMs, completedAtMs } = job
    const things = this.#options.store().counts(jobId).things
    const jobProcessDetails = operation === 'completed' ? {
      numberOfCanceledThings: things.CANCELED, numberOfRejectedThings: things.REJECTED, numberOfFailedThings: things.FAILED,
      numberOfRemovedThings: things.REMOVED, numberOfSucceededThings: things.SUCCEEDED, numberOfTimedOutThings: things.TIMED_OUT,
    } : undefined
    this.#event('JOB', `$aws/events/job/${jobId}/${operation}`, {
      operation, jobId, status, targetSelection, targets, description, comment, completedAt: completedAtMs, createdAt: createdAtMs,
      lastUpdatedAt: lastUpdatedAtMs, jobProcessDetails,
    })
  }

  executionEvent({ jobId, thingName, status, statusDetails }: JobExecution, operation = status.toLowerCase()): void {
    const thingArn = this.#options.registry.arn(`thing/${thingName}`)
    this.#event('JOB_EXECUTION', `$aws/events/jobExecution/${jobId}/${operation}`, { operation, jobId, thingArn, status, statusDetails })
    const { destinationPackageVersions: versions = [] } = this.#options.store().jobs.get(jobId) ?? {}
    if (operation === 'succeeded' && versions.length > 0) this.#events.push(() => this.#options.installed(thingName, versions))
  }

  /** Sends what was collected. */
  flush(): Routing | undefined {
    const routings: (Routing | undefined)[] = []
    const things = [...this.#before]
    const events = this.#events
    this.#before.clear()
    this.#events = []
    for (const [thingName, before] of things) routings.push(...this.#notify(thingName, before))
    for (const publish of events) routings.push(publish())
    return together(routings)
  }

  #event(eventType: string, topic: string, body: object): void {
    const { announce, newId, clock } = this.#options
    const whole = { eventType, eventId: newId(), timestamp: seconds(clock.nowMs()), ...body }
    this.#events.push(() => announce(eventType, topic, whole))
  }

  #notify(thingName: string, before: Pending): (Routing | undefined)[] {
    const now = this.#pending(thingName)
    const { clock, store, documentOf } = this.#options
    const timestamp = seconds(clock.nowMs())
    const pending = pendingOrder(store().readyOf(thingName))
    const sent: (Routing | undefined)[] = []
    if (now.members !== before.members) sent.push(this.#publish(thingName, 'notify', { timestamp, jobs: this.#byStatus(pending) }))
    if (now.next !== before.next) {
      const [next] = pending
      const job = next && store().jobs.get(next.jobId)
      const jobDocument = job && (JSON.parse(documentOf(job)) as unknown)
      const execution = next && { ...executionData(next, clock.nowMs()), jobDocument }
      sent.push(this.#publish(thingName, 'notify-next', { timestamp, ...(execution && { execution }) }))
    }
    return sent
  }

  #byStatus(pending: readonly JobExecution[]) {
    const isScheduled = ({ jobId }: JobExecution) => this.#options.store().jobs.get(jobId)?.schedulingConfig !== undefined
    const shown = pending.slice(0, pendingLimit(pending.some(isScheduled)))
    const of = (wanted: ExecutionStatus) => [wanted, shown.filter(({ status }) => status === wanted).map(executionSummary)] as const
    const lists = [of('IN_PROGRESS'), of('QUEUED')]
    return Object.fromEntries(lists.filter(([, list]) => list.length > 0))
  }

  #pending(thingName: string): Pending {
    const keys = pendingOrder(this.#options.store().readyOf(thingName)).map(executionKey)
    return { members: [...keys].sort().join(' '), next: keys[0] }
  }

  #publish(thingName: string, kind: 'notify' | 'notify-next', body: object): Routing | undefined {
    const payload = new TextEncoder().encode(JSON.stringify(body))
    return this.#options.publish({ topic: `$aws/things/${thingName}/jobs/${kind}`, payload, qos: 1, retain: false })
  }
}
