import { isRecord, ServiceException } from '@keg/aws-service'

/** As many as one transaction takes. @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const MAX_ITEMS = 100

/** One element of `TransactItems`: what is to be done, and with what. */
export interface TransactItem {
  /** As `Put`. */
  readonly kind: string
  readonly input: Readonly<Record<string, unknown>> & { readonly TableName: string }
}

export const invalid = (message: string): ServiceException => new ServiceException('ValidationException', 400, message)

/** The elements of a transaction, each of one of the `kinds`. Throws `ServiceException` as DynamoDB refuses them. */
export function transactItems(request: unknown, kinds: readonly string[]): TransactItem[] {
  const items: unknown = isRecord(request) ? request['TransactItems'] : undefined
  if (!Array.isArray(items)) throw violated('Value null at \'transactItems\'', 'Member must not be null')
  if (items.length === 0) throw violated('Value \'[]\' at \'transactItems\'', 'Member must have length greater than or equal to 1')
  if (items.length > MAX_ITEMS) throw violated('Value at \'transactItems\'', `Member must have length less than or equal to ${MAX_ITEMS}`)
  return items.map((item: unknown, index) => {
    const [[kind, input] = [], ...more] = isRecord(item) ? Object.entries(item).filter(([name]) => kinds.includes(name)) : []
    if (kind === undefined || more.length > 0) throw invalid('TransactItems can only contain one of Check, Put, Update or Delete')
    if (!isRecord(input) || typeof input['TableName'] !== 'string') {
      throw violated(
        `Value null at 'transactItems.${index + 1}.member.${kind.slice(0, 1).toLowerCase()}${kind.slice(1)}.tableName'`,
        'Member must not be null',
      )
    }
    return { kind, input: { ...input, TableName: input['TableName'] } }
  })
}

function violated(what: string, constraint: string): ServiceException {
  return invalid(`1 validation error detected: ${what} failed to satisfy constraint: ${constraint}`)
}
