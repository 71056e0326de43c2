import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Activity } from '../activity/activity.ts'
import { resolveDynamicReferences } from '../assembly/dynamic-references.ts'
import { planStacks, type PlannedStack } from '../assembly/plan.ts'
import { readAssembly, type AssemblyStack } from '../assembly/read-assembly.ts'
import { CloudError } from '../cloud-error.ts'
import type { CloudLogEntry, RunningCloud, RunOptions } from '../cloud.ts'
import { Deployment } from '../deployment/deployment.ts'
import { Updates } from '../deployment/updates.ts'
import { createGateway } from '../gateway/gateway.ts'
import { resourceTypes } from '../resources/registry.ts'
import { FunctionAccess } from '../services/iam/function-access.ts'
import { missingStatement } from '../services/iam/role-use.ts'
import { eventsApi } from '../services/events/events-api.ts'
import { kinesisApi } from '../services/kinesis/kinesis-api.ts'
import { invokeApi } from '../services/lambda/invoke-api.ts'
import { logsApi } from '../services/logs/logs-api.ts'
import { missingPermission } from '../services/lambda/invokers.ts'
import { schedulerApi } from '../services/scheduler/scheduler-api.ts'
import { snsApi } from '../services/sns/sns-api.ts'
import { stsApi } from '../services/sts/sts.ts'
import { statesApi } from '../services/step-functions/states-api.ts'
import { guardProcess } from '../services/process-guard.ts'
import type { Services } from '../services/services.ts'
import { memoryShelves, type Shelves } from '../services/state/shelf.ts'
import { assetVersions } from './asset-version.ts'
import { Closers } from './closers.ts'
import { listen, type HttpHandlers } from './http-listener.ts'
import { sqliteShelves } from './sqlite-shelves.ts'
import { startServices, type Machine } from './start-services.ts'
import { watchFolder } from './watch-folder.ts'

const machine: Machine = {
  nowMs: () => Date.now(),
  newId: () => randomUUID(),
  newKey: () => ({ accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`, secretAccessKey: randomBytes(30).toString('base64') }),
  randomBelow: (limit) => randomInt(limit),
  random: () => Math.random(),
}

/**
 * Runs a synthesized CDK app (`cdk.out`) on this machine, all of its stacks in one account and region.
 * Throws `CloudError` before anything starts where the assembly can't be read or asks for what is not supported, listing all of it.
 *
 * @example
 * await using cloud = await runAssembly('cdk.out')
 * const sqs = new SQSClient({ endpoint: cloud.endpoint, region: cloud.region, credentials: cloud.credentials })
 */
export async function runAssembly(directory: string, options: RunOptions = {}): Promise<RunningCloud> {
  const assembly = resolve(directory)
  const read = () => readAssembly((path) => readFileSync(join(assembly, path), 'utf8'))
  const stacks = read()
  const region = options.region ?? only(stacks, 'region') ?? 'us-east-1'
  const accountId = options.accountId ?? only(stacks, 'accountId') ?? '123456789012'
  const plan = (read: readonly AssemblyStack[]) => planStacks(read, { parameters: options.parameters ?? {}, region, accountId, resourceTypes })
  const planned = plan(stacks)
  const closers = new Closers()
  try {
    return await start(planned, { assembly, plan: () => plan(read()), region, accountId, closers, options })
  } catch (error) {
    await closers.close().catch(() => undefined)
    throw error
  }
}

interface StartOptions {
  readonly assembly: string
  /** Reads the assembly again, as it is now. */
  readonly plan: () => readonly PlannedStack[]
  readonly region: string
  readonly accountId: string
  readonly closers: Closers
  readonly options: RunOptions
}

async function start(planned: readonly PlannedStack[], { assembly, plan, region, accountId, closers, options: given }: StartOptions): Promise<RunningCloud> {
  const activity: Activity = new Activity({ nowMs: machine.nowMs, subscribe: (handler) => iot.subscribe('#', handler) })
  const log = (entry: CloudLogEntry) => {
    activity.logged(entry)
    given.log?.(entry)
  }
  const options = { ...given, log }
  const guard = guardProcess(await mkdtemp(join(tmpdir(), 'keg-cloud-')))
  closers.add(() => guard.close())
  // Resources are given the endpoint's address before there is anything behind it.
  const handlers: HttpHandlers = { fetch: async () => new Response(null, { status: 503 }), upgrade: (_, socket) => socket.destroy() }
  const shelves = openShelves(options.dataDir)
  closers.add(() => shelves.close())
  const settings = shelves.shelf<number>('settings')
  // Addresses that were given out last time hold where the port is the same.
  const listener = await listen(handlers, options.port ?? settings.get('port'))
  closers.add(() => listener.close())
  const { endpoint } = listener
  settings.set('port', Number(new URL(endpoint).port))

  const services = await startServices({ assembly, endpoint, region, accountId, guard, closers, shelves, activity, machine, options })
  const { iot, lambda, secrets, httpApis } = services
  const access = functionAccess(services, { region, accountId, options })
  const iotFetch = (request: Request) => iot.fetch(request)
  const fetch = createGateway({
    services: {
      iot: iotFetch,
      iotdata: iotFetch,
      iotdevicegateway: iotFetch,
      sqs: async (request) => (await services.sqs()).fetch(request),
      s3: async (request) => (await services.s3()).fetch(request),
      sns: async (request) => snsApi(await services.sns(), { pushed: services.pushedSubscriptions, confirmations: services.confirmations }, request),
      dynamodb: async (request) => (await services.dynamodb()).fetch(request),
      ssm: (request) => services.parameters.fetch(request),
      secretsmanager: (request) => secrets.fetch(request),
      lambda: (request) => invokeApi(lambda, request),
      logs: logsApi(services.logs),
      monitoring: (request) => services.cloudWatch.fetch(request),
      kinesis: (request) => kinesisApi(services.kinesis, request),
      events: eventsApi(services.eventBus),
      scheduler: (request) => schedulerApi(services.scheduler, request),
      states: (request) => statesApi(services.stepFunctions, request),
      sts: (request) => stsApi(request, { accountId, identities: services.identities, newId: machine.newId }),
    },
    httpApis,
    customResources: services.customResources,
    shown: { activity, overview: async () => ({ endpoint, region, accountId, outputs: updates.outputs, resources: await deployment.look(), invocations: activity.invocations, lines: activity.lines }) },
    authorize: (scope, request) => access.check(scope, request),
    newId: machine.newId,
    log: (message) => log({ level: 'error', source: 'gateway', message }),
  })
  Object.assign(handlers, { fetch, upgrade: iot.handleUpgrade.bind(iot) } satisfies HttpHandlers)

  const text = (value: string) => httpApis.withLocalUrls(resolveDynamicReferences(value, { secret: (id) => secrets.value(id), parameter: (name) => services.parameters.value(name) }))
  const deployment = new Deployment({
    region, accountId, services, resourceTypes, text,
    assetVersion: assetVersions(assembly),
    log: (message) => log({ level: 'warn', source: 'cloud', message }),
  })
  const updates = new Updates(deployment, { plan, log, warnings: () => missingPermissions(services, { region, accountId, options }) })
  await updates.first(planned)
  await services.pushedSubscriptions.resumeCalls()
  services.eventSources.start()
  services.schedules.start()
  services.cloudWatch.start()
  if (options.watch === true) {
    const watching = watchFolder(assembly, () => updates.next().then(() => undefined, () => undefined))
    closers.add(() => watching.close())
  }
  return {
    endpoint, region, accountId, iot, fetch,
    get outputs() {
      return updates.outputs
    },
    credentials: iot.credentials,
    update: () => updates.next(),
    fetchApi: async (apiId, request) => httpApis.get(apiId).fetch(request),
    close: () => closers.close(),
    [Symbol.asyncDispose]: () => closers.close(),
  }
}

/** Shelves in the data folder, which only its owner can read; in memory where there is none. */
function openShelves(dataDir: string | undefined): Shelves {
  if (dataDir === undefined) return memoryShelves()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return sqliteShelves(join(dataDir, 'cloud.sqlite'))
}

type Where = Pick<StartOptions, 'region' | 'accountId' | 'options'>

function functionAccess({ identities, secrets, lambda }: Services, { region, accountId, options }: Where): FunctionAccess {
  return new FunctionAccess({
    mode: options.iam ?? 'warn', identities, accountId, region,
    naming: { arn: (service, resource) => `arn:aws:${service}:${region}:${accountId}:${resource}`, secretArn: (id) => secrets.find(id)?.arn },
    constructPath: (functionName) => lambda.definition(functionName).constructPath,
    log: (entry) => options.log?.(entry),
  })
}

/** What AWS would refuse that the templates alone tell: functions that services may not invoke, and roles that lack a statement. */
function missingPermissions({ lambda, invokers, httpApis, identities, roleUses }: Services, { options, ...where }: Where): CloudLogEntry[] {
  return [
    ...[...invokers, ...httpApis.invokers()].flatMap((invoker) => missingPermission(lambda, invoker) ?? []),
    ...(options.iam === 'off' ? [] : roleUses.flatMap((use) => missingStatement(identities, use, where) ?? [])),
  ]
}

/** The one value that all stacks which name one agree on. */
function only(stacks: readonly AssemblyStack[], key: 'region' | 'accountId'): string | undefined {
  const values = new Set(stacks.flatMap((stack) => stack[key] ?? []))
  if (values.size > 1) {
    const message = `The stacks are for more than one ${key === 'region' ? 'region' : 'account'} (${[...values].join(', ')}); one is run here, chosen by the option ${key}.`
    throw new CloudError('UNSUPPORTED', message)
  }
  return [...values][0]
}
