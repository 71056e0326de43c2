import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { swapSuite } from '@keg/store/swap-testing'
import { dynamoDbSwaps } from '@keg/store/swaps'
import { storeSuite } from '@keg/store/testing'
import { outputsOf, startSystem, type System } from '@keg/system'
import { afterAll, beforeAll, describe } from 'vitest'

// The same suite that the memory adapter runs, on the table that the template makes.
describe.each(['dynoxide', 'dynalite'] as const)('on %s', (dynamodb) => {
  let system: System
  beforeAll(async () => {
    system = await startSystem({ kegs: 1, dynamodb })
  }, 60_000)
  afterAll(() => system?.close(), 30_000)

  const place = () => ({ client: new DynamoDBClient(system.cloud), tableName: outputsOf(system.cloud)['TableName'] ?? '' })
  storeSuite('dynamodb', () => dynamoDbStore(place()))
  swapSuite('dynamodb', () => dynamoDbSwaps(place()))
})
