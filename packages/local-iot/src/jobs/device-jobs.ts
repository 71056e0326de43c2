import type { Clock } from '@keg/mqtt-broker'
import { executionData, executionSummary } from './execution-view.ts'
import { invalidJob, invalidState, JobError, noSuch } from './job-error.ts'
import { isTerminal, stateOf, type ExecutionState, type ExecutionStatus, type JobExecution } from './job-execution.ts'
import type { JobRegistry } from './job-registry.ts'
import type { JobRuns } from './job-runs.ts'
import type { JobStore } from './job-store.ts'
import type { Job } from './job.ts'
import { pendingLimit, pendingOrder } from './pending.ts'
import { checkStatusDetails } from './status-details.ts'

export interface DeviceJobsOptions {
  readonly clock: Clock
  readonly store: JobStore
  readonly runs: JobRuns
  readonly registry: JobRegistry
  /** A job's document as a device gets it. */
  readonly documentOf: (job: Job) => string
}

/** What StartNextPendingJobExecution takes. */
export interface Start {
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
  readonly stepTimeoutInMinutes?: number | undefined
}

/** What UpdateJobExecution takes. */
export interface Update extends Start {
  readonly status: string
  readonly expectedVersion?: number | undefined
  readonly executionNumber?: number | undefined
}

/** The state of an execution after a change, and the job's document. */
export interface Updated {
  readonly state: ExecutionState
  readonly document: string
}

/** What DescribeJobExecution takes; the document is answered unless it is not wanted. */
export interface Description {
  readonly executionNumber?: number | undefined
  readonly includeJobDocument?: boolean | undefined
}

/** An execution as its device gets it, the document as JSON text. */
export type ExecutionAnswer = ReturnType<typeof executionData> & { readonly jobDocument?: string }

/**
 * What devices ask of jobs, over MQTT or HTTPS. Each throws JobError. What others hear of it is sent with the next `flush` of the messages.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/jobs-mqtt-api.html
 */
export class DeviceJobs {
  readonly #clock: Clock
  readonly #store: JobStore
  readonly #runs: JobRuns
  readonly #registry: JobRegistry
  readonly #documentOf: (job: Job) => string

  constructor({ clock, store, runs, registry, documentOf }: DeviceJobsOptions) {
    this.#clock = clock
    this.#store = store
    this.#runs = runs
    this.#registry = registry
    this.#documentOf = documentOf
  }

  pending(thingName: string) {
    const all = this.#pending(thingName)
    const isScheduled = ({ jobId }: JobExecution) => this.#store.jobs.get(jobId)?.schedulingConfig !== undefined
    const shown = all.slice(0, pendingLimit(all.some(isScheduled)))
    const of = (wanted: ExecutionStatus) => shown.filter(({ status }) => status === wanted).map(executionSummary)
    return { inProgressJobs: of('IN_PROGRESS'), queuedJobs: of('QUEUED') }
  }

  /** Nothing where nothing is pending. */
  startNext(thingName: string, { statusDetails, stepTimeoutInMinutes }: Start): ExecutionAnswer | undefined {
    checkStatusDetails(statusDetails)
    const [next] = this.#pending(thingName)
    if (next === undefined) return undefined
    const isStarted = next.status === 'IN_PROGRESS'
    if (isStarted && stepTimeoutInMinutes === undefined) return this.#answer(next, true)
    // Of one that runs, the details stay.
    const details = isStarted ? {} : { statusDetails }
    return this.#answer(this.#runs.move(next, { to: 'IN_PROGRESS', by: 'device', stepTimeoutInMinutes, ...details }), true)
  }

  /** An execution, or with `$next` the next one, of which there may be none. */
  describe(thingName: string, jobId: string, { executionNumber, includeJobDocument = true }: Description): ExecutionAnswer | undefined {
    const pending = this.#pending(thingName)
    const execution = jobId === '$next' ? pending[0] : this.#store.execution(jobId, thingName, executionNumber)
    if (execution === undefined) return undefined
    if (isTerminal(execution.status)) {
      throw new JobError(
        'TerminalStateReached', `Job execution ${jobId} of thing ${thingName} is in the terminal state ${execution.status}.`,
      )
    }
    return this.#answer(execution, includeJobDocument)
  }

  update(thingName: string, jobId: string, update: Update): Updated {
    const { status, statusDetails, expectedVersion, executionNumber, stepTimeoutInMinutes } = update
    this.#check(thingName)
    checkStatusDetails(statusDetails)
    const execution = this.#store.execution(jobId, thingName, executionNumber)
    const { version } = execution
    if (expectedVersion !== undefined && expectedVersion !== version) {
      throw new JobError('VersionMismatch', `Expected version ${expectedVersion} but found version ${version}`, stateOf(execution))
    }
    if (execution.status === 'QUEUED' && this.#store.job(jobId).isClosed === true)
      throw invalidState(`Job execution ${jobId} of thing ${thingName} waits for its job's next maintenance window.`)
    // The model of the request has let a status through only.
    const changed = this.#runs.move(execution, { to: status as ExecutionStatus, by: 'device', statusDetails, stepTimeoutInMinutes })
    return { state: stateOf(changed), document: this.#documentOf(this.#store.job(jobId)) }
  }

  #pending(thingName: string): readonly JobExecution[] {
    this.#check(thingName)
    return pendingOrder(this.#store.readyOf(thingName))
  }

  #check(thingName: string): void {
    if (!/^[a-zA-Z0-9:_-]{1,128}$/.test(thingName)) throw invalidJob(`${JSON.stringify(thingName)} is no name of a thing.`)
    if (!this.#registry.hasThing(thingName)) throw noSuch(`Thing ${thingName} cannot be found.`)
  }

  #answer(execution: JobExecution, withDocument: boolean): ExecutionAnswer {
    const data = executionData(execution, this.#clock.nowMs())
    return withDocument ? { ...data, jobDocument: this.#documentOf(this.#store.job(execution.jobId)) } : data
  }
}
