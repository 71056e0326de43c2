import { isRecord } from '@keg/aws-service'
import type { Access } from '../../ground/access.ts'
import type { AccessTable } from '../../ground/access.ts'

const verbs: Readonly<Record<string, string>> = { POST: 'Create', PUT: 'Update', GET: 'Get', DELETE: 'Delete' }

/**
 * Who puts a schedule hands a role to the Scheduler, too.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html
 */
export const schedulerAccess: AccessTable = ({ method, path, query, input }, { arn }) => {
  const [, kind, encoded] = path.split('/')
  const verb = verbs[method]
  if (verb === undefined || (kind !== 'schedules' && kind !== 'schedule-groups')) return undefined
  if (encoded === undefined)
    return [{ action: kind === 'schedules' ? 'scheduler:ListSchedules' : 'scheduler:ListScheduleGroups', resource: '*' }]
  const name = decodeURIComponent(encoded)
  if (kind === 'schedule-groups')
    return [{ action: `scheduler:${verb}ScheduleGroup`, resource: arn('scheduler', `schedule-group/${name}`) }]
  const group = String(query.get('groupName') ?? input['GroupName'] ?? 'default')
  const role: Access[] = isRecord(input['Target']) ? [{ action: 'iam:PassRole', resource: String(input['Target']['RoleArn']) }] : []
  return [{ action: `scheduler:${verb}Schedule`, resource: arn('scheduler', `schedule/${group}/${name}`) }, ...role]
}
