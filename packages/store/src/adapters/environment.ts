import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { AlertStore } from '../alert-store.ts'
import type { ChangeLog } from '../change-log.ts'
import type { HotStore } from '../hot-store.ts'
import type { ReadingStore } from '../reading-store.ts'
import { dynamoDbAlerts } from './dynamodb-alerts.ts'
import { dynamoDbChangeLog } from './dynamodb-change-log.ts'
import { dynamoDbReadings } from './dynamodb-readings.ts'
import { dynamoDbStore } from './dynamodb.ts'

/** The hot store that the stack gave this function: `TABLE_NAME` in its environment. */
export const storeFromEnvironment = (client = new DynamoDBClient()): HotStore => dynamoDbStore({ client, tableName: variable('TABLE_NAME') })

/** The reading store that the stack gave this function: `READINGS_TABLE_NAME` in its environment; minutes are in the hot store. */
export const readingsFromEnvironment = (minutes: Pick<HotStore, 'minutes'>, client = new DynamoDBClient()): ReadingStore =>
  dynamoDbReadings({ client, tableName: variable('READINGS_TABLE_NAME'), minutes })

/** The store of alerts, in the table of the hot store. */
export const alertsFromEnvironment = (client = new DynamoDBClient()): AlertStore => dynamoDbAlerts({ client, tableName: variable('TABLE_NAME') })

/** The log of writers, in the table of the hot store. */
export const changeLogFromEnvironment = (client = new DynamoDBClient()): ChangeLog => dynamoDbChangeLog({ client, tableName: variable('TABLE_NAME') })

/** A variable that the stack gives this function; throws where it is not set. */
export function variable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the stack gives it to this function.`)
  return value
}
