import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { HotStore } from '@keg/store'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { variable } from './environment.ts'

/** The hot store in the table `TABLE_NAME`. */
export const storeFromEnvironment = (): HotStore => dynamoDbStore({ client: new DynamoDBClient(), tableName: variable('TABLE_NAME') })
