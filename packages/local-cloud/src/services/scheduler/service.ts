import { restJsonProtocol, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { events } from '../events/name.ts'
import { Schedules } from '../schedules/schedules.ts'
import { sqs } from '../sqs/name.ts'
import { deadLetters } from '../target-delivery/dead-letters.ts'
import { TargetDeliveries } from '../target-delivery/target-delivery.ts'
import { schedulerAccess } from './access.ts'
import { model, routes } from './model.generated.ts'
import { scheduler } from './name.ts'
import { operations } from './operations/index.ts'
import { schedulerSchedule } from './resources/schedule.ts'
import { schedulerScheduleGroup } from './resources/schedule-group.ts'
import { Scheduler } from './scheduler.ts'

export const service = defineService(scheduler, {
  uses: { events },
  start(ground, { events: eventBus }) {
    const { region, accountId, shelves, nowMs, newId, sleep, deliver } = ground
    const log = (message: string) => ground.log({ level: 'warn', source: 'events', message })
    const deliveries = new TargetDeliveries({ nowMs, sleep, log, sendDeadLetter: deadLetters(() => ground.start(sqs)) })
    return new Scheduler({
      region, accountId, shelves, nowMs, newId, deliver, deliveries, eventBus, schedules: new Schedules({ nowMs, sleep, log }),
    })
  },
  serve: (running) => serve({ name: 'EventBridge Scheduler', model, protocols: [restJsonProtocol(model, routes)], operations }, running),
  access: schedulerAccess,
  resources: [schedulerSchedule, schedulerScheduleGroup],
  resume: (running) => running.start(),
  stop: (running) => running.close(),
})
