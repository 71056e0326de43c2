import { pour, siteSummary, telemetry, type Telemetry } from '@keg/message-schemas/keg'
import { expect, it, vi } from 'vitest'
import { createLiveStore } from './live-store.ts'

const envelope = { v: 1, bootId: 'b', seq: 0, takenAtMs: 1 } as const
const reading = (celsius: number): Telemetry => ({ ...envelope, celsius, kilopascal: 110, pouring: false, cooling: true })
const topic = (kind: { topic: { format(at: { siteId: string; kegId: string }): string } }) =>
  kind.topic.format({ siteId: 'berlin', kegId: 'k-1' })

function bench() {
  const frames: (() => void)[] = []
  const store = createLiveStore((flush) => frames.push(flush))
  const listener = vi.fn()
  store.subscribe(listener)
  const frame = () => frames.splice(0).forEach((flush) => flush())
  return { store, listener, frame, keg: () => store.snapshot().get('k-1') }
}

it('tells once per frame, whatever came in it', () => {
  const { store, listener, frame, keg } = bench()
  store.receive(topic(telemetry), telemetry.encode(reading(5)))
  store.receive(topic(telemetry), telemetry.encode(reading(6)))
  store.receive(topic(pour), new Uint8Array())
  expect(keg()).toBeUndefined()
  frame()
  expect(listener).toHaveBeenCalledTimes(1)
  expect(keg()).toMatchObject({ siteId: 'berlin', telemetry: { celsius: 6 }, poursSeen: 1 })
})

it.each([
  ['a topic of nobody', 'beer/berlin', telemetry.encode(reading(5))],
  ['bytes that are no reading', 'keg/berlin/k-1/telemetry', Uint8Array.of(1, 2, 3)],
  ['another kind of message', 'keg/berlin/k-1/state', Uint8Array.of(1, 2, 3)],
])('leaves out %s', (_, where, payload) => {
  const { store, listener, frame } = bench()
  store.receive(where, payload)
  frame()
  expect(listener).not.toHaveBeenCalled()
})

it('goes with a keg that moves to another site', () => {
  const { store, frame, keg } = bench()
  store.receive(topic(telemetry), telemetry.encode(reading(5)))
  store.receive('keg/munich/k-1/telemetry', telemetry.encode(reading(6)))
  frame()
  expect(keg()).toMatchObject({ siteId: 'munich', telemetry: { celsius: 6 } })
})

it('takes the readings of a site, each where it is the newest of its keg', () => {
  const { store, frame, keg } = bench()
  const { v: _version, ...rest } = reading(5)
  const site = (seq: number, celsius: number) =>
    store.receive('keg/berlin/summary', siteSummary.encode({
      v: 1, takenAtMs: 1, kegs: [{ kegId: 'k-1', ...rest, seq, celsius }, { kegId: 'k-2', ...rest }],
    }))
  site(1, 5)
  frame()
  expect(keg()).toMatchObject({ siteId: 'berlin', telemetry: { celsius: 5 }, poursSeen: 0 })
  expect([...store.snapshot().keys()]).toEqual(['k-1', 'k-2'])
  store.receive(topic(telemetry), telemetry.encode({ ...reading(7), seq: 3 }))
  site(2, 6)
  frame()
  expect(keg()).toMatchObject({ telemetry: { celsius: 7 } })
})
