import { operationsOf } from '@keg/aws-service'
import type { OperationTypes } from '../model.generated.ts'
import type { Secrets } from '../secrets.ts'

export const operation = operationsOf<OperationTypes, Secrets>()
