import { isRecord, ServiceException } from '@keg/aws-service'
import { engineResponse } from '../dynamodb-engine.ts'
import { cancellationReason, cancelled } from './cancellation.ts'
import { consumedCapacity } from './consumed-capacity.ts'
import { keyText, type Attributes } from './item-key.ts'
import { invalid, transactItems } from './request-items.ts'
import type { Tables } from './tables.ts'

/** `TransactGetItems`, for an engine that nobody writes to meanwhile. Throws `ServiceException` for a request that is refused. */
export async function readTransaction(request: unknown, tables: Tables): Promise<Response> {
  const gets = transactItems(request, ['Get'])
  // SDK clients send attributes; the engine checks them.
  const keys = gets.map(({ input }) => `${input.TableName} ${keyText((input['Key'] ?? {}) as Attributes)}`)
  if (new Set(keys).size < keys.length) throw invalid('Transaction request cannot include multiple operations on one item')
  const capacity = isRecord(request) && request['ReturnConsumedCapacity'] !== undefined
    ? { ReturnConsumedCapacity: request['ReturnConsumedCapacity'] }
    : {}
  const answers = await Promise.all(gets.map(({ input }) => tables.call('GetItem', { ...input, ConsistentRead: true, ...capacity })))
  for (const { ok, status, output } of answers) {
    if (!ok && cancellationReason(output) === undefined) throw ServiceException.from(status, output)
  }
  if (answers.some(({ ok }) => !ok))
    return cancelled(answers.map(({ ok, output }) => (ok ? undefined : cancellationReason(output)) ?? { Code: 'None' }))
  const outputs = answers.map(({ output }) => output)
  return engineResponse({ Responses: outputs.map(({ Item }) => (Item === undefined ? {} : { Item })), ...consumedCapacity(outputs) })
}
