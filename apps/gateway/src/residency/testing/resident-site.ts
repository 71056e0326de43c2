import { batchAcks, pour } from '@keg/message-schemas/keg'
import { connectClient, ManualClock } from '@keg/mqtt-broker/testing'
import { readBatch } from '../../forward/testing/read-batch.ts'
import { createGateway } from '../../gateway.ts'
import type { KeptShadow } from '../../shadows/local-shadows.ts'
import { createDiskSpool } from '../../spool/disk-spool.ts'
import type { SpoolPlace } from '../../spool/spool-database.ts'
import { memoryPlace } from '../../spool/testing/memory-place.ts'
import { statusPage } from '../../status/status-page.ts'
import { SiteLine } from '../../testing/site-line.ts'
import { memoryWithheld } from './memory-withheld.ts'

export const certificateId = 'a'.repeat(64)
const BATCH_TOPIC = '$aws/rules/keg_test_batch/berlin/gw-01'

/** A message of the keg of a resident site. */
export interface KegMessage {
  readonly topic: string
  readonly payload: Uint8Array | string
  readonly userProperties?: Record<string, string>
}

/** A gateway with one keg, and a cloud that writes down all that reaches it. `topics` are those that stay; absent = all may leave. */
export function residentSite({ topics, place = memoryPlace() }: { readonly topics?: readonly string[]; readonly place?: SpoolPlace }) {
  const clock = new ManualClock()
  const spool = createDiskSpool({ place, clock, maxBytes: 10_000_000 })
  const withheld = memoryWithheld()
  const said: string[] = []
  const batches: Uint8Array[] = []
  const shadows = new Map<string, KeptShadow>()
  const line = new SiteLine((topic, payload) => {
    said.push(topic, Buffer.from(payload).toString('latin1'), new TextDecoder().decode(payload))
    const decoded = readBatch(payload)
    if (topic !== BATCH_TOPIC || !decoded.ok) return
    batches.push(payload)
    for (const { topic: inner, payload: text = '', payloadBase64 = '' } of decoded.value.messages)
      said.push(inner, text, Buffer.from(payloadBase64, 'base64').toString('latin1'))
    queueMicrotask(() => void line.deliver('keg/berlin/gateways/gw-01/acks', batchAcks.encode({ v: 1, batchIds: [decoded.value.batchId] })))
  })
  let ids = 0
  const gateway = createGateway({
    siteId: 'berlin', gatewayId: 'gw-01', batchRule: 'keg_test_batch', kegs: new Map([[certificateId, 'keg-01']]), spool, line, clock,
    newId: () => `id-${++ids}`, log: (text) => said.push(text), batchEveryMs: 100, ...(topics && { residency: { topics, withheld } }),
    shadowMemory: (kegId) => ({ read: () => shadows.get(kegId), write: (kept) => void shadows.set(kegId, kept) }),
  })
  gateway.start()
  const settle = async (rounds = 20) => {
    for (let turn = 0; turn < rounds; turn++) {
      clock.advance(50)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return {
    spool, withheld, line, said, settle, broker: gateway.broker,
    /** Sends what a keg has to say, at QoS 1; answers how many of it were acknowledged. */
    async send(messages: readonly KegMessage[]): Promise<number> {
      const { client } = await connectClient(gateway.broker, {
        clientId: 'keg-01', version: 5, info: { transport: 'mqtts', certificateId },
      })
      for (const [index, { topic, payload, userProperties }] of messages.entries()) {
        client.publish(topic, '', {
          payload: Buffer.from(payload), qos: 1, messageId: index + 1, ...(userProperties && { properties: { userProperties } }),
        })
      }
      await settle()
      return (await client.settled()).filter(({ cmd }) => cmd === 'puback').length
    },
    /** All that the cloud got or could see, once everything has gone out. */
    async seen(): Promise<readonly string[]> {
      line.start()
      await settle(40)
      // A minute that is over goes out, too.
      clock.advance(100_000)
      await settle(40)
      const status = gateway.status()
      return [...said, JSON.stringify(status), statusPage(status)]
    },
    /** What the pours that reached the cloud say that was poured. */
    volumes: () => batches.flatMap((bytes) => {
      const decoded = readBatch(bytes)
      return decoded.ok
        ? decoded.value.messages.filter(({ topic }) => pour.topic.parse(topic)).map(({ payload = '{}' }) =>
          (JSON.parse(payload) as { volumeMl?: number }).volumeMl)
        : []
    }),
    close: () => spool.close(),
  }
}
