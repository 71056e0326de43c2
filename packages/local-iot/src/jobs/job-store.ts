import type { Table } from '@keg/mqtt-broker'
import { noSuch } from './job-error.ts'
import { executionKey, isTerminal, type ExecutionStatus, type JobExecution } from './job-execution.ts'
import type { Job, JobTemplate } from './job.ts'

export interface JobTables {
  readonly jobs: Table<Job>
  readonly jobExecutions: Table<JobExecution>
  readonly jobTemplates: Table<JobTemplate>
}

export type Counts = Record<ExecutionStatus, number>

/** What is known of a job's executions without looking at each of them. */
interface Tally {
  /** Executions by status. */
  readonly executions: Counts
  /** Things by the status of their last execution. */
  readonly things: Counts
  readonly lastOf: Map<string, JobExecution>
  readonly keys: Set<string>
}

const noCounts = (): Counts => ({ QUEUED: 0, IN_PROGRESS: 0, SUCCEEDED: 0, FAILED: 0, TIMED_OUT: 0, REJECTED: 0, REMOVED: 0, CANCELED: 0 })
const newTally = (): Tally => ({ executions: noCounts(), things: noCounts(), lastOf: new Map(), keys: new Set() })

/** Jobs and executions in their tables, found by job and by thing. */
export class JobStore {
  readonly jobs: Table<Job>
  readonly templates: Table<JobTemplate>
  readonly #executions: Table<JobExecution>
  readonly #tallies = new Map<string, Tally>()
  /** The keys of each thing's executions. */
  readonly #ofThing = new Map<string, Set<string>>()
  readonly #beforeChange: (thingName: string) => void
  #position = 0

  /** `beforeChange` hears of each thing whose executions are about to change. */
  constructor({ jobs, jobExecutions, jobTemplates }: JobTables, beforeChange: (thingName: string) => void) {
    this.jobs = jobs
    this.templates = jobTemplates
    this.#executions = jobExecutions
    this.#beforeChange = beforeChange
    for (const execution of jobExecutions.values()) {
      this.#count(execution, undefined)
      this.#position = Math.max(this.#position, execution.position)
    }
  }

  /** Throws JobError. */
  job(jobId: string): Job {
    const job = this.jobs.get(jobId)
    if (job === undefined) throw noSuch(`Job ${jobId} cannot be found.`)
    return job
  }

  nextPosition(): number {
    return ++this.#position
  }

  /** An execution by its number, else a thing's last one. Throws JobError. */
  execution(jobId: string, thingName: string, executionNumber?: number): JobExecution {
    const last = this.last(jobId, thingName)
    const execution = executionNumber === undefined ? last : this.#executions.get(executionKey({ jobId, thingName, executionNumber }))
    if (execution !== undefined) return execution
    const number = executionNumber === undefined ? '' : ` with number ${executionNumber}`
    throw noSuch(`Job execution ${jobId}${number} of thing ${thingName} cannot be found.`)
  }

  last(jobId: string, thingName: string): JobExecution | undefined {
    return this.#tallies.get(jobId)?.lastOf.get(thingName)
  }

  counts(jobId: string): Pick<Tally, 'executions' | 'things'> {
    return this.#tallies.get(jobId) ?? newTally()
  }

  lastOfEach(jobId: string): readonly JobExecution[] {
    return [...(this.#tallies.get(jobId)?.lastOf.values() ?? [])]
  }

  ofJob(jobId: string): readonly JobExecution[] {
    return this.#all(this.#tallies.get(jobId)?.keys)
  }

  ofThing(thingName: string): readonly JobExecution[] {
    return this.#all(this.#ofThing.get(thingName))
  }

  pendingOf(thingName: string): readonly JobExecution[] {
    return this.ofThing(thingName).filter(({ status }) => !isTerminal(status))
  }

  /** Those that a thing may run now: not what is queued while the maintenance windows of its job are closed. */
  readyOf(thingName: string): readonly JobExecution[] {
    return this.pendingOf(thingName).filter(({ status, jobId }) => status !== 'QUEUED' || this.jobs.get(jobId)?.isClosed !== true)
  }

  put(execution: JobExecution): void {
    this.#beforeChange(execution.thingName)
    const key = executionKey(execution)
    const known = this.#executions.get(key)
    this.#executions.set(key, execution)
    this.#count(execution, known)
  }

  remove(execution: JobExecution): void {
    this.#beforeChange(execution.thingName)
    const key = executionKey(execution)
    this.#executions.delete(key)
    this.#ofThing.get(execution.thingName)?.delete(key)
    const others = this.ofJob(execution.jobId).filter((other) => executionKey(other) !== key)
    this.#tallies.delete(execution.jobId)
    for (const other of others) this.#count(other, undefined)
  }

  /** Forgets a job and all of its executions. */
  removeJob(jobId: string): void {
    for (const execution of this.ofJob(jobId)) {
      this.#beforeChange(execution.thingName)
      const key = executionKey(execution)
      this.#executions.delete(key)
      this.#ofThing.get(execution.thingName)?.delete(key)
    }
    this.#tallies.delete(jobId)
    this.jobs.delete(jobId)
  }

  #all(keys: Iterable<string> | undefined): readonly JobExecution[] {
    return [...(keys ?? [])].map((key) => this.#executions.get(key)).filter((execution) => execution !== undefined)
  }

  #count(execution: JobExecution, known: JobExecution | undefined): void {
    const { jobId, thingName, status, executionNumber } = execution
    const tally = entry(this.#tallies, jobId, newTally)
    const key = executionKey(execution)
    tally.keys.add(key)
    entry(this.#ofThing, thingName, () => new Set<string>()).add(key)
    if (known !== undefined) tally.executions[known.status]--
    tally.executions[status]++
    const last = tally.lastOf.get(thingName)
    if (last !== undefined && last.executionNumber > executionNumber) return
    if (last !== undefined) tally.things[last.status]--
    tally.things[status]++
    tally.lastOf.set(thingName, execution)
  }
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}
