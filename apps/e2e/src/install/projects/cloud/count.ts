import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'

const client = new DynamoDBClient()

export const handler = async (): Promise<{ count: number }> => {
  const { Attributes } = await client.send(new UpdateItemCommand({
    TableName: process.env['TABLE'], Key: { id: { S: 'visits' } }, UpdateExpression: 'ADD seen :one',
    ExpressionAttributeValues: { ':one': { N: '1' } }, ReturnValues: 'ALL_NEW',
  }))
  return { count: Number(Attributes?.['seen']?.N) }
}
