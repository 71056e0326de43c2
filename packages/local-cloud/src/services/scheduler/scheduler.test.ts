import { ServiceException } from '@keg/aws-service'
import { expect, it } from 'vitest'
import { EventBus } from '../events/event-bus.ts'
import { Schedules } from '../schedules/schedules.ts'
import { TargetDeliveries } from '../target-delivery/target-delivery.ts'
import { memoryShelves, type Shelves } from '../../ground/shelf.ts'
import type { CreateScheduleInput } from './model.generated.ts'
import { scheduleSettings } from './schedule.ts'
import { Scheduler } from './scheduler.ts'

const place = { region: 'us-east-1', accountId: '123456789012', newId: () => 'id', log: () => undefined }
const queue = 'arn:aws:sqs:us-east-1:123456789012:q'
const start = Date.parse('2026-11-20T12:00:00Z')

/** A run of the Scheduler whose clock jumps over what is slept, until nothing more is due before `untilMs`. */
async function running(shelves: Shelves, begin: number, untilMs: number, act: (scheduler: Scheduler) => void, fails?: Error) {
  let now = begin
  const { promise: over, resolve } = Promise.withResolvers<undefined>()
  const delivered: string[] = []
  const letters: Readonly<Record<string, string>>[] = []
  const clock = {
    nowMs: () => now,
    async sleep(ms: number, signal: AbortSignal) {
      if (now + ms > untilMs) {
        resolve(undefined)
        return new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
      }
      now += ms
    },
  }
  const deliver = async (arn: string, text: string) => {
    if (fails !== undefined) throw fails
    delivered.push(`${new Date(now).toISOString().slice(11, 19)} ${arn === queue ? text : arn}`)
  }
  const schedules = new Schedules({ ...place, ...clock })
  const deliveries = new TargetDeliveries({
    ...place, ...clock, sendDeadLetter: async (_, body, attributes) => void letters.push({ body, ...attributes }),
  })
  const eventBus = new EventBus({ ...place, ...clock, shelves, schedules, deliveries, deliver })
  const scheduler = new Scheduler({ ...place, ...clock, shelves, schedules, deliveries, deliver, eventBus })
  act(scheduler)
  // Something that is always to come tells that the rest is done.
  scheduler.schedules()
  schedules.add('end', { next: (afterMs) => (afterMs < untilMs + 1 ? untilMs + 1 : undefined), startMs: begin, due: async () => undefined })
  schedules.start()
  await over
  await new Promise((later) => setImmediate(later))
  await deliveries.close()
  await schedules.close()
  return { delivered, letters, names: scheduler.schedules().map(({ name }) => name) }
}

const settings = (Name: string, ScheduleExpression: string, more: Partial<CreateScheduleInput> = {}) =>
  scheduleSettings({
    Name, ScheduleExpression, FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: queue, RoleArn: 'arn:r', Input: `${Name} <aws.scheduler.scheduled-time>` }, ...more,
  })

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#one-time
it('is due once, also where the time came while nothing ran', async () => {
  const shelves = memoryShelves()
  const first = await running(shelves, start, start + 60_000, (scheduler) => {
    scheduler.create(settings('soon', 'at(2026-11-20T12:00:30)'))
    scheduler.create(settings('later', 'at(2026-11-20T13:00:00)'))
    scheduler.create(settings('gone', 'at(2026-11-20T12:00:30)', { ActionAfterCompletion: 'DELETE' }))
    scheduler.create(settings('off', 'at(2026-11-20T12:00:30)', { State: 'DISABLED' }))
    scheduler.create(settings('past', 'at(2026-11-20T11:00:00)'))
  })
  expect(first.delivered.sort()).toEqual(['12:00:30 gone 2026-11-20T12:00:30Z', '12:00:30 soon 2026-11-20T12:00:30Z'])
  expect(first.names).toEqual(['later', 'off', 'past', 'soon'])
  const second = await running(shelves, start + 7_200_000, start + 7_260_000, () => undefined)
  expect(second.delivered).toEqual(['14:00:00 later 2026-11-20T13:00:00Z'])
  const third = await running(shelves, start + 7_300_000, start + 7_360_000, (scheduler) =>
    void scheduler.update(settings('soon', 'at(2026-11-20T14:02:00)')))
  expect(third.delivered).toEqual(['14:02:00 soon 2026-11-20T14:02:00Z'])
})

it('recurs until its end, and does not make up for times while nothing ran', async () => {
  const shelves = memoryShelves()
  const rate = settings('rate', 'rate(1 minute)', {
    StartDate: Date.parse('2026-11-20T12:01:00Z') / 1000, EndDate: Date.parse('2026-11-20T14:01:30Z') / 1000,
    ActionAfterCompletion: 'DELETE',
  })
  const first = await running(shelves, start, start + 150_000, (scheduler) => void scheduler.create(rate))
  expect(first.delivered.map((text) => text.slice(0, 8))).toEqual(['12:01:00', '12:02:00'])
  const second = await running(shelves, start + 7_200_000, start + 7_350_000, () => undefined)
  expect(second.delivered.map((text) => text.slice(0, 8))).toEqual(['14:00:00', '14:01:00'])
  expect(second.names).toEqual([])
})

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html
it('tells a dead-letter queue what it could not do', async () => {
  const target = {
    Arn: queue, RoleArn: 'arn:r', Input: 'text', DeadLetterConfig: { Arn: 'arn:dead' }, RetryPolicy: { MaximumRetryAttempts: 1 },
  }
  const { letters } = await running(
    memoryShelves(),
    start,
    start + 60_000,
    (scheduler) => void scheduler.create(settings('s', 'at(2026-11-20T12:00:30)', { Target: target })),
    new ServiceException('InternalError', 500, 'broken'),
  )
  expect(letters).toEqual([{
    body: 'text', SCHEDULE_ARN: 'arn:aws:scheduler:us-east-1:123456789012:schedule/default/s', TARGET_ARN: queue, EXECUTION_ID: 'id',
    SCHEDULED_TIME: '2026-11-20T12:00:30Z', ERROR_CODE: 'InternalError', ERROR_MESSAGE: 'broken', RETRY_ATTEMPTS: '1',
    EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts', IS_PAYLOAD_TRUNCATED: 'false',
  }])
})
