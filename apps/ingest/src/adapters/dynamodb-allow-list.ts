import { ConditionalCheckFailedException, DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { AllowList } from '../fleet/allow-list.ts'

const text = z.object({ S: z.string() }).transform(({ S }) => S)
/** An item of the table, as `keg provision` writes it. */
const item = z.object({
  serial: text,
  siteId: text,
  batch: text,
  claimCertificateId: text.optional(),
  state: text.pipe(z.enum(['listed', 'claimed', 'blocked'])),
  claimedAtMs: z.object({ N: z.coerce.number() }).transform(({ N }) => N).optional(),
  certificateId: text.optional(),
})

/** The allow list in a table whose key is `serial`. */
export const dynamoDbAllowList = (TableName: string, client = new DynamoDBClient()): AllowList => ({
  async find(serial) {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: { serial: { S: serial } }, ConsistentRead: true }))
    return Item === undefined ? undefined : item.parse(Item)
  },
  async claim({ serial, state, certificateId: former }, { certificateId, atMs }) {
    try {
      await client.send(new UpdateItemCommand({
        TableName, Key: { serial: { S: serial } },
        UpdateExpression: 'SET #state = :claimed, certificateId = :certificateId, claimedAtMs = :atMs',
        ConditionExpression: `#state = :before AND ${former === undefined ? 'attribute_not_exists(certificateId)' : 'certificateId = :former'}`,
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':claimed': { S: 'claimed' }, ':certificateId': { S: certificateId }, ':atMs': { N: String(atMs) }, ':before': { S: state },
          ...(former === undefined ? {} : { ':former': { S: former } }),
        },
      }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  },
})
