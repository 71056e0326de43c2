import type { AbortConfig } from './abort.ts'
import type { RetryConfig } from './retry.ts'
import type { RolloutConfig } from './rollout.ts'
import type { SchedulingConfig } from './schedule.ts'

export type JobStatus = 'SCHEDULED' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELED'
export type TargetSelection = 'SNAPSHOT' | 'CONTINUOUS'

export interface TimeoutConfig {
  readonly inProgressTimeoutInMinutes?: number | undefined
}

/** What UpdateJob may change, too. */
export interface JobSettings {
  readonly description?: string | undefined
  readonly presignedUrlConfig?: { readonly roleArn?: string | undefined; readonly expiresInSec?: number | undefined } | undefined
  readonly jobExecutionsRolloutConfig?: RolloutConfig | undefined
  readonly abortConfig?: AbortConfig | undefined
  readonly timeoutConfig?: TimeoutConfig | undefined
  readonly jobExecutionsRetryConfig?: RetryConfig | undefined
}

/** What a job is made of. */
export interface JobDefinition extends JobSettings {
  readonly jobId: string
  /** ARNs of things and thing groups. */
  readonly targets: readonly string[]
  /** JSON text. */
  readonly document: string
  readonly documentSource?: string | undefined
  readonly targetSelection: TargetSelection
  readonly namespaceId?: string | undefined
  readonly jobTemplateArn?: string | undefined
  readonly schedulingConfig?: SchedulingConfig | undefined
  readonly destinationPackageVersions?: readonly string[] | undefined
}

/** A job and how far its rollout is. Values are replaced with every change. */
export interface Job extends JobDefinition {
  readonly status: JobStatus
  readonly comment?: string | undefined
  readonly reasonCode?: string | undefined
  readonly forceCanceled?: boolean | undefined
  readonly createdAtMs: number
  readonly lastUpdatedAtMs: number
  readonly completedAtMs?: number | undefined
  /** The things that have yet to be told, in order. */
  readonly waiting: readonly string[]
  /** How many things were told by the rollout. */
  readonly notified: number
  /** Until then the rate of the rollout is used up. */
  readonly nextBatchAtMs: number
  /** Whether `endTime` is over: nothing more is rolled out. */
  readonly isOver?: boolean | undefined
  /** Whether its next maintenance window has yet to open: till then nothing is rolled out, and what is queued waits. */
  readonly isClosed?: boolean | undefined
}

/** A job's definition by itself, to make jobs of. */
export interface JobTemplate extends JobSettings, Pick<JobDefinition, 'document' | 'documentSource' | 'destinationPackageVersions'> {
  readonly jobTemplateId: string
  readonly description: string
  readonly createdAtMs: number
  readonly maintenanceWindows?: SchedulingConfig['maintenanceWindows']
}
