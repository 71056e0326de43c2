import { isRecord } from '@keg/aws-service'
import type { DynamoDbEngine, DynamoDbRequest } from './dynamodb-engine.ts'

/** What a batch may have, and a transaction more of. */
const ITEMS_MAX = 25

/**
 * Gives each `BatchWriteItem` to an engine as one transaction: an engine on a file that commits item by item waits for the disk 25 times,
 * else once. BatchWriteItem leaves open whether its items come one by one. What the engine does not take as a transaction, and what asks
 * for more than that its items are written, it gets as it came: that the engine answers in the words of BatchWriteItem, and takes of it
 * what it can.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
 */
export function batchesInOneCommit(engine: DynamoDbEngine): DynamoDbEngine {
  return {
    close: () => engine.close(),
    async answer(request) {
      const actions = request.operation === 'BatchWriteItem' ? actionsOf(request.body) : undefined
      if (actions === undefined) return engine.answer(request)
      const response = await engine.answer(transaction(request, actions))
      return response.ok ? answered(response) : engine.answer(request)
    },
  }
}

type Action = { readonly Put: object } | { readonly Delete: object }

/** What a batch does, as a transaction says it; `undefined` where that is not the same, or no gain. */
function actionsOf(body: string): readonly Action[] | undefined {
  const input: unknown = JSON.parse(body)
  const { RequestItems, ...more } = isRecord(input) ? input : {}
  if (!isRecord(RequestItems) || Object.keys(more).length > 0) return undefined
  const actions = Object.entries(RequestItems).flatMap(([TableName, writes]) =>
    (Array.isArray(writes) ? writes : [undefined]).map((write) => actionOf(TableName, write)))
  const known = actions.filter((action) => action !== undefined)
  return known.length === actions.length && known.length > 1 && known.length <= ITEMS_MAX ? known : undefined
}

function actionOf(TableName: string, write: unknown): Action | undefined {
  if (!isRecord(write) || Object.keys(write).length !== 1) return undefined
  const { PutRequest, DeleteRequest } = write
  if (isRecord(PutRequest) && isRecord(PutRequest['Item'])) return { Put: { TableName, Item: PutRequest['Item'] } }
  if (isRecord(DeleteRequest) && isRecord(DeleteRequest['Key'])) return { Delete: { TableName, Key: DeleteRequest['Key'] } }
  return undefined
}

function transaction({ headers, body: _body, ...request }: DynamoDbRequest, TransactItems: readonly Action[]): DynamoDbRequest {
  const renamed = new Headers(headers)
  renamed.set('x-amz-target', 'DynamoDB_20120810.TransactWriteItems')
  return { ...request, operation: 'TransactWriteItems', headers: renamed, body: JSON.stringify({ TransactItems }) }
}

/** All is written. */
function answered({ headers, status }: Response): Response {
  const own = new Headers(headers)
  for (const name of ['content-length', 'x-amz-crc32']) own.delete(name)
  return new Response('{"UnprocessedItems":{}}', { status, headers: own })
}
