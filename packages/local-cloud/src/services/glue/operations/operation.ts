import { operationsOf } from '@keg/aws-service'
import type { GlueCatalog } from '../glue-catalog.ts'
import type { OperationTypes } from '../model.generated.ts'

/** What operations answer with. */
export interface GlueState {
  readonly catalog: GlueCatalog
  readonly accountId: string
  /** Those of the texts that match a regular expression. Rejects for one that is none, or that takes too long. */
  readonly matching: (pattern: string, texts: readonly string[]) => Promise<readonly string[]>
}

export const operation = operationsOf<OperationTypes, GlueState>()
