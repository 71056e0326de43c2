import { operationsOf } from '@keg/aws-service'
import type { CloudWatch } from '../cloudwatch.ts'
import type { OperationTypes } from '../model.generated.ts'

export const operation = operationsOf<OperationTypes, CloudWatch>()
