import type { AccessTable } from '../../ground/access.ts'

const ofAll = new Set(['DeleteResourcePolicy', 'DescribeLogGroups', 'DescribeResourcePolicies', 'PutResourcePolicy', 'TestMetricFilter'])
const ofStream = new Set(['CreateLogStream', 'DeleteLogStream', 'GetLogEvents', 'PutLogEvents'])
const ofGroup = new Set([
  'CreateLogGroup', 'DeleteLogGroup', 'DescribeLogStreams', 'FilterLogEvents', 'PutRetentionPolicy', 'DeleteRetentionPolicy',
  'PutMetricFilter', 'DescribeMetricFilters', 'DeleteMetricFilter', 'PutSubscriptionFilter', 'DescribeSubscriptionFilters',
  'DeleteSubscriptionFilter',
])

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
export const logsAccess: AccessTable = ({ operation, input }, { arn }) => {
  const action = `logs:${operation}`
  if (ofAll.has(operation)) return [{ action, resource: '*' }]
  const group = String(input['logGroupIdentifier'] ?? input['logGroupName'] ?? '*').split(':log-group:').at(-1)?.replace(/:\*$/, '') ?? '*'
  const resource = arn('logs', `log-group:${group}`)
  if (ofStream.has(operation))
    return [{ action, resource: `${resource}:log-stream:${operation === 'CreateLogStream' ? '' : String(input['logStreamName'])}` }]
  // A group's ARN ends with `:*` where CloudFormation and policies write it.
  return ofGroup.has(operation) ? [{ action, resource: `${resource}:*` }] : undefined
}
