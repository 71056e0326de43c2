import type { Table } from './table.ts'
import type { KeptMessages } from './kept-messages.ts'
import type { Message } from './message.ts'

/** A subscription of a session; `noLocal` leaves the client's own messages out. */
export interface Subscription {
  readonly filter: string
  readonly qos: 0 | 1
  readonly noLocal: boolean
  /** Whether a message keeps the RETAIN flag that it was published with; absent = no. */
  readonly retainAsPublished?: boolean
}

/** A message on its way to one session; `retain` is the flag that it goes out with. */
export interface Outbound {
  readonly message: Message
  readonly retain: boolean
  /** The `$share/{group}/{filter}` it comes from: when its receiver goes without acknowledging, another member gets it. */
  readonly shared: string | undefined
  /** When it was first and last sent on this connection; 0 = not yet. */
  firstSentAtMs: number
  sentAtMs: number
  /** The id under which it was sent on an earlier connection, and is sent again with DUP; 0 = none. */
  packetId: number
}

export const outbound = (message: Message, retain = false, shared?: string): Outbound => ({
  message, retain, shared, firstSentAtMs: 0, sentAtMs: 0, packetId: 0,
})

/** What a session must keep while its client is away. */
export interface SessionState {
  readonly clientId: string
  /** Of the client's last connection. */
  protocolVersion: 4 | 5
  /** How long it outlives its connection; 0 = not at all. */
  expirySec: number
  readonly subscriptions: Map<string, Subscription>
  /** Sent and not acknowledged, by packet id. */
  readonly inFlight: Map<number, Outbound>
  /** Waiting to be sent. */
  readonly queue: Outbound[]
}

/** The retained message of a topic. */
export interface RetainedMessage {
  readonly message: Message
  readonly lastModifiedMs: number
}

/** What is kept of a session that outlives its connection. */
export interface StoredSession extends Pick<SessionState, 'clientId' | 'protocolVersion' | 'expirySec'> {
  readonly subscriptions: readonly Subscription[]
  /** When its client left; absent while it is connected. */
  readonly leftAtMs?: number | undefined
}

/**
 * What is kept of a copy that waits, or was sent and not acknowledged: with the message, or with the key of one that others wait for, too.
 */
export type StoredOutbound = Pick<Outbound, 'retain' | 'shared'> & ({ readonly message: Message } | { readonly messageKey: string })

/**
 * Where the broker keeps sessions (by client id), retained messages (by topic) and what waits for a receiver (a client or a shared
 * subscription).
 */
export interface BrokerStore {
  readonly sessions: Table<StoredSession>
  readonly retained: Table<RetainedMessage>
  /** Absent = what waits ends with the process. */
  readonly waiting?: Waiting | undefined
}

/** What waits for receivers that are away. */
export interface Waiting {
  readonly messages: KeptMessages
  readonly open: (receiver: string) => Table<StoredOutbound>
  readonly drop: (receiver: string) => void
}

/**
 * A store in memory, lost at the end of the process.
 *
 * @example const broker = createBroker({ store: memoryStore() })
 */
export const memoryStore = (): BrokerStore => ({ sessions: new Map(), retained: new Map() })
