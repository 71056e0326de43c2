import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import {
  asCreated, CANCELLED, CANCELLED_STRENGTH, COMMAND_KEPT_MS, CREATED_STRENGTH, STRENGTH, type CommandKey, type CommandStatus,
  type CommandStore, type KegCommand, type StatusReason,
} from '../command-store.ts'
import { commandKey, commandsOf } from '../keys.ts'
import { unlessRefused } from './conditional.ts'
import { query } from './dynamodb-page.ts'

/** Commands in the table of the hot store, which lets go of what `expiresAtSec` says. */
export function dynamoDbCommands(options: { readonly client: DynamoDBClient; readonly tableName: string }): CommandStore {
  const client = DynamoDBDocumentClient.from(options.client, { marshallOptions: { removeUndefinedValues: true } })
  const TableName = options.tableName
  const command = async (key: CommandKey): Promise<KegCommand | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: commandKey(key), ConsistentRead: true }))
    // DynamoDB takes its time with what is to go.
    return Item === undefined || Number(Item['expiresAtSec']) < nowSec() ? undefined : readCommand(Item)
  }
  /** Answers whether the command was there, and weaker than this until then. */
  const change = (key: CommandKey, strength: number, atMs: number, status: CommandStatus, statusReason?: StatusReason): Promise<boolean> =>
    unlessRefused(client.send(new UpdateCommand({
      TableName,
      Key: commandKey(key),
      UpdateExpression: `SET strength = :strength, #status = :status, updatedAtMs = :atMs${
        statusReason === undefined ? ' REMOVE statusReason' : ', statusReason = :reason'}`,
      // Of what is not there nothing is true.
      ConditionExpression: 'strength < :strength AND expiresAtSec >= :now',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':strength': strength, ':status': status, ':atMs': atMs, ':reason': statusReason, ':now': nowSec() },
    })))
  return {
    create: async (given) => {
      const created = asCreated(given)
      // `order` is what an index lists by.
      const { order: ordered, ...rest } = created
      const expiresAtSec = Math.ceil((given.createdAtMs + COMMAND_KEPT_MS) / 1_000)
      const isNew = await unlessRefused(client.send(new PutCommand({
        TableName,
        Item: { ...commandKey(given), ...rest, ordered, strength: CREATED_STRENGTH, expiresAtSec },
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAtSec < :now',
        ExpressionAttributeValues: { ':now': nowSec() },
      })))
      return (isNew ? undefined : await command(given)) ?? created
    },
    cancel: (key, nowMs) => change(key, CANCELLED_STRENGTH, nowMs, 'FAILED', { reasonCode: CANCELLED }),
    recordReply: ({ status, statusReason, receivedAtMs, ...key }) => change(key, STRENGTH[status], receivedAtMs, status, statusReason),
    command,
    commands: async (kegId, page = {}) => {
      const { items, ...rest } = await query(client, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'expiresAtSec >= :now',
        ExpressionAttributeValues: { ':pk': commandsOf(kegId), ':now': nowSec() },
        ScanIndexForward: false,
      }, page)
      return { ...rest, items: items.map(readCommand) }
    },
  }
}

const nowSec = () => Math.floor(Date.now() / 1_000)

function readCommand(item: Record<string, unknown>): KegCommand {
  const { pk: _pk, sk: _sk, strength: _strength, expiresAtSec: _expiresAtSec, ordered: order, ...command } = item
  // Only this adapter writes these, in the shape of the port.
  return { ...command, order } as unknown as KegCommand
}
