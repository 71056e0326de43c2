import { isRecord } from '@keg/aws-service'
import { ownMember } from '../../ground/own-member.ts'
import type { Access } from '../../ground/access.ts'
import type { AccessTable, Naming } from '../../ground/access.ts'

const ofTable = new Set([
  'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'DescribeTable', 'CreateTable', 'UpdateTable', 'DeleteTable',
  'DescribeTimeToLive', 'UpdateTimeToLive', 'DescribeContinuousBackups', 'UpdateContinuousBackups',
])
const ofAll = new Set(['ListTables', 'ListStreams', 'DescribeLimits'])
/** A shard iterator begins with its stream's ARN. */
const ofStream = new Set(['DescribeStream', 'GetShardIterator', 'GetRecords'])
/** A transaction takes the permissions of what is in it. */
const elements: Readonly<Record<string, string>> = {
  Get: 'GetItem', Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem',
}

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
export const dynamoDbAccess: AccessTable = ({ operation, input }, naming) => {
  if (ofAll.has(operation)) return [{ action: `dynamodb:${operation}`, resource: '*' }]
  if (ofTable.has(operation)) return [access(operation, input, naming)]
  if (ofStream.has(operation))
    return [{ action: `dynamodb:${operation}`, resource: String(input['StreamArn'] ?? input['ShardIterator']).split('|')[0] ?? '*' }]
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    const tables = isRecord(input['RequestItems']) ? Object.keys(input['RequestItems']) : []
    return tables.map((TableName) => access(operation, { TableName }, naming))
  }
  if (operation !== 'TransactWriteItems' && operation !== 'TransactGetItems') return undefined
  const items: readonly unknown[] = Array.isArray(input['TransactItems']) ? input['TransactItems'] : []
  return items.flatMap((item) => (isRecord(item) ? Object.entries(item) : [])).flatMap(([kind, element]) => {
    const action = ownMember(elements, kind)
    return action === undefined || !isRecord(element) ? [] : [access(action, element, naming)]
  })
}

/** A table may be named by its ARN, too; an index is a resource of its own. */
function access(operation: string, { TableName, IndexName }: Readonly<Record<string, unknown>>, { arn }: Naming): Access {
  const table = String(TableName).startsWith('arn:') ? String(TableName) : arn('dynamodb', `table/${String(TableName)}`)
  return { action: `dynamodb:${operation}`, resource: IndexName === undefined ? table : `${table}/index/${String(IndexName)}` }
}
