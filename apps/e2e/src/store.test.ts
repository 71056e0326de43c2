import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbAlerts } from '@keg/store/alerts/dynamodb'
import { dynamoDbCommands } from '@keg/store/commands/dynamodb'
import { dynamoDbChangeLog } from '@keg/store/change-log/dynamodb'
import { dynamoDbReadings } from '@keg/store/readings/dynamodb'
import { dynamoDbSwaps } from '@keg/store/swaps/dynamodb'
import { alertSuite, changeLogSuite, storeSuite } from '@keg/store/testing'
import { commandSuite } from '@keg/store/testing/commands'
import { readingSuite } from '@keg/store/testing/readings'
import { swapSuite } from '@keg/store/testing/swaps'
import { outputsOf, startSystem, type System } from '@keg/system'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The same suite that the memory adapter runs, on the table that the template makes.
describe.each(['dynoxide', 'dynalite'] as const)('on %s', (dynamodb) => {
  let system: System
  beforeAll(async () => {
    // No keg: what the whole fleet poured is asked, too.
    system = await startSystem({ kegs: 0, dynamodb })
  }, 60_000)
  afterAll(() => system?.close(), 30_000)

  const table = () => ({ client: new DynamoDBClient(system.cloud), tableName: outputsOf(system.cloud)['TableName'] ?? '' })
  const ledger = () => dynamoDbStore(table())
  const readings = () => dynamoDbReadings({
    client: new DynamoDBClient(system.cloud), tableName: outputsOf(system.cloud)['ReadingsTableName'] ?? '', minutes: ledger(),
  })

  it('reads totals that were kept before there was one of the fleet, each by itself, at its site and in the whole', async () => {
    const store = ledger()
    const kegId = randomUUID()
    const total = {
      pk: { S: `keg#${kegId}` }, sk: { S: 'total' }, kind: { S: 'keg' }, order: { S: kegId }, kegId: { S: kegId }, siteId: { S: kegId },
      pours: { N: '2' }, totalMl: { N: '600' }, lastReceivedAtMs: { N: '7' },
    }
    await new DynamoDBClient(system.cloud).send(new PutItemCommand({ TableName: outputsOf(system.cloud)['TableName'], Item: total }))
    const expected = { kegId, siteId: kegId, pours: 2, totalMl: 600, lastReceivedAtMs: 7 }
    expect([await store.keg(kegId), (await store.kegs({}, kegId)).items]).toEqual([expected, [expected]])
    expect(await store.fleetTotal()).toEqual({ pours: 2, totalMl: 600 })
    await store.recordPour({
      kegId, siteId: kegId, pourId: 'p-1', volumeMl: 30, totaliserMl: 630, bootId: 'b-1', seq: 0, takenAtMs: 1, receivedAtMs: 8,
    })
    expect(await store.fleetTotal()).toEqual({ pours: 3, totalMl: 630 })
    expect((await store.kegs({}, kegId)).items).toEqual([{ ...expected, pours: 3, totalMl: 630, lastReceivedAtMs: 8 }])
  })

  storeSuite('dynamodb', ledger)
  readingSuite('dynamodb', () => ({ ledger: ledger(), readings: readings() }))
  alertSuite('dynamodb', () => dynamoDbAlerts(table()))
  swapSuite('dynamodb', () => dynamoDbSwaps(table()))
  commandSuite('dynamodb', () => dynamoDbCommands(table()))
  changeLogSuite('dynamodb', () => dynamoDbChangeLog(table()))
})
