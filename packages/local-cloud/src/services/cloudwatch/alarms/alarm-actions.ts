import type { Deliver } from '../../../ground/ports.ts'
import type { EventBus } from '../../events/event-bus.ts'
import { changeOf, functionEvent, topicMessage, type AlarmPlace } from './alarm-message.ts'
import type { AlarmsOptions } from './alarms.ts'

/** What follows a change of an alarm's state: topics, functions and the event bus are told. */
export function alarmActions({ deliver, eventBus, ...place }: AlarmPlace & { readonly deliver: Deliver; readonly eventBus: EventBus }): Pick<AlarmsOptions, 'act' | 'announce'> {
  return {
    announce: (alarm, transition) => eventBus.emit('aws.cloudwatch', 'CloudWatch Alarm State Change', changeOf(alarm, transition), [alarm.arn]),
    async act(actionArn, alarm, transition) {
      if (actionArn.startsWith('arn:aws:lambda:')) return deliver(actionArn, JSON.stringify(functionEvent(alarm, transition, place)))
      const { subject, text } = topicMessage(alarm, transition, place)
      return deliver(actionArn, text, { subject })
    },
  }
}
