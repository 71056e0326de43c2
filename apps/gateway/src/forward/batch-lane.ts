import { MAX_BATCHED } from '@keg/message-schemas/keg'
import type { Lane, SpoolQueue, Waiting } from '../spool/spool-queue.ts'
import { batchItem, MAX_BATCH_BYTES, OpenBatch } from './batch-encoding.ts'
import { backoffMs, earliest, type ForwardingLane, type Sendable } from './forwarding-lane.ts'
import { KegTurns, type KegStream } from './keg-turns.ts'

export interface BatchLaneOptions {
  readonly spool: SpoolQueue
  readonly lanes: readonly Lane[]
  readonly publish: (payload: Uint8Array) => Promise<void>
  readonly newId: () => string
  readonly nowMs: () => number
  readonly everyMs: () => number
  readonly window: number
  readonly acknowledgedWithinMs: number
  /** Called when there may be more to send. */
  readonly changed: () => void
}

/** How long the first message after a quiet time waits for others. */
const GATHER_MS = 250
const RETRY_MS = 1_000
const MAX_RESEND_MS = 300_000
/** How many messages a keg gives in its turn. */
const TURN_ROWS = 16

interface Batch {
  readonly batchId: string
  readonly rows: number
  readonly payload: Uint8Array
  /** What its messages take in it, before it is compressed. */
  readonly plainBytes: number
  /** When it was first sent on this connection. */
  sentAtMs?: number | undefined
  /** When it is sent (again), unless it is acknowledged before. */
  dueMs: number
  tries: number
}

/**
 * Messages that go many at once. What is in a batch is on the disk before it is sent, and deleted when the cloud says that it is booked.
 */
export class BatchLane implements ForwardingLane {
  readonly #options: BatchLaneOptions
  readonly #turns: KegTurns
  readonly #batches: Batch[]
  #building = false
  /** All that waits goes at once, until nothing does. */
  #hurry = false
  /** A message waits that somebody waits for: an alert, a reply, what a keg reports. */
  #urgent = false
  #builtAtMs = -Infinity
  #retryAtMs = -Infinity
  #waitingSinceMs: number | undefined
  #answeredAtMs = 0
  sent = 0
  resent = 0
  acknowledged = 0

  constructor(options: BatchLaneOptions) {
    this.#options = options
    const assigned = options.spool.batches()
    this.#turns = new KegTurns(options.spool, options.lanes, new Set(assigned.flatMap(({ messages }) => messages.map(({ id }) => id))))
    this.#batches = assigned.flatMap(({ batchId, messages }) => this.#assignedBefore(batchId, messages))
    this.#urgent = options.lanes.includes('direct') && options.spool.amount('direct').rows > 0
  }

  get inFlight(): number {
    return this.#batches.length
  }

  get idle(): boolean {
    return this.#batches.length === 0 && !this.#building && !this.#turns.any
  }

  kept(rows: readonly Waiting[], lane: (row: Waiting) => Lane): void {
    for (const row of rows) {
      this.#turns.add(this.#turns.of(lane(row), row.kegId))
      this.#urgent ||= lane(row) === 'direct'
    }
  }

  hurry(): void {
    this.#hurry = true
  }

  next(nowMs: number): Sendable | undefined {
    if (this.#buildDueMs(nowMs) <= nowMs) this.#build(nowMs)
    const batch = this.#batches.find(({ dueMs }) => dueMs <= nowMs)
    return batch && { bytes: batch.payload.length, send: (atMs) => void this.#send(batch, atMs) }
  }

  dueMs(nowMs: number): number | undefined {
    const buildDueMs = this.#buildDueMs(nowMs)
    const due = [...this.#batches.map(({ dueMs }) => dueMs), buildDueMs]
    return earliest(due.filter((dueMs) => dueMs > nowMs && Number.isFinite(dueMs)))
  }

  unansweredSinceMs(): number | undefined {
    const sent = earliest(this.#batches.map(({ sentAtMs }) => sentAtMs))
    return sent === undefined ? undefined : Math.max(sent, this.#answeredAtMs)
  }

  connected(): void {
    for (const batch of this.#batches) {
      batch.sentAtMs = undefined
      batch.dueMs = 0
    }
  }

  /** Forgets what a batch held; false where it is none of those that wait. */
  booked(batchId: string): boolean {
    const place = this.#batches.findIndex((batch) => batch.batchId === batchId)
    if (place === -1) return false
    this.#batches.splice(place, 1)
    this.#answeredAtMs = this.#options.nowMs()
    this.acknowledged += 1
    this.#options.spool.booked(batchId)
    return true
  }

  async #send(batch: Batch, nowMs: number): Promise<void> {
    batch.sentAtMs ??= nowMs
    batch.dueMs = nowMs + backoffMs(this.#options.acknowledgedWithinMs, batch.tries, MAX_RESEND_MS)
    batch.tries += 1
    const { tries } = batch
    if (tries === 1) this.sent += 1
    else this.resent += 1
    try {
      await this.#options.publish(batch.payload)
    } catch {
      // Sent again since: the connection it was sent on is gone.
      if (batch.tries !== tries || batch.sentAtMs === undefined) return
      batch.dueMs = this.#options.nowMs() + backoffMs(RETRY_MS, tries - 1, MAX_RESEND_MS)
      this.#options.changed()
    }
  }

  /** When the next batch is to be made; infinite = not before something happens. */
  #buildDueMs(nowMs: number): number {
    if (this.#building || this.#batches.length >= this.#options.window || !this.#turns.any) return Infinity
    this.#waitingSinceMs ??= nowMs
    if (this.#hurry || this.#isFull()) return Math.max(nowMs, this.#retryAtMs)
    return Math.max(this.#builtAtMs + (this.#urgent ? 0 : this.#options.everyMs()), this.#waitingSinceMs + GATHER_MS, this.#retryAtMs)
  }

  /** Whether a whole batch waits, more or less: the spool counts what messages take on the disk. */
  #isFull(): boolean {
    const waiting = this.#options.lanes.map((lane) => this.#options.spool.amount(lane))
    const rows = waiting.reduce((sum, amount) => sum + amount.rows, 0) - this.#batches.reduce((sum, batch) => sum + batch.rows, 0)
    const bytes = waiting.reduce((sum, amount) => sum + amount.bytes, 0) - this.#batches.reduce((sum, batch) => sum + batch.plainBytes, 0)
    return rows >= MAX_BATCHED || bytes >= MAX_BATCH_BYTES
  }

  #build(nowMs: number): void {
    const before = new Map<KegStream, number>()
    const open = new OpenBatch()
    const ids: number[] = []
    for (let full = false; !full; ) {
      const turn = this.#turns.next(TURN_ROWS)
      if (turn === undefined) break
      if (!before.has(turn.stream)) before.set(turn.stream, turn.stream.readId)
      full = !turn.rows.every((row) => this.#take(row, open, turn.stream, ids))
      // It may have more; where it has not, its next turn ends at once.
      this.#turns.add(turn.stream)
    }
    this.#waitingSinceMs = this.#turns.any ? nowMs : undefined
    if (!this.#turns.any) this.#hurry = this.#urgent = false
    if (ids.length === 0) return
    this.#builtAtMs = nowMs
    void this.#assign(open, ids, before)
  }

  /** False where the batch is full. */
  #take(row: Waiting, open: OpenBatch, stream: KegStream, ids: number[]): boolean {
    const item = batchItem(row)
    if (!item.ok) this.#options.spool.setUnsendable(row.id, item.reason)
    else if (open.take(item.text, item.bytes)) ids.push(row.id)
    else return false
    stream.readId = row.id
    return true
  }

  async #assign(open: OpenBatch, ids: readonly number[], before: ReadonlyMap<KegStream, number>): Promise<void> {
    this.#building = true
    const batchId = this.#options.newId()
    try {
      await this.#options.spool.assign(batchId, ids)
      this.#batches.push({ batchId, rows: ids.length, payload: open.encode(batchId), plainBytes: open.bytes, dueMs: 0, tries: 0 })
    } catch {
      // The spool says what is wrong with the disk. The messages are taken again, in order.
      this.#retryAtMs = this.#options.nowMs() + RETRY_MS
      for (const [stream, readId] of before) {
        stream.readId = readId
        this.#turns.add(stream)
      }
    } finally {
      this.#building = false
    }
    this.#options.changed()
  }

  #assignedBefore(batchId: string, messages: readonly Waiting[]): Batch[] {
    const open = new OpenBatch()
    for (const message of messages) {
      const item = batchItem(message)
      if (item.ok) open.take(item.text, item.bytes)
    }
    if (open.count > 0)
      return [{ batchId, rows: messages.length, payload: open.encode(batchId), plainBytes: open.bytes, dueMs: 0, tries: 0 }]
    this.#options.spool.booked(batchId)
    return []
  }
}
