import type { BrokerRates } from './quotas.ts'

/** What the broker takes and keeps at most. `Infinity` = no bound. */
export interface BrokerLimits extends BrokerRates {
  /** The largest payload of a message or a Will. */
  readonly maxPayloadBytes: number
  /** The largest packet, which CONNACK announces to MQTT 5 clients. */
  readonly maxPacketBytes: number
  /** The largest CONNECT, taken before anybody is known. */
  readonly maxConnectBytes: number
  /** How long a connection may take to send its CONNECT. */
  readonly connectTimeoutMs: number
  /** Bytes that a client may send after its CONNECT while nobody has decided on it yet. */
  readonly maxEarlyBytes: number
  readonly maxClientIdBytes: number
  /** Levels of a topic and a filter: each costs memory where something is subscribed or retained. */
  readonly maxTopicLevels: number
  /** QoS 1 messages of one connection that are not acknowledged, in each direction; MQTT 5's Receive Maximum. */
  readonly maxInFlight: number
  /** After how long QoS 1 without a PUBACK is sent again over the same connection; `Infinity` = never, as MQTT says. */
  readonly resendAfterMs: number
  /** After how long it is given up instead. */
  readonly resendForMs: number
  readonly maxTopicAliases: number
  /** Subscriptions of one session. */
  readonly maxSubscriptions: number
  readonly maxFiltersPerSubscribe: number
  /** A shorter keep alive counts as this. */
  readonly minKeepAliveSec: number
  /** A longer keep alive counts as this, and none (0) too where this is less than MQTT's largest. */
  readonly maxKeepAliveSec: number
  /** The longest that a session outlives its connection, and how long one of MQTT 3.1.1 does; {@link NEVER_SEC} = for ever. */
  readonly maxSessionExpirySec: number
  readonly maxMessageExpirySec: number
  readonly maxRetainedMessages: number
  /** How long a connection over a WebSocket lasts. */
  readonly maxWebSocketMs: number
  /** Messages and bytes that wait for one session; the newest beyond are dropped, with a log line a second. */
  readonly maxQueuedMessages: number
  readonly maxQueuedBytes: number
  /** Sessions that outlive their connection, present or away; a client with a new one beyond is refused. */
  readonly maxKeptSessions: number
  /** Bytes written and not yet taken by a reader, over which it counts as slow: then QoS 0 is dropped and QoS 1 waits. */
  readonly slowReaderBytes: number
  /** How long a client that went is remembered, and how many are. */
  readonly rememberedForMs: number
  readonly maxRemembered: number
}

/** A session expiry interval that never ends. */
export const NEVER_SEC = 0xffff_ffff
/** MQTT's longest keep alive, in seconds, and its longest string, in bytes. */
export const LONGEST = 0xffff

const KIB = 1024
const HOUR_MS = 3_600_000

/**
 * MQTT's own limits where it has some; elsewhere what a machine can carry.
 *
 * @example const broker = createBroker({ limits: { ...defaultLimits, maxPayloadBytes: 16 * 1024 } })
 */
export const defaultLimits: BrokerLimits = {
  maxPayloadBytes: 256 * KIB,
  // Room for the longest topic and as much again for properties.
  maxPacketBytes: 256 * KIB + 2 * LONGEST,
  // Room for a Will, whose topic and payload are at most 64 KiB each, beside a client id, a user name and a password.
  maxConnectBytes: 256 * KIB,
  connectTimeoutMs: 10_000,
  maxEarlyBytes: KIB * KIB,
  maxClientIdBytes: LONGEST,
  maxTopicLevels: 200,
  maxInFlight: 1000,
  resendAfterMs: Number.POSITIVE_INFINITY,
  resendForMs: Number.POSITIVE_INFINITY,
  maxTopicAliases: 100,
  maxSubscriptions: 10_000,
  maxFiltersPerSubscribe: Number.POSITIVE_INFINITY,
  minKeepAliveSec: 0,
  maxKeepAliveSec: LONGEST,
  maxSessionExpirySec: NEVER_SEC,
  maxMessageExpirySec: NEVER_SEC,
  maxRetainedMessages: 100_000,
  maxWebSocketMs: Number.POSITIVE_INFINITY,
  maxQueuedMessages: 10_000,
  maxQueuedBytes: 16 * KIB * KIB,
  maxKeptSessions: 100_000,
  slowReaderBytes: KIB * KIB,
  rememberedForMs: HOUR_MS,
  maxRemembered: 10_000,
  publishesPerSec: Number.POSITIVE_INFINITY,
  bytesPerSec: Number.POSITIVE_INFINITY,
  connectsPerSec: Number.POSITIVE_INFINITY,
  queuedPerSec: Number.POSITIVE_INFINITY,
  sharedQueuedPerSec: Number.POSITIVE_INFINITY,
}

/** The limits that were given, and the default ones for the others; a larger payload makes room for itself in packets. */
export function limitsOf(given: Partial<BrokerLimits>): BrokerLimits {
  const limits = { ...defaultLimits, ...given }
  if (given.maxPacketBytes !== undefined || given.maxPayloadBytes === undefined) return limits
  return { ...limits, maxPacketBytes: given.maxPayloadBytes + 2 * LONGEST }
}
