import { alert, type Alert } from '@keg/message-schemas/keg'
import { expect, it, vi } from 'vitest'
import { createLiveAlerts } from './live-alerts.ts'

const of = (alertId: string, event: Alert['event'] = 'raised', takenAtMs = 1): Uint8Array =>
  alert.encode({ v: 1, bootId: 'b', seq: 0, takenAtMs, alertId, kind: 'overTemperature', event, message: `${alertId} is warm` })
const topic = (kegId = 'k-1') => alert.topic.format({ siteId: 'berlin', kegId })

function bench() {
  const frames: (() => void)[] = []
  const clock = { nowMs: 1_000 }
  const alerts = createLiveAlerts((flush) => frames.push(flush), () => clock.nowMs)
  const listener = vi.fn()
  alerts.subscribe(listener)
  return {
    alerts, clock, listener,
    open: () => (frames.splice(0).forEach((flush) => flush()), alerts.snapshot().map(({ kegId, alertId }) => `${kegId}/${alertId}`)),
  }
}

it.each<[string, (alerts: ReturnType<typeof createLiveAlerts>) => void, readonly string[]]>([
  ['one that was raised', (alerts) => alerts.receive(topic(), of('a')), ['k-1/a']],
  [
    'the newest first', (alerts) => [of('a', 'raised', 1), of('b', 'raised', 2)].forEach((payload) => alerts.receive(topic(), payload)),
    ['k-1/b', 'k-1/a'],
  ],
  ['one that came twice once', (alerts) => [of('a'), of('a')].forEach((payload) => alerts.receive(topic(), payload)), ['k-1/a']],
  [
    'those of two kegs with the same id', (alerts) => ['k-1', 'k-2'].forEach((kegId) => alerts.receive(topic(kegId), of('a'))),
    ['k-1/a', 'k-2/a'],
  ],
  ['none that was cleared', (alerts) => [of('a'), of('a', 'cleared')].forEach((payload) => alerts.receive(topic(), payload)), []],
  ['none whose end came first', (alerts) => [of('a', 'cleared'), of('a')].forEach((payload) => alerts.receive(topic(), payload)), []],
  ['nothing that is no alert', (alerts) => alerts.receive(topic(), new TextEncoder().encode('{}')), []],
  ['nothing of another topic', (alerts) => alerts.receive('beer/berlin', of('a')), []],
  ['what was open before', (alerts) =>
    alerts.known([{ siteId: 'berlin', kegId: 'k-1', alertId: 'a', kind: 'gasLow', message: '', takenAtMs: 1 }], 1_000), ['k-1/a']],
  ['nothing that was open before and has ended since', (alerts) => {
    alerts.receive(topic(), of('a', 'cleared'))
    alerts.known([{ siteId: 'berlin', kegId: 'k-1', alertId: 'a', kind: 'gasLow', message: '', takenAtMs: 1 }], 1_000)
  }, []],
])('shows %s', (_, happens, expected) => {
  const { alerts, open } = bench()
  happens(alerts)
  expect(open()).toEqual(expected)
})

it('forgets what ended while the line was away, and keeps what was raised a moment ago', () => {
  const { alerts, clock, open } = bench()
  alerts.receive(topic(), of('a', 'raised', 1))
  clock.nowMs += 60_000
  alerts.receive(topic(), of('b', 'raised', 2))
  alerts.known([{ siteId: 'berlin', kegId: 'k-1', alertId: 'c', kind: 'gasLow', message: '', takenAtMs: 3 }], clock.nowMs + 1_000)
  expect(open()).toEqual(['k-1/c', 'k-1/b'])
})

it('tells once per frame, and not of what changes nothing', () => {
  const { alerts, listener, open } = bench()
  for (const alertId of ['a', 'b', 'c']) alerts.receive(topic(), of(alertId))
  open()
  alerts.receive(topic(), of('a'))
  open()
  expect(listener).toHaveBeenCalledTimes(1)
})

it('forgets what ended long ago, so that it does not grow', () => {
  const { alerts, open } = bench()
  for (let index = 0; index <= 1_000; index += 1) alerts.receive(topic(), of(`a-${index}`, 'cleared'))
  alerts.receive(topic(), of('a-0'))
  alerts.receive(topic(), of('a-1000'))
  expect(open()).toEqual(['k-1/a-0'])
})
