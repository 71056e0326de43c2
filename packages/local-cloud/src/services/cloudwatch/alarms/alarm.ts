import type { Input } from '@keg/aws-service'
import type { Treatment } from './evaluation.ts'

export const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const
export type StateValue = (typeof STATES)[number]

/** What state an alarm is in, why, and since when. */
export interface AlarmState {
  readonly value: StateValue
  readonly reason: string
  /** JSON. */
  readonly reasonData?: string | undefined
  readonly updatedAtMs: number
}

interface AnyAlarm {
  readonly name: string
  readonly arn: string
  readonly description?: string | undefined
  readonly actionsEnabled: boolean
  readonly okActions: readonly string[]
  readonly alarmActions: readonly string[]
  readonly insufficientDataActions: readonly string[]
  readonly configuredAtMs: number
}

/** How a value stands to the threshold. */
export const COMPARISONS = {
  GreaterThanOrEqualToThreshold: { breaches: (value: number, threshold: number) => value >= threshold, words: 'greater than or equal to' },
  GreaterThanThreshold: { breaches: (value: number, threshold: number) => value > threshold, words: 'greater than' },
  LessThanThreshold: { breaches: (value: number, threshold: number) => value < threshold, words: 'less than' },
  LessThanOrEqualToThreshold: { breaches: (value: number, threshold: number) => value <= threshold, words: 'less than or equal to' },
} as const
export type Comparison = keyof typeof COMPARISONS

/** An alarm on one metric, or on an expression. */
export interface MetricAlarm extends AnyAlarm {
  readonly kind: 'metric'
  /** The queries as `Metrics` has them; those of an alarm on one metric are the one with the id `m1`. */
  readonly queries: readonly Input[]
  /** Of an alarm that names its metric itself: its members as they were put. */
  readonly single?: Input | undefined
  readonly periodSec: number
  readonly evaluationPeriods: number
  readonly datapointsToAlarm: number
  readonly comparison: Comparison
  readonly threshold: number
  readonly treatMissingData: Treatment
  /** Whether the treatment was named, not the default. */
  readonly treatmentNamed: boolean
}

/** An alarm on other alarms. */
export interface CompositeAlarm extends AnyAlarm {
  readonly kind: 'composite'
  readonly rule: string
}

export type Alarm = MetricAlarm | CompositeAlarm

/** A change from one state to another. */
export interface Transition {
  readonly from: AlarmState
  readonly to: AlarmState
}
