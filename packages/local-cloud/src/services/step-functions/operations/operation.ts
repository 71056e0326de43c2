import { operationsOf } from '@keg/aws-service'
import type { OperationTypes } from '../model.generated.ts'
import type { StepFunctions } from '../step-functions.ts'

export const operation = operationsOf<OperationTypes, StepFunctions>()
