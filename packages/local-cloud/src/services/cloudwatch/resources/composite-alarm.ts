import { readCompositeAlarm } from '../alarms/read-alarm.ts'
import { alarmActions, putAlarm, removeAlarm, restoreAlarm } from './alarm-resource.ts'
import { flag, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { cloudWatch } from '../name.ts'

const suppression = refused('actions are not suppressed here')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html */
export const cloudWatchCompositeAlarm = resource('AWS::CloudWatch::CompositeAlarm', {
  uses: { cloudWatch },
  properties: {
    AlarmName: text,
    AlarmDescription: text,
    AlarmRule: required(text),
    ActionsEnabled: flag,
    OKActions: alarmActions,
    AlarmActions: alarmActions,
    InsufficientDataActions: alarmActions,
    ActionsSuppressor: suppression,
    ActionsSuppressorWaitPeriod: suppression,
    ActionsSuppressorExtensionPeriod: suppression,
    ActionConfiguration: refused('nobody is told of tags here'),
    Tags: tags,
  },
  create: (properties, context) => putAlarm(properties, context, readCompositeAlarm),
  update: (properties, { ref }, context) =>
    ((properties.AlarmName ?? context.physicalName(255)) === ref ? putAlarm(properties, context, readCompositeAlarm) : replacement),
  remove: removeAlarm,
  status: ({ ref }, { services: { cloudWatch } }) => ({ state: cloudWatch.alarms.find(ref)?.state.value ?? '' }),
  restore: restoreAlarm,
})
