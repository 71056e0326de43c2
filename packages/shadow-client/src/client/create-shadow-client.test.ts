import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import type { JsonObject } from '../document/json.ts'
import { createShadowClient, type LiveShadowClient, type ShadowClient, ShadowError, type ShadowTransport, type SubscribingTransport } from '../index.ts'
import { eventually } from '../testing/eventually.ts'
import { createMemoryShadowService } from '../transports/memory.ts'

const settings = z.object({ celsius: z.number(), valve: z.enum(['open', 'closed']), net: z.object({ ssid: z.string(), rssi: z.number() }) }).partial()
const createService = () => createMemoryShadowService({ nowSec: () => 1_700_000_000 })
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const DELTA = '$aws/things/t/shadow/update/delta'

describe('a schema', () => {
  it('keeps from the handler what it refuses, and says so', async () => {
    const service = createService()
    const invalid: { message: string; payload: unknown }[] = []
    await using client = createShadowClient({
      thingName: 't',
      transport: service.transport(),
      schema: settings,
      onInvalid: (problem) => invalid.push(problem),
    })
    const seen: unknown[] = []
    client.onDesired((change) => void seen.push(change))
    const app = createShadowClient({ thingName: 't', transport: service.transport() })
    await app.setDesired({ celsius: 'warm' })
    await eventually(() => invalid.length === 1, 'the invalid change was told of')
    await app.setDesired({ celsius: 4 })
    await eventually(() => seen.length === 1, 'the valid change came')
    service.publish(DELTA, encode({ version: 9 }))
    service.publish(DELTA, new TextEncoder().encode('no json'))
    expect(seen).toEqual([{ celsius: 4 }])
    expect(invalid.map(({ payload }) => payload)).toEqual([{ celsius: 'warm' }, { version: 9 }, 'no json'])
  })
})

describe('versions', () => {
  it('drop a delta that is not newer than the last delta or get, and none for an own accepted update', async () => {
    const service = createService()
    const transport = service.transport()
    await using client = createShadowClient({ thingName: 't', transport })
    await client.setDesired({ celsius: 1 })
    await client.setDesired({ celsius: 2 })
    const seen: unknown[] = []
    client.onDesired((change, { version }) => void seen.push({ change, version }))
    await eventually(() => seen.length === 1, 'what the get answered came')
    service.publish(DELTA, encode({ version: 1, state: { celsius: 1 } }))
    service.publish(DELTA, encode({ version: 2, state: { celsius: 2 } }))
    expect((await client.report({ valve: 'open' })).version).toBe(3)
    service.publish(DELTA, encode({ version: 4, state: { celsius: 3 } }))
    service.publish(DELTA, encode({ version: 4, state: { celsius: 3 } }))
    await eventually(() => seen.length >= 3, 'the deltas came')
    await client.get()
    expect(seen).toEqual([
      { change: { celsius: 2 }, version: 2 },
      { change: { celsius: 2 }, version: 3 },
      { change: { celsius: 3 }, version: 4 },
    ])
  })
})

describe('types', () => {
  it('follow the transport and the schema', async () => {
    const service = createService()
    const asking: ShadowTransport = { request: service.transport().request }
    const live = createShadowClient({ thingName: 't', transport: service.transport(), schema: settings })
    const plain = createShadowClient({ thingName: 't', transport: asking, schema: settings })
    type Settings = z.input<typeof settings>
    expectTypeOf(live).toEqualTypeOf<LiveShadowClient<Settings>>()
    expectTypeOf(plain).toEqualTypeOf<ShadowClient<Settings>>()
    // @ts-expect-error a transport that can not subscribe
    expect(() => plain.onDesired(() => undefined)).toThrow(TypeError)
    await live.report({ net: { rssi: null }, valve: 'open' })
    // @ts-expect-error no such setting
    await live.report({ fahrenheit: 40 })
    // @ts-expect-error not one of the valve's values
    await live.setDesired({ valve: 'half' })
    const untyped = createShadowClient({ thingName: 't', transport: service.transport() })
    expectTypeOf(untyped).toEqualTypeOf<LiveShadowClient<JsonObject>>()
    await untyped.report({ anything: [1, { goes: true }] })
    const snapshot = await live.get()
    expectTypeOf(snapshot?.desired.net?.ssid).toEqualTypeOf<string | undefined>()
  })
})

type Event = { do: 'set'; celsius: number; valve: 'open' | 'closed' } | { do: 'remove' } | { do: 'cut' } | { do: 'restore' } | { do: 'delete' } | { do: 'wait' }

/** A transport on which deltas are lost, doubled or late and answers are lost, as `fate` says, until it is mended. */
function faulty(inner: SubscribingTransport, fate: () => number): SubscribingTransport & { mend(): void } {
  let broken = true
  const chance = (odds: number) => broken && fate() < odds
  return {
    ...inner,
    mend: () => void (broken = false),
    async request(operation, payload, options) {
      const reply = await inner.request(operation, payload, options)
      if (chance(0.2)) throw new ShadowError('TIMEOUT', 'the answer was lost')
      return reply
    },
    subscribe: (topics, handler) =>
      inner.subscribe(topics, (topic, payload) => {
        if (chance(0.2)) return
        if (chance(0.2)) setTimeout(() => handler(topic, payload), 0)
        else handler(topic, payload)
        if (chance(0.2)) handler(topic, payload)
      }),
  }
}

/** Numbers in [0, 1) that follow from a seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('whatever happens on the way', () => {
  const event: fc.Arbitrary<Event> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), celsius: fc.integer({ min: 0, max: 3 }), valve: fc.constantFrom('open' as const, 'closed' as const) }) },
    ...(['remove', 'cut', 'restore', 'delete', 'wait'] as const).map((name) => fc.record({ do: fc.constant(name) })),
  )

  it('an obedient device has reported what is desired, once the network is mended', async () => {
    const run = async (events: Event[], seed: number) => {
      const service = createService()
      const connection = service.transport()
      const transport = faulty(connection, seeded(seed))
      const appTransport = service.transport()
      await using device = createShadowClient({ thingName: 't', transport, schema: settings, retryDelayMs: () => 0 })
      await using app = createShadowClient({ thingName: 't', transport: appTransport, schema: settings })
      device.onDesired(async (change, { report }) => void (await report(change)))
      const act: Record<Event['do'], (event: Event) => unknown> = {
        set: (it) => it.do === 'set' && app.setDesired({ celsius: it.celsius, valve: it.valve }),
        remove: () => app.setDesired({ celsius: null }),
        cut: () => connection.setConnected(false),
        restore: () => connection.setConnected(true),
        delete: () => appTransport.request({ kind: 'delete', thingName: 't' }, {}, { signal: new AbortController().signal }),
        wait: () => new Promise((resolve) => setImmediate(resolve)),
      }
      for (const it of events) await act[it.do](it)
      transport.mend()
      connection.setConnected(false)
      connection.setConnected(true)
      await eventually(async () => (await app.get())?.delta === undefined, `desired and reported agree after ${JSON.stringify(events)} (${seed})`)
    }
    await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 12 }), fc.nat(), run), { numRuns: 300 })
  })
})
