import { deviceConfig } from '@keg/device/config'
import { startDevice, type Device } from '@keg/device/device'
import { createGate } from '@keg/device/gate'
import { createGateway, type Gateway } from '@keg/gateway/gateway'
import { openSpool } from '@keg/gateway/spool'
import type { LocalIot } from '@keg/local-iot'
import type { ManualClock } from '@keg/mqtt-broker/testing'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { BATCH_RULE } from './cloud.ts'
import { memoryLine } from './memory-line.ts'

const SITE = 'berlin'
const GATEWAY = 'gateway-berlin'
/** Two pours of each keg in ten minutes: 300 ml as they flow from a tap, in five seconds. */
const TAP = { pauseMs: [300_000, 300_000], volumeMl: [300, 300], mlPerSec: 60 } as const
/** As the gateway's configuration has it by default. */
const QUIET_BATCH_MS = 60_000
const CONNECTS_AT_ONCE = 50

export interface BarOptions {
  readonly kegs: number
  readonly behindGateway: boolean
  readonly iot: LocalIot
  readonly clock: ManualClock
  /** Where kegs and gateway have their files. */
  readonly dir: string
}

/** The kegs of a bar, and their gateway where they have one: the real programs, over lines in memory. */
export async function openBar({ kegs, behindGateway, iot, clock, dir }: BarOptions) {
  const kegIds = Array.from({ length: kegs }, (_, index) => `keg-${String(index + 1).padStart(2, '0')}`)
  for (const thingName of kegIds) {
    await iot.call('CreateThing', { thingName, attributePayload: { attributes: { siteId: SITE } } })
    await iot.publish(`$aws/things/${thingName}/shadow/update`, JSON.stringify({ state: { desired: { siteId: SITE, targetCelsius: 5 } } }))
  }
  const certificates = new Map(kegIds.map((kegId, index) => [index.toString(16).padStart(64, '0'), kegId]))
  const edge = behindGateway ? openGateway({ iot, clock, dir, kegs: certificates }) : undefined
  const handle = (kegId: string) => (stream: Duplex) => {
    if (edge === undefined) return iot.handleConnection(stream)
    const [certificateId] = [...certificates].find(([, known]) => known === kegId) ?? []
    edge.gateway.broker.handle(stream, { transport: 'mqtts', certificateId })
  }
  const devices = kegIds.map((kegId, index) =>
    openKeg({ kegId, dir: join(dir, kegId), clock, first: (index + 0.5) / kegs, handle: handle(kegId) }))
  return { devices, gateway: edge?.gateway, close: async () => edge?.close() }
}

interface KegOptions {
  readonly kegId: string
  readonly dir: string
  readonly clock: ManualClock
  /** When its first guest comes, as a part of the time between guests. */
  readonly first: number
  readonly handle: (stream: Duplex) => void
}

function openKeg({ kegId, dir, clock, first, handle }: KegOptions): Device {
  const entry = { kegId, dataDir: dir, certificateFile: '-', privateKeyFile: '-' }
  const config = deviceConfig.parse({ endpoint: { host: 'memory', port: 1 }, caFile: '-', kegs: [entry], simulation: { tap: TAP } })
  let ids = 0
  return startDevice(config, entry, {
    random: () => first, sendTwice: () => false, newId: () => `${kegId}-${String(++ids).padStart(24, '0')}`, nowMs: () => clock.nowMs(),
    pause: () => new Promise((resolve) => setImmediate(resolve)), log: () => undefined, gate: createGate(CONNECTS_AT_ONCE),
    connect: () => memoryLine(kegId, handle),
  })
}

function openGateway(
  { iot, clock, dir, kegs }: Pick<BarOptions, 'iot' | 'clock' | 'dir'> & { readonly kegs: ReadonlyMap<string, string> },
): { gateway: Gateway; close(): Promise<void> } {
  const spool = openSpool({ file: join(dir, 'spool.db'), clock, maxBytes: 100_000_000 })
  const { line } = memoryLine(GATEWAY, (stream) => iot.handleConnection(stream))
  const shadows = new Map<string, unknown>()
  let ids = 0
  const gateway = createGateway({
    siteId: SITE, gatewayId: GATEWAY, batchRule: BATCH_RULE, kegs, spool, line, clock, quietBatchEveryMs: QUIET_BATCH_MS,
    log: () => undefined, newId: () => `g-${String(++ids).padStart(30, '0')}`,
    // What was written is what is read.
    shadowMemory: (kegId) => ({ read: () => shadows.get(kegId) as never, write: (kept) => void shadows.set(kegId, kept) }),
  })
  gateway.start()
  line.start()
  return { gateway, close: async () => void (await gateway.stop(0), await line.close(), await spool.close()) }
}
