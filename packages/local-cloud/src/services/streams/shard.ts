import type { Shelf, Shelves } from '../../ground/shelf.ts'

/** The records of a shard that are kept at most: the horizon moves on earlier than AWS's where they are more. */
export const SHARD_RECORDS_MAX = 10_000
/** The same of those that a reader has not come to yet. */
export const UNREAD_RECORDS_MAX = 200_000

/** A record with its place in its shard. */
export interface ShardEntry<T> {
  readonly position: number
  readonly sequenceNumber: string
  readonly arrivedAtMs: number
  readonly record: T
}

/** What a shard is made with. */
export interface ShardOptions {
  readonly nowMs: () => number
  readonly retentionMs: number
  /** How long a sequence number is; all of a shard are of one length, so that they compare as text, too. */
  readonly digits: number
  readonly shelves: Shelves
  /** Of its records' shelf. */
  readonly name: string
}

/** Where shards end whose last record is gone, by name. */
const ENDS = 'shard-ends'

/** A shard of a stream, as DynamoDB's and Kinesis's are: records in the order in which they came, read by position. */
export class Shard<T> {
  readonly #options: ShardOptions
  readonly #base: bigint
  /** By position. */
  readonly #entries: Shelf<ShardEntry<T>>
  readonly #waiting = new Set<() => void>()
  readonly #readers = new Set<() => number>()
  #first: number
  /** The record there, once it was looked at. */
  #oldest: ShardEntry<T> | undefined
  #end: number
  #closed = false

  constructor(options: ShardOptions) {
    this.#options = options
    this.#base = 10n ** BigInt(options.digits - 1)
    this.#entries = options.shelves.shelf(options.name, { many: true })
    const positions = [...this.#entries.keys()].map(Number)
    this.#end = (positions.at(-1) ?? (options.shelves.shelf<number>(ENDS).get(options.name) ?? 0) - 1) + 1
    this.#first = positions[0] ?? this.#end
  }

  /** The position after the last record. */
  get end(): number {
    return this.#end
  }

  /** The position of the oldest record that is kept. */
  get horizon(): number {
    this.#trim()
    return this.#first
  }

  /** Whether nothing comes any more. */
  get closed(): boolean {
    return this.#closed
  }

  append(record: T): ShardEntry<T> {
    const entry = { position: this.#end, sequenceNumber: this.sequenceNumber(this.#end), arrivedAtMs: this.#options.nowMs(), record }
    this.#entries.set(String(entry.position), entry)
    this.#end += 1
    this.#trim()
    this.#wake()
    return entry
  }

  /** At most `limit` records from a position on; from the horizon where that is later. */
  read(position: number, limit: number): readonly ShardEntry<T>[] {
    const from = Math.max(this.horizon, position)
    return Array.from({ length: Math.max(0, Math.min(limit, this.#end - from)) }, (_, index) =>
      this.#entries.get(String(from + index)) ?? []).flat()
  }

  sequenceNumber(position: number): string {
    return String(this.#base + BigInt(position))
  }

  /** Where a sequence number is or would be; `undefined` for what is none of this shard. */
  positionOf(sequenceNumber: string): number | undefined {
    if (!/^\d+$/.test(sequenceNumber)) return undefined
    const position = Number(BigInt(sequenceNumber) - this.#base)
    return position >= 0 && position <= this.#end ? position : undefined
  }

  /** The first record that came at a time or later. */
  positionAt(timeMs: number): number {
    for (const { position, arrivedAtMs } of this.#entries.values()) if (arrivedAtMs >= timeMs) return position
    return this.#end
  }

  /** Keeps what a reader has not come to yet, whose position `at` tells, up to {@link UNREAD_RECORDS_MAX} records. Answers how it ends. */
  hold(at: () => number): () => void {
    this.#readers.add(at)
    return () => this.#readers.delete(at)
  }

  /** Resolves once there is a record at a position, the shard is closed or the signal aborts. */
  async arrived(position: number, signal: AbortSignal): Promise<void> {
    while (this.#end <= position && !this.#closed && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        this.#waiting.add(wake)
        signal.addEventListener('abort', wake)
      })
    }
  }

  /** Ends the shard; its records stay until they expire. */
  close(): void {
    this.#closed = true
    this.#wake()
  }

  /** Its records are no more. */
  clear(): void {
    this.close()
    this.#entries.clear()
    this.#oldest = undefined
    this.#options.shelves.shelf(ENDS).delete(this.#options.name)
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake()
  }

  #trim(): void {
    const oldestMs = this.#options.nowMs() - this.#options.retentionMs
    const unread = Math.max(this.#end - UNREAD_RECORDS_MAX, Math.min(...[...this.#readers].map((at) => at()), this.#end))
    while (this.#first < Math.min(unread, this.#end - SHARD_RECORDS_MAX) || this.#arrivedFirstMs() < oldestMs) {
      this.#first += 1
      if (this.#first === this.#end) this.#options.shelves.shelf<number>(ENDS).set(this.#options.name, this.#end)
      this.#entries.delete(String(this.#first - 1))
    }
  }

  /** When the oldest record came: asked with each that comes. */
  #arrivedFirstMs(): number {
    if (this.#oldest?.position !== this.#first) this.#oldest = this.#entries.get(String(this.#first))
    return this.#oldest?.arrivedAtMs ?? Infinity
  }
}
