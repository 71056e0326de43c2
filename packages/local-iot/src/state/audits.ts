import type {
  AuditCheckConfiguration, AuditMitigationActionsTaskTarget, AuditNotificationTarget, DetectMitigationActionsTaskTarget,
  MitigationActionParams, ResourceIdentifier,
} from '../model/model.generated.ts'

export type Severity = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW'

export interface AuditedResource {
  readonly resourceType: string
  readonly resourceIdentifier: ResourceIdentifier
  readonly additionalInfo?: Readonly<Record<string, string>> | undefined
}

/** A resource that is not as it should be. */
export interface Found {
  readonly resource: AuditedResource
  readonly related?: readonly AuditedResource[] | undefined
  readonly reason: string
  /** AWS's code for the reason. */
  readonly code: string
}

/** What of connections an audit finds fault with. */
export interface ConnectionIncident {
  readonly kind: 'shared-certificate' | 'client-id'
  /** Of the certificate, or of the client. */
  readonly id: string
  readonly connections: readonly { readonly clientId: string; readonly principal: string; readonly atMs: number }[]
  readonly lastAtMs: number
}

/** By which an incident is kept. */
export const incidentKey = (kind: ConnectionIncident['kind'], id: string): string => `${kind}/${id}`

/** How the account is audited. */
export interface AuditConfiguration {
  readonly roleArn?: string | undefined
  readonly checks: Readonly<Record<string, AuditCheckConfiguration>>
  readonly targets: Readonly<Partial<Record<'SNS', AuditNotificationTarget>>>
}

export type AuditTaskStatus = 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELED'

export interface CheckRun {
  readonly status: 'IN_PROGRESS' | 'CANCELED' | 'COMPLETED_COMPLIANT' | 'COMPLETED_NON_COMPLIANT' | 'FAILED'
  readonly total: number
  readonly nonCompliant: number
  readonly suppressed: number
  readonly errorCode?: string | undefined
  readonly message?: string | undefined
}

export interface AuditTask {
  readonly taskId: string
  readonly status: AuditTaskStatus
  /** Absent for one on demand. */
  readonly scheduledAuditName?: string | undefined
  readonly startedAtMs: number
  /** By the name of the check. */
  readonly checks: Readonly<Record<string, CheckRun>>
}

export interface AuditFinding extends Found {
  readonly findingId: string
  readonly taskId: string
  readonly checkName: string
  readonly severity: Severity
  readonly taskStartedAtMs: number
  readonly foundAtMs: number
  readonly isSuppressed: boolean
}

export interface ScheduledAudit {
  readonly scheduledAuditName: string
  readonly frequency: string
  readonly dayOfMonth?: string | undefined
  readonly dayOfWeek?: string | undefined
  readonly targetCheckNames: readonly string[]
  readonly createdAtMs: number
  /** When it was last due. */
  readonly lastRunAtMs: number
}

/** Findings of a check on a resource that are not to be told. */
export interface AuditSuppression {
  readonly checkName: string
  readonly resourceIdentifier: ResourceIdentifier
  /** Absent = without end. */
  readonly expiresAtMs?: number | undefined
  readonly description?: string | undefined
}

export interface MitigationAction {
  readonly actionName: string
  readonly actionId: string
  readonly roleArn: string
  readonly params: MitigationActionParams
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}

/** One action on one finding or violation. */
export interface MitigationExecution {
  readonly taskId: string
  /** Of the finding or the violation. */
  readonly subjectId: string
  readonly thingName?: string | undefined
  readonly checkName?: string | undefined
  readonly actionName: string
  readonly actionId: string
  readonly status: 'COMPLETED' | 'FAILED' | 'SKIPPED' | 'CANCELED'
  readonly startedAtMs: number
  readonly endedAtMs: number
  readonly errorCode?: string | undefined
  readonly message?: string | undefined
}

/** What the tasks of both kinds have. */
export interface MitigationTask {
  readonly taskId: string
  readonly status: AuditTaskStatus
  readonly startedAtMs: number
  readonly endedAtMs?: number | undefined
  readonly clientRequestToken?: string | undefined
  /** As they were when the task began. */
  readonly actions: readonly MitigationAction[]
}

/** Actions on what audits have found. */
export interface AuditMitigation extends MitigationTask {
  readonly target: AuditMitigationActionsTaskTarget
  /** Names of actions by check. */
  readonly mapping: Readonly<Record<string, readonly string[]>>
}

/** Actions on things in violation. */
export interface DetectMitigation extends MitigationTask {
  readonly target: DetectMitigationActionsTaskTarget
  readonly range?: { readonly fromMs: number; readonly toMs: number } | undefined
  readonly onlyActive: boolean
  readonly withSuppressed: boolean
}
