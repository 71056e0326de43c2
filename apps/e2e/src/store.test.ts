import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbAlerts } from '@keg/store/alerts/dynamodb'
import { dynamoDbChangeLog } from '@keg/store/change-log/dynamodb'
import { alertSuite, changeLogSuite, storeSuite } from '@keg/store/testing'
import { outputsOf, startSystem, type System } from '@keg/system'
import { afterAll, beforeAll, describe } from 'vitest'

// The same suite that the memory adapter runs, on the table that the template makes.
describe.each(['dynoxide', 'dynalite'] as const)('on %s', (dynamodb) => {
  let system: System
  beforeAll(async () => {
    system = await startSystem({ kegs: 1, dynamodb })
  }, 60_000)
  afterAll(() => system?.close(), 30_000)

  const table = () => ({ client: new DynamoDBClient(system.cloud), tableName: outputsOf(system.cloud)['TableName'] ?? '' })
  storeSuite('dynamodb', () => dynamoDbStore(table()))
  alertSuite('dynamodb', () => dynamoDbAlerts(table()))
  changeLogSuite('dynamodb', () => dynamoDbChangeLog(table()))
})
