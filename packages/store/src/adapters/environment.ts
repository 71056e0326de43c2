import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { AlertStore } from '../alert-store.ts'
import type { ChangeLog } from '../change-log.ts'
import type { CommandStore } from '../command-store.ts'
import type { GatewayLog } from '../gateway-log.ts'
import type { HotStore } from '../hot-store.ts'
import type { PresenceLog } from '../presence.ts'
import type { ReadingStore } from '../reading-store.ts'
import type { SwapStore } from '../swap.ts'
import { dynamoDbAlerts } from './dynamodb-alerts.ts'
import { dynamoDbChangeLog } from './dynamodb-change-log.ts'
import { dynamoDbCommands } from './dynamodb-commands.ts'
import { dynamoDbGateways } from './dynamodb-gateways.ts'
import { dynamoDbPresence } from './dynamodb-presence.ts'
import { dynamoDbReadings } from './dynamodb-readings.ts'
import { dynamoDbSwaps } from './dynamodb-swaps.ts'
import { dynamoDbStore } from './dynamodb.ts'
import { variable } from './variable.ts'

export { variable }

/** The hot store that the stack gave this function: `TABLE_NAME` in its environment. */
export const storeFromEnvironment = (client = new DynamoDBClient()): HotStore =>
  dynamoDbStore({ client, tableName: variable('TABLE_NAME') })

/** The reading store that the stack gave this function: `READINGS_TABLE_NAME` in its environment; minutes are in the hot store. */
export const readingsFromEnvironment = (minutes: Pick<HotStore, 'minutes'>, client = new DynamoDBClient()): ReadingStore =>
  dynamoDbReadings({ client, tableName: variable('READINGS_TABLE_NAME'), minutes })

/** The newest readings in the reading store: who asks for them alone has no need of the hot store, where minutes are. */
export const newestReadingsFromEnvironment = (client?: DynamoDBClient): Pick<ReadingStore, 'newest' | 'siteReadings' | 'newestAbove'> =>
  readingsFromEnvironment({ minutes: async () => ({ items: [] }) }, client)

/** The store of alerts, in the table of the hot store. */
export const alertsFromEnvironment = (client = new DynamoDBClient()): AlertStore =>
  dynamoDbAlerts({ client, tableName: variable('TABLE_NAME') })

/** The log of writers, in the table of the hot store. */
export const changeLogFromEnvironment = (client = new DynamoDBClient()): ChangeLog =>
  dynamoDbChangeLog({ client, tableName: variable('TABLE_NAME') })

/** Who connected and went, in the table `PRESENCE_TABLE`. */
export const presenceFromEnvironment = (client = new DynamoDBClient()): PresenceLog =>
  dynamoDbPresence({ client, tableName: variable('PRESENCE_TABLE') })

/** How gateways are, in the table of readings: `READINGS_TABLE_NAME` in its environment. */
export const gatewaysFromEnvironment = (client = new DynamoDBClient()): GatewayLog =>
  dynamoDbGateways({ client, tableName: variable('READINGS_TABLE_NAME') })

/** Swaps of kegs, in the table of the hot store. */
export const swapsFromEnvironment = (client = new DynamoDBClient()): SwapStore =>
  dynamoDbSwaps({ client, tableName: variable('TABLE_NAME') })

/** Commands of kegs, in the table of the hot store. */
export const commandsFromEnvironment = (client = new DynamoDBClient()): CommandStore =>
  dynamoDbCommands({ client, tableName: variable('TABLE_NAME') })
