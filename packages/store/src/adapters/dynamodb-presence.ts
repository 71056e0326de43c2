import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { PresenceEvent, PresenceLog } from '../presence.ts'

/** A connection is two events, so that these are the last ones also of a client that comes and goes by the second. */
const LAST = 50

/** Who connected and went, in a table with the keys `clientId` and `event`, which begins with the time. */
export function dynamoDbPresence(options: { client: DynamoDBClient; tableName: string }): PresenceLog {
  const client = DynamoDBDocumentClient.from(options.client)
  return {
    events: async (clientId) => {
      const { Items = [] } = await client.send(new QueryCommand({
        TableName: options.tableName, KeyConditionExpression: 'clientId = :clientId', ExpressionAttributeValues: { ':clientId': clientId },
        ScanIndexForward: false, Limit: LAST,
      }))
      // The rule of presence alone writes the table, in this shape.
      return Items as unknown as readonly PresenceEvent[]
    },
  }
}
