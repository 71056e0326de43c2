/** The records of a shard that are kept at most: the horizon moves on earlier than AWS's where they are more. */
export const SHARD_RECORDS_MAX = 10_000

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
}

/** A shard of a stream, as DynamoDB's and Kinesis's are: records in the order in which they came, read by position. */
export class Shard<T> {
  readonly #options: ShardOptions
  readonly #base: bigint
  readonly #entries: ShardEntry<T>[] = []
  readonly #waiting = new Set<() => void>()
  #end = 0
  #closed = false

  constructor(options: ShardOptions) {
    this.#options = options
    this.#base = 10n ** BigInt(options.digits - 1)
  }

  /** The position after the last record. */
  get end(): number {
    return this.#end
  }

  /** The position of the oldest record that is kept. */
  get horizon(): number {
    this.#trim()
    return this.#entries[0]?.position ?? this.#end
  }

  /** Whether nothing comes any more. */
  get closed(): boolean {
    return this.#closed
  }

  append(record: T): ShardEntry<T> {
    const entry = { position: this.#end, sequenceNumber: this.sequenceNumber(this.#end), arrivedAtMs: this.#options.nowMs(), record }
    this.#entries.push(entry)
    this.#end += 1
    this.#trim()
    this.#wake()
    return entry
  }

  /** At most `limit` records from a position on; from the horizon where that is later. */
  read(position: number, limit: number): readonly ShardEntry<T>[] {
    const from = Math.max(0, position - this.horizon)
    return this.#entries.slice(from, from + limit)
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
    return this.#entries.find(({ arrivedAtMs }) => arrivedAtMs >= timeMs)?.position ?? this.#end
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

  #wake(): void {
    for (const wake of [...this.#waiting]) wake()
  }

  #trim(): void {
    const oldestMs = this.#options.nowMs() - this.#options.retentionMs
    while (this.#entries.length > SHARD_RECORDS_MAX || (this.#entries[0]?.arrivedAtMs ?? Infinity) < oldestMs) this.#entries.shift()
  }
}
