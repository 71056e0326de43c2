import { ServiceException } from '@keg/aws-service'
import { StateError } from '../state-error.ts'
import type { TaskRunner } from './run-task.ts'

/** The operations that tasks may ask of DynamoDB. @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html */
export const dynamoDbTasks = ['getItem', 'putItem', 'updateItem', 'deleteItem', 'query', 'scan', 'transactWriteItems'] as const

/** Does one operation of DynamoDB's with the task's input. */
export function callDynamoDb(task: string): TaskRunner {
  const operation = `${task.slice(0, 1).toUpperCase()}${task.slice(1)}`
  return async (input, { dynamodb }) => {
    try {
      return await (await dynamodb()).call(operation, input)
    } catch (error) {
      throw error instanceof ServiceException ? new StateError(`DynamoDB.${error.name}`, error.message) : error
    }
  }
}
