import { expect, it } from 'vitest'
import { memoryShelves, type Shelves } from '../../ground/shelf.ts'
import { EventBus } from './event-bus.ts'
import { Schedules } from '../schedules/schedules.ts'
import { TargetDeliveries } from '../target-delivery/target-delivery.ts'

const queue = 'arn:aws:sqs:us-east-1:123456789012:q'
const start = Date.parse('2026-11-20T12:00:00Z')

/** Runs event buses whose clock jumps over what is slept, until nothing more is due before `untilMs`. */
async function running(shelves: Shelves, begin: number, untilMs: number, act: (bus: EventBus) => void) {
  let now = begin
  const { promise: over, resolve } = Promise.withResolvers<undefined>()
  const delivered: string[] = []
  const place = { region: 'us-east-1', accountId: '123456789012', newId: () => 'id', log: () => undefined, shelves, nowMs: () => now }
  const sleep = async (ms: number, signal: AbortSignal) => {
    if (now + ms <= untilMs) return void (now += ms)
    resolve(undefined)
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
  }
  const schedules = new Schedules({ ...place, sleep })
  const deliveries = new TargetDeliveries({ ...place, sleep, sendDeadLetter: async () => undefined })
  const bus = new EventBus({
    ...place, schedules, deliveries,
    deliver: async (_, text) => void delivered.push(`${new Date(now).toISOString().slice(11, 19)} ${text}`),
  })
  act(bus)
  schedules.add('end', { next: (afterMs) => (afterMs <= untilMs ? untilMs + 1 : undefined), startMs: begin, due: async () => undefined })
  schedules.start()
  await over
  await deliveries.close()
  await schedules.close()
  return delivered
}

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
it('is due by the schedules of rules, over a restart, for the targets that they have by then', async () => {
  const shelves = memoryShelves()
  const first = await running(shelves, start, start + 150_000, (bus) => {
    const rule = bus.putRule({ name: 'often', scheduleExpression: 'rate(1 minute)' })
    bus.putRule({ name: 'off', scheduleExpression: 'rate(1 minute)', state: 'DISABLED' })
    bus.rules.setTargets(rule, [{ Id: 'q', Arn: queue, InputPath: '$.detail-type' }])
  })
  expect(first).toEqual(['12:01:00 "Scheduled Event"', '12:02:00 "Scheduled Event"'])
  const second = await running(shelves, start + 3_630_000, start + 3_700_000, (bus) =>
    void bus.rules.setTargets(bus.rules.rule('default', 'often'), [{ Id: 'q', Arn: queue, Input: '"again"' }]))
  expect(second).toEqual(['13:01:00 "again"'])
  expect(await running(shelves, start + 7_200_000, start + 7_300_000, (bus) => void bus.deleteRule(bus.rules.rule('default', 'often'))))
    .toEqual([])
})

it('sends an event from one bus to another, and to no third one', async () => {
  const delivered = await running(memoryShelves(), start, start + 1_000, (bus) => {
    for (const [name, next] of [['default', 'b'], ['b', 'c'], ['c', 'default']] as const) {
      bus.rules.putBus(name)
      const rule = bus.putRule({ name: 'on', busName: name, eventPattern: '{"source":["shop"]}' })
      bus.rules.setTargets(rule, [
        { Id: 'bus', Arn: `arn:aws:events:us-east-1:123456789012:event-bus/${next}` }, { Id: 'q', Arn: queue, Input: name },
      ])
    }
    bus.send('default', bus.event('shop', 'sale', {}))
  })
  expect(delivered.map((text) => text.slice(9)).sort()).toEqual(['b', 'default'])
})
