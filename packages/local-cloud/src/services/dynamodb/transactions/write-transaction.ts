import { isRecord, ServiceException } from '@keg/aws-service'
import { engineResponse } from '../dynamodb-engine.ts'
import { cancellationReason, cancelled, type CancellationReason } from './cancellation.ts'
import { consumedCapacity } from './consumed-capacity.ts'
import { keyText, type Attributes } from './item-key.ts'
import { invalid, transactItems, type TransactItem } from './request-items.ts'
import type { Answer, Tables } from './tables.ts'

/** What an element does by itself. A check is an update of nothing, which is always undone. */
const operations = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'UpdateItem' } as const
const expressions: Readonly<Record<string, string>> = { Update: 'UpdateExpression', ConditionCheck: 'ConditionExpression' }

interface Write {
  readonly item: TransactItem
  readonly operation: string
  readonly key: Attributes
}

/**
 * `TransactWriteItems`, for an engine that nobody else uses meanwhile: every element is done by itself, with its condition,
 * and all are undone where one of them fails. Throws `ServiceException` for a request that is refused as a whole.
 */
export async function writeTransaction(request: unknown, tables: Tables): Promise<Response> {
  const writes = await Promise.all(transactItems(request, Object.keys(operations)).map((item) => plan(item, tables)))
  if (new Set(writes.map(({ item, key }) => `${item.input.TableName} ${keyText(key)}`)).size < writes.length) {
    throw invalid('Transaction request cannot include multiple operations on one item')
  }
  const capacity = isRecord(request) && request['ReturnConsumedCapacity'] !== undefined
    ? { ReturnConsumedCapacity: request['ReturnConsumedCapacity'] }
    : {}
  const done: { write: Write; answer: Answer }[] = []
  const undo = async (which: (write: Write) => boolean) => {
    for (const { write, answer } of done.filter(({ write, answer }) => answer.ok && which(write))) await restore(write, answer, tables)
  }
  for (const write of writes) {
    const answer = await tables.call(write.operation, { ...inputOf(write), ...capacity })
    if (!answer.ok && cancellationReason(answer.output) === undefined) {
      await undo(() => true)
      throw ServiceException.from(answer.status, answer.output)
    }
    done.push({ write, answer })
  }
  if (done.every(({ answer }) => answer.ok)) {
    await undo(({ item }) => item.kind === 'ConditionCheck')
    return engineResponse(consumedCapacity(done.map(({ answer }) => answer.output)))
  }
  await undo(() => true)
  return cancelled(await Promise.all(done.map(({ write, answer }) => reasonOf(write, answer, tables))))
}

async function plan(item: TransactItem, tables: Tables): Promise<Write> {
  const { kind, input } = item
  const expression = expressions[kind]
  const needed = [kind === 'Put' ? 'Item' : 'Key', ...(expression === undefined ? [] : [expression])]
    .find((name) => input[name] === undefined)
  if (needed !== undefined)
    throw invalid(`1 validation error detected: Value null at '${needed}' of ${kind} failed to satisfy constraint: Member must not be null`)
  // Which kinds there are was asked above.
  const operation = operations[kind as keyof typeof operations]
  // SDK clients send attributes; the engine checks them when it is their turn.
  const attributes = (kind === 'Put' ? input['Item'] : input['Key']) as Attributes
  const key = await tables.key(input.TableName, attributes)
  return { item, operation, key: kind === 'Put' ? key : attributes }
}

function inputOf({ item }: Write): object {
  const { ReturnValuesOnConditionCheckFailure: _, ...input } = item.input
  return { ...input, ReturnValues: 'ALL_OLD' }
}

async function restore({ item, key }: Write, { output }: Answer, tables: Tables): Promise<void> {
  const { TableName } = item.input
  const before = output['Attributes']
  const restored = before === undefined
    ? await tables.call('DeleteItem', { TableName, Key: key })
    : await tables.call('PutItem', { TableName, Item: before })
  if (!restored.ok) throw new Error(`An item of ${TableName} could not be restored: ${JSON.stringify(restored.output)}`)
}

/** Asked for after everything is undone, so that an item is as it was before the transaction. */
async function reasonOf({ item, key }: Write, answer: Answer, tables: Tables): Promise<CancellationReason> {
  const reason = (answer.ok ? undefined : cancellationReason(answer.output)) ?? { Code: 'None' }
  if (reason.Code !== 'ConditionalCheckFailed' || item.input['ReturnValuesOnConditionCheckFailure'] !== 'ALL_OLD') return reason
  const found = await tables.item(item.input.TableName, key)
  return found === undefined ? reason : { ...reason, Item: found }
}
