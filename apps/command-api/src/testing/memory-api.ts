import { routes, type Route } from '@keg/flows/routes'
import type { LedgerPour, PresenceEvent, QuarantineEntry, Reading } from '@keg/store'
import { memoryAlerts } from '@keg/store/alerts/memory'
import { memoryChangeLog } from '@keg/store/change-log/memory'
import { memoryCommands } from '@keg/store/commands/memory'
import { memoryStore } from '@keg/store/memory'
import { memoryReadings } from '@keg/store/readings/memory'
import { memorySwaps } from '@keg/store/swaps/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { RouteHandler } from '../http/route.ts'
import { cancelCommand } from '../routes/cancel-command.ts'
import { cancelJob } from '../routes/cancel-job.ts'
import { countQuarantine } from '../routes/count-quarantine.ts'
import { deliverSwap, failSwap } from '../routes/end-swap.ts'
import { getCommand } from '../routes/get-command.ts'
import { getFleet } from '../routes/get-fleet.ts'
import { getJob } from '../routes/get-job.ts'
import { getKeg } from '../routes/get-keg.ts'
import { getMe } from '../routes/get-me.ts'
import { getQuarantined } from '../routes/get-quarantined.ts'
import { getSwap } from '../routes/get-swap.ts'
import { listAlerts } from '../routes/list-alerts.ts'
import { listCommands } from '../routes/list-commands.ts'
import { listConnections } from '../routes/list-connections.ts'
import { listGateways } from '../routes/list-gateways.ts'
import { listGroups } from '../routes/list-groups.ts'
import { listJobs } from '../routes/list-jobs.ts'
import { listKegs } from '../routes/list-kegs.ts'
import { listPolicies } from '../routes/list-policies.ts'
import { listPours } from '../routes/list-pours.ts'
import { listQuarantine } from '../routes/list-quarantine.ts'
import { listReadings } from '../routes/list-readings.ts'
import { listSiteReadings } from '../routes/list-site-readings.ts'
import { listSites } from '../routes/list-sites.ts'
import { listViolations } from '../routes/list-violations.ts'
import { postCommand } from '../routes/post-command.ts'
import { putSettings } from '../routes/put-settings.ts'
import { replayQuarantined } from '../routes/replay-quarantined.ts'
import { revokeKeg } from '../routes/revoke-keg.ts'
import { searchKegs } from '../routes/search-kegs.ts'
import { memoryGateways, memoryGroups, memoryRevocations, memoryViolations } from './memory-fleet.ts'
import { memoryIndex } from './memory-index.ts'
import { jobOf, memoryJobs } from './memory-jobs.ts'
import { memoryShadows } from './memory-shadows.ts'
import { bearer, gate, NOW_SEC, tokens } from './people.ts'

const NOW_MS = NOW_SEC * 1_000
const pour: LedgerPour = {
  kegId: 'k-1', siteId: 'berlin', pourId: 'p-1', volumeMl: 300, bootId: 'b', seq: 0, takenAtMs: 1, receivedAtMs: 2, totaliserMl: 300,
}
const reading: Reading = {
  kegId: 'k-1', siteId: 'berlin', bootId: 'b', seq: 1, takenAtMs: NOW_MS - 3_600_000, receivedAtMs: NOW_MS, celsius: 4, kilopascal: 200,
  pouring: false, cooling: true,
}
const entry: QuarantineEntry = {
  quarantineId: 'q-1', flow: 'pours', reason: 'not JSON', topic: 'keg/berlin/k-1/pours', receivedAtMs: 3, payloadBase64: 'eA==',
}
const connected: PresenceEvent = { clientId: 'k-1', eventType: 'connected', atMs: NOW_MS - 60_000, sessionIdentifier: 's', versionNumber: 0 }

/**
 * The whole API over ports in this process, as API Gateway has it: a function from requests to responses; one that does not say who
 * sends it is the brewer's. It has a keg `k-1` at Berlin that poured, measured, is connected, was swapped, has an open alert, a
 * command `c-1` and a job `j-1`, and an entry `q-1` in quarantine.
 */
export async function memoryApi(): Promise<(request: Request) => Promise<Response>> {
  const handlers = await handlersOverMemory()
  // API Gateway takes the most specific route.
  const bySpecificity = [...routes].sort((a, b) => a.path.split('{').length - b.path.split('{').length)
  return async (request) => {
    const { pathname } = new URL(request.url)
    for (const route of bySpecificity) {
      const pathParameters = route.method === request.method ? matchPath(route, pathname) : undefined
      if (pathParameters === undefined) continue
      const { statusCode = 200, headers = {}, body = '' } = await handlers[route.handler](await eventOf(route, request, pathParameters))
      return new Response(body, { status: statusCode, headers: Object.entries(headers).map(([name, value]) => [name, String(value)]) })
    }
    return Response.json({ message: 'Not Found' }, { status: 404 })
  }
}

async function handlersOverMemory(): Promise<Readonly<Record<(typeof routes)[number]['handler'], RouteHandler>>> {
  const [store, swaps, alerts, shadows] = [memoryStore(), memorySwaps(), memoryAlerts(), memoryShadows()]
  const readings = memoryReadings({ minutes: store })
  await store.recordPour(pour)
  await readings.recordReadings([reading], NOW_MS)
  await store.quarantine(entry)
  await swaps.order({ kegId: 'k-1', siteId: 'berlin', swapId: 's-1', alertId: 'a-1', orderedAtMs: 4, token: 'secret' })
  await alerts.recordAlert({
    kegId: 'k-1', alertId: 'a-1', siteId: 'berlin', kind: 'kegEmpty', event: 'raised', word: { takenAtMs: 0, receivedAtMs: 1, message: 'm' },
  })
  const commands = memoryCommands({ nowMs: () => NOW_MS })
  await commands.create({
    kegId: 'k-1', commandId: 'c-1', siteId: 'berlin', order: { kind: 'reboot' }, createdAtMs: NOW_MS, expiresAtMs: NOW_MS + 60_000,
  })
  const nowMs = () => NOW_MS
  const log = memoryChangeLog()
  const registry = { has: async (kegId: string) => kegId === 'k-1', siteOf: gate.siteOf }
  const presence = { events: async (clientId: string) => (clientId === 'k-1' ? [connected] : []) }
  const tasks = { succeed: async () => true, fail: async () => true }
  const topic = { send: async () => undefined }
  const census = { kegsBySite: async () => [{ siteId: 'berlin', kegs: 1 }] }
  const policies = {
    certificatesOf: async (kegId: string) => (kegId === 'k-1' ? [{ certificateId: 'ab', certificateArn: 'arn:aws:iot:x:1:cert/ab' }] : undefined),
    effective: async () => [{ policyName: 'keg', policyArn: 'arn:aws:iot:x:1:policy/keg', document: { Version: '2012-10-17', Statement: [] } }],
  }
  const jobs = memoryJobs(jobOf('j-1', NOW_MS))
  let ids = 0
  const newId = () => `c-${++ids + 1}`
  const queues = { has: () => true, send: async () => undefined }
  return {
    'list-sites': listSites({ gate, census }),
    'list-policies': listPolicies({ gate, policies }),
    'get-fleet': getFleet({ gate, store }),
    'list-kegs': listKegs({ gate, store }),
    'get-keg': getKeg({ gate, store, shadows, registry, presence, nowMs }),
    'list-pours': listPours({ gate, store }),
    'list-readings': listReadings({ gate, readings, nowMs }),
    'list-connections': listConnections({ gate, presence }),
    'put-settings': putSettings({ gate, shadows, registry }),
    'post-command': postCommand({ gate, commands, registry, topic, newId, log, nowMs }),
    'list-commands': listCommands({ gate, commands, nowMs }),
    'get-command': getCommand({ gate, commands, nowMs }),
    'cancel-command': cancelCommand({ gate, commands, topic, nowMs }),
    'list-quarantine': listQuarantine({ gate, store }),
    'count-quarantine': countQuarantine({ gate, store }),
    'get-quarantined': getQuarantined({ gate, store }),
    'replay-quarantined': replayQuarantined({ gate, store, queues, log, nowMs }),
    'get-swap': getSwap({ gate, swaps }),
    'deliver-swap': deliverSwap({ gate, swaps, tasks, log, nowMs }),
    'fail-swap': failSwap({ gate, swaps, tasks, log, nowMs }),
    'list-alerts': listAlerts({ gate, alerts }),
    'list-site-readings': listSiteReadings({ gate, readings }),
    'search-kegs': searchKegs({ gate, index: memoryIndex, group: 'kegs' }),
    'list-jobs': listJobs({ gate, jobs }),
    'get-job': getJob({ gate, jobs }),
    'cancel-job': cancelJob({ gate, jobs, log, nowMs }),
    'list-violations': listViolations({ gate, violations: memoryViolations, registry }),
    'list-groups': listGroups({ gate, groups: memoryGroups }),
    'revoke-keg': revokeKeg({ gate, revocations: memoryRevocations, log, nowMs }),
    'list-gateways': listGateways({ gate, gateways: memoryGateways }),
    'get-me': getMe({ gate }),
  }
}

/** What stands in the braces of a route's path, `undefined` where the path is another. */
function matchPath({ path }: Route, pathname: string): Record<string, string> | undefined {
  const groups = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(pathname)
  return groups === null
    ? undefined
    : Object.fromEntries(Object.entries(groups.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]))
}

async function eventOf(
  { method, path }: Route, request: Request, pathParameters: Record<string, string>,
): Promise<APIGatewayProxyEventV2> {
  const { searchParams } = new URL(request.url)
  // Of the event, the API reads these.
  return {
    routeKey: `${method} ${path}`, requestContext: { requestId: 'r-1' }, headers: { ...bearer(tokens.brewer), ...Object.fromEntries(request.headers) },
    pathParameters,
    queryStringParameters: Object.fromEntries(searchParams), body: Buffer.from(await request.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  } as unknown as APIGatewayProxyEventV2
}
