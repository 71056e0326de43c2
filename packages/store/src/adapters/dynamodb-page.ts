import { QueryCommand, type DynamoDBDocumentClient, type QueryCommandInput, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb'
import { pageLimit, StoreError, type PageRequest } from '../hot-store.ts'

/** What is asked for; values that stand for a partition are called as its attribute, as `:pk`. */
export interface Asked extends Omit<QueryCommandInput, 'Limit' | 'ExclusiveStartKey'> {
  /** The key attributes of the index; absent = those of the table. */
  readonly indexKey?: readonly [string, string]
}

/** One page of a query, as it stands in the table. Throws {@link StoreError} for a page that can't be. */
export async function query(
  client: DynamoDBDocumentClient, { indexKey, ...input }: Asked, page: PageRequest,
): Promise<{ readonly items: readonly Record<string, unknown>[]; readonly cursor?: string }> {
  const asked = new QueryCommand({
    ...input, Limit: pageLimit(page), ExclusiveStartKey: readCursor(page.cursor, indexKey ?? [], input.ExpressionAttributeValues),
  })
  const { Items: items = [], LastEvaluatedKey } = await client.send(asked).catch((error: unknown) => {
    // The rest of the request is ours: what DynamoDB finds wrong is the key that the cursor made.
    if (page.cursor !== undefined && error instanceof Error && error.name === 'ValidationException') throw badCursor(error)
    throw error
  })
  return LastEvaluatedKey ? { items, cursor: writeCursor(LastEvaluatedKey) } : { items }
}

/** All pages of a query, as DynamoDB answers them. */
export async function* allAnswers(client: DynamoDBDocumentClient, input: QueryCommandInput): AsyncGenerator<QueryCommandOutput> {
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const answer = await client.send(new QueryCommand({ ...input, ExclusiveStartKey }))
    yield answer
    ExclusiveStartKey = answer.LastEvaluatedKey
  } while (ExclusiveStartKey !== undefined)
}

/** All items of a query. */
export async function* allItems(client: DynamoDBDocumentClient, input: QueryCommandInput): AsyncGenerator<Record<string, unknown>> {
  for await (const { Items = [] } of allAnswers(client, input)) yield* Items
}

const badCursor = (cause?: unknown) => new StoreError('BAD_CURSOR', 'cursor is not one that a page before gave', { cause })

const writeCursor = (key: Record<string, unknown>) => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key that a cursor was made of: the key attributes of the list and no others, each a text, and of the partition that is listed. */
function readCursor(
  cursor: string | undefined, indexKey: readonly string[], values: Readonly<Record<string, unknown>> = {},
): Record<string, string> | undefined {
  if (cursor === undefined) return undefined
  let key: unknown
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch (cause) {
    throw badCursor(cause)
  }
  if (typeof key !== 'object' || key === null) throw badCursor()
  const entries = Object.entries(key)
  const names = [...indexKey, 'pk', 'sk']
  const isWhole = entries.length === names.length
    && entries.every(([name, value]) => names.includes(name) && typeof value === 'string' && value !== '')
  const isOfPartition = names.every((name) => values[`:${name}`] === undefined || new Map(entries).get(name) === values[`:${name}`])
  if (!isWhole || !isOfPartition) throw badCursor()
  // Just looked at, entry by entry.
  return key as Record<string, string>
}
