import { operationsOf } from '@keg/aws-service'
import type { Athena } from '../athena.ts'
import type { OperationTypes } from '../model.generated.ts'

export const operation = operationsOf<OperationTypes, Athena>()
