import { ConditionalCheckFailedException, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { ReachedCloud } from '../../core/reach-cloud.ts'

/** Blocks a serial number on the allow list, so that its keg neither claims nor renews. Answers whether it is on the list. */
export async function blockSerial(
  { serial, reason, atMs }: { readonly serial: string; readonly reason: string | undefined; readonly atMs: number },
  table: string,
  config: ReachedCloud['config'],
): Promise<boolean> {
  const dynamo = new DynamoDBClient(config)
  try {
    await dynamo.send(new UpdateItemCommand({
      TableName: table, Key: { serial: { S: serial } }, ConditionExpression: 'attribute_exists(serial)',
      UpdateExpression: `SET #state = :blocked, blockedAtMs = :atMs${reason === undefined ? '' : ', blockedReason = :reason'}`,
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':blocked': { S: 'blocked' }, ':atMs': { N: String(atMs) }, ...(reason === undefined ? {} : { ':reason': { S: reason } }),
      },
    }))
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  } finally {
    dynamo.destroy()
  }
}
