import { createVerify, randomBytes, randomUUID } from 'node:crypto'
import { LastingFailure } from '../actions/action.ts'
import type { Broker } from '../broker/broker.ts'
import { createCore } from '../create-core.ts'
import type { Credentials, LocalIot, LocalIotLogEvent, LocalIotOptions } from '../local-iot.ts'
import { localClient } from '../local-client.ts'
import { isLogged } from '../logging/event-kind.ts'
import { issuedSecret } from '../operations/credentials/assume-role-with-certificate.ts'
import { certificateRefusal } from '../principals/certificate-principal.ts'
import { IotState } from '../state/iot-state.ts'
import { memoryTables, type Table } from '../state/table.ts'
import { openCertificateAuthority, type LocalCertificateAuthority } from './certificate-authority.ts'
import { openDataDirectory } from './data-directory.ts'
import { createDelivery } from './delivery.ts'
import { createHttpHandler } from './http.ts'
import type { HttpHandler } from './https-server.ts'
import { openListeners, type Listeners } from './listeners.ts'
import { sendHttp } from './send-http.ts'
import { readPresigned, verifyPresigned } from './signature.ts'
import { systemClock } from './system-clock.ts'
import { createWebSocketAcceptor, type WebSocketAcceptor } from './web-socket-listener.ts'

/**
 * Starts AWS IoT Core in this process, listening on loopback. Throws LocalIotError LISTEN_FAILED.
 *
 * @example
 * await using iot = await createLocalIot()
 * const { certificatePem, keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
 */
export async function createLocalIot(options: LocalIotOptions = {}): Promise<LocalIot> {
  const directory = await openDataDirectory(options.dataDir)
  try {
    const { permissive = false, region = 'us-east-1', accountId = '123456789012', clock = systemClock } = options
    const authority = await openCertificateAuthority(directory, clock.nowMs())
    const tables = options.dataDir === undefined ? memoryTables() : (await import('./sqlite-tables.ts')).openSqliteTables(directory.path('state.sqlite'))
    const state = new IotState({ region, accountId, clock, newId: randomUUID, tables })
    const { logLevel = 'INFO' } = options
    const log = (event: LocalIotLogEvent) => {
      if (isLogged(event.event, logLevel)) options.log?.({ atMs: clock.nowMs(), ...event })
    }
    const { invokeFunction = () => Promise.reject(new LastingFailure('no `invokeFunction` was given to createLocalIot')) } = options
    const { actions: functions = {}, aws } = options
    const delivery = createDelivery({ functions, aws, region, invokeFunction, nowMs: () => clock.nowMs() })
    const core = createCore({
      state, tables, authority, log, invokeFunction, verifySignature, deliver: delivery.deliver,
      confirmDestination: functions.http === undefined ? sendHttp : undefined,
      enableUrl: (token) => `${listeners.endpoints.control}/confirmdestination/${token}`,
      random: Math.random,
      verbose: options.log !== undefined && logLevel === 'DEBUG',
      quotas: options.quotas ?? 'warn',
      permissive,
      dataEndpoint: () => new URL(listeners.endpoints.https).host,
      credentialEndpoint: () => new URL(listeners.endpoints.httpsMtls).host,
    })
    const kept = tables.table<Credentials>('credentials')
    const credentials = kept.get('admin') ?? newCredentials()
    kept.set('admin', credentials)
    const onError = (operation: string, error: unknown) =>
      log({ level: 'error', event: 'operation-failed', message: `${operation}: ${String(error)}` })
    const configured = secrets(credentials, options)
    const secretOf = (accessKeyId: string) => configured(accessKeyId) ?? issuedSecret(state, accessKeyId)
    const onForbidden = (operation: string, why: string) =>
      log({ level: 'warn', event: 'request-refused', message: `${operation} refused: ${why}.` })
    const handle = createHttpHandler({ core, secretOf, onError, onRefused: onForbidden, permissive, ports: { invokeFunction, verifySignature } })
    const onRefused = (reason: string, sourceIp: string | undefined) =>
      log({ level: 'warn', event: 'connection-refused', sourceIp, message: `Connection refused: ${reason}.` })
    const signerOf = (url: URL, headers: Headers) => {
      const credential = readPresigned(url)
      const secret = secretOf(credential.accessKeyId)
      if (secret === undefined) throw new Error(`the access key ${credential.accessKeyId} is not known`)
      verifyPresigned({ method: 'GET', url, headers, body: new Uint8Array() }, credential, secret, clock.nowMs())
      return credential.accessKeyId
    }
    const webSockets = createWebSocketAcceptor({ signerOf, onConnection: (stream, info) => core.broker.handle(stream, info), onRefused })
    const listeners = await startListeners({ options, lastPorts: tables.table('ports'), authority, state, broker: core.broker, webSockets, handle, onRefused })
    log({ level: 'info', event: 'listening', message: `AWS IoT Core listens: ${[...new Set(Object.values(listeners.endpoints))].join(' ')}` })
    if (permissive) log({ level: 'warn', event: 'permissive', message: 'This core is permissive: whoever reaches it may do everything.' })
    return {
      ...localClient(core, async () => {
        delivery.close()
        await listeners.close()
        tables.close()
        await directory.close()
      }),
      endpoints: listeners.endpoints, caFile: directory.path('ca.pem'), region, accountId, credentials,
      fetch: (request) => handle(request, {}),
      handleUpgrade: webSockets.handleUpgrade,
      handleConnection: (stream, client) => core.broker.handle(stream, { transport: 'memory', ...client }),
    }
  } catch (error) {
    await directory.close()
    throw error
  }
}

interface ListenerParts {
  readonly options: LocalIotOptions
  /** The ports of the last run, by endpoint: clients that know them find the core again. */
  readonly lastPorts: Table<number>
  readonly authority: LocalCertificateAuthority
  readonly state: IotState
  readonly broker: Broker
  readonly webSockets: WebSocketAcceptor
  readonly handle: HttpHandler
  readonly onRefused: (reason: string, sourceIp: string | undefined) => void
}

async function startListeners({ options, lastPorts, authority, state, broker, webSockets, handle, onRefused }: ListenerParts): Promise<Listeners> {
  const { host = '127.0.0.1', permissive = false } = options
  const ports = { ...Object.fromEntries(lastPorts.entries()), ...options.ports }
  const names = new Set(['localhost', '127.0.0.1', '::1', ...(['0.0.0.0', '::'].includes(host) ? [] : [host])])
  const listeners = await openListeners({
    host, ports, permissive, webSockets, handle,
    tls: { ...(await authority.issueServer([...names])), ca: authority.certificatePem },
    mqtts: {
      onConnection: (socket, info) => broker.handle(socket, info),
      onRefused,
      refusal: (certificateId) => {
        if (permissive) return undefined
        return certificateId === undefined ? 'the client sent no certificate' : certificateRefusal(state, certificateId)
      },
    },
  })
  for (const [name, url] of Object.entries(listeners.endpoints)) lastPorts.set(name, Number(new URL(url).port))
  return listeners
}

const newCredentials = (): Credentials => ({
  accessKeyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(30).toString('base64'),
})

const secrets = ({ accessKeyId, secretAccessKey }: Credentials, { accessKey }: LocalIotOptions) => (id: string) =>
  id === accessKeyId ? secretAccessKey : accessKey?.(id)?.secretAccessKey

function verifySignature(token: string, signature: string, publicKeyPem: string): boolean {
  return createVerify('RSA-SHA256').update(token).verify(publicKeyPem, signature, 'base64')
}
