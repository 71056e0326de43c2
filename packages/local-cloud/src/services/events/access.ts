import { isRecord } from '@keg/aws-service'
import type { AccessTable } from '../../ground/access.ts'

const ofAll = new Set(['ListEventBuses', 'ListRuleNamesByTarget', 'ListRules', 'TestEventPattern'])
const ofBus = new Set(['CreateEventBus', 'DeleteEventBus', 'DescribeEventBus'])
const ofRule = new Set([
  'DeleteRule', 'DescribeRule', 'DisableRule', 'EnableRule', 'ListTargetsByRule', 'PutRule', 'PutTargets', 'RemoveTargets',
])

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
export const eventsAccess: AccessTable = ({ operation, input }, { arn }) => {
  const action = `events:${operation}`
  const bus = (name: unknown) => String(name ?? 'default').split(':event-bus/').at(-1) ?? ''
  if (ofAll.has(operation)) return [{ action, resource: '*' }]
  if (ofBus.has(operation)) return [{ action, resource: arn('events', `event-bus/${bus(input['Name'])}`) }]
  if (ofRule.has(operation)) {
    const [busName, name] = [bus(input['EventBusName']), String(input['Name'] ?? input['Rule'])]
    return [{ action, resource: arn('events', `rule/${busName === 'default' ? '' : `${busName}/`}${name}`) }]
  }
  if (operation !== 'PutEvents') return undefined
  const entries = Array.isArray(input['Entries']) ? input['Entries'].filter(isRecord) : []
  const buses = new Set(entries.map((entry) => bus(entry['EventBusName'])))
  return [...buses].map((name) => ({ action, resource: arn('events', `event-bus/${name}`) }))
}
