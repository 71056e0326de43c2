import type { Lane, SpoolQueue, Waiting } from '../spool/spool-queue.ts'

/** The messages of one keg in one lane, in order; `readId` is the last one that was taken. */
export interface KegStream {
  readonly lane: Lane
  readonly kegId: string
  readId: number
}

/** Kegs take turns: a day of one's backlog does not hold up another's next message. */
export class KegTurns {
  readonly #spool: SpoolQueue
  readonly #lanes: readonly Lane[]
  readonly #streams = new Map<string, KegStream>()
  readonly #ready = new Set<KegStream>()
  readonly #taken: ReadonlySet<number>

  /** `taken`: what is in batches already. */
  constructor(spool: SpoolQueue, lanes: readonly Lane[], taken: ReadonlySet<number> = new Set()) {
    this.#spool = spool
    this.#lanes = lanes
    this.#taken = taken
    for (const lane of lanes) for (const kegId of spool.kegs(lane)) this.#ready.add(this.of(lane, kegId))
  }

  /** Whether messages may wait. */
  get any(): boolean {
    return this.#ready.size > 0
  }

  of(lane: Lane, kegId: string): KegStream {
    const key = `${lane}/${kegId}`
    const stream = this.#streams.get(key) ?? { lane, kegId, readId: 0 }
    this.#streams.set(key, stream)
    return stream
  }

  /** Gives a keg a turn, after those that have one. */
  add(stream: KegStream): void {
    if (this.#lanes.includes(stream.lane)) this.#ready.add(stream)
  }

  /** The next keg that has messages, its oldest first; its turn is over. */
  next(limit: number): { readonly stream: KegStream; readonly rows: readonly Waiting[] } | undefined {
    for (const stream of this.#ready) {
      this.#ready.delete(stream)
      const rows = this.#unread(stream, limit)
      if (rows.length > 0) return { stream, rows }
    }
    return undefined
  }

  #unread(stream: KegStream, limit: number): readonly Waiting[] {
    for (;;) {
      const rows = this.#spool.after(stream.lane, stream.kegId, stream.readId, limit)
      const unread = rows.filter(({ id }) => !this.#taken.has(id))
      if (unread.length > 0 || rows.length < limit) return unread
      stream.readId = rows.at(-1)?.id ?? stream.readId
    }
  }
}
