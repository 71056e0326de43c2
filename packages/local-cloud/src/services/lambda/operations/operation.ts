import { operationsOf } from '@keg/aws-service'
import type { Lambda } from '../lambda.ts'
import type { OperationTypes } from '../model.generated.ts'

export const operation = operationsOf<OperationTypes, Lambda>()
