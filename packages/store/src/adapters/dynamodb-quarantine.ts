import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { FIRST_FLOW, type NewQuarantineEntry, type QuarantineEntry, type Replay } from '../hot-store.ts'
import { CLOSED_KIND, OPEN_KIND, quarantineKey, quarantineOrder } from '../keys.ts'
import { unlessRefused } from './conditional.ts'

/** An entry as the table has it; those that were kept before entries told their flow are of the first. */
export const readEntry = (item: Record<string, unknown>): QuarantineEntry => {
  const { pk: _pk, sk: _sk, kind: _kind, order: _order, ...entry } = item
  // Only this adapter writes the table, in the shapes of the port.
  return { flow: FIRST_FLOW, ...entry } as unknown as QuarantineEntry
}

/** The entry with this id, as it is now. */
export async function getEntry(
  client: DynamoDBDocumentClient, TableName: string, quarantineId: string,
): Promise<QuarantineEntry | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName, Key: quarantineKey(quarantineId), ConsistentRead: true }))
  return Item && readEntry(Item)
}

/** Puts an entry; of one that is there, the reason and the count change, and it is open again, unless its pour is in the ledger. */
export async function putEntry(client: DynamoDBDocumentClient, TableName: string, entry: NewQuarantineEntry): Promise<void> {
  const Item = { ...quarantineKey(entry.quarantineId), ...quarantineOrder(entry), ...entry }
  const isNew = await unlessRefused(client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })))
  if (isNew) return
  await unlessRefused(client.send(new UpdateCommand({
    TableName,
    Key: quarantineKey(entry.quarantineId),
    UpdateExpression: 'SET reason = :reason, failures = if_not_exists(failures, :one) + :one, #kind = :open REMOVE #state, replayedAtMs',
    ConditionExpression: NOT_BOOKED,
    ExpressionAttributeNames: { '#kind': 'kind', '#state': 'state' },
    ExpressionAttributeValues: { ':reason': entry.reason, ':open': OPEN_KIND, ':one': 1 },
  })))
}

/** Closes an entry that is open and did not fail since its replay was asked for. */
export async function closeEntry(client: DynamoDBDocumentClient, TableName: string, replay: Replay): Promise<void> {
  const { ConditionExpression, ExpressionAttributeValues, ...rest } = closing(TableName, replay)
  const once = replay.failures === 1 ? 'attribute_not_exists(failures) OR ' : ''
  await unlessRefused(client.send(new UpdateCommand({
    ...rest,
    ConditionExpression: `${ConditionExpression} AND attribute_not_exists(#state) AND (${once}failures = :failures)`,
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ':failures': replay.failures },
  })))
}

/** Closes an entry whose pour was found in the ledger. */
export async function closeBooked(client: DynamoDBDocumentClient, TableName: string, replay: Replay, bookedAs: string): Promise<void> {
  await unlessRefused(client.send(new UpdateCommand(closing(TableName, replay, bookedAs))))
}

// What is booked stands in the ledger for good: nothing opens or closes it again.
const NOT_BOOKED = 'attribute_exists(pk) AND attribute_not_exists(bookedAs)'

/** The change that closes an entry: one of a transaction, or by itself. */
export const closing = (TableName: string, { quarantineId, replayedAtMs }: Replay, bookedAs?: string) => ({
  TableName,
  Key: quarantineKey(quarantineId),
  UpdateExpression: `SET #kind = :closed, #state = :replayed, replayedAtMs = :at${bookedAs === undefined ? '' : ', bookedAs = :pour'}`,
  ConditionExpression: NOT_BOOKED,
  ExpressionAttributeNames: { '#kind': 'kind', '#state': 'state' },
  ExpressionAttributeValues: {
    ':closed': CLOSED_KIND, ':replayed': 'replayed', ':at': replayedAtMs, ...(bookedAs === undefined ? {} : { ':pour': bookedAs }),
  },
})
