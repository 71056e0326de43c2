import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { HotStore } from '@keg/store'
import { dynamoDbStore } from '@keg/store/dynamodb'

/** The hot store that the stack gave this function: `TABLE_NAME` in its environment. */
export function storeFromEnvironment(): HotStore {
  const tableName = process.env['TABLE_NAME']
  if (!tableName) throw new Error('TABLE_NAME is not set: the stack gives this function its table.')
  return dynamoDbStore({ client: new DynamoDBClient(), tableName })
}
