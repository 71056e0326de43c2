import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Activity } from '../activity/activity.ts'
import { resolveDynamicReferences } from '../assembly/dynamic-references.ts'
import { planStacks, type PlannedStack } from '../assembly/plan.ts'
import { readAssembly, type AssemblyStack } from '../assembly/read-assembly.ts'
import { typesOf } from '../assembly/types-of.ts'
import { CloudError } from '../ground/cloud-error.ts'
import type { CloudLogEntry } from '../ground/cloud-log-entry.ts'
import type { RunningCloud, RunOptions } from '../ground/cloud.ts'
import { Deployment } from '../deployment/deployment.ts'
import { Updates } from '../deployment/updates.ts'
import { createGateway, type Gateway } from '../gateway/gateway.ts'
import { signedBy } from '../gateway/signature.ts'
import { Signers } from '../gateway/signers.ts'
import type { Ground } from '../ground/ground.ts'
import type { HttpHandlers } from '../ground/http.ts'
import { machine } from '../ground/machine.ts'
import { StartedServices } from '../ground/started-services.ts'
import { cloudFormation } from '../services/cloudformation/name.ts'
import { cloudFront } from '../services/cloudfront/name.ts'
import { cognito } from '../services/cognito/name.ts'
import { httpApis } from '../services/http-api/name.ts'
import { loadService, stopOrder } from '../services/index.ts'
import { ResourceTypes } from '../services/resource-types.ts'
import { secretsManager } from '../services/secrets-manager/name.ts'
import { ssm } from '../services/ssm/name.ts'
import { guardProcess } from '../services/process-guard.ts'
import { memoryShelves, type Shelves } from '../ground/shelf.ts'
import { callerOf, functionAccess, missingPermissions, secretOf } from './access.ts'
import { askServices } from './ask.ts'
import { assetPaths } from './asset-paths.ts'
import { assetVersions } from '../ground/asset-version.ts'
import { Closers } from './closers.ts'
import { makeDataFolder } from './data-folder.ts'
import { firstOrigin, type FirstOrigin } from './first-origin.ts'
import { listen } from './http-listener.ts'
import { portsOf } from './ports.ts'
import { serviceApis } from './service-apis.ts'
import { sqliteShelves } from './sqlite-shelves.ts'
import { startServices, type FirstServices } from './start-services.ts'
import { watchFolder } from './watch-folder.ts'

/**
 * Runs a synthesized CDK app (`cdk.out`) on this machine, with all its stacks in one account and region.
 * Throws `CloudError` before anything starts where the assembly can't be read or needs something that is not supported. The error lists
 * everything that is wrong.
 *
 * @example
 * import { SQSClient } from '@aws-sdk/client-sqs'
 *
 * await using cloud = await runAssembly('cdk.out')
 * const sqs = new SQSClient({ endpoint: cloud.endpoint, region: cloud.region, credentials: cloud.credentials })
 */
export async function runAssembly(directory: string, options: RunOptions = {}): Promise<RunningCloud> {
  const assembly = resolve(directory)
  const read = () => readAssembly((path) => readFileSync(join(assembly, path), 'utf8'))
  expectManifest(assembly, directory)
  const stacks = read()
  const region = options.region ?? only(stacks, 'region') ?? 'us-east-1'
  const accountId = options.accountId ?? only(stacks, 'accountId') ?? '123456789012'
  const resourceTypes = new ResourceTypes()
  const origin = await firstOrigin(options.distribution)
  const plan = async (read: readonly AssemblyStack[]) => {
    await resourceTypes.load(read.flatMap((stack) => [...typesOf(stack)]))
    const parameters = { ...options.parameters, ...origin.parameters }
    return planStacks(read, { parameters, region, accountId, resourceTypes: resourceTypes.known })
  }
  const closers = new Closers()
  closers.add(() => origin.close())
  try {
    const planned = await plan(stacks)
    return await start(planned, { assembly, plan: () => plan(read()), resourceTypes, region, accountId, closers, options, origin })
  } catch (error) {
    await closers.close().catch(() => undefined)
    throw error
  }
}

/** Throws where the folder has no manifest, and suggests where one may be. */
function expectManifest(assembly: string, directory: string): void {
  const [manifest, below] = ['manifest.json', 'cdk.out']
  if (existsSync(join(assembly, manifest))) return
  const hint = existsSync(join(assembly, below, manifest))
    ? `did you mean ${join(directory, below)}?`
    : 'run cdk synth first, which writes it to cdk.out, or name the folder that it writes to.'
  throw new CloudError('ASSEMBLY_UNREADABLE', `${directory} is no synthesized CDK app: it has no ${manifest}; ${hint}`)
}

interface StartOptions {
  readonly assembly: string
  /** Reads the assembly again, as it is now. */
  readonly plan: () => Promise<readonly PlannedStack[]>
  readonly resourceTypes: ResourceTypes
  readonly region: string
  readonly accountId: string
  readonly closers: Closers
  readonly options: RunOptions
  readonly origin: FirstOrigin
}

/** A cloud whose services have started, with nothing deployed yet. */
interface EmptyCloud {
  readonly endpoint: string
  readonly handlers: HttpHandlers
  readonly services: FirstServices
  readonly started: StartedServices
  /** Called once the stacks are deployed. */
  readonly deployed: () => void
  readonly activity: Activity
  readonly log: (entry: CloudLogEntry) => void
}

async function start(planned: readonly PlannedStack[], starting: StartOptions): Promise<RunningCloud> {
  const { plan, resourceTypes, region, accountId, closers, options } = starting
  const empty = await startEmpty(starting)
  const { endpoint, handlers, services, started, log } = empty
  const { iot } = services
  const deployment = new Deployment({
    region, accountId, started, resourceTypes,
    text: (text) => withLocalValues(text, started.ground),
    assetVersion: assetVersions(assetPaths(starting.assembly, options.liveAssets)),
    log: (message) => log({ level: 'warn', source: 'cloud', message }),
  })
  const updates = new Updates(deployment, {
    plan, log, warnings: () => missingPermissions(started, deployment.needed(), { region, accountId, options: { ...options, log } }),
  })
  const { fetch, admit } = gatewayTo(empty, starting, deployment, updates)
  Object.assign(handlers, { fetch, admit, upgrade: iot.handleUpgrade.bind(iot) } satisfies HttpHandlers)
  await updates.first(planned)
  empty.deployed()
  await started.resume()
  for (const folder of options.watch === true ? [starting.assembly, options.liveAssets ?? []].flat() : []) {
    const watching = await watchFolder(folder, () => updates.next().then(() => undefined, () => undefined))
    closers.add(() => watching.close())
  }
  return {
    endpoint, region, accountId, iot, fetch,
    get outputs() {
      return updates.outputs
    },
    credentials: iot.credentials,
    get distributions() {
      return started.running(cloudFront)?.distributions ?? []
    },
    update: () => updates.next(),
    fetchApi: async (apiId, request) => (await started.start(httpApis)).get(apiId).fetch(request),
    close: () => closers.close(),
    [Symbol.asyncDispose]: () => closers.close(),
  }
}

async function startEmpty({ assembly, region, accountId, closers, origin, options: given }: StartOptions): Promise<EmptyCloud> {
  const activity = new Activity({ nowMs: machine.nowMs, subscribe: (handler) => services.iot.subscribe('#', handler) })
  const log = (entry: CloudLogEntry) => {
    activity.logged(entry)
    given.log?.(entry)
  }
  const options = { ...given, log }
  const guard = guardProcess(await mkdtemp(join(tmpdir(), 'keg-cloud-')))
  closers.add(() => guard.close())
  const shelves = openShelves(options.dataDir)
  closers.add(() => shelves.close())
  // Resources are given the endpoint's address before there is anything behind it.
  const handlers: HttpHandlers = { fetch: async () => new Response(null, { status: 503 }), upgrade: (_, socket) => socket.destroy() }
  const settings = shelves.shelf<number>('settings')
  // Addresses that were given out last time hold where the port is the same.
  const listener = await listen(handlers, options.port ?? settings.get('port'))
  closers.add(() => listener.close())
  const { endpoint } = listener
  settings.set('port', Number(new URL(endpoint).port))
  const deployed = Promise.withResolvers<undefined>()
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${accountId}:${resource}`
  const started: StartedServices = new StartedServices(loadService, {
    ...machine, region, accountId, endpoint, shelves, assembly, options, log, arn,
    directory: guard.directory,
    watch: (child) => guard.watch(child),
    deployed: deployed.promise,
    assetPath: assetPaths(assembly, given.liveAssets),
    openOrigin: origin.open,
    ...portsOf({ ...machine, log, start: (name) => started.start(name), running: (name) => started.running(name) }),
    ask: askServices({ started: () => started, region, accountId, options }),
  }, stopOrder)
  const services = await startServices({ started, closers, activity })
  return { endpoint, handlers, services, started, deployed: () => deployed.resolve(undefined), activity, log }
}

function gatewayTo(
  { endpoint, services, started, activity, log }: EmptyCloud,
  { region, accountId, options }: StartOptions,
  deployment: Deployment,
  updates: Updates,
): Gateway {
  const { nowMs, newId } = machine
  const access = functionAccess(started, services, { region, accountId, options: { ...options, log } })
  const check = { nowMs, region, secretOf: (id: string) => secretOf(id, services) }
  const signers = new Signers({ ...check, unknownKeys: options.iam === 'enforce' ? 'refuse' : 'pass', log })
  return createGateway({
    services: serviceApis(started),
    get httpApis() {
      return started.running(httpApis)
    },
    get userPools() {
      return started.running(cognito)
    },
    customResources: () => started.start(cloudFormation),
    cognito: () => started.start(cognito),
    shown: {
      activity,
      overview: async () => ({
        endpoint, region, accountId, outputs: updates.outputs, resources: await deployment.look(), invocations: activity.invocations,
        lines: activity.lines,
      }),
    },
    identify: async (request, service) => callerOf(await signedBy(request, { ...check, service }), services, access, accountId),
    async authorize(scope, request) {
      await signers.check(scope, request)
      await access.check(scope, request)
    },
    hosts: options.hosts ?? [],
    newId,
    log: (message) => log({ level: 'error', source: 'gateway', message }),
  })
}

/** Resolves what is in a text of a template: dynamic references, and addresses that differ on this machine. */
function withLocalValues(text: string, { running }: Ground): string {
  const resolved = resolveDynamicReferences(text, {
    secret: (id) => running(secretsManager)?.value(id), parameter: (name) => running(ssm)?.value(name),
  })
  return [running(cognito), running(httpApis), running(cloudFront)].reduce((local, room) => room?.withLocalUrls(local) ?? local, resolved)
}

/** Opens the shelves in the data folder, which only its owner can read, or in memory where there is no data folder. */
function openShelves(dataDir: string | undefined): Shelves {
  if (dataDir === undefined) return memoryShelves()
  makeDataFolder(dataDir)
  return sqliteShelves(join(dataDir, 'cloud.sqlite'))
}

/** The value that all stacks that state one have in common. Throws where they differ. */
function only(stacks: readonly AssemblyStack[], key: 'region' | 'accountId'): string | undefined {
  const values = new Set(stacks.flatMap((stack) => stack[key] ?? []))
  if (values.size > 1) {
    const message = `The stacks are for more than one ${key === 'region' ? 'region' : 'account'} (${[...values].join(', ')}); one is run here, chosen by the option ${key}.`
    throw new CloudError('UNSUPPORTED', message)
  }
  return [...values][0]
}
