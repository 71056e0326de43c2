import type { PresenceChange, Table } from '@keg/mqtt-broker'
import { incidentKey, type ConnectionIncident } from '../../state/audits.ts'

/** How many connections of an incident are told, the last ones. */
const MAX_CONNECTIONS = 10
/** How many incidents are kept; past it the oldest goes. */
const MAX_INCIDENTS = 10_000

/** Notes what audits ask of connections: one certificate of several clients at once, and clients that put each other off the line. */
export class ConnectionIncidents {
  readonly #table: Table<ConnectionIncident>
  /** The clients that are connected, by certificate. */
  readonly #connected = new Map<string, Map<string, number>>()

  constructor(table: Table<ConnectionIncident>) {
    this.#table = table
  }

  changed(change: PresenceChange): void {
    if (change.kind !== 'connected' && change.kind !== 'disconnected') return
    const { clientId, principal, info: { certificateId }, connectedAtMs, ended } = change.presence
    if (change.kind === 'disconnected') {
      if (certificateId !== undefined) this.#gone(certificateId, clientId)
      if (ended?.reason === 'DUPLICATE_CLIENTID')
        this.#note('client-id', clientId, { clientId, principal, atMs: ended.atMs })
      return
    }
    if (certificateId === undefined) return
    const clients = this.#connected.get(certificateId) ?? new Map<string, number>()
    this.#connected.set(certificateId, clients.set(clientId, connectedAtMs))
    if (clients.size > 1) {
      for (const [id, atMs] of clients) this.#note('shared-certificate', certificateId, { clientId: id, principal, atMs })
    }
  }

  #gone(certificateId: string, clientId: string): void {
    const clients = this.#connected.get(certificateId)
    clients?.delete(clientId)
    if (clients?.size === 0) this.#connected.delete(certificateId)
  }

  #note(kind: ConnectionIncident['kind'], id: string, connection: ConnectionIncident['connections'][number]): void {
    const key = incidentKey(kind, id)
    const known = this.#table.get(key)?.connections ?? []
    const isKnown = known.some(({ clientId, atMs }) => clientId === connection.clientId && atMs === connection.atMs)
    if (isKnown) return
    const [oldest] = this.#table.keys()
    if (this.#table.size >= MAX_INCIDENTS && oldest !== undefined) this.#table.delete(oldest)
    // Most recent first.
    this.#table.set(key, { kind, id, connections: [connection, ...known].slice(0, MAX_CONNECTIONS), lastAtMs: connection.atMs })
  }
}
