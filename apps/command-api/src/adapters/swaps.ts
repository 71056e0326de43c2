import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SwapStore } from '@keg/store'
import { dynamoDbSwaps } from '@keg/store/swaps'
import { variable } from './environment.ts'

/** Swaps in the table `TABLE_NAME`. */
export const swapsFromEnvironment = (): SwapStore => dynamoDbSwaps({ client: new DynamoDBClient(), tableName: variable('TABLE_NAME') })
