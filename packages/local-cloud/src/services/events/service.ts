import { jsonProtocol, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { sqs } from '../sqs/name.ts'
import { Schedules } from '../schedules/schedules.ts'
import { deadLetters } from '../target-delivery/dead-letters.ts'
import { TargetDeliveries } from '../target-delivery/target-delivery.ts'
import { eventsAccess } from './access.ts'
import { EventBus } from './event-bus.ts'
import { model } from './model.generated.ts'
import { events } from './name.ts'
import { operations } from './operations/index.ts'
import { eventsEventBus } from './resources/event-bus.ts'
import { eventsEventBusPolicy } from './resources/event-bus-policy.ts'
import { eventsRule } from './resources/rule.ts'

export const service = defineService(events, {
  start(ground) {
    const { region, accountId, shelves, nowMs, newId, sleep, deliver } = ground
    const log = (message: string) => ground.log({ level: 'warn', source: 'events', message })
    const deliveries = new TargetDeliveries({ nowMs, sleep, log, sendDeadLetter: deadLetters(() => ground.start(sqs)) })
    return new EventBus({
      region, accountId, shelves, nowMs, newId, log, deliver, deliveries, schedules: new Schedules({ nowMs, sleep, log }),
    })
  },
  serve: (eventBus) => serve({ name: 'EventBridge', model, protocols: [jsonProtocol('AWSEvents')], operations }, eventBus),
  access: eventsAccess,
  resources: [eventsEventBus, eventsEventBusPolicy, eventsRule],
  resume: (eventBus) => eventBus.start(),
  stop: (eventBus) => eventBus.close(),
})
