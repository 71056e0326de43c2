import type { AlertTarget, Behavior, MetricsExportConfig, MetricToRetain, MetricValue } from '../model/model.generated.ts'

export type ViolationEventType = 'in-alarm' | 'alarm-cleared' | 'alarm-invalidated'

/** What is normal for the things it is attached to. */
export interface SecurityProfile {
  readonly securityProfileName: string
  readonly description?: string | undefined
  readonly behaviors: readonly Behavior[]
  readonly alertTargets: Readonly<Partial<Record<'SNS', AlertTarget>>>
  readonly metricsToRetain: readonly MetricToRetain[]
  readonly metricsExportConfig?: MetricsExportConfig | undefined
  /** ARNs of thing groups, and of `all/things`, `all/registered-things` and `all/unregistered-things`. */
  readonly targets: readonly string[]
  readonly version: number
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}

export interface CustomMetric {
  readonly metricName: string
  readonly displayName?: string | undefined
  /** `number`, `number-list`, `string-list` or `ip-address-list`. */
  readonly metricType: string
  readonly clientRequestToken?: string | undefined
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}

/** Narrows a metric down to some topics. */
export interface Dimension {
  readonly name: string
  readonly type: string
  /** Topic filters, which may hold `${iot:ClientId}` and `${iot:ThingName}`. */
  readonly stringValues: readonly string[]
  readonly clientRequestToken?: string | undefined
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}

/** A thing that is not as its profile has it. */
export interface Violation {
  readonly violationId: string
  readonly thingName: string
  readonly securityProfileName: string
  readonly behavior: Behavior
  readonly lastValue: MetricValue
  readonly lastAtMs: number
  readonly startedAtMs: number
  readonly verificationState?: string | undefined
  readonly verificationStateDescription?: string | undefined
}

/** What somebody found a violation to be. */
export interface Verification {
  readonly verificationState: string
  readonly verificationStateDescription?: string | undefined
}

/** That a violation began, was over, or does not count any more. */
export interface ViolationEvent {
  readonly violationId: string
  readonly thingName: string
  readonly securityProfileName: string
  readonly behavior: Behavior
  readonly value: MetricValue
  readonly type: ViolationEventType
  readonly atMs: number
}
