import type { Message, MessageSource } from './message.ts'
import type { PresenceChange } from './presence.ts'
import type { Routing } from './routing.ts'
import type { DisconnectReason, ReasonCode } from './reason-code.ts'

/**
 * What the listener knows of a connection before its first packet. A listener of one's own gives what it knows: the broker hands it to
 * {@link BrokerHooks.connect}, writes addresses and transport into its log, and ends a WebSocket after its time. All else is for who
 * decides.
 */
export interface ConnectionInfo {
  /** `mqtt` is plain TCP, `mqtts` TLS, `memory` a stream of this process. */
  readonly transport: 'mqtts' | 'mqtt' | 'ws' | 'memory'
  readonly sourceIp?: string | undefined
  readonly sourcePort?: number | undefined
  readonly targetIp?: string | undefined
  readonly targetPort?: number | undefined
  /** The server name that a TLS client asked for. */
  readonly serverName?: string | undefined
  /** What names the certificate of an mTLS connection, as its fingerprint. */
  readonly certificateId?: string | undefined
  /** That certificate itself, DER, for whoever decides about certificates that are not known yet; absent for others. */
  readonly certificate?: Uint8Array | undefined
  /** Whose signature a WebSocket's upgrade request carries, verified. */
  readonly accessKeyId?: string | undefined
  /** Query string and headers of a WebSocket's upgrade request. */
  readonly http?: { readonly queryString: string; readonly headers: Readonly<Record<string, string>> } | undefined
}

/** A CONNECT that is well formed, to be let in or not. */
export interface ConnectRequest {
  readonly connectionId: string
  readonly clientId: string
  readonly protocolVersion: 4 | 5
  readonly username: string | undefined
  readonly password: Uint8Array | undefined
  /** Asks for a session that outlives the connection. */
  readonly persistent: boolean
  readonly willTopic: string | undefined
  readonly info: ConnectionInfo
}

export type ConnectAnswer =
  | {
    readonly accepted: true
    readonly authorization: Authorization
    readonly disconnectAfterMs?: number | undefined
    readonly refresh?: Refresh | undefined
    readonly thing?: ConnectedThing | undefined
  }
  /** `details` are for the log alone. */
  | {
    readonly accepted: false
    readonly code: ReasonCode
    readonly reason: string
    readonly details?: string | undefined
    readonly thing?: ConnectedThing | undefined
  }

/**
 * The thing that a client stands for, where there is a registry of things; `exclusive` when its principal stands for no other. The broker
 * shows it in {@link Presence}.
 */
export interface ConnectedThing {
  readonly thingName: string
  readonly exclusive: boolean
}

/** A permission that is looked at again while the connection is there; `ask` answers why it is to end, if it is. */
export interface Refresh {
  readonly everyMs: number
  readonly ask: () => Promise<string | undefined>
}

export type ClientAction = 'Publish' | 'RetainPublish' | 'Subscribe' | 'Receive'

/** What one connection may do; asked again for each packet, so that a changed policy acts on live connections. */
export interface Authorization {
  /** Who it is, as the log and {@link Presence} name it. */
  readonly principal: string
  /** Why this is not allowed, or `undefined` where it is. */
  refusal(action: ClientAction, topic: string): string | undefined
  /** What came nearest to allowing what is refused, for the log alone: it takes time, and strangers are told nothing of policies. */
  details?(action: ClientAction, topic: string): string | undefined
}

/** A refusal as the log tells it. */
export const withDetails = (refusal: string, details: string | undefined): string =>
  (details === undefined ? refusal : `${refusal.replace(/\.$/, '')}. ${details}`)

/** What the broker asks of whoever it is part of. */
export interface BrokerHooks {
  /** Whether a client is let in, and what it may do; absent = everybody may do everything. */
  connect?(request: ConnectRequest): Promise<ConnectAnswer>
  /**
   * A message was handed to subscribers: now to whoever else wants it. Its PUBACK waits until that is safe; `undefined` where nothing is
   * under way.
   */
  published?(message: Message, source: MessageSource): Routing | undefined
  /**
   * Why nobody serves a topic that clients may publish to: such a message is refused. `undefined` where somebody does; absent = all are
   * served.
   */
  unserved?(topic: string): string | undefined
  /** Whether messages of this topic go to subscribers, beside `published`; absent = all do. */
  reachesSubscribers?(topic: string): boolean
  /**
   * Told of clients that come, go, subscribe or are refused; a message that is answered is published by the broker, past rights and meter.
   */
  presence?(change: PresenceChange): Message | undefined
}

/** Hooks with something in place of the two that are asked for each connection and each message. */
export interface CompleteHooks {
  readonly connect: NonNullable<BrokerHooks['connect']>
  readonly published: NonNullable<BrokerHooks['published']>
  readonly unserved: BrokerHooks['unserved']
  readonly reachesSubscribers: BrokerHooks['reachesSubscribers']
  readonly presence: BrokerHooks['presence']
}

const EVERYTHING: ConnectAnswer = { accepted: true, authorization: { principal: 'anonymous', refusal: () => undefined } }

/** The hooks, each callable by itself. */
export const hooksOf = (hooks: BrokerHooks): CompleteHooks => ({
  connect: hooks.connect?.bind(hooks) ?? (() => Promise.resolve(EVERYTHING)),
  published: hooks.published?.bind(hooks) ?? (() => undefined),
  unserved: hooks.unserved?.bind(hooks),
  reachesSubscribers: hooks.reachesSubscribers?.bind(hooks),
  presence: hooks.presence?.bind(hooks),
})

export interface BrokerEvent {
  readonly level: 'info' | 'warn' | 'error'
  readonly event:
    | 'connected' | 'disconnected' | 'connect-refused' | 'publish-refused' | 'subscribe-refused'
    | 'receive-denied' | 'message-dropped' | 'quota-exceeded' | 'routing-failed' | 'handler-failed' | 'published' | 'subscribed'
  readonly message: string
  readonly clientId?: string | undefined
  readonly topic?: string | undefined
  /** How many times since the last such entry. */
  readonly count?: number
  readonly reason?: DisconnectReason | undefined
  /** Who it is, as in {@link Authorization}. */
  readonly principal?: string | undefined
  readonly sourceIp?: string | undefined
  readonly sourcePort?: number | undefined
  readonly traceId?: string | undefined
}

export type BrokerLog = (event: BrokerEvent) => void
