import { runAssembly, type RunningCloud, type RunOptions } from '@keg/local-cloud'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { together, type Broker, type Devices, type Simulation } from './devices.ts'
import { prepareGateway, type GatewayHost } from './gateways.ts'
import { mountLocalAnswers } from './local-answers.ts'
import { outputsOf } from './outputs.ts'
import { admitPeople, callerOf, type Caller } from './people.ts'
import { provision, type ProvisionedKeg } from './provision.ts'
import { Refusals } from './refusals.ts'
import { startSite, type Site } from './site.ts'
import { assemblyDir } from './workspace.ts'

/** What {@link startSystem} takes. */
export interface SystemOptions {
  /** How many kegs to let in; default 5. */
  readonly kegs?: number
  /** How many of them are behind the gateway of their site, the first ones of each; default none. */
  readonly behindGateway?: number
  /** What gateways run on; default `standalone`. */
  readonly host?: GatewayHost
  /** Under Greengrass: the share of messages upon which the nucleus loses its spool, once they are answered; default 0. */
  readonly forgetsShare?: number
  /** The port of the page to try first; the next free one is taken. Default 0: any. */
  readonly port?: number
  readonly simulation?: Simulation
  /** Prepares what stands at a site in the place of a gateway; default: a gateway. */
  readonly prepareEdge?: typeof prepareGateway
  /** Which DynamoDB to run on; default: the first that is to be had. */
  readonly dynamodb?: RunOptions['dynamodb']
  /** What becomes of messages beyond AWS's quotas; default: warned about. */
  readonly quotas?: NonNullable<RunOptions['iot']>['quotas']
  /** Gets what the parts have to say, a line at a time; default: nobody does. */
  readonly log?: (line: string) => void
}

/** The whole system on this machine: the cloud from its template, the kegs, the page. */
export interface System extends AsyncDisposable {
  /** The page. */
  readonly url: string
  /** The HTTP API on the page's origin. */
  readonly apiUrl: string
  /** The same, called by the brewer. */
  readonly api: Caller
  readonly cloud: RunningCloud
  readonly kegs: readonly ProvisionedKeg[]
  /** Those behind a gateway, site by site, then those that are behind none. */
  readonly sites: readonly Site[]
  /** The device programs that run now, as one. */
  readonly devices: Devices
  /** Starts the device programs again, with the kegs and the files that they had: after they were stopped or killed. */
  restartDevices(): Promise<void>
  /** A folder of this run's own, gone when it is closed. */
  readonly dir: string
  close(): Promise<void>
}

const SITES = ['berlin', 'munich'] as const
const FIRST_TARGET_CELSIUS = 5

/**
 * Starts the cloud, lets the kegs in and starts them; stack and page were built before ({@link buildSystem}, or nx).
 * What was started is stopped again when a part fails.
 */
export async function startSystem({
  kegs: count = 5, behindGateway = 0, host = 'standalone', forgetsShare = 0, port = 0, simulation = {}, prepareEdge = prepareGateway,
  dynamodb, quotas, log = () => undefined,
}: SystemOptions = {}): Promise<System> {
  await using started = new AsyncDisposableStack()
  const dir = await mkdtemp(join(tmpdir(), 'keg-'))
  started.defer(() => rm(dir, { recursive: true, force: true }))
  const refusals = new Refusals()
  const cloud = started.use(await runAssembly(assemblyDir, {
    // People are sent back to the page as they have signed in, so that the stack has to know where it is.
    distribution: { port, originParameter: 'PageOrigin' }, log: (entry) => {
      refusals.hear(entry)
      log(JSON.stringify(entry))
    },
    ...(dynamodb === undefined ? {} : { dynamodb }), ...(quotas === undefined ? {} : { iot: { quotas } }),
  }))
  const outputs = outputsOf(cloud)
  const output = (name: string) => outputs[name] ?? missingOutput(name)
  const url = `${output('DashboardUrl')}/`
  const apiUrl = `${url}api`
  mountLocalAnswers(cloud, { apiUrl: output('ApiUrl'), refusals })
  await admitPeople(cloud)
  const kegs: ProvisionedKeg[] = []
  for (let index = 0; index < count; index++) {
    const keg = {
      kegId: `keg-${String(index + 1).padStart(2, '0')}`,
      settings: { siteId: siteOf(index, behindGateway), targetCelsius: FIRST_TARGET_CELSIUS },
    }
    kegs.push(await provision(cloud, keg, {
      policyNames: output('KegPolicyNames').split(','), groupName: output('KegGroupName'), dir,
    }))
  }
  const mqtts = new URL(cloud.iot.endpoints.mqtts)
  const direct = { endpoint: { host: mqtts.hostname, port: Number(mqtts.port) }, caFile: cloud.iot.caFile }
  const sites = await startSites({
    cloud, direct, output, kegs, behindGateway, host, forgetsShare, simulation, prepareEdge, dir, log, started,
  })
  started.defer(async () => void (await Promise.all(sites.map((site) => site.kill()))))
  const running = started.move()
  const close = () => running.disposeAsync()
  return {
    url,
    apiUrl,
    api: callerOf(cloud, { apiUrl }),
    cloud,
    kegs,
    sites,
    get devices() {
      return together(sites.map((site) => site.devices))
    },
    restartDevices: async () => void (await Promise.all(sites.map((site) => site.restartDevices()))),
    dir,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Kegs stand at the sites in turn; with one gateway for a few, those few stand at one. */
const siteOf = (index: number, behindGateway: number): string =>
  SITES[index < behindGateway && behindGateway <= FEW ? 0 : index % SITES.length] ?? SITES[0]
const FEW = 2

interface SitesOptions
  extends Required<Pick<SystemOptions, 'behindGateway' | 'host' | 'forgetsShare' | 'simulation' | 'prepareEdge' | 'log'>> {
    readonly cloud: RunningCloud
    readonly direct: Broker
    readonly output: (name: string) => string
    readonly kegs: readonly ProvisionedKeg[]
    readonly dir: string
    /** Takes what ends with the system. */
    readonly started: AsyncDisposableStack
  }

/** A gateway and its kegs for each site that has kegs behind one, and the other kegs by themselves. */
async function startSites(
  { cloud, direct, output, kegs, behindGateway, host, forgetsShare, simulation, prepareEdge, dir, log, started }: SitesOptions,
): Promise<Site[]> {
  const behind = Map.groupBy(kegs.slice(0, behindGateway), ({ siteId }) => siteId)
  const edge = [...behind].map(async ([siteId, ofSite]) => {
    const options = {
      siteId, kegs: ofSite, cloud: { ...direct, batchRule: output('BatchRuleName') }, policyName: output('GatewayPolicyName'), host,
      forgetsShare, dir, log,
    }
    const { start, nucleus } = await prepareEdge(cloud, options)
    if (nucleus !== undefined) started.use(nucleus)
    return startSite({ kegs: ofSite, simulation, broker: direct, startGateway: start, dir: join(dir, siteId), log })
  })
  const others = kegs.slice(behindGateway)
  const alone = others.length === 0 ? [] : [startSite({ kegs: others, simulation, broker: direct, dir: join(dir, 'direct'), log })]
  return Promise.all([...edge, ...alone])
}

const missingOutput = (name: string): never => {
  throw new Error(`No stack has an output ${name}.`)
}
