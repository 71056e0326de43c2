import type { AccessTable } from '../../ground/access.ts'

const ofGroup = new Set([
  'StartQueryExecution', 'ListQueryExecutions', 'GetWorkGroup', 'CreateWorkGroup', 'DeleteWorkGroup', 'CreateNamedQuery',
  'ListNamedQueries',
])

/**
 * A work group by its name; operations on a query or a named query, whose group only Athena knows, are not judged.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonathena.html
 */
export const athenaAccess: AccessTable = ({ operation, input }, { arn }) => {
  if (operation === 'ListWorkGroups') return [{ action: 'athena:ListWorkGroups', resource: '*' }]
  if (!ofGroup.has(operation)) return undefined
  const name = input['WorkGroup'] ?? (operation === 'CreateWorkGroup' ? input['Name'] : undefined) ?? 'primary'
  return [{ action: `athena:${operation}`, resource: arn('athena', `workgroup/${String(name)}`) }]
}
