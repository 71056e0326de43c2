import { isRecord } from '@keg/aws-service'
import type { AccessTable } from '../../ground/access.ts'

/** On the catalog and a database, or all of them. */
const ofDatabase = new Set(['CreateDatabase', 'GetDatabase', 'GetDatabases', 'UpdateDatabase', 'DeleteDatabase'])
/** On the catalog, a database and a table, or all of them. */
const ofTable = new Set([
  'CreateTable', 'GetTable', 'GetTables', 'UpdateTable', 'DeleteTable', 'BatchDeleteTable',
  'CreatePartition', 'BatchCreatePartition', 'GetPartition', 'GetPartitions', 'UpdatePartition', 'DeletePartition', 'BatchDeletePartition',
])

/** @see https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html */
export const glueAccess: AccessTable = ({ operation, input }, { arn }) => {
  const action = `glue:${operation}`
  const catalog = { action, resource: arn('glue', 'catalog') }
  const database = nameOf(input['DatabaseName'])
    ?? (ofDatabase.has(operation) ? (nameOf(input['Name']) ?? nameOf(member(input['DatabaseInput'], 'Name'))) : undefined)
    ?? '*'
  const onDatabase = { action, resource: arn('glue', `database/${database}`) }
  if (ofDatabase.has(operation)) return [catalog, onDatabase]
  if (!ofTable.has(operation)) return undefined
  const table = nameOf(input['TableName']) ?? nameOf(input['Name']) ?? nameOf(member(input['TableInput'], 'Name')) ?? '*'
  return [catalog, onDatabase, { action, resource: arn('glue', `table/${database}/${table}`) }]
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined
}

function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.toLowerCase() : undefined
}
