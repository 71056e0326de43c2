import type { SpoolQueue, Waiting } from '../spool/spool-queue.ts'
import { backoffMs, earliest, type ForwardingLane, type Sendable } from './forwarding-lane.ts'
import { KegTurns, type KegStream } from './keg-turns.ts'
import { refusedForGood } from './refusal.ts'

export interface DirectLaneOptions {
  readonly spool: SpoolQueue
  readonly publish: (topic: string, payload: Uint8Array) => Promise<void>
  readonly nowMs: () => number
  /** How many messages may wait for their PUBACK. */
  readonly window: number
  /** Called when something was answered: there may be more to send. */
  readonly answered: (acknowledged: boolean) => void
}

const RETRY_MS = 1_000
const MAX_RETRY_MS = 60_000
/** After so many refusals a message is set aside: some two minutes, in which a policy may be mended. */
const MOST_REFUSALS = 8

/** A message on its way. It stays in the spool until it is acknowledged. */
interface Flight {
  readonly row: Waiting
  /** The keg whose turn it is. */
  readonly stream: KegStream
  sentAtMs?: number | undefined
  /** When it may be sent, unless it is under way. */
  dueMs: number
  tries: number
  /** How often the broker refused it by itself, and not because of the line or the load. */
  refusals: number
}

/** Messages that go each on its own topic: one at a time for a keg, so that they arrive in order; kegs side by side. */
export class DirectLane implements ForwardingLane {
  readonly #options: DirectLaneOptions
  readonly #turns: KegTurns
  readonly #flights = new Set<Flight>()
  readonly #busy = new Set<KegStream>()
  #answeredAtMs = 0
  acknowledged = 0

  constructor(options: DirectLaneOptions) {
    this.#options = options
    this.#turns = new KegTurns(options.spool, ['direct'])
  }

  get inFlight(): number {
    return [...this.#flights].filter(({ sentAtMs }) => sentAtMs !== undefined).length
  }

  get idle(): boolean {
    return this.#flights.size === 0 && !this.#turns.any
  }

  kept(rows: readonly Waiting[]): void {
    for (const { kegId } of rows) {
      const stream = this.#turns.of('direct', kegId)
      if (!this.#busy.has(stream)) this.#turns.add(stream)
    }
  }

  next(nowMs: number): Sendable | undefined {
    const flight = [...this.#flights].find(({ sentAtMs, dueMs }) => sentAtMs === undefined && dueMs <= nowMs) ?? this.#depart()
    return flight && { bytes: flight.row.payload.length, send: (atMs) => void this.#send(flight, atMs) }
  }

  dueMs(nowMs: number): number | undefined {
    return earliest([...this.#flights].map(({ sentAtMs, dueMs }) => (sentAtMs === undefined && dueMs > nowMs ? dueMs : undefined)))
  }

  unansweredSinceMs(): number | undefined {
    const sent = earliest([...this.#flights].map(({ sentAtMs }) => sentAtMs))
    return sent === undefined ? undefined : Math.max(sent, this.#answeredAtMs)
  }

  connected(): void {
    for (const flight of this.#flights) {
      flight.sentAtMs = undefined
      flight.dueMs = 0
    }
  }

  #depart(): Flight | undefined {
    if (this.#flights.size >= this.#options.window) return undefined
    const turn = this.#turns.next(1)
    const row = turn?.rows[0]
    if (turn === undefined || row === undefined) return undefined
    const flight: Flight = { row, stream: turn.stream, dueMs: 0, tries: 0, refusals: 0 }
    this.#flights.add(flight)
    this.#busy.add(turn.stream)
    return flight
  }

  async #send(flight: Flight, nowMs: number): Promise<void> {
    flight.sentAtMs = nowMs
    flight.tries += 1
    const { tries } = flight
    try {
      await this.#options.publish(flight.row.topic, flight.row.payload)
    } catch (error) {
      if (this.#isSetAside(flight, refusedForGood(error))) return
      // Sent again since: the connection it was sent on is gone.
      if (flight.tries !== tries || flight.sentAtMs === undefined) return
      flight.sentAtMs = undefined
      flight.dueMs = this.#options.nowMs() + backoffMs(RETRY_MS, tries - 1, MAX_RETRY_MS)
      this.#options.answered(false)
      return
    }
    // A PUBACK that comes late is one all the same.
    if (this.#flights.delete(flight)) this.#arrived(flight)
  }

  /** Sets a message aside that was refused too often, so that it does not hold up its keg's next ones. */
  #isSetAside(flight: Flight, reason: string | undefined): boolean {
    if (reason === undefined) return false
    flight.refusals += 1
    if (flight.refusals < MOST_REFUSALS || !this.#flights.delete(flight)) return false
    const { row } = flight
    this.#options.spool.setUnsendable(row.id, `the cloud refused ${row.topic} ${flight.refusals} times: ${reason}`)
    this.#ended(flight)
    this.#options.answered(false)
    return true
  }

  #arrived(flight: Flight): void {
    this.#answeredAtMs = this.#options.nowMs()
    this.acknowledged += 1
    this.#options.spool.forget([flight.row.id])
    this.#ended(flight)
    this.#options.answered(true)
  }

  /** The next of its keg may go. */
  #ended({ row, stream }: Flight): void {
    stream.readId = row.id
    this.#busy.delete(stream)
    this.#turns.add(stream)
  }
}
