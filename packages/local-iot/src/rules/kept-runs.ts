import type { Clock, Message, MessageSource, Table } from '@keg/mqtt-broker'

/** What one rule makes of one message, as the data folder has it until its actions have ended. */
export interface StoredRun {
  readonly ruleName: string
  /** The rule as it was then: its TopicRulePayload in JSON. */
  readonly definition: string
  readonly message: Message
  readonly source: MessageSource
  readonly nowMs: number
  readonly traceId: string | undefined
  /** Absent = the rule was still asking others. */
  readonly output: StoredOutput | undefined
  /** The places in the rule of the actions that are still to be delivered. */
  readonly due: readonly number[]
}

export interface StoredOutput {
  readonly payload: Uint8Array
  /** The bytes are no JSON. */
  readonly isBinary: boolean
}

/** How long a PUBACK waits for actions at most where nothing outlives the process. */
const SAFE_AFTER_MS = 1000
/** Actions that are through sooner cost no write: most are, in a queue or a function on this machine. */
const KEEP_AFTER_MS = 10
/** Ours: runs under way, and bytes of their messages, that are acknowledged before their end; beyond, PUBACK waits for it. */
const MAX_RUNS = 10_000
const MAX_BYTES = 64 * 1024 * 1024

/** The runs of rules that are under way and ask others. Where a table is given, what was acknowledged is in it. */
export class KeptRuns {
  readonly #clock: Clock
  readonly #table: Table<StoredRun> | undefined
  readonly #onError: (run: StoredRun, error: unknown) => void
  #last: number
  #runs = 0
  #bytes = 0

  /** `onError` is told of what the table does not take: the run is then not kept. */
  constructor(clock: Clock, table: Table<StoredRun> | undefined, onError: (run: StoredRun, error: unknown) => void) {
    this.#clock = clock
    this.#table = table
    this.#onError = onError
    this.#last = Math.max(0, ...[...(table?.keys() ?? [])].map(Number))
  }

  /** What an earlier process left under way, in order. */
  left(): [key: string, run: StoredRun][] {
    return [...(this.#table?.entries() ?? [])]
  }

  /** Whether one more message of so many bytes may be acknowledged before its actions end. */
  hasRoomFor(bytes: number): boolean {
    return this.#runs < MAX_RUNS && this.#bytes + bytes <= MAX_BYTES
  }

  begin(bytes: number): void {
    this.#runs += 1
    this.#bytes += bytes
  }

  end(bytes: number): void {
    this.#runs -= 1
    this.#bytes -= bytes
  }

  /** Calls back when actions have taken so long that their message is to be made safe; the function returned takes it back. */
  afterWhile(message: Message, secure: () => void): () => void {
    return this.#clock.after(this.#keeps(message) ? KEEP_AFTER_MS : SAFE_AFTER_MS, secure)
  }

  /** Keeps the run; answers its key, `none` where nothing is kept for its message, `failed` where the table does not take it. */
  keep(run: StoredRun): { readonly key: string } | 'none' | 'failed' {
    if (!this.#keeps(run.message)) return 'none'
    const key = String(++this.#last)
    return this.#write(run, (table) => table.set(key, run)) ? { key } : 'failed'
  }

  change(key: string, run: StoredRun): void {
    this.#write(run, (table) => table.set(key, run))
  }

  forget(key: string, run: StoredRun): void {
    this.#write(run, (table) => table.delete(key))
  }

  /** QoS 0 asks for no such care. */
  #keeps({ qos }: Message): boolean {
    return this.#table !== undefined && qos === 1
  }

  #write(run: StoredRun, write: (table: Table<StoredRun>) => void): boolean {
    try {
      if (this.#table !== undefined) write(this.#table)
      return true
    } catch (error) {
      this.#onError(run, error)
      return false
    }
  }
}
