import { operationsOf } from '@keg/aws-service'
import type { Kinesis } from '../kinesis.ts'
import type { OperationTypes } from '../model.generated.ts'

export const operation = operationsOf<OperationTypes, Kinesis>()
