import { checkDocument, checkJob, checkSettings, MAX_TARGETS } from './check-job.ts'
import { DeviceJobs } from './device-jobs.ts'
import { invalidJob, invalidState, JobError, noSuch } from './job-error.ts'
import { isTerminal, stateOf, type JobExecution } from './job-execution.ts'
import { JobMessages, type JobMessagesOptions } from './job-messages.ts'
import { checkTarget, isTarget, type JobRegistry } from './job-registry.ts'
import { JobRuns, type Cancellation } from './job-runs.ts'
import { JobStore, type JobTables } from './job-store.ts'
import { checkWindows } from './maintenance-window.ts'
import type { Job, JobDefinition, JobSettings, JobTemplate } from './job.ts'
import { withUrls, type Presigner } from './s3-object.ts'
import { checkStatusDetails } from './status-details.ts'
import type { Routing } from '@keg/mqtt-broker'

export interface JobServiceOptions extends Omit<JobMessagesOptions, 'store' | 'documentOf'> {
  readonly tables: JobTables
  /** Where files that documents name are; absent = there is no S3. */
  readonly objects: Presigner | undefined
}

/** Which execution of a job. */
export interface ExecutionOf {
  readonly jobId: string
  readonly thingName: string
  readonly executionNumber?: number | undefined
}

/** How an execution is canceled. */
export interface ExecutionCancellation {
  readonly force?: boolean | undefined
  readonly expectedVersion?: number | undefined
  /** Absent = unchanged. */
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
}

/** The jobs of the account. What throws, throws JobError and has changed nothing. */
export class JobService {
  readonly store: JobStore
  readonly device: DeviceJobs
  readonly #runs: JobRuns
  readonly #messages: JobMessages
  readonly #registry: JobRegistry
  readonly #nowMs: () => number

  constructor({ tables, objects, ...options }: JobServiceOptions) {
    const { clock, registry } = options
    this.#registry = registry
    this.#nowMs = () => clock.nowMs()
    const documentOf = ({ document, presignedUrlConfig }: Job) => withUrls(document, presignedUrlConfig?.expiresInSec, objects)
    this.#messages = new JobMessages({ ...options, documentOf, store: () => this.store })
    this.store = new JobStore(tables, (thingName) => this.#messages.touch(thingName))
    this.#runs = new JobRuns({ clock, store: this.store, messages: this.#messages, registry })
    this.device = new DeviceJobs({ clock, store: this.store, runs: this.#runs, registry, documentOf })
  }

  /** Goes on with what an earlier process was cut off from. */
  resume(): void {
    this.#runs.resume()
  }

  /** Ends all timers. */
  close(): void {
    this.#runs.close()
  }

  /** Sends what others are to hear of the changes since. */
  flush(): Routing | undefined {
    return this.#messages.flush()
  }

  create(definition: JobDefinition): Job {
    const { jobId, targets, schedulingConfig } = definition
    const nowMs = this.#nowMs()
    if (this.store.jobs.has(jobId)) throw new JobError('Conflict', `Job ${jobId} already exists.`)
    checkJob(definition, nowMs)
    for (const target of targets) checkTarget(this.#registry, target)
    const status = schedulingConfig?.startTime === undefined ? 'IN_PROGRESS' : 'SCHEDULED'
    const start = { createdAtMs: nowMs, lastUpdatedAtMs: nowMs, waiting: [], notified: 0, nextBatchAtMs: nowMs }
    const job: Job = { ...definition, targets: [...new Set(targets)], status, ...start }
    return this.#told(() => {
      this.#runs.begin(job)
      return job
    })
  }

  update(jobId: string, settings: JobSettings): void {
    const job = this.store.job(jobId)
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
    const changed = { ...job, ...given, lastUpdatedAtMs: this.#nowMs() }
    if (hasEnded(job)) throw invalidJob(`Job ${jobId} is ${job.status} and can't be updated.`)
    checkSettings(changed)
    this.#told(() => {
      this.store.jobs.set(jobId, changed)
      this.#runs.settle(jobId)
    })
  }

  cancel(jobId: string, cancellation: Cancellation): Job {
    const job = this.store.job(jobId)
    if (job.status === 'COMPLETED') throw invalidJob(`Job ${jobId} is COMPLETED and can't be canceled.`)
    this.#told(() => this.#runs.cancel(job, cancellation))
    return job
  }

  delete(jobId: string, force: boolean): void {
    const job = this.store.job(jobId)
    if (!force && !hasEnded(job))
      throw invalidState(`Job ${jobId} is ${job.status}: it can be deleted when it is COMPLETED or CANCELED, or with force.`)
    this.#told(() => this.#runs.removeJob(job))
  }

  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AssociateTargetsWithJob.html */
  associate(jobId: string, targets: readonly string[], comment: string | undefined): Job {
    const job = this.store.job(jobId)
    if (job.targetSelection !== 'CONTINUOUS') throw invalidJob(`Job ${jobId} is a SNAPSHOT: targets are associated with CONTINUOUS jobs.`)
    if (!takesThings(job)) throw invalidJob(`Job ${jobId} is ${job.status}: targets are associated with jobs that are IN_PROGRESS.`)
    for (const target of targets) checkTarget(this.#registry, target)
    const all = [...new Set([...job.targets, ...targets])]
    if (all.length > MAX_TARGETS) throw invalidJob(`A job can have at most ${MAX_TARGETS} targets, not ${all.length}.`)
    const changed = { ...job, targets: all, ...(comment === undefined ? {} : { comment }) }
    this.#told(() => {
      this.store.jobs.set(jobId, changed)
      this.#runs.extend(jobId, targets)
    })
    return changed
  }

  cancelExecution({ jobId, thingName }: ExecutionOf, { force = false, expectedVersion, statusDetails }: ExecutionCancellation): void {
    const execution = this.store.execution(jobId, thingName)
    const { status, version } = execution
    checkStatusDetails(statusDetails)
    if (expectedVersion !== undefined && expectedVersion !== version) {
      throw new JobError('VersionMismatch', `Expected version ${expectedVersion} but found version ${version}`, stateOf(execution))
    }
    if (status === 'IN_PROGRESS' && !force) throw invalidState(`${of(execution)} is IN_PROGRESS: it is canceled with force only.`)
    this.#told(() => this.#runs.move(execution, { to: 'CANCELED', by: 'service', statusDetails, forced: force }))
  }

  deleteExecution({ jobId, thingName, executionNumber }: ExecutionOf, force: boolean): void {
    const execution = this.store.execution(jobId, thingName, executionNumber)
    const { status } = execution
    if (!force && !isTerminal(status))
      throw invalidState(`${of(execution)} is ${status}: it can be deleted when it has ended, or with force.`)
    this.#told(() => this.#runs.remove(execution))
  }

  /**
   * Makes a change to the groups of a thing, or to whether it is there, with what it means to jobs: continuous ones run on a thing that has
   * joined, and a thing that is no target any more has its executions REMOVED.
   */
  regrouped<Result>(thingName: string, change: () => Result): Result {
    const continuous = [...this.store.jobs.values()].filter((job) => job.targetSelection === 'CONTINUOUS' && takesThings(job))
    const isMeant = (job: Job) => isTarget(this.#registry, job, thingName)
    const before = new Set(continuous.filter(isMeant))
    const changed = change()
    this.#told(() => {
      for (const execution of this.store.pendingOf(thingName)) this.#removeIfGone(execution)
      for (const job of continuous) {
        if (!before.has(job) && isMeant(job) && !this.#hasPending(job, thingName)) this.#runs.queue(job, thingName)
      }
      for (const { jobId, waiting } of [...this.store.jobs.values()]) if (waiting.includes(thingName)) this.#runs.rollOut(jobId)
    })
    return changed
  }

  createTemplate(template: Omit<JobTemplate, 'createdAtMs'>): void {
    const { jobTemplateId } = template
    if (this.store.templates.has(jobTemplateId)) throw new JobError('Conflict', `Job template ${jobTemplateId} already exists.`)
    checkDocument(template)
    checkSettings(template)
    checkWindows(template.maintenanceWindows ?? [], this.#nowMs())
    this.store.templates.set(jobTemplateId, { ...template, createdAtMs: this.#nowMs() })
  }

  template(jobTemplateId: string): JobTemplate {
    const template = this.store.templates.get(jobTemplateId)
    if (template === undefined) throw noSuch(`Job template ${jobTemplateId} cannot be found.`)
    return template
  }

  #hasPending({ jobId, waiting }: Job, thingName: string): boolean {
    const last = this.store.last(jobId, thingName)
    return last === undefined ? waiting.includes(thingName) : !isTerminal(last.status)
  }

  #removeIfGone(execution: JobExecution): void {
    if (isTarget(this.#registry, this.store.job(execution.jobId), execution.thingName)) return
    this.#runs.move(execution, { to: 'REMOVED', by: 'service' })
  }

  #told<Result>(change: () => Result): Result {
    try {
      return change()
    } finally {
      this.flush()
    }
  }
}

/** An execution, as messages name it. */
const of = ({ jobId, thingName }: JobExecution) => `Job execution ${jobId} of thing ${thingName}`

/** Whether further things may come to a job. */
const takesThings = ({ status, isOver }: Job): boolean => status === 'IN_PROGRESS' && isOver !== true

const hasEnded = ({ status }: Job): boolean => status === 'COMPLETED' || status === 'CANCELED'
