import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { FleetTotal, LedgerPour } from '../hot-store.ts'
import { BY_KIND, fleetBeforeKey, fleetKey, shardOf, SHARDS } from '../keys.ts'
import { allItems } from './dynamodb-page.ts'

/** Of a pour's transaction, what adds it to one of the parts of the fleet's total. */
export const addToFleet = (TableName: string, { kegId, pourId, volumeMl }: LedgerPour) => ({
  Update: {
    TableName,
    Key: fleetKey(shardOf(`${kegId}/${pourId}`)),
    UpdateExpression: 'ADD totalMl :volume, pours :one',
    ExpressionAttributeValues: { ':volume': volumeMl, ':one': 1 },
  },
})

/** All parts together, and what was poured before there were any. */
export async function fleetTotal(client: DynamoDBDocumentClient, TableName: string): Promise<FleetTotal> {
  const read = async (Key: Record<string, string>) => (await client.send(new GetCommand({ TableName, Key }))).Item
  const [before, ...parts] = await Promise.all(
    [fleetBeforeKey(), ...Array.from({ length: SHARDS }, (_, shard) => fleetKey(shard))].map(read),
  )
  return [before ?? (await countBefore(client, TableName)), ...parts].reduce<FleetTotal>(
    (total, part) => ({ pours: total.pours + Number(part?.['pours'] ?? 0), totalMl: total.totalMl + Number(part?.['totalMl'] ?? 0) }),
    { pours: 0, totalMl: 0 },
  )
}

/**
 * What kegs poured before the fleet had a total: of each, what its own total has and its `inFleet…` has not, which never changes. It is
 * added up once and kept, where whoever asks may write.
 */
async function countBefore(client: DynamoDBDocumentClient, TableName: string): Promise<FleetTotal> {
  const before = { pours: 0, totalMl: 0 }
  const kegs = {
    TableName, IndexName: BY_KIND, KeyConditionExpression: '#kind = :keg', ExpressionAttributeNames: { '#kind': 'kind' },
    ExpressionAttributeValues: { ':keg': 'keg' },
  }
  for await (const { pours, totalMl, inFleetPours = 0, inFleetMl = 0 } of allItems(client, kegs)) {
    before.pours += Number(pours) - Number(inFleetPours)
    before.totalMl += Number(totalMl) - Number(inFleetMl)
  }
  await client.send(new PutCommand({ TableName, Item: { ...fleetBeforeKey(), ...before } })).catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'AccessDeniedException')) throw error
  })
  return before
}
