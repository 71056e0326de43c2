import type { Clock } from './clock.ts'
import type { Client, Connection } from './connection.ts'
import type { ConnectionInfo } from './hooks.ts'
import type { DisconnectReason } from './reason-code.ts'

/** One connection of a client as life-cycle events tell it and operations show it; the last one when it is away. */
export interface Presence {
  readonly clientId: string
  readonly thing: Client['thing']
  readonly principal: string
  readonly sessionIdentifier: string
  /** Grows with every connection of the client; begins at 0 again when it was away for an hour. */
  readonly versionNumber: number
  readonly connectedAtMs: number
  readonly keepAliveSec: number
  readonly sessionExpirySec: number
  readonly info: ConnectionInfo
  readonly ended: { readonly atMs: number; readonly reason: DisconnectReason } | undefined
}

/** How long a client that went is remembered: life-cycle-events.html#connect-disconnect */
const REMEMBERED_MS = 3_600_000
/** Ours: clients that are away and remembered; the first to have gone is forgotten first. */
const MAX_AWAY = 10_000

/** Which clients are connected, and how those that went did. */
export class Presences {
  readonly #clock: Clock
  readonly #here = new Map<string, { connection: Connection; presence: Presence }>()
  /** In the order in which they went. */
  readonly #away = new Map<string, Presence>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get(clientId: string): Presence | undefined {
    const here = this.#here.get(clientId)
    if (here !== undefined) return here.presence
    this.#forget()
    return this.#away.get(clientId)
  }

  /** The client that stands for a thing: the one it is exclusively attached to, else the one of its name. */
  ofThing(thingName: string): Presence | undefined {
    for (const { presence } of this.#here.values()) {
      if (presence.thing?.exclusive === true && presence.thing.thingName === thingName) return presence
    }
    return this.get(thingName)
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
    const sinceMs = this.#clock.nowMs() - REMEMBERED_MS
    for (const [clientId, { ended }] of this.#away) {
      if (this.#away.size <= MAX_AWAY && ended !== undefined && ended.atMs > sinceMs) return
      this.#away.delete(clientId)
    }
  }
}
