import { createLocalIot, type LocalIot } from '@keg/local-iot'
import { presenceOf, type PresenceEvent } from '@keg/store'
import { MqttClient } from 'mqtt'
import { duplexPair, type Duplex } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'

// A keg that comes and goes by the millisecond: search, the index's own operation, a dynamic group and the presence flow, which has the
// events twice and in any order, agree on whether it is there, since when, and why it went.

const LIMIT_MS = 30_000
const KEGS = 5
const FLAPS = 12
/** When nobody may be on the way back any more. */
const LATER_MS = 60_000

let iot: LocalIot
let certificateId: string | undefined
beforeAll(async () => {
  iot = await createLocalIot({ quotas: 'off' })
  const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] })
  await iot.call('CreatePolicy', { policyName: 'anything', policyDocument })
  const certificate = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
  certificateId = certificate.certificateId
  await iot.call('AttachPolicy', { policyName: 'anything', target: certificate.certificateArn ?? '' })
  await iot.call('UpdateIndexingConfiguration', {
    thingIndexingConfiguration: { thingIndexingMode: 'REGISTRY', thingConnectivityIndexingMode: 'STATUS' },
  })
  await iot.call('CreateDynamicThingGroup', { thingGroupName: 'online', queryString: 'connectivity.connected:true' })
})
afterAll(() => iot.close())

/** A connection of a keg, and how to cut it off. */
async function connect(clientId: string): Promise<{ client: MqttClient; stream: Duplex }> {
  const [near, far] = duplexPair({ allowHalfOpen: false })
  const client = new MqttClient(() => near, { clientId, protocolVersion: 5, clean: true, reconnectPeriod: 0 })
  client.on('error', () => undefined)
  iot.handleConnection(far, certificateId === undefined ? {} : { certificateId })
  await new Promise((resolve) => client.once('connect', resolve))
  return { client, stream: near }
}

/** Comes; then says goodbye, is cut off, or is taken over by its next connection. The last one is as told. */
async function flap(clientId: string, seed: number, stays: boolean): Promise<void> {
  for (let flapped = 0; flapped < FLAPS; flapped++) {
    const { client, stream } = await connect(clientId)
    const way = (seed + flapped * 7) % 3
    if (flapped === FLAPS - 1 && stays) return
    if (way === 0) await client.endAsync()
    else if (way === 1 || flapped === FLAPS - 1) stream.destroy()
  }
}

/** The same in another order, each of them twice. */
const scattered = <Item>(items: readonly Item[]): readonly Item[] => [...items.toReversed(), ...items]

it('is there in search, on the API, in its group and in the presence flow alike', async () => {
  const events: PresenceEvent[] = []
  iot.subscribe('$aws/events/presence/#', ({ payload }) => {
    // A life-cycle event of AWS IoT.
    const { timestamp, disconnectReason, ...event } = JSON.parse(new TextDecoder().decode(payload)) as
      PresenceEvent & { timestamp: number; disconnectReason?: string }
    events.push({ ...event, atMs: timestamp, ...(disconnectReason === undefined ? {} : { reason: disconnectReason }) })
  })
  const kegs = Array.from({ length: KEGS }, (_, index) => ({ thingName: `keg-${index}`, stays: index % 2 === 0 }))
  for (const { thingName } of kegs) await iot.call('CreateThing', { thingName })
  await Promise.all(kegs.map(({ thingName, stays }, seed) => flap(thingName, seed, stays)))
  await expect.poll(() => events.length, { timeout: LIMIT_MS }).toBe(KEGS * FLAPS * 2 - kegs.filter(({ stays }) => stays).length)

  const { things = [] } = await iot.call('SearchIndex', { queryString: 'connectivity.connected:*' })
  for (const { thingName = '', connectivity } of things) {
    const own = events.filter(({ clientId }) => clientId === thingName)
    const computed = presenceOf(scattered(own), Date.now() + LATER_MS)
    expect({
      connected: connectivity?.connected, sinceMs: connectivity?.timestamp,
      ...(connectivity?.disconnectReason === undefined ? {} : { reason: connectivity.disconnectReason }),
    }).toEqual(computed)
    expect(await iot.call('GetThingConnectivityData', { thingName })).toMatchObject({
      connected: computed?.connected, timestamp: new Date(computed?.sinceMs ?? 0), disconnectReason: computed?.reason ?? 'NONE',
    })
  }
  const staying = kegs.filter(({ stays }) => stays).map(({ thingName }) => thingName)
  expect(things.filter(({ connectivity }) => connectivity?.connected).map(({ thingName }) => thingName)).toEqual(staying)
  await expect.poll(async () => (await iot.call('ListThingsInThingGroup', { thingGroupName: 'online' })).things, { timeout: LIMIT_MS })
    .toEqual(staying)
}, LIMIT_MS)
