import { operationsOf } from '@keg/aws-service'
import type { OperationTypes } from '../model.generated.ts'
import type { Parameters } from '../parameters.ts'

export const operation = operationsOf<OperationTypes, Parameters>()
