import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import type { SQSEvent, SQSBatchResponse } from 'aws-lambda'

const dynamodb = new DynamoDBClient({})
const TableName = process.env['TABLE_NAME']

/** Counts each pour once: the pour, and its volume added to the keg's total, in one transaction. */
export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const results = await Promise.all(Records.map(async ({ messageId, body }) => ({ messageId, counted: await count(body) })))
  return { batchItemFailures: results.flatMap(({ messageId, counted }) => (counted ? [] : [{ itemIdentifier: messageId }])) }
}

async function count(body: string): Promise<boolean> {
  try {
    const { kegId, pourId, volumeMl } = JSON.parse(body)
    const pk = { S: kegId }
    await dynamodb.send(new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: { pk, sk: { S: pourId }, site: { S: 'berlin' } }, ConditionExpression: 'attribute_not_exists(pk)' } },
        { Update: {
          TableName, Key: { pk, sk: { S: 'total' } }, UpdateExpression: 'ADD volumeMl :ml',
          ExpressionAttributeValues: { ':ml': { N: String(volumeMl) } },
        } },
      ],
    }))
    return true
  } catch (error) {
    console.log('not counted:', body)
    return error instanceof Error && error.name === 'TransactionCanceledException'
  }
}
