import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { AlertStore, ChangeLog, HotStore } from '@keg/store'
import { dynamoDbAlerts } from '@keg/store/alerts/dynamodb'
import { dynamoDbChangeLog } from '@keg/store/change-log/dynamodb'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { variable } from './environment.ts'

const table = () => ({ client: new DynamoDBClient(), tableName: variable('TABLE_NAME') })

/** The hot store in the table `TABLE_NAME`. */
export const storeFromEnvironment = (): HotStore => dynamoDbStore(table())

/** The store of alerts, in the same table. */
export const alertsFromEnvironment = (): AlertStore => dynamoDbAlerts(table())

/** The log of writers, in the same table. */
export const changeLogFromEnvironment = (): ChangeLog => dynamoDbChangeLog(table())
