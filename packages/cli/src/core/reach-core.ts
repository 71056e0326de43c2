import { readFile } from 'node:fs/promises'
import { Agent } from 'node:https'
import type { ParseArgsOptionsConfig } from 'node:util'
import { DescribeEndpointCommand, IoTClient } from '@aws-sdk/client-iot'
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { runningCores, type RunningCore } from '@keg/local-iot/running'
import { textFlag } from '../flags.ts'
import { UsageError, type Flags } from '../verb.ts'
import { chooseCore, chooseFlags, chooseHelp, coreAt } from './choose-core.ts'

/** An AWS IoT Core, here or in AWS, and who asks it. */
export interface ReachedCore {
  readonly region: string
  /** The data plane: `https://HOST[:PORT]`. */
  readonly https: string
  /** MQTT over WebSocket. */
  readonly wss: string
  /** PEM, where the endpoint's certificate is not of a public CA. */
  readonly ca: string | undefined
  readonly credentials: () => Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined }>
  readonly data: IoTDataPlaneClient
}

/** The flags of a verb that talks to a core. */
export const coreFlags: ParseArgsOptionsConfig = {
  ...chooseFlags,
  aws: { type: 'boolean' },
  endpoint: { type: 'string' },
  ca: { type: 'string' },
  region: { type: 'string' },
}

export const coreHelp = `${chooseHelp}
  --aws              the AWS IoT Core of the account that the environment's credentials are of
  --endpoint URL     an address that keg local, keg run or pnpm start has printed; without such, another core's data endpoint,
                     https://HOST[:PORT], with the environment's credentials
  --ca FILE          the CA that this endpoint's certificate is of; a public one by default
  --region REGION    the environment's by default`

/** Finds the core that the flags mean. Throws `UsageError` where there is none. */
export async function reachCore(flags: Flags): Promise<ReachedCore> {
  const endpoint = textFlag(flags, 'endpoint')
  const region = textFlag(flags, 'region')
  const caFile = textFlag(flags, 'ca')
  if (flags['core'] !== undefined && (flags['aws'] === true || endpoint !== undefined))
    throw new UsageError('--core is for those of this machine: without --aws and --endpoint.')
  if (flags['aws'] === true) return remote(endpoint ?? (await endpointOfAccount(region)), region, undefined)
  const cores = await runningCores()
  // Whoever names a CA brings credentials, too.
  const printed = endpoint === undefined || caFile !== undefined ? undefined : coreAt(endpoint, cores)
  if (printed !== undefined) return here(printed)
  if (endpoint !== undefined) return remote(endpoint, region, caFile)
  const chosen = await chooseCore(flags, cores)
  if (chosen === undefined)
    throw new UsageError('No core runs on this machine: start one with keg local or keg run, or name one by --aws or --endpoint.')
  return here(chosen)
}

async function here({ caFile, endpoints, region, credentials }: RunningCore): Promise<ReachedCore> {
  const ca = await readFile(caFile, 'utf8')
  return reached(new IoTDataPlaneClient({ endpoint: endpoints.https, region, credentials, ...trust(ca) }), endpoints, ca)
}

async function endpointOfAccount(region: string | undefined): Promise<string> {
  const control = new IoTClient(region === undefined ? {} : { region })
  const { endpointAddress } = await control.send(new DescribeEndpointCommand({ endpointType: 'iot:Data-ATS' }))
  control.destroy()
  return `https://${endpointAddress}`
}

async function remote(endpoint: string, region: string | undefined, caFile: string | undefined): Promise<ReachedCore> {
  if (!/^https:\/\//.test(endpoint))
    throw new UsageError(`--endpoint takes https://HOST[:PORT], or an address of what runs on this machine (keg ps), not "${endpoint}".`)
  const ca = caFile === undefined ? undefined : await readFile(caFile, 'utf8')
  const client = new IoTDataPlaneClient({ endpoint, ...(region === undefined ? {} : { region }), ...trust(ca) })
  const https = endpoint.replace(/\/$/, '')
  return reached(client, { https, wss: `${https.replace('https:', 'wss:')}/mqtt` }, ca)
}

const trust = (ca: string | undefined) => (ca === undefined ? {} : { requestHandler: { httpsAgent: new Agent({ ca }) } })

const reached = async (
  data: IoTDataPlaneClient, { https, wss }: Pick<ReachedCore, 'https' | 'wss'>, ca: string | undefined,
): Promise<ReachedCore> =>
  ({ data, https, wss, ca, region: await data.config.region(), credentials: () => data.config.credentials() })
