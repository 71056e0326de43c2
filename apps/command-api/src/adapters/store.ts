import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { HotStore, PresenceLog } from '@keg/store'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbPresence } from '@keg/store/presence'
import { variable } from './environment.ts'

/** The hot store in the table `TABLE_NAME`. */
export const storeFromEnvironment = (): HotStore => dynamoDbStore({ client: new DynamoDBClient(), tableName: variable('TABLE_NAME') })

/** Who connected and went, in the table `PRESENCE_TABLE`. */
export const presenceFromEnvironment = (): PresenceLog => dynamoDbPresence({ client: new DynamoDBClient(), tableName: variable('PRESENCE_TABLE') })
