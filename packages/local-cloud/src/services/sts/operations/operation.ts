import { operationsOf } from '@keg/aws-service'
import type { Session } from '../../iam/identities.ts'
import type { OperationTypes } from '../model.generated.ts'

/** Who calls. */
export interface Caller {
  readonly accountId: string
  /** Absent: whoever it is has no role of this run. */
  readonly session: Session | undefined
}

export const operation = operationsOf<OperationTypes, Caller>()
