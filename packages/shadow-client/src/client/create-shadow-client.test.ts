import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createShadowClient, ShadowError } from '../index.ts'
import { eventually } from '../testing/eventually.ts'
import { createMemoryShadowService } from '../transports/memory.ts'

const settings = z.object({ celsius: z.number(), valve: z.enum(['open', 'closed']), net: z.object({ ssid: z.string(), rssi: z.number() }) })
  .partial()
const createService = () => createMemoryShadowService({ nowSec: () => 1_700_000_000 })
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const DELTA = '$aws/things/t/shadow/update/delta'
const DOCUMENTS = '$aws/things/t/shadow/update/documents'

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

describe('documents', () => {
  it('that the schema refuses are told of, and still shown', async () => {
    const service = createService()
    const invalid: unknown[] = []
    await using client = createShadowClient({
      thingName: 't',
      transport: service.transport(),
      schema: settings,
      onInvalid: ({ payload }) => invalid.push(payload),
    })
    const app = createShadowClient({ thingName: 't', transport: service.transport() })
    await app.setDesired({ celsius: 'warm' })
    expect((await client.get())?.desired).toEqual({ celsius: 'warm' })
    const shown = await client.watch().next()
    expect(shown.value?.version).toBe(1)
    service.publish(DOCUMENTS, encode({ current: 'none' }))
    expect(invalid).toEqual([{ celsius: 'warm' }, { celsius: 'warm' }, { current: 'none' }])
  })
  it('do not pile up where nobody takes them', async () => {
    const service = createService()
    await using client = createShadowClient({ thingName: 't', transport: service.transport() })
    const documents = client.watch()
    await documents.next()
    const app = createShadowClient({ thingName: 't', transport: service.transport(), limits: { perSecond: Infinity } })
    for (let celsius = 1; celsius <= 50; celsius += 1) await app.setDesired({ celsius })
    expect((await documents.next()).value?.version).toBe(50)
    const end = new AbortController()
    const ended = client.watch({ signal: end.signal })
    await ended.next()
    end.abort()
    expect((await ended.next()).done).toBe(true)
  })
})

describe('a closed client', () => {
  it('throws at once', async () => {
    const client = createShadowClient({ thingName: 't', transport: createService().transport() })
    await client.close()
    expect(() => client.watch()).toThrow(ShadowError)
    expect(() => client.onDesired(() => undefined)).toThrow(ShadowError)
    for (const act of [
      () => client.get(), () => client.report({}), () => client.setDesired({}), () => client.waitUntilReported(() => true),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'CLOSED' })
    }
  })
})

describe('onSynchronized', () => {
  it('tells what was last reported, once a connect and before the change, out of the one get that each connect makes', async () => {
    const service = createService()
    const inner = service.transport()
    const requests: string[] = []
    const request: typeof inner.request = (operation, ...rest) => {
      requests.push(operation.kind)
      return inner.request(operation, ...rest)
    }
    const transport = { ...inner, request }
    await using client = createShadowClient({ thingName: 't', transport, schema: settings })
    const app = createShadowClient({ thingName: 't', transport: service.transport() })
    await app.report({ celsius: 4 })
    await app.setDesired({ valve: 'closed' })
    const told: unknown[] = []
    client.onDesired((change) => void told.push({ change }), {
      onSynchronized: (snapshot) => told.push({ reported: snapshot?.reported, version: snapshot?.version }),
    })
    await eventually(() => told.length === 2, 'shadow and change came')
    inner.setConnected(false)
    inner.setConnected(true)
    await eventually(() => told.length === 4, 'they came again')
    const once = [{ reported: { celsius: 4 }, version: 2 }, { change: { valve: 'closed' } }]
    expect(told).toEqual([...once, ...once])
    expect(requests).toEqual(['get', 'get'])
  })
})
