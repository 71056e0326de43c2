import type { AccessTable } from '../../ground/access.ts'

const ofAll = new Set(['PutMetricData', 'GetMetricData', 'GetMetricStatistics', 'ListMetrics', 'DescribeAlarmsForMetric'])
const ofAlarm = new Set(['PutMetricAlarm', 'PutCompositeAlarm', 'SetAlarmState', 'DescribeAlarmHistory'])
const ofAlarms = new Set(['DescribeAlarms', 'DeleteAlarms', 'EnableAlarmActions', 'DisableAlarmActions'])

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html */
export const cloudWatchAccess: AccessTable = ({ operation: named, path, input }, { arn }) => {
  // Smithy's RPC names the operation in the path; what a CBOR body names is not read.
  const operation = named || (/\/operation\/(\w+)$/.exec(path)?.[1] ?? '')
  const action = `cloudwatch:${operation}`
  const alarm = (name: unknown) => ({ action, resource: arn('cloudwatch', `alarm:${typeof name === 'string' ? name : '*'}`) })
  if (ofAll.has(operation)) return [{ action, resource: '*' }]
  if (ofAlarm.has(operation)) return [alarm(input['AlarmName'])]
  if (!ofAlarms.has(operation)) return undefined
  const names = Array.isArray(input['AlarmNames']) && input['AlarmNames'].length > 0 ? input['AlarmNames'] : ['*']
  return names.map(alarm)
}
