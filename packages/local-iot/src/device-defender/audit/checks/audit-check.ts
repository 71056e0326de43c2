import type { Found, Severity } from '../../../state/audits.ts'
import type { IotState } from '../../../state/iot-state.ts'

export interface CheckContext {
  readonly state: IotState
  /** The size of a certificate's key in bits, and its algorithm. */
  readonly keyOf: (certificatePem: string) => { readonly type: string; readonly bits: number }
  /** What the account has configured for the check. */
  readonly configuration: Readonly<Record<string, string>>
}

/** One check of an audit. */
export interface AuditCheck {
  readonly severity: Severity
  /** The types of mitigation actions that help, beside one that tells SNS. */
  readonly actions: readonly string[]
  /** Looks at one resource after the other: answers what is wrong with each, nothing for one that is as it should be. */
  readonly run: (context: CheckContext) => Iterable<readonly Found[]>
}
