import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { KEGS } from './messages.ts'

const PARTS = 32
const PUTS = 25

/** What the stores write for a batch, and no more, straight on the SDK. */
export function referenceWrites(
  given: DynamoDBClient, { ledgerName, readingsName }: { readonly ledgerName: string; readonly readingsName: string },
) {
  const client = DynamoDBDocumentClient.from(given)
  return {
    pours: (ids: readonly string[]) =>
      Promise.all(ids.map((id, index) => client.send(new TransactWriteCommand({ TransactItems: transaction(ledgerName, id, index) })))),
    async readings(ids: readonly string[]): Promise<void> {
      const items = ids.map((id, index) => ({
        pk: `keg#ref-${index % KEGS}`, sk: `reading#001790000000000#${id}#0000000000`, measured: '4 200 0 1', expiresAtSec: 1_790_604_800,
      }))
      const batches = Array.from({ length: Math.ceil(items.length / PUTS) }, (_, index) => items.slice(index * PUTS, (index + 1) * PUTS))
      await Promise.all(batches.map((batch) =>
        client.send(new BatchWriteCommand({ RequestItems: { [readingsName]: batch.map((Item) => ({ PutRequest: { Item } })) } }))))
      await Promise.all(ids.slice(0, KEGS).map(reading).map((Item) => client.send(new PutCommand({
        TableName: readingsName, Item: { ...Item, pk: `newest#${Item.kegId}`, sk: 'keg', site: Item.siteId },
        ConditionExpression: 'attribute_not_exists(pk) OR bootId <> :bootId', ExpressionAttributeValues: { ':bootId': Item.bootId },
      }))))
    },
  }
}

const reading = (bootId: string, index: number) => ({
  kegId: `ref-${index % KEGS}`, siteId: 'bench', bootId, seq: 0, takenAtMs: 1_790_000_000_000, receivedAtMs: 1_790_000_000_000, celsius: 4,
  kilopascal: 200, pouring: false, cooling: true, gatewayId: 'gateway', storedAtMs: 1_790_000_000_000, expiresAtSec: 1_790_604_800,
})

const transaction = (TableName: string, id: string, index: number) => [
  {
    Put: {
      TableName,
      Item: {
        pk: `keg#${id}`, sk: 'pour#p-1', kegId: id, siteId: 'bench', pourId: 'p-1', bootId: 'b-1', seq: 0, takenAtMs: 1, receivedAtMs: 1,
        volumeMl: 300, totaliserMl: 300,
      },
      ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    },
  },
  {
    Update: {
      TableName, Key: { pk: `keg#${id}`, sk: 'total' },
      UpdateExpression: 'ADD totalMl :ml, pours :one, inFleetMl :ml, inFleetPours :one SET kegId = :id, siteId = :site, lastReceivedAtMs = :one, #kind = :keg, #order = :id',
      ExpressionAttributeNames: { '#kind': 'kind', '#order': 'order' },
      ExpressionAttributeValues: { ':ml': 300, ':one': 1, ':id': id, ':site': 'bench', ':keg': 'keg' },
    },
  },
  { Update: {
    TableName, Key: { pk: `fleet#ref-${index % PARTS}`, sk: 'total' }, UpdateExpression: 'ADD totalMl :ml, pours :one',
    ExpressionAttributeValues: { ':ml': 300, ':one': 1 },
  } },
]
