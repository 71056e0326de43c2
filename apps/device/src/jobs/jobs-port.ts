import type { JobStatus } from './job-outcome.ts'

/** A job that this thing is to do. */
export interface JobExecution {
  readonly jobId: string
  /** Which try of the job on this thing it is, where AWS IoT tries again what failed. */
  readonly executionNumber: number
  readonly versionNumber: number
  readonly document: unknown
}

/** What is said of a job. */
export interface JobUpdate {
  readonly status: JobStatus
  readonly statusDetails: Readonly<Record<string, string>>
  /** The version that the execution must have; absent: any. */
  readonly expectedVersion?: number
}

/** What came of an update: a conflict where the execution has another version. */
export type JobUpdated = { readonly kind: 'taken' | 'conflict'; readonly versionNumber: number | undefined }

/** What is heard of jobs. */
export interface JobsListener {
  /** From now on changes are heard. */
  readonly ready: () => void
  /** The first of those that wait or run has changed. */
  readonly next: (jobId: string | undefined) => void
  /** Nothing is heard on this connection: the policy does not allow it, or the broker has no jobs. */
  readonly refused: (why: string) => void
}

/** The jobs of one thing. Whatever can't be asked rejects with a DeviceError: `JOB_OVER` where the job has ended without us. */
export interface JobsPort {
  /** Begins to listen; called again, begins anew. */
  listen(listener: JobsListener): void
  /** The job that runs, else the next that waits, which is then in progress. */
  startNext(): Promise<JobExecution | undefined>
  update(job: Pick<JobExecution, 'jobId' | 'executionNumber'>, update: JobUpdate): Promise<JobUpdated>
  /** Rejects with `JOB_OVER` where it no longer runs. */
  check(job: Pick<JobExecution, 'jobId' | 'executionNumber'>): Promise<void>
  close(): void
}
