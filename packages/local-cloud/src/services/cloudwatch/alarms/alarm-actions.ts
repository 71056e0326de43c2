import type { Ports } from '../../../ground/ports.ts'
import { changeOf, functionEvent, topicMessage, type AlarmPlace } from './alarm-message.ts'
import type { AlarmsOptions } from './alarms.ts'

/** What follows a change of an alarm's state: topics, functions and the event bus are told. */
export function alarmActions(
  { deliver, emit, ...place }: AlarmPlace & Pick<Ports, 'deliver' | 'emit'>,
): Pick<AlarmsOptions, 'act' | 'announce'> {
  return {
    announce: (alarm, transition) => emit('aws.cloudwatch', 'CloudWatch Alarm State Change', changeOf(alarm, transition), [alarm.arn]),
    async act(actionArn, alarm, transition) {
      if (actionArn.startsWith('arn:aws:lambda:')) return deliver(actionArn, JSON.stringify(functionEvent(alarm, transition, place)))
      const { subject, text } = topicMessage(alarm, transition, place)
      return deliver(actionArn, text, { subject })
    },
  }
}
