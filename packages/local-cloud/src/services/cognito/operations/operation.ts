import { operationsOf } from '@keg/aws-service'
import type { CognitoContext } from '../cognito-context.ts'
import type { OperationTypes } from '../model.generated.ts'

export const operation = operationsOf<OperationTypes, CognitoContext>()
