import type { Duplex } from 'node:stream'
import { basicIngest } from '@keg/mqtt-topics'
import type { Clock } from './clock.ts'
import { noMeter, type TrafficMeter } from './traffic-meter.ts'
import { TopicTrie } from './topic-trie.ts'
import type { BrokerCore } from './broker-core.ts'
import { Connection, type Client } from './connection.ts'
import { Digest } from './digest.ts'
import { sendDirect, type DirectOutcome } from './direct-message.ts'
import type { BrokerHooks, BrokerLog, ConnectionInfo } from './hooks.ts'
import { MAX_KEPT_SESSIONS, MAX_SESSION_EXPIRY_SEC } from './limits.ts'
import { meterMessage, type Message, type MessageSource } from './message.ts'
import { connectedEvent, disconnectedEvent, subscriptionEvent } from './life-cycle.ts'
import { Presences, type Presence } from './presence.ts'
import { RATES, type QuotaMode } from './quotas.ts'
import { ClientFault, ReasonCode, type DisconnectReason } from './reason-code.ts'
import { receiversOf, type Receiver } from './receivers.ts'
import { RetainedMessages } from './retained.ts'
import type { Route } from './route.ts'
import type { Routing } from './routing.ts'
import { Sessions } from './sessions.ts'
import { memoryStore, type BrokerStore, type Subscription } from './store.ts'
import type { Session, Subscriber } from './session.ts'
import { Wills } from './wills.ts'

export interface BrokerOptions {
  readonly hooks: BrokerHooks
  readonly clock: Clock
  readonly newId: () => string
  /** From 0 up to 1: picks the member of a shared subscription. */
  readonly random: () => number
  readonly log: BrokerLog
  /** Counts what AWS bills; absent = nobody does. */
  readonly meter?: TrafficMeter
  readonly store?: BrokerStore
  /** Absent = `warn`. */
  readonly quotas?: QuotaMode
  /** Absent = {@link MAX_KEPT_SESSIONS}. */
  readonly maxKeptSessions?: number
}

/** MQTT 3.1.1 and 5 as AWS IoT Core speaks them, over any duplex stream. */
export interface Broker {
  readonly retained: RetainedMessages
  /** Serves one connection until it ends. */
  handle(duplex: Duplex, info: ConnectionInfo): void
  /** Publishes from this process, past every policy; what is answered is of rules and shadows. */
  publish(message: Message, source: MessageSource): Routing | undefined
  /** Hands messages to a function of this process; the function returned ends it. */
  subscribe(filter: string, handler: (message: Message) => void): () => void
  /** Closes the connections that `which` picks; answers how many. */
  disconnect(which: (info: ConnectionInfo) => boolean, code: ReasonCode, reason: DisconnectReason, detail: string): number
  /** The client's connection, or its last one within the hour. */
  presence(clientId: string): Presence | undefined
  /** The connection of the client that stands for a thing, or its last one within the hour. */
  presenceOfThing(thingName: string): Presence | undefined
  /** What the client is subscribed to, connected or not; `undefined` when it has no session. */
  subscriptions(clientId: string): Iterable<Subscription> | undefined
  /** Whom a message on the topic would go to. */
  receivers(topic: string): readonly Receiver[]
  /** Sends to one connected client past its subscriptions; with `confirmWithinMs` at QoS 1, answering when it has acknowledged. */
  sendDirect(clientId: string, message: Message, confirmWithinMs: number | undefined): Promise<DirectOutcome>
  /** Closes the client's connection, and ends its session with `cleanSession`; `false` when it is not connected. */
  deleteConnection(clientId: string, options: { readonly cleanSession: boolean; readonly preventWillMessage: boolean }): boolean
  /** Ends every connection and resolves when their last bytes are out. */
  close(): Promise<void>
}

export const createBroker = (options: BrokerOptions): Broker => new MqttBroker(options)

class MqttBroker implements Broker, BrokerCore {
  readonly hooks: BrokerHooks
  readonly clock: Clock
  readonly newId: () => string
  readonly log: BrokerLog
  readonly quotas: QuotaMode
  readonly meter: TrafficMeter
  readonly retained: RetainedMessages
  readonly sessions: Sessions
  readonly #routes = new TopicTrie<Route>()
  readonly #connections = new Set<Connection>()
  readonly #byClientId = new Map<string, Connection>()
  readonly #wills: Wills
  readonly #presences: Presences
  readonly #connectsTooOften: Digest<[string]>
  #closing = false

  constructor({ hooks, clock, newId, random, log, meter = noMeter, store = memoryStore(), quotas = 'warn', maxKeptSessions = MAX_KEPT_SESSIONS }: BrokerOptions) {
    this.hooks = hooks
    this.clock = clock
    this.newId = newId
    this.log = log
    this.quotas = quotas
    this.meter = meter
    this.retained = new RetainedMessages(store.retained)
    this.sessions = new Sessions({
      store, routes: this.#routes, clock, random, pacesQueues: quotas === 'enforce', maxKept: maxKeptSessions,
      onDropped: (receiver, { topic }, why, count) => {
        const what = count === 1 ? 'A message' : `${count} messages`
        log({ level: 'warn', event: 'message-dropped', clientId: receiver, topic, count, message: `${what} for ${receiver} dropped: ${why}.` })
      },
    })
    this.#presences = new Presences(clock)
    this.#connectsTooOften = new Digest(() => clock.nowMs(), (count, clientId) => {
      log({ level: 'warn', event: 'quota-exceeded', clientId, count, message: `${clientId} connects more than once a second.`, reason: 'THROTTLED' })
    })
    this.#wills = new Wills(clock, log, (message, source) => this.route(message, source))
  }

  handle(duplex: Duplex, info: ConnectionInfo): void {
    this.#connections.add(new Connection(duplex, info, this))
  }

  publish(message: Message, source: MessageSource): Routing | undefined {
    meterMessage(this.meter, message)
    return this.route(message, source)
  }

  route(message: Message, source: MessageSource): Routing | undefined {
    // There are no retained messages of `$` topics: mqtt.html#mqtt-retain
    if (message.retain && !message.topic.startsWith('$') && !this.retained.store(message, this.clock.nowMs())) {
      this.log({ level: 'warn', event: 'message-dropped', topic: message.topic, message: 'Not retained: the account has its 5,000 retained messages.' })
    }
    // Basic Ingest goes to its rule alone, past the broker: iot-basic-ingest.html
    if (basicIngest(message.topic) === undefined) fanOut(this.#routes.match(message.topic), message, source.clientId)
    return this.hooks.published(message, source)
  }

  subscribe(filter: string, handler: (message: Message) => void): () => void {
    const deliver = (message: Message) => {
      try {
        handler(message)
      } catch (error) {
        // The publisher has no part in it, and the other subscribers get theirs.
        this.log({ level: 'error', event: 'handler-failed', topic: message.topic, message: `A subscriber of ${filter} threw: ${String(error)}` })
      }
    }
    const route = { subscriber: { clientId: undefined, deliver }, subscription: { filter, qos: 1 as const, noLocal: false } }
    this.#routes.add(filter, route)
    return () => this.#routes.remove(filter, route)
  }

  mayConnect(clientId: string): boolean {
    const last = this.#presences.get(clientId)
    if (this.quotas === 'off' || last === undefined || this.clock.nowMs() - last.connectedAtMs >= 1000 / RATES.connects) return true
    this.#connectsTooOften.add(clientId)
    return this.quotas !== 'enforce'
  }

  takeOver(clientId: string, connection: Connection): void {
    this.#byClientId.get(clientId)?.close(ReasonCode.sessionTakenOver, 'DUPLICATE_CLIENTID', 'Another connection uses this client id.')
    this.#byClientId.set(clientId, connection)
    this.#wills.takeBack(clientId)
  }

  opened(connection: Connection, client: Client, keepAliveSec: number): void {
    const { clientId } = client
    this.meter.connected(connection.id)
    const { transport, certificateId, sourceIp, sourcePort } = connection.info
    const by = certificateId === undefined ? '' : ` with certificate ${certificateId}`
    const { principal } = client.authorization
    this.log({ level: 'info', event: 'connected', clientId, principal, sourceIp, sourcePort, message: `${clientId} connected over ${transport}${by}.` })
    this.tell(connectedEvent(this.#presences.connected(connection, client, keepAliveSec)))
  }

  presence(clientId: string): Presence | undefined {
    return this.#presences.get(clientId)
  }

  presenceOfThing(thingName: string): Presence | undefined {
    return this.#presences.ofThing(thingName)
  }

  subscriptionsChanged(eventType: 'subscribed' | 'unsubscribed', clientId: string, topics: readonly string[]): void {
    const presence = this.#presences.get(clientId)
    if (presence !== undefined && topics.length > 0) this.tell(subscriptionEvent(eventType, presence, topics, this.clock.nowMs()))
  }

  tell(message: Message | undefined): void {
    if (message === undefined || this.#closing) return
    this.route(message, { hops: 0 })?.safe?.catch((error: unknown) => {
      this.log({ level: 'error', event: 'routing-failed', topic: message.topic, message: `A life-cycle event could not be routed: ${String(error)}` })
    })
  }

  changeExpiry(session: Session, expirySec: number): void {
    if (session.state.expirySec === 0 && expirySec > 0) {
      throw new ClientFault(ReasonCode.protocolError, 'A session without expiry gets none on DISCONNECT.')
    }
    this.sessions.changeExpiry(session, Math.min(expirySec, MAX_SESSION_EXPIRY_SEC))
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
    this.log({ level: friendly ? 'info' : 'warn', event: 'disconnected', clientId, principal: client.authorization.principal, sourceIp, sourcePort, reason, message })
    if (!friendly && leavesWill) this.#wills.leave(client)
    const presence = this.#presences.disconnected(connection, client, reason)
    if (presence !== undefined) this.tell(disconnectedEvent(presence))
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

  deleteConnection(clientId: string, { cleanSession, preventWillMessage }: { cleanSession: boolean; preventWillMessage: boolean }): boolean {
    const connection = this.#byClientId.get(clientId)
    connection?.close(ReasonCode.administrativeAction, 'API_INITIATED_DISCONNECT', 'DeleteConnection was called.', !preventWillMessage)
    if (connection !== undefined && cleanSession) this.sessions.end(clientId)
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

/** Each subscriber gets one copy, at the highest QoS of its matching subscriptions. */
function fanOut(matches: readonly Route[], message: Message, fromClientId: string | undefined): void {
  const [only] = matches
  if (only === undefined) return
  if (matches.length === 1) {
    if (!isOwn(only, fromClientId)) only.subscriber.deliver(message, qosOf(only, message))
    return
  }
  const chosen = new Map<Subscriber, 0 | 1>()
  for (const route of matches) {
    if (isOwn(route, fromClientId)) continue
    const qos = qosOf(route, message)
    if (qos === 1 || !chosen.has(route.subscriber)) chosen.set(route.subscriber, qos)
  }
  for (const [subscriber, qos] of chosen) subscriber.deliver(message, qos)
}

const qosOf = ({ subscription }: Route, { qos }: Message) => (subscription.qos === 1 && qos === 1 ? 1 : 0)
/** No Local: what a client published itself. */
const isOwn = ({ subscriber, subscription }: Route, fromClientId: string | undefined) =>
  subscription.noLocal && fromClientId !== undefined && subscriber.clientId === fromClientId
