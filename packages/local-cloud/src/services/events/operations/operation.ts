import { operationsOf } from '@keg/aws-service'
import type { EventBus } from '../event-bus.ts'
import type { OperationTypes } from '../model.generated.ts'

export const operation = operationsOf<OperationTypes, EventBus>()
