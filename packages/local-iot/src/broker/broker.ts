import type { Duplex } from 'node:stream'
import { basicIngest } from '@keg/mqtt-topics'
import type { Clock } from '../clock.ts'
import { TopicTrie } from '../topics/topic-trie.ts'
import type { BrokerCore } from './broker-core.ts'
import { Connection, type Client } from './connection.ts'
import type { BrokerHooks, BrokerLog, ConnectionInfo } from './hooks.ts'
import { MAX_SESSION_EXPIRY_SEC } from './limits.ts'
import { expiresAt, type Message, type MessageSource } from './message.ts'
import { ClientFault, ReasonCode, type DisconnectReason } from './reason-code.ts'
import { RetainedMessages } from './retained.ts'
import { Sessions, type Route } from './sessions.ts'
import { memoryStore, type BrokerStore } from './store.ts'
import type { Subscriber } from './session.ts'

export interface BrokerOptions {
  readonly hooks: BrokerHooks
  readonly clock: Clock
  readonly newId: () => string
  readonly log: BrokerLog
  readonly store?: BrokerStore
}

/** MQTT 3.1.1 and 5 as AWS IoT Core speaks them, over any duplex stream. */
export interface Broker {
  readonly retained: RetainedMessages
  /** Serves one connection until it ends. */
  handle(duplex: Duplex, info: ConnectionInfo): void
  /** Publishes from this process, past every policy; the promise is that of rules and shadows. */
  publish(message: Message, source: MessageSource): Promise<void> | undefined
  /** Hands messages to a function of this process; the function returned ends it. */
  subscribe(filter: string, handler: (message: Message) => void): () => void
  /** Closes the connections that `which` picks; answers how many. */
  disconnect(which: (connection: Connection) => boolean, code: ReasonCode, reason: DisconnectReason, detail: string): number
  /** Ends every connection and resolves when their last bytes are out. */
  close(): Promise<void>
}

export function createBroker({ hooks, clock, newId, log, store = memoryStore() }: BrokerOptions): Broker {
  const routes = new TopicTrie<Route>()
  const retained = new RetainedMessages(store.retained)
  const connections = new Set<Connection>()
  const byClientId = new Map<string, Connection>()
  const delayedWills = new Map<string, () => void>()
  const sessions = new Sessions(store.sessions, routes, clock, (clientId, { topic }, why) => {
    log({ level: 'warn', event: 'message-dropped', clientId, topic, message: `A message for ${clientId} was dropped: ${why}.` })
  })

  const route = (message: Message, source: MessageSource) => {
    if (message.retain && !retained.store(message, clock.nowMs())) {
      log({ level: 'warn', event: 'message-dropped', topic: message.topic, message: 'Not retained: the account has its 5,000 retained messages.' })
    }
    // Basic Ingest goes to its rule alone, past the broker: iot-basic-ingest.html
    if (basicIngest(message.topic) === undefined) fanOut(routes.match(message.topic), message, source.clientId)
    return hooks.published(message, source)
  }

  const leaveWill = ({ clientId, will, source, authorization, session }: Client) => {
    if (will === undefined) return
    const publish = () => {
      delayedWills.delete(clientId)
      const { topic, retain } = will.message
      const refusal = authorization.refusal('Publish', topic) ?? (retain ? authorization.refusal('RetainPublish', topic) : undefined)
      if (refusal !== undefined) {
        log({ level: 'warn', event: 'publish-refused', clientId, topic, message: `Will refused: ${refusal}` })
        return
      }
      route({ ...will.message, expiresAtMs: expiresAt(clock.nowMs(), will.expiryIntervalSec) }, source)?.catch((error: unknown) => {
        log({ level: 'error', event: 'routing-failed', clientId, topic, message: `A Will could not be routed: ${String(error)}` })
      })
    }
    const delaySec = Math.min(will.delaySec, session.state.expirySec)
    if (delaySec > 0) delayedWills.set(clientId, clock.after(delaySec * 1000, publish))
    else publish()
  }

  const core: BrokerCore = {
    hooks, clock, log, newId, sessions, retained, route,
    takeOver(clientId, connection) {
      byClientId.get(clientId)?.close(ReasonCode.sessionTakenOver, 'DUPLICATE_CLIENTID', 'Another connection uses this client id.')
      byClientId.set(clientId, connection)
      delayedWills.get(clientId)?.()
      delayedWills.delete(clientId)
      const { transport, certificateId } = connection.info
      log({ level: 'info', event: 'connected', clientId, message: `${clientId} connected over ${transport}${certificateId ? ` with certificate ${certificateId}` : ''}.` })
    },
    changeExpiry({ state }, expirySec) {
      if (state.expirySec === 0 && expirySec > 0) throw new ClientFault(ReasonCode.protocolError, 'A session without expiry gets none on DISCONNECT.')
      state.expirySec = Math.min(expirySec, MAX_SESSION_EXPIRY_SEC)
    },
    closed(connection, reason, detail) {
      connections.delete(connection)
      const { client } = connection
      if (client === undefined) return
      if (byClientId.get(client.clientId) === connection) byClientId.delete(client.clientId)
      sessions.release(client.session)
      log({
        level: reason === 'CLIENT_INITIATED_DISCONNECT' ? 'info' : 'warn',
        event: 'disconnected', clientId: client.clientId, reason,
        message: `${client.clientId} disconnected: ${reason}${detail === undefined ? '' : `, ${detail}`}`,
      })
      if (reason !== 'CLIENT_INITIATED_DISCONNECT') leaveWill(client)
    },
  }

  return {
    retained,
    handle(duplex, info) {
      connections.add(new Connection(duplex, info, core))
    },
    publish: route,
    subscribe(filter, handler) {
      const subscriber: Subscriber = { clientId: undefined, deliver: handler }
      const entry = { subscriber, subscription: { filter, qos: 1 as const, noLocal: false } }
      routes.add(filter, entry)
      return () => routes.remove(filter, entry)
    },
    disconnect(which, code, reason, detail) {
      const chosen = [...connections].filter(which)
      for (const connection of chosen) connection.close(code, reason, detail)
      return chosen.length
    },
    async close() {
      const open = [...connections]
      for (const connection of open) connection.close(ReasonCode.serverShuttingDown, 'SERVER_INITIATED_DISCONNECT')
      await Promise.all(open.map(({ ended }) => ended))
      for (const cancel of delayedWills.values()) cancel()
      delayedWills.clear()
      sessions.close()
    },
  }
}

/** Each subscriber gets one copy, at the highest QoS of its matching subscriptions. */
function fanOut(matches: readonly Route[], message: Message, fromClientId: string | undefined): void {
  const chosen = new Map<Subscriber, 0 | 1>()
  for (const { subscriber, subscription } of matches) {
    if (subscription.noLocal && fromClientId !== undefined && subscriber.clientId === fromClientId) continue
    const qos = subscription.qos === 1 && message.qos === 1 ? 1 : 0
    if (qos === 1 || !chosen.has(subscriber)) chosen.set(subscriber, qos)
  }
  for (const [subscriber, qos] of chosen) subscriber.deliver(message, qos)
}
