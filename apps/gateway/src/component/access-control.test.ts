import { alert, liveRequest, pour, reply, telemetry } from '@keg/message-schemas/keg'
import { connectClient, ManualClock } from '@keg/mqtt-broker/testing'
import { matchesTopicFilter } from '@keg/mqtt-topics'
import { expect, it } from 'vitest'
import { createGateway } from '../gateway.ts'
import { createDiskSpool } from '../spool/disk-spool.ts'
import { memoryPlace } from '../spool/testing/memory-place.ts'
import { SiteLine } from '../testing/site-line.ts'
import { componentAccess } from './access-control.ts'

const certificateId = 'a'.repeat(64)
const ids = { siteId: 'berlin', kegId: 'keg-01' }
const envelope = { v: 1 as const, bootId: 'b-1', seq: 0, takenAtMs: 1 }

/** What a gateway publishes and listens to under the nucleus, with a keg that says all that a keg can say. */
async function used(): Promise<{ readonly published: readonly string[]; readonly filters: readonly string[] }> {
  const clock = new ManualClock()
  const line = new SiteLine()
  const spool = createDiskSpool({ place: memoryPlace(), clock, maxBytes: 10_000_000 })
  let made = 0
  const gateway = createGateway({
    siteId: 'berlin', gatewayId: 'gw-01', batchRule: 'keg_test_batch', kegs: new Map([[certificateId, 'keg-01']]), spool, line, clock,
    acknowledgedBy: 'cloud', newId: () => `id-${++made}`, log: () => undefined, batchEveryMs: 100,
    shadowMemory: () => ({ read: () => undefined, write: () => undefined }),
  })
  gateway.start()
  line.start()
  await line.deliver('keg/berlin/gateways/gw-01/live', liveRequest.encode({ v: 1, kegId: 'keg-01', untilMs: clock.nowMs() + 60_000 }))
  const { client } = await connectClient(gateway.broker, { clientId: 'keg-01', version: 5, info: { transport: 'mqtts', certificateId } })
  const says: readonly [topic: string, payload: Uint8Array][] = [
    [pour.topic.format(ids), pour.encode({ ...envelope, pourId: 'p-1', volumeMl: 300, totaliserMl: 300 })],
    [telemetry.topic.format(ids), telemetry.encode({ ...envelope, celsius: 20, kilopascal: 110, pouring: true, cooling: false })],
    [alert.topic.format(ids), alert.encode({ ...envelope, alertId: 'a-1', kind: 'gasLow', event: 'raised', message: 'gas is low' })],
    [reply.topic.format({ ...ids, commandId: 'c-1' }), reply.encode({ ...envelope, status: 'SUCCEEDED' })],
    ['$aws/things/keg-01/shadow/update', Buffer.from('{"state":{"reported":{"targetCelsius":4}}}')],
  ]
  for (const [index, [topic, payload]] of says.entries())
    client.publish(topic, '', { payload: Buffer.from(payload), qos: 1, messageId: index + 1 })
  for (let turn = 0; turn < 40; turn++) {
    clock.advance(500)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await spool.close()
  return { published: line.published.map(({ topic }) => topic), filters: line.filters }
}

it('is what the gateway publishes and listens to, all of it and no more', async () => {
  const { published, filters } = await used()
  const rights = componentAccess({ siteId: 'berlin', gatewayId: 'gw-01', batchRule: 'keg_test_batch' })['aws.greengrass.ipc.mqttproxy']
    ?? expect.fail('no rights')
  const { resources = [] } = rights['keg-gateway:publish'] ?? {}
  const refused = published.filter((topic) => !resources.some((filter) => matchesTopicFilter(filter, topic)))
  expect([...new Set(refused)]).toEqual([])
  expect(resources.filter((filter) => !published.some((topic) => matchesTopicFilter(filter, topic)))).toEqual([])
  expect([...filters].sort()).toEqual([...(rights['keg-gateway:subscribe']?.resources ?? [])].sort())
})
