import { type } from 'arktype'
import * as v from 'valibot'
import { describe, expect, expectTypeOf, it } from 'vitest'
import * as z from 'zod'
import type { JsonObject } from '../document/json.ts'
import {
  createShadowClient, type LiveShadowClient, type ShadowClient, type ShadowTransport, type StatePart, type StatePatch,
} from '../index.ts'
import { createMemoryShadowService } from '../transports/memory.ts'

interface Settings {
  celsius?: number
  valve?: 'open' | 'closed'
  net?: { ssid?: string; rssi?: number }
  taps?: string[]
}
const transport = () => createMemoryShadowService({ nowSec: () => 1_700_000_000 }).transport()
const zodSchema = z.object({
  celsius: z.number(),
  valve: z.enum(['open', 'closed']),
  net: z.object({ ssid: z.string(), rssi: z.number() }).partial(),
  taps: z.array(z.string()),
}).partial()
const valibotSchema = v.object({
  celsius: v.optional(v.number()),
  valve: v.optional(v.picklist(['open', 'closed'])),
  net: v.optional(v.object({ ssid: v.optional(v.string()), rssi: v.optional(v.number()) })),
  taps: v.optional(v.array(v.string())),
})
const arkSchema = type({
  'celsius?': 'number', 'valve?': "'open' | 'closed'", 'net?': { 'ssid?': 'string', 'rssi?': 'number' }, 'taps?': 'string[]',
})

describe('any Standard Schema', () => {
  const clients = {
    zod: createShadowClient({ thingName: 't', transport: transport(), schema: zodSchema }),
    valibot: createShadowClient({ thingName: 't', transport: transport(), schema: valibotSchema }),
    arktype: createShadowClient({ thingName: 't', transport: transport(), schema: arkSchema }),
  }
  it('types the state', () => {
    expectTypeOf(clients.zod.report).parameter(0).toEqualTypeOf<StatePatch<z.input<typeof zodSchema>>>()
    expectTypeOf(clients.valibot.report).parameter(0).toEqualTypeOf<StatePatch<v.InferInput<typeof valibotSchema>>>()
    expectTypeOf(clients.arktype.report).parameter(0).toEqualTypeOf<StatePatch<typeof arkSchema.inferIn>>()
    for (const client of Object.values(clients)) {
      client.onDesired(({ valve }) => void expectTypeOf(valve).toEqualTypeOf<'open' | 'closed' | undefined>())
    }
  })
  it.each(Object.entries(clients))('checks it: %s', async (_, client) => {
    const invalid = Promise.withResolvers<unknown>()
    const options = { thingName: 't', transport: transport(), onInvalid: ({ payload }: { payload: unknown }) => invalid.resolve(payload) }
    const schema = client === clients.zod ? zodSchema : client === clients.valibot ? valibotSchema : arkSchema
    await using checked = createShadowClient({ ...options, schema: schema as typeof zodSchema })
    const wrong: object = { celsius: 'warm' }
    await checked.setDesired(wrong)
    checked.onDesired(() => invalid.reject(new Error('it was delivered')))
    expect(await invalid.promise).toEqual(wrong)
    await client.close()
  })
})

describe('a patch', () => {
  it('is any part, and null deletes', () => {
    expectTypeOf({ net: { rssi: null }, valve: 'open' as const }).toExtend<StatePatch<Settings>>()
    expectTypeOf({ net: null, taps: null }).toExtend<StatePatch<Settings>>()
    expectTypeOf({ taps: ['a'] }).toExtend<StatePatch<Settings>>()
    expectTypeOf({ valve: 'half' }).not.toExtend<StatePatch<Settings>>()
    expectTypeOf({ net: { rssi: 'loud' } }).not.toExtend<StatePatch<Settings>>()
    // Arrays compare and replace whole, so they have no parts.
    expectTypeOf({ taps: [null] }).not.toExtend<StatePatch<Settings>>()
  })
  it('has no members that the state has not', async () => {
    const client = createShadowClient({ thingName: 't', transport: transport(), schema: zodSchema })
    // @ts-expect-error no such setting
    await client.report({ fahrenheit: 40 })
    // @ts-expect-error not one of the valve's values
    await client.setDesired({ valve: 'half' })
  })
})

describe('a client', () => {
  const asking: ShadowTransport = { request: transport().request }

  it('can what its transport can', () => {
    const live = createShadowClient({ thingName: 't', transport: transport(), schema: zodSchema })
    const plain = createShadowClient({ thingName: 't', transport: asking, schema: zodSchema })
    expectTypeOf(live).toEqualTypeOf<LiveShadowClient<z.input<typeof zodSchema>>>()
    expectTypeOf(plain).toEqualTypeOf<ShadowClient<z.input<typeof zodSchema>>>()
    // @ts-expect-error a transport that can not subscribe
    expect(() => plain.onDesired(() => undefined)).toThrow(TypeError)
    // @ts-expect-error a transport that can not subscribe
    expect(() => plain.watch()).toThrow(TypeError)
  })
  it('without a schema takes and gives JSON', async () => {
    const client = createShadowClient({ thingName: 't', transport: transport() })
    expectTypeOf(client).toEqualTypeOf<LiveShadowClient<JsonObject>>()
    await client.report({ anything: [1, { goes: true }], gone: null })
  })
  it('gives parts: what was never set is not there', async () => {
    const client = createShadowClient({ thingName: 't', transport: transport(), schema: zodSchema })
    const snapshot = await client.get()
    expectTypeOf(snapshot?.desired.net?.ssid).toEqualTypeOf<string | undefined>()
    expectTypeOf<StatePart<{ net: { ssid: string } }>>().toEqualTypeOf<{ readonly net?: { readonly ssid?: string } }>()
    expectTypeOf(client.waitUntilReported).parameter(0).parameter(0).toEqualTypeOf<StatePart<z.input<typeof zodSchema>>>()
  })
})
