import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { swapKey } from '../keys.ts'
import { SWAP_OVER_MS, type Swap, type SwapStore } from '../swap.ts'

/** Swaps in the table of the ledger, one item a keg. */
export function dynamoDbSwaps(options: { client: DynamoDBClient; tableName: string }): SwapStore {
  const client = DynamoDBDocumentClient.from(options.client, { marshallOptions: { removeUndefinedValues: true } })
  const TableName = options.tableName
  const read = async (kegId: string): Promise<Record<string, unknown> | undefined> =>
    (await client.send(new GetCommand({ TableName, Key: swapKey(kegId), ConsistentRead: true }))).Item
  return {
    order: (swap) => unlessRefused(client.send(new PutCommand({
      TableName,
      Item: { ...swapKey(swap.kegId), ...swap, state: 'ordered' },
      ConditionExpression: 'attribute_not_exists(pk) OR (#state = :ordered AND (swapId = :swapId OR orderedAtMs < :over)) OR (#state <> :ordered AND alertId <> :alertId)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':ordered': 'ordered', ':swapId': swap.swapId, ':alertId': swap.alertId, ':over': swap.orderedAtMs - SWAP_OVER_MS,
      },
    }))),
    swap: async (kegId) => {
      const item = await read(kegId)
      if (item === undefined) return undefined
      const { pk: _pk, sk: _sk, token: _token, ...swap } = item
      // Only this adapter writes these items, in the shape of the port.
      return swap as unknown as Swap
    },
    token: async (kegId) => {
      const token = (await read(kegId))?.['token']
      return typeof token === 'string' ? token : undefined
    },
    end: (kegId, swapId, { state, endedAtMs, reason }) => unlessRefused(client.send(new UpdateCommand({
      TableName,
      Key: swapKey(kegId),
      UpdateExpression: `SET #state = :state, endedAtMs = :endedAtMs${reason === undefined ? '' : ', #reason = :reason'} REMOVE #token`,
      ConditionExpression: '#state = :ordered AND swapId = :swapId',
      ExpressionAttributeNames: { '#state': 'state', '#token': 'token', ...(reason === undefined ? {} : { '#reason': 'reason' }) },
      ExpressionAttributeValues: { ':state': state, ':endedAtMs': endedAtMs, ':ordered': 'ordered', ':swapId': swapId, ':reason': reason },
    }))),
  }
}

/** Whether a conditional write was done; rejects where it failed for another reason than its condition. */
async function unlessRefused(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false
    throw error
  }
}
