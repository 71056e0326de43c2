import { alert } from '@keg/message-schemas/keg'
import { expect, it } from 'vitest'
import { createOverTemperature } from './over-temperature.ts'
import { commandBench } from './testing/keg-bench.ts'

/** An alarm on the bench's disk, and readings a second apart. */
function alarmBench() {
  const bench = commandBench()
  let nowMs = 0
  const boot = (bootId: string) => {
    const { notices, shared } = bench.boot(bootId)
    const alarm = createOverTemperature({ ...shared, notices })
    const forSeconds = (seconds: number, celsius: number, siteId = 'berlin') => {
      for (let second = 0; second < seconds; second++) alarm.tick(siteId, (nowMs += 1_000), 1_000, { celsius, targetCelsius: 5 })
    }
    return { forSeconds, flush: notices.courier.flush }
  }
  const alerts = () =>
    bench.arrived.map(({ topic, payload }) => {
      const { event, alertId, value, limit, takenAtMs } = alert.schema.parse(JSON.parse(payload))
      return { topic, event, alertId, value, limit, takenAtMs }
    })
  return { boot, alerts, state: bench.state }
}

it('raises an alert after a minute above the limit, once, and clears it a degree below', async () => {
  const { boot, alerts } = alarmBench()
  const { forSeconds, flush } = boot('b-1')
  forSeconds(59, 9.5)
  forSeconds(1, 9)
  forSeconds(59, 9.5)
  await flush()
  expect(alerts()).toEqual([])
  forSeconds(100, 9.5)
  forSeconds(100, 8.1)
  forSeconds(2, 8)
  forSeconds(30, 9.5)
  await flush()
  const [raised, cleared] = alerts()
  expect(alerts()).toHaveLength(2)
  expect(raised).toMatchObject({ topic: 'keg/berlin/k-1/alerts', event: 'raised', value: 9.5, limit: 9, takenAtMs: 120_000 })
  expect(cleared).toMatchObject({ event: 'cleared', alertId: raised?.alertId, value: 8 })
})

it('clears after a restart what was raised before it, at the site where it was raised', async () => {
  const { boot, alerts } = alarmBench()
  boot('b-1').forSeconds(60, 12)
  const second = boot('b-2')
  second.forSeconds(60, 12, 'munich')
  second.forSeconds(1, 5, 'munich')
  await second.flush()
  expect(alerts().map(({ event, topic }) => [event, topic])).toEqual([
    ['raised', 'keg/berlin/k-1/alerts'], ['cleared', 'keg/berlin/k-1/alerts'],
  ])
})

it('says it once the disk takes it', async () => {
  const { boot, alerts, state } = alarmBench()
  const { forSeconds, flush } = boot('b-1')
  forSeconds(59, 12)
  state.full = true
  expect(() => forSeconds(1, 12)).toThrow('ENOSPC')
  state.full = false
  forSeconds(2, 12)
  await flush()
  expect(alerts().map(({ event }) => event)).toEqual(['raised'])
})

it('takes one reading after a long sleep for no more than a reading', async () => {
  const bench = commandBench()
  const { notices, shared } = bench.boot('b-1')
  createOverTemperature({ ...shared, notices }).tick('berlin', 8 * 3_600_000, 8 * 3_600_000, { celsius: 20, targetCelsius: 5 })
  await notices.courier.flush()
  expect(bench.arrived).toEqual([])
})
