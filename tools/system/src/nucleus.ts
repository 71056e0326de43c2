import { componentAccess } from '@keg/gateway/component'
import { startGreengrassPeer, type SpoolCounts } from '@keg/greengrass-peer'
import { mqttCloud } from '@keg/greengrass-peer/mqtt'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Broker } from './devices.ts'
import { seeded } from './kill-points.ts'
import type { ProgramStart } from './program.ts'
import type { ProvisionedThing } from './provision.ts'

/** What {@link startNucleus} takes. */
export interface NucleusOptions {
  /** The core device. */
  readonly thing: ProvisionedThing
  readonly siteId: string
  readonly gatewayId: string
  readonly cloud: Broker & { readonly batchRule: string }
  /** The share of messages upon which it loses its spool, once they are answered. */
  readonly forgetsShare: number
}

/** A core device with the gateway as its component. */
export interface Nucleus extends AsyncDisposable {
  /** Configures the component, and says how its program is started. */
  deploy(site: Readonly<Record<string, unknown>>): ProgramStart
  /** What became of what was published. */
  spool(): SpoolCounts
}

const COMPONENT = 'com.example.KegGateway'

/** Starts the stand-in for a nucleus, connected as the core device. */
export async function startNucleus({ thing, siteId, gatewayId, cloud, forgetsShare }: NucleusOptions): Promise<Nucleus> {
  const workDir = join(thing.dataDir, 'work')
  await mkdir(workDir, { recursive: true })
  const [cert, key, ca] = await Promise.all([readFile(thing.certificateFile), readFile(thing.privateKeyFile), readFile(cloud.caFile)])
  const line = await mqttCloud({ url: `mqtts://${cloud.endpoint.host}:${cloud.endpoint.port}`, clientId: gatewayId, cert, key, ca })
  const random = seeded(1)
  const peer = await startGreengrassPeer({
    socketFile: join(thing.dataDir, 'ipc.socket'), cloud: line, thingName: gatewayId, components: [{ name: COMPONENT }],
    forgets: () => random() < forgetsShare,
  })
  const { batchRule } = cloud
  const accessControl = componentAccess({ siteId, gatewayId, batchRule })
  return {
    deploy(site) {
      peer.configure(COMPONENT, { ...site, cloud: { batchRule }, accessControl })
      return { args: ['--host', 'greengrass'], environment: peer.environmentOf(COMPONENT), cwd: workDir }
    },
    spool: () => peer.spool(),
    [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose](),
  }
}
