import { engineResponse } from '../dynamodb-engine.ts'

/** Why one element of a transaction was in the way; `None` for those that were not. */
export interface CancellationReason {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'ValidationError'
  readonly Message?: string
  readonly Item?: unknown
}

/**
 * What is wrong with an item as it stands or as it would come out, which cancels the transaction; whatever is wrong with
 * the request alone refuses it as a whole.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors
 */
const ofTheItem = new RegExp([
  'One or more parameter values were invalid',
  'The provided key element does not match the schema',
  'The update expression attempted to update the secondary index key',
  'An operand in the update expression has an incorrect data type',
  'Item size to update has exceeded the maximum allowed size',
  'Number overflow',
  'Type mismatch for attribute to update',
  'Nesting Levels have exceeded supported limits',
  'The document path provided in the update expression is invalid for update',
  'The provided expression refers to an attribute that does not exist in the item',
].map((text) => `^${text}`).join('|'))

/** The reason that an engine's error makes; `undefined` where it refuses the request as a whole. */
export function cancellationReason(error: Readonly<Record<string, unknown>>): CancellationReason | undefined {
  const type = String(error['__type'])
  const Message = String(error['message'] ?? error['Message'] ?? '')
  if (type.endsWith('ConditionalCheckFailedException')) return { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' }
  if (type.endsWith('ValidationException') && ofTheItem.test(Message)) return { Code: 'ValidationError', Message }
  return undefined
}

/** DynamoDB's answer to a transaction that was cancelled: a reason for each element, in their order. */
export function cancelled(reasons: readonly CancellationReason[]): Response {
  const codes = reasons.map(({ Code }) => Code).join(', ')
  return engineResponse({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    CancellationReasons: reasons,
  }, 400)
}
