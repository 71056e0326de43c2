import type { SeenResource } from '../deployment/resource-record.ts'
import type { Outputs } from '../deployment/deploy-options.ts'
import type { Invocation, LoggedLine } from './activity.ts'

/** A run at one moment: what its page shows. */
export interface Overview {
  readonly endpoint: string
  readonly region: string
  readonly accountId: string
  readonly outputs: Outputs
  readonly resources: readonly SeenResource[]
  readonly invocations: readonly Invocation[]
  readonly lines: readonly LoggedLine[]
}
