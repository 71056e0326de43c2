import { randomUUID } from 'node:crypto'
import { createCore } from '../core/create-core.ts'
import type { LocalIot, LocalIotOptions } from '../core/local-iot.ts'
import type { LocalIotLogEvent } from '../logging/log-event.ts'
import { localClient } from '../core/local-client.ts'
import { isLogged } from '../logging/event-kind.ts'
import type { CompiledTopicRule } from '../rules/topic-rule.ts'
import { IotState } from '../state/iot-state.ts'
import { observedTables, type ObservedTables } from '../state/observed-tables.ts'
import { memoryTables } from '../state/table.ts'
import { openAccessKeys } from './access-keys.ts'
import { openCertificateAuthority } from './certificate-authority.ts'
import { openDataDirectory, publishCa, type DataDirectory } from './data-directory.ts'
import { createHttpHandler } from './http.ts'
import { REPORTS_PATH } from './own-request.ts'
import { openOutside } from './outside.ts'
import { isReachable, startListeners } from './start-listeners.ts'
import { systemClock } from '@keg/mqtt-broker'
import { createWebSocketAcceptor } from './web-socket-listener.ts'

/**
 * Starts AWS IoT Core in this process, listening on loopback. Throws LocalIotError LISTEN_FAILED; DATA_UNREADABLE for a `dataDir` that is
 * no data folder of this package, or that a later version wrote.
 *
 * @example
 * await using iot = await createLocalIot()
 * const { certificatePem, keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
 */
export async function createLocalIot(options: LocalIotOptions = {}): Promise<LocalIot> {
  const directory = await openDataDirectory(options.dataDir)
  const tables = observedTables(options.dataDir === undefined
    ? memoryTables()
    : (await import('./sqlite-tables.ts')).openSqliteTables(directory.path('state.sqlite')))
  const release = async () => {
    tables.close()
    await directory.close()
  }
  return start(options, directory, tables, release).catch(async (error: unknown) => {
    await release()
    throw error
  })
}

async function start(
  options: LocalIotOptions, directory: DataDirectory, tables: ObservedTables, release: () => Promise<void>,
): Promise<LocalIot> {
  const {
    permissive = false, quotas = 'warn', region = 'us-east-1', accountId = '123456789012', clock = systemClock, logLevel = 'INFO',
  } = options
  const log = (event: LocalIotLogEvent) => {
    if (isLogged(event.event, logLevel)) options.log?.({ atMs: clock.nowMs(), ...event })
  }
  const authority = await openCertificateAuthority(directory, clock.nowMs())
  const caFile = options.caDir === undefined ? directory.path('ca.pem') : await publishCa(options.caDir, authority.certificatePem)
  const state = new IotState({ region, accountId, clock, newId: randomUUID, tables })
  const outside = openOutside(options, region, clock)
  const core = createCore({
    ...outside, state, tables, authority, keptRules: await keptRules(state), log, quotas, permissive,
    verbose: options.log !== undefined && logLevel === 'DEBUG',
    random: Math.random,
    enableUrl: (token) => `${listeners.endpoints.control}/confirmdestination/${token}`,
    reportUrl: (path) => `${listeners.endpoints.control}${REPORTS_PATH}${path}`,
    dataEndpoint: () => new URL(listeners.endpoints.https).host,
    credentialEndpoint: () => new URL(listeners.endpoints.httpsMtls).host,
  })
  const { credentials, secretOf, signerOf } = openAccessKeys(tables, state, options.accessKey)
  const handle = createHttpHandler({
    core, secretOf, permissive, ports: outside,
    onError: (operation, error) => log({ level: 'error', event: 'operation-failed', message: `${operation}: ${String(error)}` }),
    onRefused: (operation, why) => log({ level: 'warn', event: 'request-refused', message: `${operation} refused: ${why}.` }),
  })
  const onRefused = (reason: string, sourceIp: string | undefined) =>
    log({ level: 'warn', event: 'connection-refused', sourceIp, message: `Connection refused: ${reason}.` })
  const webSockets = createWebSocketAcceptor({ signerOf, onConnection: (stream, info) => core.broker.handle(stream, info), onRefused })
  const listeners = await startListeners({
    options, lastPorts: tables.table('ports'), authority, state, justInTime: core.provisioning.justInTime, broker: core.broker, webSockets,
    handle, onRefused,
  })
  log({ level: 'info', event: 'listening', message: `AWS IoT Core listens: ${[...new Set(Object.values(listeners.endpoints))].join(' ')}` })
  void (options.othersReady ?? Promise.resolve()).then(() => core.rules.resume(), () => undefined)
  if (isReachable(options.host)) log({
    level: 'warn', event: 'reachable', message: `This core is reachable from the network at ${options.host}: whoever gets there may knock.`,
  })
  if (permissive) log({ level: 'warn', event: 'permissive', message: 'This core is permissive: whoever reaches it may do everything.' })
  return {
    ...localClient(core, async () => {
      outside.close()
      await listeners.close()
      await release()
    }),
    endpoints: listeners.endpoints, caFile, region, accountId, credentials, secretOf,
    fetch: (request) => handle(request, {}),
    handleUpgrade: webSockets.handleUpgrade,
    handleConnection: (stream, client) => core.broker.handle(stream, { transport: 'memory', ...client }),
  }
}

/** The rules of an earlier run, compiled. The language is loaded where there are some; else with the operations. */
async function keptRules(state: IotState): Promise<readonly CompiledTopicRule[]> {
  if (state.rules.size === 0) return []
  const { compileTopicRule } = await import('../rules/topic-rule.ts')
  return [...state.rules.values()].map(({ ruleName, payload }) => compileTopicRule(ruleName, payload, state))
}
