import { QueryCommand, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { pageLimit, StoreError, type Page, type PageRequest } from '../hot-store.ts'

/** A page of what a query finds, without its keys. Rejects with `StoreError` for a page that can't be. */
export async function queryPage<Item>(client: DynamoDBDocumentClient, input: QueryCommandInput, page: PageRequest): Promise<Page<Item>> {
  const asked = new QueryCommand({ ...input, Limit: pageLimit(page), ExclusiveStartKey: readCursor(page.cursor, input) })
  const { Items = [], LastEvaluatedKey } = await client.send(asked).catch((error: unknown) => {
    // The rest of the request is ours: what DynamoDB finds wrong is the key that the cursor made.
    if (page.cursor !== undefined && error instanceof Error && error.name === 'ValidationException') throw badCursor(error)
    throw error
  })
  // Only these adapters write the table, in the shapes of the ports.
  const items = Items.map(withoutKeys) as Item[]
  return LastEvaluatedKey ? { items, cursor: writeCursor(LastEvaluatedKey) } : { items }
}

export const withoutKeys = ({ pk: _pk, sk: _sk, kind: _kind, order: _order, ...item }: Record<string, unknown>) => item

const badCursor = (cause?: unknown) => new StoreError('BAD_CURSOR', 'cursor is not one that a page before gave', { cause })

const writeCursor = (key: Record<string, unknown>) => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key that a cursor was made of: the key attributes of the list and no others, each a text, and of the partition that is listed. */
function readCursor(cursor: string | undefined, { IndexName, ExpressionAttributeValues = {} }: Pick<QueryCommandInput, 'IndexName' | 'ExpressionAttributeValues'>): Record<string, string> | undefined {
  if (cursor === undefined) return undefined
  let key: unknown
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch (cause) {
    throw badCursor(cause)
  }
  if (typeof key !== 'object' || key === null) throw badCursor()
  const entries = Object.entries(key)
  const names = IndexName === undefined ? ['pk', 'sk'] : ['kind', 'order', 'pk', 'sk']
  const isWhole = entries.length === names.length && entries.every(([name, value]) => names.includes(name) && typeof value === 'string' && value !== '')
  const isOfPartition = ['pk', 'kind'].every((name) => ExpressionAttributeValues[`:${name}`] === undefined || new Map(entries).get(name) === ExpressionAttributeValues[`:${name}`])
  if (!isWhole || !isOfPartition) throw badCursor()
  // Just looked at, entry by entry.
  return key as Record<string, string>
}
