import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { STEPS_KEPT_MS, type ChangeLog, type LoggedStep } from '../change-log.ts'
import { stepKey } from '../keys.ts'
import { unlessRefused } from './conditional.ts'

/** The log of writers in the table of the hot store, which lets go of what `expiresAtSec` says. */
export function dynamoDbChangeLog(options: { readonly client: DynamoDBClient; readonly tableName: string }): ChangeLog {
  const client = DynamoDBDocumentClient.from(options.client)
  const TableName = options.tableName
  const read = async (job: string, step: string): Promise<LoggedStep | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: stepKey(job, step), ConsistentRead: true }))
    if (Item === undefined) return undefined
    const { plan, outcome } = Item
    return { plan: String(plan), ...(outcome === undefined ? {} : { outcome: String(outcome) }) }
  }
  return {
    plan: async (job, step, plan, nowMs) => {
      const Item = { ...stepKey(job, step), plan, expiresAtSec: Math.ceil((nowMs + STEPS_KEPT_MS) / 1_000) }
      const isNew = await unlessRefused(client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })))
      return (isNew ? undefined : await read(job, step)) ?? { plan }
    },
    settle: async (job, step, outcome) => {
      await unlessRefused(client.send(new UpdateCommand({
        TableName,
        Key: stepKey(job, step),
        UpdateExpression: 'SET outcome = :outcome',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(outcome)',
        ExpressionAttributeValues: { ':outcome': outcome },
      })))
    },
    step: read,
  }
}
