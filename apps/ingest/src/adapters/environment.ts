import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { HotStore } from '@keg/store'
import { dynamoDbStore } from '@keg/store/dynamodb'

/** The hot store that the stack gave this function: `TABLE_NAME` in its environment. */
export function storeFromEnvironment(): HotStore {
  return dynamoDbStore({ client: new DynamoDBClient(), tableName: variable('TABLE_NAME') })
}

/** A variable that the stack gives this function; throws where it is not set. */
export function variable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the stack gives it to this function.`)
  return value
}
