import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { GatewayLog } from '../gateway-log.ts'
import { query } from './dynamodb-page.ts'

/** How gateways are, in a table with the keys `pk`, which is `gateway`, and `sk`, `{siteId}#{gatewayId}`: the table of readings. */
export function dynamoDbGateways(options: { readonly client: DynamoDBClient; readonly tableName: string }): GatewayLog {
  const client = DynamoDBDocumentClient.from(options.client)
  return {
    reports: (page, siteId) => query(client, {
      TableName: options.tableName,
      KeyConditionExpression: `pk = :pk${siteId === undefined ? '' : ' AND begins_with(sk, :site)'}`,
      ExpressionAttributeValues: { ':pk': 'gateway', ...(siteId === undefined ? {} : { ':site': `${siteId}#` }) },
    }, page),
  }
}
