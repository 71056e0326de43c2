import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Broker } from './devices.ts'
import { startProgram, type Program } from './program.ts'
import { provisionThing, type AwsAccess, type ProvisionedKeg } from './provision.ts'
import { issueGatewayIdentity } from './site-authority.ts'

/** What {@link prepareGateway} takes. */
export interface GatewayOptions {
  readonly siteId: string
  readonly kegs: readonly ProvisionedKeg[]
  /** Where AWS IoT is, and the rule that takes batches there. */
  readonly cloud: Broker & { readonly batchRule: string }
  readonly policyName: string
  readonly dir: string
  readonly log: (line: string) => void
}

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
}

interface Ready {
  readonly port: number
  readonly statusUrl: string
}

/** Oftener than a real one, so that who looks at the ledger need not wait. */
const BATCH_EVERY_MS = 500

/** Lets a gateway in, with a certificate to show to its kegs, and says how to start it. */
export async function prepareGateway(aws: AwsAccess, { siteId, kegs, cloud, policyName, dir, log }: GatewayOptions): Promise<{ start(port?: number): Promise<RunningGateway> }> {
  const gatewayId = `gateway-${siteId}`
  const { dataDir, certificateFile, privateKeyFile } = await provisionThing(aws, { thingName: gatewayId, siteId }, { policyName, dir })
  const identity = await issueGatewayIdentity(siteId, join(dataDir, 'site'))
  const configFile = join(dataDir, 'gateway.json')
  return {
    async start(port = 0) {
      const config = {
        siteId, gatewayId, dataDir: join(dataDir, 'data'), batchEveryMs: BATCH_EVERY_MS, quietBatchEveryMs: BATCH_EVERY_MS, status: { port: 0 },
        cloud: { ...cloud, certificateFile, privateKeyFile },
        listen: { host: '127.0.0.1', port, certificateFile: identity.certificateFile, privateKeyFile: identity.privateKeyFile },
        kegs: kegs.map(({ kegId, certificateId }) => ({ kegId, certificateId })),
      }
      await writeFile(configFile, JSON.stringify(config), { mode: 0o600 })
      const program = await startProgram<Ready>('gateway', 'apps/gateway/src/main.ts', configFile, log)
      const broker = { endpoint: { host: 'localhost', port: program.ready.port }, caFile: identity.caFile }
      return { gatewayId, siteId, certificateFile, privateKeyFile, broker, statusUrl: program.ready.statusUrl, program }
    },
  }
}
