import type { Duplex } from 'node:stream'
import type { Clock } from './clock.ts'
import type { TrafficMeter } from './traffic-meter.ts'
import { TopicTrie } from './topic-trie.ts'
import type { BrokerCore } from './broker-core.ts'
import { tooManyConnects } from './connect.ts'
import type { Client } from './client.ts'
import { Connection } from './connection.ts'
import { Digest } from './digest.ts'
import { elapsedMs } from './elapsed.ts'
import { sendDirect, type DirectOutcome } from './direct-message.ts'
import type { Dialect } from './dialect.ts'
import type { BrokerLog, CompleteHooks, ConnectionInfo } from './hooks.ts'
import type { BrokerLimits } from './limits.ts'
import { messageBytes, meterMessage, type Message, type MessageSource, withWritableExpiry } from './message.ts'
import { Presences, type Presence, type PresenceChange } from './presence.ts'
import type { QuotaMode } from './quotas.ts'
import { ClientFault, ReasonCode, type DisconnectReason } from './reason-code.ts'
import { receiversOf, type Receiver } from './receivers.ts'
import { RetainedMessages } from './retained.ts'
import type { Route } from './route.ts'
import type { Routing } from './routing.ts'
import { Sessions } from './sessions.ts'
import type { Subscription } from './store.ts'
import type { Session, Subscriber } from './session.ts'
import { Wills } from './wills.ts'
import type { BrokerParts, Broker } from './broker-port.ts'

const UNKNOWN: ConnectionInfo = { transport: 'mqtt' }
/** This process. */
const HERE: MessageSource = { hops: 0 }

/** See {@link createBroker}. */
export class MqttBroker implements Broker, BrokerCore {
  readonly hooks: CompleteHooks
  readonly limits: BrokerLimits
  readonly dialect: Dialect
  readonly clock: Clock
  readonly newId: () => string
  readonly log: BrokerLog
  readonly quotas: QuotaMode
  readonly meter: TrafficMeter
  readonly retained: RetainedMessages
  readonly sessions: Sessions
  readonly #routes: TopicTrie<Route>
  readonly #connections = new Set<Connection>()
  readonly #byClientId = new Map<string, Connection>()
  readonly #wills: Wills
  readonly #presences: Presences
  readonly #connectsTooOften: Digest<[string]>
  #closing = false

  constructor({ hooks, limits, dialect, clock, newId, random, log, meter, store, quotas }: BrokerParts) {
    this.hooks = hooks
    this.limits = limits
    this.dialect = dialect
    this.clock = clock
    this.newId = newId
    this.log = log
    this.quotas = quotas
    this.meter = meter
    this.retained = new RetainedMessages(store.retained, limits.maxRetainedMessages)
    this.#routes = new TopicTrie(dialect)
    this.sessions = new Sessions({
      store, routes: this.#routes, clock, random, limits, dialect, pacesQueues: quotas === 'enforce',
      onStored: (message) => meter.message(messageBytes(message), message.topic, 'stored'),
      onEnded: (clientId) => this.#wills.sessionEnded(clientId),
      onDropped: (receiver, { topic }, why, count) => {
        const what = count === 1 ? 'A message' : `${count} messages`
        log({
          level: 'warn', event: 'message-dropped', clientId: receiver, topic, count, message: `${what} for ${receiver} dropped: ${why}.`,
        })
      },
    })
    this.#presences = new Presences(clock, limits)
    this.#connectsTooOften = new Digest(() => clock.nowMs(), (count, clientId) => {
      log({
        level: 'warn', event: 'quota-exceeded', clientId, count, message: tooManyConnects(clientId, limits.connectsPerSec),
        reason: 'THROTTLED',
      })
    })
    this.#wills = new Wills(clock, log, limits.maxMessageExpirySec, (message, source) => this.route(message, source))
  }

  handle(duplex: Duplex, info: ConnectionInfo = UNKNOWN, onAdmitted: () => void = () => undefined): void {
    this.#connections.add(new Connection(duplex, info, this, onAdmitted))
  }

  publish(message: Message, source: MessageSource = HERE): Routing | undefined {
    const within = withWritableExpiry(message, this.clock.nowMs())
    meterMessage(this.meter, within)
    return this.route(within, source)
  }

  route(message: Message, source: MessageSource): Routing | undefined {
    const { topic } = message
    if (message.retain && this.isRetained(topic) && !this.retained.store(message, this.clock.nowMs())) {
      this.log({
        level: 'warn', event: 'message-dropped', topic,
        message: `Not retained: there are ${this.limits.maxRetainedMessages} retained messages, and no more are kept.`,
      })
    }
    if (this.hooks.reachesSubscribers?.(topic) !== false) fanOut(this.#routes.match(topic), message, source.clientId)
    return this.hooks.published(message, source)
  }

  isRetained(topic: string): boolean {
    return this.dialect.retainsReserved || !topic.startsWith('$')
  }

  subscribe(filter: string, handler: (message: Message) => void): () => void {
    const deliver = (message: Message) => {
      try {
        handler(message)
      } catch (error) {
        // The publisher has no part in it, and the other subscribers get theirs.
        this.log({
          level: 'error', event: 'handler-failed', topic: message.topic, message: `A subscriber of ${filter} threw: ${String(error)}`,
        })
      }
    }
    const route = { subscriber: { clientId: undefined, deliver }, subscription: { filter, qos: 1 as const, noLocal: false } }
    this.#routes.add(filter, route)
    return () => this.#routes.remove(filter, route)
  }

  mayConnect(clientId: string): boolean {
    const last = this.#presences.get(clientId)
    if (
      this.quotas === 'off' || last === undefined || elapsedMs(last.connectedAtMs, this.clock.nowMs()) >= 1000 / this.limits.connectsPerSec
    ) {
      return true
    }
    this.#connectsTooOften.add(clientId)
    return this.quotas !== 'enforce'
  }

  takeOver(clientId: string, connection: Connection): void {
    // [MQTT-3.1.4-3]
    this.#byClientId.get(clientId)?.close(ReasonCode.sessionTakenOver, 'DUPLICATE_CLIENTID', 'Another connection uses this client id.')
    this.#byClientId.set(clientId, connection)
  }

  opened(connection: Connection, client: Client, keepAliveSec: number): void {
    const { clientId } = client
    this.#wills.takeBack(clientId)
    this.meter.connected(connection.id)
    const { transport, certificateId, sourceIp, sourcePort } = connection.info
    const by = certificateId === undefined ? '' : ` with certificate ${certificateId}`
    const { principal } = client.authorization
    this.log({
      level: 'info', event: 'connected', clientId, principal, sourceIp, sourcePort,
      message: `${clientId} connected over ${transport}${by}.`,
    })
    this.tell({ kind: 'connected', presence: this.#presences.connected(connection, client, keepAliveSec) })
  }

  presence(clientId: string): Presence | undefined {
    return this.#presences.get(clientId)
  }

  subscriptionsChanged(kind: 'subscribed' | 'unsubscribed', clientId: string, filters: readonly string[]): void {
    const presence = this.#presences.get(clientId)
    if (presence !== undefined && filters.length > 0) this.tell({ kind, presence, filters, atMs: this.clock.nowMs() })
  }

  tell(change: PresenceChange): void {
    if (this.#closing) return
    const failed = (error: unknown) => this.log({
      level: 'error', event: 'routing-failed', message: `A life-cycle event (${change.kind}) could not be told: ${String(error)}`,
    })
    // It runs where a connection has ended, too, and nobody is there to be told.
    try {
      const message = this.hooks.presence?.(change)
      if (message !== undefined) this.route(message, HERE)?.safe?.catch(failed)
    } catch (error) {
      failed(error)
    }
  }

  changeExpiry(session: Session, expirySec: number): void {
    if (session.state.expirySec === 0 && expirySec > 0) {
      throw new ClientFault(ReasonCode.protocolError, 'A session without expiry gets none on DISCONNECT.')
    }
    this.sessions.changeExpiry(session, Math.min(expirySec, this.limits.maxSessionExpirySec))
  }

  closed(connection: Connection, reason: DisconnectReason, detail: string | undefined, leavesWill: boolean): void {
    this.#connections.delete(connection)
    const { client } = connection
    if (client === undefined) return
    this.meter.disconnected(connection.id)
    const { clientId, session } = client
    if (this.#byClientId.get(clientId) === connection) this.#byClientId.delete(clientId)
    this.sessions.release(session)
    const friendly = reason === 'CLIENT_INITIATED_DISCONNECT'
    const message = `${clientId} disconnected: ${reason}${detail === undefined ? '' : `, ${detail}`}`
    const { info: { sourceIp, sourcePort } } = connection
    this.log({
      level: friendly ? 'info' : 'warn', event: 'disconnected', clientId, principal: client.authorization.principal, sourceIp, sourcePort,
      reason, message,
    })
    if (!friendly && leavesWill) this.#wills.leave(client)
    const presence = this.#presences.disconnected(connection, client, reason)
    if (presence !== undefined) this.tell({ kind: 'disconnected', presence })
  }

  subscriptions(clientId: string): Iterable<Subscription> | undefined {
    return this.sessions.get(clientId)?.state.subscriptions.values()
  }

  receivers(topic: string): readonly Receiver[] {
    return receiversOf(this.#routes, (clientId) => this.#byClientId.get(clientId)?.client, topic)
  }

  sendDirect(clientId: string, message: Message, confirmWithinMs: number | undefined): Promise<DirectOutcome> {
    return sendDirect(this.#byClientId.get(clientId)?.client, message, confirmWithinMs, this.clock)
  }

  deleteConnection(
    clientId: string, { cleanSession, preventWillMessage }: { cleanSession: boolean; preventWillMessage: boolean },
  ): boolean {
    const connection = this.#byClientId.get(clientId)
    connection?.close(ReasonCode.administrativeAction, 'API_INITIATED_DISCONNECT', 'The connection was deleted.', !preventWillMessage)
    if (connection !== undefined && cleanSession) this.sessions.end(clientId)
    return connection !== undefined
  }

  forget(clientId: string, code: ReasonCode, reason: DisconnectReason, detail: string): boolean {
    const connection = this.#byClientId.get(clientId)
    connection?.close(code, reason, detail, false)
    // One that waits would go out with the end of the session.
    this.#wills.takeBack(clientId)
    this.sessions.end(clientId)
    return connection !== undefined
  }

  disconnect(which: (info: ConnectionInfo) => boolean, code: ReasonCode, reason: DisconnectReason, detail: string): number {
    const chosen = [...this.#connections].filter(({ info }) => which(info))
    for (const connection of chosen) connection.close(code, reason, detail)
    return chosen.length
  }

  async close(): Promise<void> {
    this.#closing = true
    const open = [...this.#connections]
    for (const connection of open) connection.close(ReasonCode.serverShuttingDown, 'SERVER_INITIATED_DISCONNECT')
    await Promise.all(open.map(({ ended }) => ended))
    this.#wills.close()
    this.sessions.close()
  }
}

/**
 * Each subscriber gets one copy, at the highest QoS of its matching subscriptions [MQTT-3.3.4-2], retained where one of them asks for that.
 */
function fanOut(matches: readonly Route[], message: Message, fromClientId: string | undefined): void {
  const [only] = matches
  if (only === undefined) return
  if (matches.length === 1) {
    if (!isOwn(only, fromClientId)) only.subscriber.deliver(message, qosOf(only, message), keepsRetain(only, message))
    return
  }
  // QoS in the first bit, RETAIN in the second.
  const chosen = new Map<Subscriber, number>()
  for (const route of matches) {
    if (isOwn(route, fromClientId)) continue
    const flags = qosOf(route, message) | (keepsRetain(route, message) ? 2 : 0)
    chosen.set(route.subscriber, (chosen.get(route.subscriber) ?? 0) | flags)
  }
  for (const [subscriber, flags] of chosen) subscriber.deliver(message, (flags & 1) === 1 ? 1 : 0, (flags & 2) === 2)
}

// [MQTT-3.8.4-8]
const qosOf = ({ subscription }: Route, { qos }: Message) => (subscription.qos === 1 && qos === 1 ? 1 : 0)
// [MQTT-3.3.1-12] [MQTT-3.3.1-13]
const keepsRetain = ({ subscription }: Route, { retain }: Message) => retain && subscription.retainAsPublished === true
/** No Local: what a client published itself. [MQTT-3.8.3-3] */
const isOwn = ({ subscriber, subscription }: Route, fromClientId: string | undefined) =>
  subscription.noLocal && fromClientId !== undefined && subscriber.clientId === fromClientId
