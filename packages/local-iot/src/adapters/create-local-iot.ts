import { createVerify, randomBytes, randomUUID } from 'node:crypto'
import { parseTopicFilter, parseTopicName } from '@keg/mqtt-topics'
import { createBroker } from '../broker/broker.ts'
import type { ConnectRequest } from '../broker/hooks.ts'
import { MAX_PAYLOAD_BYTES } from '../broker/limits.ts'
import { expiresAt, type Message, type MessageSource } from '../broker/message.ts'
import { LocalIotError } from '../local-iot-error.ts'
import type { LocalIot, LocalIotLogEvent, LocalIotOptions } from '../local-iot.ts'
import { callOperation } from '../operations/call.ts'
import type { IotCore } from '../operations/iot-core.ts'
import { admitCertificate, certificateRefusal } from '../principals/certificate-principal.ts'
import { admitByAuthorizer } from '../principals/custom-authorizer.ts'
import { createRuleEngine } from '../rules/rule-engine.ts'
import { createShadowService } from '../shadows/shadow-service.ts'
import { IotState } from '../state/iot-state.ts'
import { openCertificateAuthority } from './certificate-authority.ts'
import { openDataDirectory } from './data-directory.ts'
import { createHttpHandler } from './http.ts'
import { openListeners } from './listeners.ts'
import { createQueueSender } from './sqs-queue.ts'
import { systemClock } from './system-clock.ts'
import { createWebSocketAcceptor } from './web-socket-listener.ts'

/**
 * Starts AWS IoT Core in this process, listening on loopback.
 *
 * @example
 * await using iot = await createLocalIot()
 * const { certificatePem, keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
 */
export async function createLocalIot(options: LocalIotOptions = {}): Promise<LocalIot> {
  const { region = 'us-east-1', accountId = '123456789012', clock = systemClock, host = '127.0.0.1', ports = {} } = options
  const log = (event: LocalIotLogEvent) => options.log?.({ atMs: clock.nowMs(), ...event })
  const state = new IotState({ region, accountId, clock, newId: randomUUID })
  const directory = await openDataDirectory(options.dataDir)
  const authority = await openCertificateAuthority(directory, clock.nowMs())
  const credentials = { accessKeyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`, secretAccessKey: randomBytes(30).toString('base64') }
  const invokeFunction = options.invokeFunction ?? (() => Promise.reject(new Error('no `invokeFunction` was given to createLocalIot')))
  const queues = createQueueSender(options.aws, region)

  const rules = createRuleEngine({
    accountId, clock, newId: randomUUID, log,
    ports: { sendToQueue: queues.send, invokeFunction, publish: (message, source) => broker.publish(message, source), nowMs: () => clock.nowMs() },
  })
  const connect = (request: ConnectRequest) =>
    request.info.certificateId === undefined
      ? admitByAuthorizer(state, request, { invokeFunction, verifySignature })
      : Promise.resolve(admitCertificate(state, request.info.certificateId, request))
  const shadows = createShadowService({ clock, publish: (message, source) => broker.publish(message, source) })
  const published = (message: Message, source: MessageSource) => both(shadows.handle(message, source), rules.route(message, source))
  const broker = createBroker({ hooks: { connect, published }, clock, newId: randomUUID, log })

  let endpointAddress = ''
  const core: IotCore = { state, authority, broker, rules, shadows, dataEndpoint: () => endpointAddress }
  const handle = createHttpHandler({
    core,
    secretOf: (accessKeyId) => (accessKeyId === credentials.accessKeyId ? credentials.secretAccessKey : options.accessKey?.(accessKeyId)?.secretAccessKey),
    onError: (operation, error) => log({ level: 'error', event: 'operation-failed', message: `${operation}: ${String(error)}` }),
  })
  const onRefused = (reason: string, sourceIp: string | undefined) =>
    log({ level: 'warn', event: 'connection-refused', sourceIp, message: `Connection refused: ${reason}.` })
  const webSockets = createWebSocketAcceptor({ onConnection: broker.handle, onRefused })
  const listeners = await openListeners({
    host, ports, webSockets, handle,
    tls: { ...(await authority.issueServer(['localhost', '127.0.0.1', '::1', ...(['127.0.0.1', '0.0.0.0', '::'].includes(host) ? [] : [host])])), ca: authority.certificatePem },
    mqtts: { onConnection: broker.handle, onRefused, refusal: (certificateId) => certificateRefusal(state, certificateId) },
  })
  endpointAddress = new URL(listeners.endpoints.https).host
  log({ level: 'info', event: 'listening', message: `AWS IoT Core listens: ${Object.values(listeners.endpoints).join(' ')}` })

  let closed: Promise<void> | undefined
  const close = async () => {
    await broker.close()
    await rules.close()
    queues.close()
    await listeners.close()
    await directory.close()
  }
  const dispose = () => (closed ??= close())
  const checkOpen = () => {
    if (closed !== undefined) throw new LocalIotError('CLOSED', 'This local AWS IoT Core is closed.')
  }

  return {
    endpoints: listeners.endpoints,
    caFile: directory.path('ca.pem'),
    region,
    accountId,
    credentials,
    async call(operation, input) {
      checkOpen()
      // The operation's own handler gives the output of its name.
      return (await callOperation(operation, input, core)) as never
    },
    fetch: handle,
    handleUpgrade: webSockets.handleUpgrade,
    async publish(topic, payload, { qos = 0, retain = false, properties, messageExpirySec } = {}) {
      checkOpen()
      parseTopicName(topic)
      const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload
      if (bytes.length > MAX_PAYLOAD_BYTES) throw new LocalIotError('PAYLOAD_TOO_LARGE', `A payload has at most ${MAX_PAYLOAD_BYTES} bytes; this one has ${bytes.length}.`)
      await broker.publish({ topic, payload: bytes, qos, retain, properties, expiresAtMs: expiresAt(clock.nowMs(), messageExpirySec) }, { hops: 0 })
    },
    subscribe(filter, handler) {
      checkOpen()
      return broker.subscribe(parseTopicFilter(filter).filter, handler)
    },
    close: dispose,
    [Symbol.asyncDispose]: dispose,
  }
}

function verifySignature(token: string, signature: string, publicKeyPem: string): boolean {
  return createVerify('RSA-SHA256').update(token).verify(publicKeyPem, signature, 'base64')
}

/** One promise for what is still under way, none where nothing is. */
function both(first: Promise<void> | undefined, second: Promise<void> | undefined): Promise<void> | undefined {
  if (first === undefined || second === undefined) return first ?? second
  return Promise.all([first, second]).then(() => undefined)
}
