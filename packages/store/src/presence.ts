/** A client connected, or went, as AWS IoT told it: once or twice, in any order. */
export interface PresenceEvent {
  readonly clientId: string
  readonly eventType: 'connected' | 'disconnected'
  readonly atMs: number
  /** The connection; its beginning and its end have the same. */
  readonly sessionIdentifier: string
  /** Counts a client's connections: its beginning and its end have the same. After an hour away it begins again. */
  readonly versionNumber: number
  /** Why it went, in AWS's words; absent where it did not. */
  readonly reason?: string
}

/** Whether a client is there, and since when. */
export interface Presence {
  readonly connected: boolean
  /** Since when it is so; absent = its connection is known by its end alone. */
  readonly sinceMs?: number
  /** Why it went; absent = it is there. */
  readonly reason?: string
}

/** Who connected and went; the rules write it, events by themselves. */
export interface PresenceLog {
  /** The last events of a client, in no order; none where it never connected, or is away for longer than events are kept. */
  events(clientId: string): Promise<readonly PresenceEvent[]>
}

/** A client that comes back so soon was never away: AWS advises to wait so long before it is called disconnected. */
export const LEAVING_MS = 5_000
/** After so long away a client's connections are counted anew. */
const COUNTED_ANEW_MS = 3_600_000

/**
 * Whether a client is there, by its events, in any order and however often; `undefined` where there are none. Of one connection the end
 * comes after the beginning. Of two connections, the one of the higher version is newer, unless an hour lies between them: then it is the
 * later one.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html
 * @example
 * presenceOf(await log.events('keg-01'), Date.now()) // { connected: true, sinceMs: 1790000000000 }
 */
export function presenceOf(events: readonly PresenceEvent[], nowMs: number): Presence | undefined {
  const [first, ...others] = byTime(events)
  if (first === undefined) return undefined
  const newest = others.reduce((known, next) =>
    (next.atMs - known.atMs < COUNTED_ANEW_MS && next.version < known.version ? known : next), first)
  const since = newest.beganAtMs === undefined ? {} : { sinceMs: newest.beganAtMs }
  if (newest.ended === undefined || nowMs - newest.ended.atMs < LEAVING_MS) return { connected: true, ...since }
  const { atMs, reason } = newest.ended
  return { connected: false, sinceMs: atMs, ...(reason === undefined ? {} : { reason }) }
}

/** A connection of a client. */
export interface ClientConnection {
  /** Absent = it is known by its end alone. */
  readonly beganAtMs?: number
  /** Absent = it has not ended, or nobody was told. */
  readonly endedAtMs?: number
  /** Why it ended, in AWS's words; absent where it has not. */
  readonly reason?: string
}

/**
 * The connections that events tell of, newest first; the events in any order and however often.
 *
 * @example
 * connectionsOf(await log.events('keg-01')) // [{ beganAtMs: 1790000060000 }, { beganAtMs: 1790000000000, endedAtMs: 1790000059000, … }]
 */
export const connectionsOf = (events: readonly PresenceEvent[]): readonly ClientConnection[] =>
  byTime(events).reverse().map(({ beganAtMs, ended }) => ({
    ...(beganAtMs === undefined ? {} : { beganAtMs }),
    ...(ended === undefined ? {} : { endedAtMs: ended.atMs, ...(ended.reason === undefined ? {} : { reason: ended.reason }) }),
  }))

interface Connection {
  readonly version: number
  /** When it began, as far as it is known: else when it ended. */
  readonly atMs: number
  readonly beganAtMs: number | undefined
  readonly ended: PresenceEvent | undefined
}

const byTime = (events: readonly PresenceEvent[]): Connection[] =>
  [...Map.groupBy(events, ({ sessionIdentifier, versionNumber }) => `${sessionIdentifier}#${versionNumber}`).values()]
    .map(connectionOf)
    .sort((a, b) => a.atMs - b.atMs || a.version - b.version)

function connectionOf(events: readonly PresenceEvent[]): Connection {
  const [began, ended] = (['connected', 'disconnected'] as const).map((type) => events.find(({ eventType }) => eventType === type))
  return { version: events[0]?.versionNumber ?? 0, atMs: began?.atMs ?? ended?.atMs ?? 0, beganAtMs: began?.atMs, ended }
}
