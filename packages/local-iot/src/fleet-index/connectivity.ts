import type { Presence, PresenceChange, Table } from '@keg/mqtt-broker'

/** How the client of a thing's name is, or was, connected. */
export interface ThingConnection {
  readonly connected: boolean
  /** Of the connection, or of its end; absent where nothing of it is known. */
  readonly timestampMs?: number | undefined
  /** Absent while it is connected. */
  readonly disconnectReason?: string | undefined
  readonly clientId?: string | undefined
  readonly keepAliveSec?: number | undefined
  readonly sessionExpirySec?: number | undefined
  readonly version?: number | undefined
  readonly socket?: ThingSocket | undefined
}

export interface ThingSocket {
  readonly sourceIp: string | undefined
  readonly sourcePort: number | undefined
  readonly targetIp: string | undefined
  readonly targetPort: number | undefined
}

/** What is known of a thing that was never connected while its connectivity was indexed. */
const NEVER_CONNECTED: ThingConnection = { connected: false }

export interface ConnectivityOptions {
  readonly table: Table<ThingConnection>
  readonly nowMs: () => number
  readonly hasThing: (thingName: string) => boolean
  /** The last connection of a client, as long as the broker remembers it. */
  readonly presence: (clientId: string) => Presence | undefined
  readonly onChange: (thingName: string) => void
}

/**
 * How things are connected, kept as long as their connectivity is indexed. A thing's client is the one of its name.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-connectivity-status.html
 */
export class Connectivity {
  readonly #options: ConnectivityOptions
  #isOn = false

  constructor(options: ConnectivityOptions) {
    this.#options = options
  }

  /** Goes on after a restart: who was connected is so no more. */
  resume(): void {
    const { table, nowMs } = this.#options
    this.#isOn = true
    for (const [thingName, { socket: _, ...known }] of [...table.entries()]) {
      if (known.connected) table.set(thingName, { ...known, connected: false, disconnectReason: 'CONNECTION_LOST', timestampMs: nowMs() })
    }
  }

  /** Begins with what the broker knows of these things. */
  start(thingNames: Iterable<string>): void {
    this.#isOn = true
    for (const thingName of thingNames) this.thingCreated(thingName)
  }

  /** Ends, and forgets everything. */
  stop(): void {
    const { table } = this.#options
    this.#isOn = false
    for (const thingName of [...table.keys()]) table.delete(thingName)
  }

  of(thingName: string): ThingConnection {
    return this.#options.table.get(thingName) ?? NEVER_CONNECTED
  }

  thingCreated(thingName: string): void {
    const presence = this.#isOn ? this.#options.presence(thingName) : undefined
    if (presence !== undefined) this.#options.table.set(thingName, connectionOf(presence))
  }

  thingDeleted(thingName: string): void {
    if (this.#isOn) this.#options.table.delete(thingName)
  }

  readonly changed = (change: PresenceChange): void => {
    if (!this.#isOn || (change.kind !== 'connected' && change.kind !== 'disconnected')) return
    const { clientId } = change.presence
    if (!this.#options.hasThing(clientId)) return
    this.#options.table.set(clientId, connectionOf(change.presence))
    this.#options.onChange(clientId)
  }
}

function connectionOf(presence: Presence): ThingConnection {
  const { clientId, keepAliveSec, sessionExpirySec, versionNumber: version, connectedAtMs, ended, info } = presence
  const { sourceIp, sourcePort, targetIp, targetPort } = info
  const known = { clientId, keepAliveSec, sessionExpirySec, version, socket: { sourceIp, sourcePort, targetIp, targetPort } }
  return ended === undefined
    ? { ...known, connected: true, timestampMs: connectedAtMs }
    : { ...known, connected: false, timestampMs: ended.atMs, disconnectReason: ended.reason }
}

/** The same as answers have it; `sessionExpiry` is there for a persistent session. */
export function connectivityDocument({ connected, timestampMs, disconnectReason, ...known }: ThingConnection) {
  const { clientId, keepAliveSec, sessionExpirySec } = known
  return {
    connected, timestamp: timestampMs, disconnectReason, clientId, keepAliveDuration: keepAliveSec,
    cleanSession: sessionExpirySec === undefined ? undefined : sessionExpirySec === 0,
    sessionExpiry: sessionExpirySec === 0 ? undefined : sessionExpirySec,
  }
}
