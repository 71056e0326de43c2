import type { LocalIot } from '@keg/local-iot'
import { MqttClient } from 'mqtt'
import { duplexPair } from 'node:stream'
import { row, type Row } from '../row.ts'
import { kegCore } from './keg-core.ts'

const THINGS = 10_000
const SEARCHES = 300
const CHANGES = 50
const MESSAGES = 4_000
const ROUNDS = 7
const SEARCH_GOAL_MS = 100
const MEMBER_GOAL_MS = 2_000

/** What an operator asks: by what kegs report, are and are called, ranges, words anywhere, what is not so. */
const QUERIES = [
  'shadow.reported.firmware:1.2* AND connectivity.connected:false', 'attributes.site:site-7 shadow.reported.celsius>8',
  'shadow.reported.celsius:[2 TO 3}', 'thingName:keg-99*', 'thingName:*777', 'valve-3', 'NOT shadow.reported.firmware:1.2*',
  'shadow.hasDelta:true NOT attributes.site:(site-1 OR site-2)', 'shadow.reported.tap.flow:* AND no-such-word',
]

/** Search over ten thousand things of which one changes before each query, membership after a change, and what indexing costs messages. */
export async function searchRows(): Promise<readonly Row[]> {
  const { iot, certificateId } = await kegCore()
  for (let index = 0; index < THINGS; index++) {
    await iot.call('CreateThing', { thingName: `keg-${index}`, attributePayload: { attributes: { site: `site-${index % 100}` } } })
    await report(iot, index, index % 2 === 0 ? '1.2.9' : '1.3.0')
  }
  const client = await publisher((stream) => iot.handleConnection(stream, { certificateId }))
  const costs = await messageCosts(iot, client)
  await index(iot, true)
  const searches: number[] = []
  for (let search = 0; search < SEARCHES; search++) {
    await report(iot, search, '1.4.0')
    const queryString = QUERIES[search % QUERIES.length] ?? '*'
    searches.push(await took(() => iot.call('SearchIndex', { queryString })))
  }
  const joined = await membership(iot)
  client.end(true)
  await iot.close()
  return [
    row(`fleet/search-of-${THINGS}-things-p99`, 'ms', searches.toSorted((a, b) => a - b)[Math.floor(SEARCHES * 0.99)] ?? Number.NaN, SEARCH_GOAL_MS, '<= 1'),
    row('fleet/group-membership-after-a-shadow-change', 'ms', Math.max(...joined), MEMBER_GOAL_MS, '<= 1'),
    row('fleet/messages-with-index', 'ms', Math.min(...costs.on), Math.min(...costs.off), '<= 1.05'),
  ]
}

const index = (iot: LocalIot, isOn: boolean) => iot.call('UpdateIndexingConfiguration', {
  thingIndexingConfiguration: isOn
    ? { thingIndexingMode: 'REGISTRY_AND_SHADOW', thingConnectivityIndexingMode: 'STATUS' } : { thingIndexingMode: 'OFF' },
})

const report = (iot: LocalIot, keg: number, firmware: string) => iot.call('UpdateThingShadow', {
  thingName: `keg-${keg}`,
  payload: Buffer.from(JSON.stringify({ state: {
    reported: { firmware, celsius: keg % 12, tap: { flow: keg % 7, name: `valve-${keg % 9}` } }, desired: { celsius: 4 },
  } })),
})

async function took(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

/** How long after its shadow has changed a thing is in a dynamic group, as the event of it says. */
async function membership(iot: LocalIot): Promise<readonly number[]> {
  await iot.call('UpdateEventConfigurations', { eventConfigurations: { THING_GROUP_MEMBERSHIP: { Enabled: true } } })
  await iot.call('CreateDynamicThingGroup', { thingGroupName: 'newest', queryString: 'shadow.reported.firmware:9*' })
  const times: number[] = []
  for (let change = 0; change < CHANGES; change++) {
    const added = Promise.withResolvers<undefined>()
    const stop = iot.subscribe(`$aws/events/thingGroupMembership/thingGroup/newest/thing/keg-${change}/added`, () => added.resolve(undefined))
    times.push(await took(async () => {
      await report(iot, change, '9.0.0')
      await added.promise
    }))
    stop()
  }
  return times
}

/** The same messages with and without an index, by turns. */
async function messageCosts(iot: LocalIot, client: MqttClient): Promise<{ on: readonly number[]; off: readonly number[] }> {
  const payload = Buffer.alloc(200, 'x')
  const send = () => took(() => Promise.all(Array.from({ length: MESSAGES }, () => client.publishAsync('keg/a/telemetry', payload, { qos: 1 }))))
  const [on, off]: [number[], number[]] = [[], []]
  await send()
  for (let round = 0; round < ROUNDS; round++) {
    await index(iot, false)
    await send()
    off.push(await send())
    await index(iot, true)
    // Its documents are there, then; what making them has left behind is swept up by messages that do not count.
    await iot.call('SearchIndex', { queryString: 'keg-0' })
    await send()
    on.push(await send())
  }
  return { on, off }
}

async function publisher(handle: (stream: ReturnType<typeof duplexPair>[0]) => void): Promise<MqttClient> {
  const client = new MqttClient(() => {
    const [near, far] = duplexPair({ allowHalfOpen: false })
    handle(far)
    return near
  }, { clientId: 'keg-0', protocolVersion: 5, clean: true, reconnectPeriod: 0 })
  await new Promise<void>((resolve, reject) => client.once('connect', () => resolve()).once('error', reject))
  return client
}
