import { KINDS, type Kind } from './spool.ts'
import type { SpoolDatabase } from './spool-database.ts'

/** A message that has to go, to make room. */
export interface Shed {
  readonly id: number
  readonly kind: Kind
  readonly bytes: number
}

/** What messages may take, and those of one keg among them that are never shed. */
export interface RoomLimits {
  readonly maxBytes: number
  readonly maxBytesOfKeg: number
}

/** What goes first. */
const SHED_ORDER = ['telemetry', 'summary'] as const satisfies readonly Kind[]
const READ_AT_ONCE = 64

type Sheddable = (typeof SHED_ORDER)[number]

/**
 * The room for one transaction's messages. Where it is short, the oldest telemetry goes, then the oldest summaries; telemetry makes room
 * for itself out of telemetry alone. Messages in batches stay: a batch that is sent again is the same. No keg takes more than its share for
 * what is never shed, so that one that floods leaves room for the others.
 */
export class Room {
  readonly shed: Shed[] = []
  readonly #database: SpoolDatabase
  readonly #inBatch: (id: number) => boolean
  readonly #candidates: Record<Sheddable, Candidates>
  readonly #limits: RoomLimits
  /** What kegs have taken of this room. */
  readonly #taken = new Map<string, number>()
  #freeBytes: number

  constructor(database: SpoolDatabase, limits: RoomLimits, inBatch: (id: number) => boolean) {
    this.#database = database
    this.#limits = limits
    this.#inBatch = inBatch
    this.#freeBytes = limits.maxBytes - Object.values(database.counts).reduce((sum, { bytes }) => sum + bytes, 0)
    const all = (kind: Sheddable): Candidates => ({ read: [], lastId: 0, leftBytes: database.counts[kind].bytes })
    this.#candidates = { telemetry: all('telemetry'), summary: all('summary') }
  }

  /** Takes room for a message; false where there is none, and then nothing is shed for it. */
  take(kind: Kind, kegId: string, bytes: number): boolean {
    if (!KINDS[kind].sheddable && this.#isOverShare(kegId, bytes)) return false
    if (bytes > this.#freeBytes && !this.#makeRoom(kind, bytes - this.#freeBytes)) return false
    this.#freeBytes -= bytes
    if (!KINDS[kind].sheddable) this.#taken.set(kegId, (this.#taken.get(kegId) ?? 0) + bytes)
    return true
  }

  #isOverShare(kegId: string, bytes: number): boolean {
    const { maxBytes, maxBytesOfKeg } = this.#limits
    // While all together have less than that, nobody's rows are counted.
    if (maxBytes - this.#freeBytes + bytes <= maxBytesOfKeg) return false
    return this.#database.kegBytes(kegId) + (this.#taken.get(kegId) ?? 0) + bytes > maxBytesOfKeg
  }

  #makeRoom(kind: Kind, needBytes: number): boolean {
    const place = SHED_ORDER.findIndex((sheddable) => sheddable === kind)
    const kinds: readonly Sheddable[] = place === -1 ? SHED_ORDER : SHED_ORDER.slice(0, place + 1)
    // The counters spare a look at every row where that can't be enough.
    if (kinds.reduce((sum, each) => sum + this.#candidates[each].leftBytes, 0) < needBytes) return false
    const chosen: Shed[] = []
    let stillBytes = needBytes
    for (const each of kinds) {
      for (let index = 0; stillBytes > 0; index += 1) {
        const candidate = this.#candidate(each, index)
        if (candidate === undefined) break
        chosen.push(candidate)
        stillBytes -= candidate.bytes
      }
    }
    if (stillBytes > 0) return false
    for (const each of kinds) this.#drop(each, chosen.filter((candidate) => candidate.kind === each))
    return true
  }

  #candidate(kind: Sheddable, index: number): Shed | undefined {
    const candidates = this.#candidates[kind]
    while (index >= candidates.read.length) {
      const rows = this.#database.oldest(kind, candidates.lastId, READ_AT_ONCE)
      if (rows.length === 0) return undefined
      candidates.lastId = rows.at(-1)?.id ?? candidates.lastId
      candidates.read.push(...rows.filter(({ id }) => !this.#inBatch(id)).map(({ id, bytes }) => ({ id, kind, bytes })))
    }
    return candidates.read[index]
  }

  #drop(kind: Sheddable, shed: readonly Shed[]): void {
    const bytes = shed.reduce((sum, candidate) => sum + candidate.bytes, 0)
    this.#candidates[kind].read.splice(0, shed.length)
    this.#candidates[kind].leftBytes -= bytes
    this.#freeBytes += bytes
    this.shed.push(...shed)
  }
}

interface Candidates {
  readonly read: Shed[]
  lastId: number
  leftBytes: number
}
