import { startGreengrassPeer, type Configuration, type GreengrassPeer, type PeerOptions } from '@keg/greengrass-peer'
import { MemoryCloud } from '@keg/greengrass-peer/testing'
import { batch, batchAcks } from '@keg/message-schemas/keg'
import { localhostCertificate } from '@keg/uplink/testing'
import mqtt, { type MqttClient } from 'mqtt'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { componentAccess } from '../component/access-control.ts'

export const COMPONENT = 'com.example.KegGateway'
export const THING = 'gateway-berlin'

/** A core device in Berlin with a cloud in memory that books what comes in batches, and one keg. */
export interface ComponentFixture extends AsyncDisposable {
  readonly dir: string
  readonly cloud: MemoryCloud
  readonly peer: GreengrassPeer
  /** What the deployment says of the gateway, without its rights. */
  readonly site: Configuration
  readonly kegId: string
  /** The topics and texts of the messages in all batches so far. */
  batched(): { topic: string; text: string }[]
  /** Connects the keg. */
  connectKeg(port: number): Promise<MqttClient>
}

/** Starts one; `options` are the peer's. */
export async function startComponentFixture(options: Partial<PeerOptions> = {}): Promise<ComponentFixture> {
  const dir = mkdtempSync(join(tmpdir(), 'keg-gg-'))
  const { ca, cert, key } = await localhostCertificate()
  const [certificateFile, privateKeyFile] = [join(dir, 'site.pem'), join(dir, 'site.key')]
  writeFileSync(certificateFile, cert)
  writeFileSync(privateKeyFile, key, { mode: 0o600 })
  const certificateId = new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase()
  const site = {
    siteId: 'berlin', cloud: { batchRule: 'keg_test_batch' }, batchEveryMs: 100, bookedWithinMs: 200, status: { port: 0 },
    listen: { certificateFile, privateKeyFile }, kegs: [{ kegId: 'keg-01', certificateId }],
  }
  const cloud = new MemoryCloud()
  const accessControl = componentAccess({ siteId: 'berlin', gatewayId: THING, batchRule: 'keg_test_batch' })
  const peer = await startGreengrassPeer({
    socketFile: join(dir, 'ipc.socket'), cloud, thingName: THING,
    components: [{ name: COMPONENT, configuration: { ...site, accessControl } }], ...options,
  })
  // As the rule and its handler do.
  cloud.onPublished = ({ payload }) => {
    const decoded = batch.decode(payload)
    if (decoded.ok) {
      cloud.deliver(
        batchAcks.topic.format({ siteId: 'berlin', gatewayId: THING }),
        Buffer.from(batchAcks.encode({ v: 1, batchIds: [decoded.value.batchId] })).toString(),
      )
    }
  }
  return {
    dir, cloud, peer, site: { ...site, accessControl }, kegId: 'keg-01',
    batched: () => cloud.published.flatMap(({ payload }) => {
      const decoded = batch.decode(payload)
      return decoded.ok ? decoded.value.messages.map(({ topic, payload: text = '' }) => ({ topic, text })) : []
    }),
    connectKeg: (port) =>
      mqtt.connectAsync(`mqtts://localhost:${port}`, { clientId: 'keg-01', protocolVersion: 5, ca, cert, key, reconnectPeriod: 0 }),
    async [Symbol.asyncDispose]() {
      await peer[Symbol.asyncDispose]()
      rmSync(dir, { recursive: true })
    },
  }
}
