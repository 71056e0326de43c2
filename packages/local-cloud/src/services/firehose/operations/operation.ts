import { operationsOf } from '@keg/aws-service'
import type { Firehose } from '../firehose.ts'
import type { OperationTypes } from '../model.generated.ts'

export const operation = operationsOf<OperationTypes, Firehose>()
