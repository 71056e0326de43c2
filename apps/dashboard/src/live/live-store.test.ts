import { pour, siteSummary, state, telemetry, type Telemetry } from '@keg/message-schemas/keg'
import { describe, expect, it, vi } from 'vitest'
import { createLiveStore } from './live-store.ts'

const envelope = { v: 1, bootId: 'b', seq: 0, takenAtMs: 1 } as const
/** A reading that is the later, the warmer it was. */
const reading = (celsius: number): Telemetry => ({ ...envelope, seq: celsius, celsius, kilopascal: 110, pouring: false, cooling: true })
const topic = (kind: { topic: { format(at: { siteId: string; kegId: string }): string } }) =>
  kind.topic.format({ siteId: 'berlin', kegId: 'k-1' })

const NOW_MS = 1_000

function bench() {
  const frames: (() => void)[] = []
  const store = createLiveStore((flush) => frames.push(flush), () => NOW_MS)
  const listener = vi.fn()
  store.subscribe(listener)
  const frame = () => frames.splice(0).forEach((flush) => flush())
  return { store, listener, frame, keg: () => store.kegs().get('k-1') }
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

it.each<[string, Telemetry, number]>([
  ['one of before', { ...reading(6), seq: 4 }, 5], ['the same again', { ...reading(6), seq: 5 }, 5], ['a later one', reading(6), 6],
  ['one of another boot', { ...reading(6), seq: 0, bootId: 'c' }, 6],
])('of a reading that comes after another, %s, it shows the later', (_, next, celsius) => {
  const { store, frame, keg } = bench()
  store.receive(topic(telemetry), telemetry.encode(reading(5)))
  store.receive(topic(telemetry), telemetry.encode(next))
  frame()
  expect(keg()).toMatchObject({ telemetry: { celsius } })
})

describe('a keg that was behind a gateway', () => {
  const { v: _version, ...rest } = reading(6)
  const begun = () => {
    const made = bench()
    made.store.known([{ ...rest, seq: 4, kegId: 'k-1', siteId: 'berlin', receivedAtMs: 500, gatewayId: 'gw-1' }])
    made.frame()
    return made
  }
  const bySite = (seq: number) => siteSummary.encode({ v: 1, takenAtMs: 600, kegs: [{ kegId: 'k-1', ...rest, seq }] })

  it.each<[string, (store: ReturnType<typeof createLiveStore>) => void, string | undefined]>([
    ['is not any more by a later stored reading of its own',
      (store) => store.known([{ ...rest, kegId: 'k-1', siteId: 'berlin', receivedAtMs: 700 }]), undefined],
    ['is not any more by its site’s summary, which no gateway made', (store) => store.receive('keg/berlin/summary', bySite(5)), undefined],
    ['is not any more by a summary that has the reading that is known', (store) => store.receive('keg/berlin/summary', bySite(4)), undefined],
    ['still is by a stored reading of before',
      (store) => store.known([{ ...rest, kegId: 'k-1', siteId: 'berlin', receivedAtMs: 400 }]), 'gw-1'],
    ['still is by a raw reading, which its gateway hands on, too', (store) => store.receive(topic(telemetry), telemetry.encode(reading(6))), 'gw-1'],
  ])('%s', (_, act, gatewayId) => {
    const { store, frame, keg } = begun()
    act(store)
    frame()
    expect(keg()?.gatewayId).toBe(gatewayId)
  })
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
  expect([...store.kegs().keys()]).toEqual(['k-1', 'k-2'])
  store.receive(topic(telemetry), telemetry.encode({ ...reading(7), seq: 3 }))
  site(2, 6)
  frame()
  expect(keg()).toMatchObject({ telemetry: { celsius: 7 } })
})

describe('of a summary that the broker has kept', () => {
  const { v: _version, ...rest } = reading(5)
  const kept = (takenAtMs: number, bootId = 'b', gatewayId = 'gw-1') =>
    siteSummary.encode({ v: 1, gatewayId, takenAtMs, kegs: [{ kegId: 'k-1', ...rest, bootId }] })

  it('a keg has the reading and the gateway, as old as they are', () => {
    const { store, frame, keg } = bench()
    store.receive('keg/berlin/summary', kept(400), true)
    frame()
    expect(keg()).toMatchObject({ siteId: 'berlin', telemetry: { celsius: 5 }, heardAtMs: 400, gatewayId: 'gw-1' })
    store.receive('keg/berlin/summary', kept(401, 'later', 'gw-2'))
    frame()
    expect(keg()).toMatchObject({ telemetry: { bootId: 'later' }, heardAtMs: NOW_MS, gatewayId: 'gw-2' })
  })

  it.each<[string, number, number]>([
    ['nothing where it is older than what is known', 400, 500], ['its reading where it is newer', 600, 600],
    ['its reading at no time to come', 5_000, NOW_MS],
  ])('a keg has %s', (_, takenAtMs, heardAtMs) => {
    const { store, frame, keg } = bench()
    store.known([{ ...rest, kegId: 'k-1', siteId: 'munich', receivedAtMs: 500 }])
    store.receive('keg/berlin/summary', kept(takenAtMs, 'another'), true)
    frame()
    expect(keg()).toMatchObject({ heardAtMs, siteId: heardAtMs === 500 ? 'munich' : 'berlin' })
  })

  it('a keg that was heard itself learns its gateway from one that comes now', () => {
    const { store, frame, keg } = bench()
    store.receive(topic(telemetry), telemetry.encode(reading(7)))
    store.receive('keg/berlin/summary', kept(NOW_MS))
    frame()
    expect(keg()).toMatchObject({ telemetry: { celsius: 7 }, gatewayId: 'gw-1' })
  })
})

it('tells who looks at one keg of that keg alone', () => {
  const { store, frame } = bench()
  const told = vi.fn()
  const stop = store.subscribeTo('k-1', told)
  store.receive('keg/berlin/k-2/telemetry', telemetry.encode(reading(5)))
  frame()
  expect([told.mock.calls.length, store.version()]).toEqual([0, 1])
  store.receive(topic(telemetry), telemetry.encode(reading(5)))
  frame()
  stop()
  store.receive(topic(telemetry), telemetry.encode(reading(6)))
  frame()
  expect([told.mock.calls.length, store.version()]).toEqual([1, 3])
})

it('shows nothing new while it is paused, then all at once', () => {
  const { store, listener, frame, keg } = bench()
  store.receive(topic(telemetry), telemetry.encode(reading(5)))
  store.setPaused(true)
  frame()
  store.receive(topic(telemetry), telemetry.encode(reading(6)))
  frame()
  expect([keg(), listener.mock.calls.length]).toEqual([undefined, 0])
  store.setPaused(false)
  frame()
  expect([keg()?.telemetry?.celsius, listener.mock.calls.length]).toEqual([6, 1])
})

it('begins with what the API has, until something later comes', () => {
  const { store, frame, keg } = bench()
  const { v: _version, ...rest } = reading(4)
  const stored = (receivedAtMs: number, celsius: number) =>
    store.known([{ ...rest, celsius, kegId: 'k-1', siteId: 'berlin', receivedAtMs, gatewayId: 'gw-1' }])
  stored(500, 4)
  frame()
  expect(keg()).toMatchObject({ telemetry: { celsius: 4 }, heardAtMs: 500, gatewayId: 'gw-1' })
  store.receive(topic(telemetry), telemetry.encode(reading(5)))
  stored(900, 6)
  frame()
  expect(keg()).toMatchObject({ telemetry: { celsius: 5 }, heardAtMs: NOW_MS, gatewayId: 'gw-1' })
  stored(1_500, 7)
  frame()
  expect(keg()).toMatchObject({ telemetry: { celsius: 7 }, heardAtMs: 1_500 })
})

it('keeps the settings of the highest version', () => {
  const { store, frame, keg } = bench()
  const told = (version: number, targetCelsius: number) =>
    store.receive(topic(state), state.encode({ kegId: 'k-1', version, desired: { targetCelsius }, timestampSec: 1 }))
  told(2, 4)
  told(1, 8)
  frame()
  expect(keg()).toMatchObject({ settings: { version: 2, desired: { targetCelsius: 4 } } })
})
