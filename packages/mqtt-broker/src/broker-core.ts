import type { Clock } from './clock.ts'
import type { TrafficMeter } from './traffic-meter.ts'
import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import type { Dialect } from './dialect.ts'
import type { BrokerLog, CompleteHooks } from './hooks.ts'
import type { BrokerLimits } from './limits.ts'
import type { Message, MessageSource } from './message.ts'
import type { PresenceChange } from './presence.ts'
import type { QuotaMode } from './quotas.ts'
import type { DisconnectReason } from './reason-code.ts'
import type { RetainedMessages } from './retained.ts'
import type { Routing } from './routing.ts'
import type { Session } from './session.ts'
import type { Sessions } from './sessions.ts'

/** What a connection and its packet handlers see of the broker. */
export interface BrokerCore {
  readonly hooks: CompleteHooks
  readonly limits: BrokerLimits
  readonly dialect: Dialect
  readonly clock: Clock
  readonly log: BrokerLog
  readonly meter: TrafficMeter
  readonly newId: () => string
  readonly quotas: QuotaMode
  readonly sessions: Sessions
  readonly retained: RetainedMessages
  /** Whether the client's CONNECT comes within its rate. */
  mayConnect(clientId: string): boolean
  /** Makes this the client's one connection; an older one is closed. */
  takeOver(clientId: string, connection: Connection): void
  /** The connection's CONNACK is out. */
  opened(connection: Connection, client: Client, keepAliveSec: number): void
  /** Tells of subscriptions that were made or ended. */
  subscriptionsChanged(kind: 'subscribed' | 'unsubscribed', clientId: string, filters: readonly string[]): void
  /** Tells the hook for it of a client, and publishes what that answers. */
  tell(change: PresenceChange): void
  /** Whether a message of the topic that asks for it is retained. */
  isRetained(topic: string): boolean
  /** Retains, hands to subscribers, then to the hook for it; what is answered is of that. */
  route(message: Message, source: MessageSource): Routing | undefined
  changeExpiry(session: Session, expirySec: number): void
  closed(connection: Connection, reason: DisconnectReason, detail: string | undefined, leavesWill: boolean): void
}
