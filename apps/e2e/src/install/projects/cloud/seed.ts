import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'

export const handler = async (): Promise<object> => {
  await new DynamoDBClient()
    .send(new PutItemCommand({ TableName: process.env['TABLE'], Item: { id: { S: 'visits' }, seen: { N: '100' } } }))
  return {}
}
