import type { ResourceRecord } from '../deployment/resource-record.ts'
import type { Outputs } from '../deployment/deployment.ts'
import type { Invocation, LoggedLine } from './activity.ts'

/** A resource with what a look at it tells, as how many messages a queue has. */
export interface SeenResource extends Pick<ResourceRecord, 'stackName' | 'logicalId' | 'type' | 'constructPath'> {
  readonly ref: string
  readonly status: Readonly<Record<string, string | number>>
}

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
