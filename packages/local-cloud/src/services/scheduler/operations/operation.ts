import { operationsOf } from '@keg/aws-service'
import type { OperationTypes } from '../model.generated.ts'
import type { Scheduler } from '../scheduler.ts'

export const operation = operationsOf<OperationTypes, Scheduler>()
