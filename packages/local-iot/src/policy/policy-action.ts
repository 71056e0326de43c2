import type { ElementList } from './policy-document.ts'

/**
 * The actions that AWS IoT policies decide, each with the type of its resource; `*`: it has none.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-action-resources.html
 */
export const POLICY_ACTIONS: Readonly<Record<string, string>> = {
  'iot:Connect': 'client',
  'iot:Publish': 'topic',
  'iot:RetainPublish': 'topic',
  'iot:Subscribe': 'topicfilter',
  'iot:Receive': 'topic',
  'iot:GetRetainedMessage': 'topic',
  'iot:ListRetainedMessages': '*',
  'iot:GetThingShadow': 'thing',
  'iot:UpdateThingShadow': 'thing',
  'iot:DeleteThingShadow': 'thing',
  // The guide's table has "All" for it; a thing's ARN is taken as well.
  'iot:ListNamedShadowsForThing': 'thing',
  'iot:GetConnection': 'client',
  'iot:DeleteConnection': 'client',
  'iot:ListSubscriptions': 'client',
  'iot:SendDirectMessage': 'client',
  'iot:GetThingConnectivityData': 'thing',
  'iot:AssumeRoleWithCertificate': 'rolealias',
  'iotjobsdata:DescribeJobExecution': 'thing',
  'iotjobsdata:GetPendingJobExecutions': 'thing',
  'iotjobsdata:UpdateJobExecution': 'thing',
  'iotjobsdata:StartNextPendingJobExecution': 'thing',
}

/** The action of this name, in whatever case it is written; `undefined` when there is none. */
export const policyAction = (name: string): string | undefined =>
  Object.keys(POLICY_ACTIONS).find((action) => action.toLowerCase() === name.toLowerCase())

/** The type of a resource given as an ARN or without its prefix: `topic` of `topic/keg/a`. */
export const resourceType = (resource: string): string | undefined => /^(?:arn:[^:]*:iot:[^:]*:[^:]*:)?([a-z]+)\//.exec(resource)?.[1]

/** That the resources of a statement are of another type than the action's, the commonest of all mistakes; empty where they are not. */
export function typeMismatch(action: string, { values, negated }: ElementList): string {
  const asked = POLICY_ACTIONS[policyAction(action) ?? '']
  const types = values.map(resourceType)
  if (negated || asked === undefined || types.some((type) => type === undefined || type === asked)) return ''
  return ` ${action} is asked of ${asked}/…, not of ${[...new Set(types)].map((type) => `${type}/…`).join(', ')}.`
}
