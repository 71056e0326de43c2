import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Broker } from './devices.ts'
import { startNucleus, type Nucleus } from './nucleus.ts'
import { startProgram, type Program, type ProgramStart } from './program.ts'
import { provisionThing, type AwsAccess, type ProvisionedKeg } from './provision.ts'
import { issueGatewayIdentity } from './site-authority.ts'

/** What {@link prepareGateway} takes. */
export interface GatewayOptions {
  readonly siteId: string
  readonly kegs: readonly ProvisionedKeg[]
  /** Where AWS IoT is, and the rule that takes batches there. */
  readonly cloud: Broker & { readonly batchRule: string }
  readonly policyName: string
  /** What it runs on. */
  readonly host: GatewayHost
  /** Under Greengrass: the share of messages upon which the nucleus loses its spool, 0 to 1, once they are answered. */
  readonly forgetsShare: number
  readonly dir: string
  readonly log: (line: string) => void
}

/** By itself, or as a component of a Greengrass core device. */
export type GatewayHost = 'standalone' | 'greengrass'

/** A gateway of a site, as a process of its own; it can be started again after it was killed, where it was. */
export interface RunningGateway {
  readonly gatewayId: string
  readonly siteId: string
  /** Where its kegs find it. */
  readonly broker: Broker
  /** Who it is to AWS. */
  readonly certificateFile: string
  readonly privateKeyFile: string
  /** Its status page. */
  readonly statusUrl: string
  readonly program: Program<Ready>
  /** The core device that it runs on; absent = it is by itself. */
  readonly nucleus: Nucleus | undefined
}

/** A gateway that was let in, and can be started, again and again. */
export interface PreparedGateway {
  readonly nucleus: Nucleus | undefined
  start(port?: number): Promise<RunningGateway>
}

interface Ready {
  readonly port: number
  readonly statusUrl: string
}

/** Oftener than a real one, so that who looks at the ledger need not wait. */
const BATCH_EVERY_MS = 500

/**
 * How long the cloud may take to book a batch before it is sent again. Under Greengrass messages are lost on purpose, and who looks at the
 * ledger need not wait.
 */
const BOOKED_WITHIN_MS = { standalone: 20_000, greengrass: 1_000 }

/** Lets a gateway in, with a certificate to show to its kegs, and says how to start it. */
export async function prepareGateway(
  aws: AwsAccess, { siteId, kegs, cloud, policyName, host, forgetsShare, dir, log }: GatewayOptions,
): Promise<PreparedGateway> {
  const gatewayId = `gateway-${siteId}`
  const thing = await provisionThing(aws, { thingName: gatewayId, siteId }, { policyNames: [policyName], dir })
  const { dataDir, certificateFile, privateKeyFile } = thing
  const identity = await issueGatewayIdentity(siteId, join(dataDir, 'site'))
  const nucleus = host === 'greengrass' ? await startNucleus({ thing, siteId, gatewayId, cloud, forgetsShare }) : undefined
  const configFile = join(dataDir, 'gateway.json')
  return {
    nucleus,
    async start(port = 0) {
      const site = {
        siteId, gatewayId, dataDir: join(dataDir, 'data'), batchEveryMs: BATCH_EVERY_MS, quietBatchEveryMs: BATCH_EVERY_MS,
        bookedWithinMs: BOOKED_WITHIN_MS[host], status: { port: 0 },
        listen: { host: '127.0.0.1', port, certificateFile: identity.certificateFile, privateKeyFile: identity.privateKeyFile },
        kegs: kegs.map(({ kegId, certificateId }) => ({ kegId, certificateId })),
      }
      const how: ProgramStart = nucleus?.deploy(site) ?? { args: ['--config', configFile] }
      if (nucleus === undefined)
        await writeFile(configFile, JSON.stringify({ ...site, cloud: { ...cloud, certificateFile, privateKeyFile } }), { mode: 0o600 })
      const program = await startProgram<Ready>('gateway', 'apps/gateway/src/main.ts', how, log)
      const broker = { endpoint: { host: 'localhost', port: program.ready.port }, caFile: identity.caFile }
      return { gatewayId, siteId, certificateFile, privateKeyFile, broker, statusUrl: program.ready.statusUrl, program, nucleus }
    },
  }
}
