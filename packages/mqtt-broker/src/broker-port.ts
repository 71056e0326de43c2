import type { Duplex } from 'node:stream'
import type { Clock } from './clock.ts'
import type { TrafficMeter } from './traffic-meter.ts'
import type { DirectOutcome } from './direct-message.ts'
import type { Dialect } from './dialect.ts'
import type { BrokerLog, CompleteHooks, ConnectionInfo } from './hooks.ts'
import type { BrokerLimits } from './limits.ts'
import type { Message, MessageSource } from './message.ts'
import type { Presence } from './presence.ts'
import type { QuotaMode } from './quotas.ts'
import type { ReasonCode, DisconnectReason } from './reason-code.ts'
import type { Receiver } from './receivers.ts'
import type { RetainedMessages } from './retained.ts'
import type { Routing } from './routing.ts'
import type { BrokerStore, Subscription } from './store.ts'

/** All that a broker runs with, as {@link BrokerOptions} says it. */
export interface BrokerParts {
  readonly hooks: CompleteHooks
  readonly limits: BrokerLimits
  readonly dialect: Dialect
  readonly clock: Clock
  readonly newId: () => string
  readonly random: () => number
  readonly log: BrokerLog
  readonly meter: TrafficMeter
  readonly store: BrokerStore
  readonly quotas: QuotaMode
}

/** MQTT 3.1.1 and 5 over any duplex stream. */
export interface Broker {
  readonly retained: RetainedMessages
  /**
   * Serves one connection until it ends; absent `info` = plain TCP of whom nothing is known. `onAdmitted` is told when its CONNECT is
   * accepted.
   */
  handle(duplex: Duplex, info?: ConnectionInfo, onAdmitted?: () => void): void
  /** Publishes from this process, past every right; what is answered is of {@link BrokerHooks.published}. */
  publish(message: Message, source?: MessageSource): Routing | undefined
  /** Hands messages to a function of this process; the function returned ends it. */
  subscribe(filter: string, handler: (message: Message) => void): () => void
  /** Closes the connections that `which` picks; answers how many. */
  disconnect(which: (info: ConnectionInfo) => boolean, code: ReasonCode, reason: DisconnectReason, detail: string): number
  /** The client's connection, or its last one while it is remembered. */
  presence(clientId: string): Presence | undefined
  /** What the client is subscribed to, connected or not; `undefined` when it has no session. */
  subscriptions(clientId: string): Iterable<Subscription> | undefined
  /** Whom a message on the topic would go to. */
  receivers(topic: string): readonly Receiver[]
  /** Sends to one connected client past its subscriptions; with `confirmWithinMs` at QoS 1, answering when it has acknowledged. */
  sendDirect(clientId: string, message: Message, confirmWithinMs: number | undefined): Promise<DirectOutcome>
  /** Closes the client's connection, and ends its session with `cleanSession`; `false` when it is not connected. */
  deleteConnection(clientId: string, options: { readonly cleanSession: boolean; readonly preventWillMessage: boolean }): boolean
  /**
   * Ends all there is of a client, which may be away: its connection, its session, and its Will, which is not published; `false` when it
   * was not connected.
   */
  forget(clientId: string, code: ReasonCode, reason: DisconnectReason, detail: string): boolean
  /** Ends every connection and resolves when their last bytes are out. */
  close(): Promise<void>
}
