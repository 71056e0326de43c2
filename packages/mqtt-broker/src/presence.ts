import type { Clock } from './clock.ts'
import type { Client } from './client.ts'
import type { Connection } from './connection.ts'
import type { ConnectionInfo } from './hooks.ts'
import type { BrokerLimits } from './limits.ts'
import type { DisconnectReason } from './reason-code.ts'

/** What {@link BrokerHooks.presence} is told of. */
export type PresenceChange =
  | { readonly kind: 'connected' | 'disconnected'; readonly presence: Presence }
  | {
    readonly kind: 'subscribed' | 'unsubscribed'
    readonly presence: Presence
    readonly filters: readonly string[]
    readonly atMs: number
  }
  | RefusedConnect

/** A CONNECT that was refused for want of permission: to connect, or to leave its Will. */
export interface RefusedConnect extends Pick<Presence, 'clientId' | 'thing' | 'info'> {
  readonly kind: 'connect-refused'
  readonly connectionId: string
  readonly atMs: number
}

/** One connection of a client; the last one when it is away. */
export interface Presence {
  readonly clientId: string
  readonly thing: Client['thing']
  readonly principal: string
  readonly sessionIdentifier: string
  /** Grows with every connection of the client; begins at 0 again when it was forgotten meanwhile. */
  readonly versionNumber: number
  readonly connectedAtMs: number
  readonly keepAliveSec: number
  readonly sessionExpirySec: number
  readonly info: ConnectionInfo
  readonly ended: { readonly atMs: number; readonly reason: DisconnectReason } | undefined
}

/** Which clients are connected, and how those that went did. */
export class Presences {
  readonly #clock: Clock
  readonly #limits: BrokerLimits
  readonly #here = new Map<string, { connection: Connection; presence: Presence }>()
  /** In the order in which they went. */
  readonly #away = new Map<string, Presence>()

  constructor(clock: Clock, limits: BrokerLimits) {
    this.#clock = clock
    this.#limits = limits
  }

  get(clientId: string): Presence | undefined {
    const here = this.#here.get(clientId)
    if (here !== undefined) return here.presence
    this.#forget()
    return this.#away.get(clientId)
  }

  connected(connection: Connection, { clientId, thing, authorization, session }: Client, keepAliveSec: number): Presence {
    const last = this.get(clientId)
    const presence = {
      clientId, thing, keepAliveSec,
      principal: authorization.principal,
      sessionIdentifier: connection.id,
      versionNumber: last === undefined ? 0 : last.versionNumber + 1,
      connectedAtMs: this.#clock.nowMs(),
      sessionExpirySec: session.state.expirySec,
      info: connection.info,
      ended: undefined,
    }
    this.#away.delete(clientId)
    this.#here.set(clientId, { connection, presence })
    return presence
  }

  /** `undefined` when another connection is the client's by now. */
  disconnected(connection: Connection, { clientId, session }: Client, reason: DisconnectReason): Presence | undefined {
    const here = this.#here.get(clientId)
    if (here?.connection !== connection) return undefined
    this.#here.delete(clientId)
    const presence = { ...here.presence, sessionExpirySec: session.state.expirySec, ended: { atMs: this.#clock.nowMs(), reason } }
    this.#forget()
    this.#away.set(clientId, presence)
    return presence
  }

  #forget(): void {
    const { rememberedForMs, maxRemembered } = this.#limits
    const sinceMs = this.#clock.nowMs() - rememberedForMs
    for (const [clientId, { ended }] of this.#away) {
      // The first to have gone is forgotten first.
      if (this.#away.size <= maxRemembered && ended !== undefined && ended.atMs > sinceMs) return
      this.#away.delete(clientId)
    }
  }
}
