import { listActiveViolations } from './list-active-violations.ts'
import { listMetricValues } from './list-metric-values.ts'
import { listViolationEvents } from './list-violation-events.ts'
import { putVerificationStateOnViolation } from './put-verification-state-on-violation.ts'

/** The operations on violations and what they are judged by, by AWS's name. */
export const violationOperations = {
  ListActiveViolations: listActiveViolations,
  ListMetricValues: listMetricValues,
  ListViolationEvents: listViolationEvents,
  PutVerificationStateOnViolation: putVerificationStateOnViolation,
} as const
