import { operationsOf } from '@keg/aws-service'
import type { Logs } from '../logs.ts'
import type { OperationTypes } from '../model.generated.ts'

export const operation = operationsOf<OperationTypes, Logs>()
