import type { Input } from '@keg/aws-service'
import type { Alarm } from '../alarms/alarm.ts'
import type { Reading } from '../alarms/read-alarm.ts'
import { list, matching } from '../../../ground/property.ts'
import type { CreatedResource, ResourceContext } from '../../../ground/resource.ts'
import type { CloudWatch } from '../cloudwatch.ts'

/** What an alarm does when its state changes. */
export const alarmActions = list(matching(/^arn:aws:(?:sns|lambda):/, 'the ARN of a topic or function, which alone are told here'))

type Context = ResourceContext<{ readonly cloudWatch: CloudWatch }>

interface AlarmProperties extends Input {
  readonly AlarmName: string | undefined
  readonly OKActions: readonly string[] | undefined
  readonly AlarmActions: readonly string[] | undefined
  readonly InsufficientDataActions: readonly string[] | undefined
}

/** Makes or changes an alarm of either type; its state stays. */
export function putAlarm(properties: AlarmProperties, context: Context, read: (input: Input, reading: Reading) => Alarm): CreatedResource {
  const { services: { cloudWatch: { alarms, nowMs } }, physicalName } = context
  const alarm = read({ ...properties, AlarmName: properties.AlarmName ?? physicalName(255) }, {
    arn: (name) => alarms.arn(name), nowMs: nowMs(),
  })
  alarms.put(alarm)
  askPermission(properties, alarm.arn, context)
  return { ref: alarm.name, attributes: { Arn: alarm.arn } }
}

export function removeAlarm({ ref }: CreatedResource, { services: { cloudWatch: { alarms } } }: Context): void {
  if (alarms.find(ref) !== undefined) alarms.delete([ref])
}

export function restoreAlarm({ ref, properties }: CreatedResource & { readonly properties: AlarmProperties }, context: Context): void {
  askPermission(properties, context.services.cloudWatch.alarms.arn(ref), context)
}

/** A function says itself which alarms may invoke it. */
function askPermission(
  { OKActions = [], AlarmActions = [], InsufficientDataActions = [] }: AlarmProperties, sourceArn: string, { needs }: Context,
): void {
  const functionArns = new Set(
    [...OKActions, ...AlarmActions, ...InsufficientDataActions].filter((action) => action.startsWith('arn:aws:lambda:')),
  )
  for (const functionArn of functionArns) needs.invokes({ functionArn, principal: 'lambda.alarms.cloudwatch.amazonaws.com', sourceArn })
}
