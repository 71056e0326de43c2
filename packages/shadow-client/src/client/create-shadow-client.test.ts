import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import type { JsonObject } from '../document/json.ts'
import { createShadowClient, type LiveShadowClient, type ShadowClient, type ShadowTransport } from '../index.ts'
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
