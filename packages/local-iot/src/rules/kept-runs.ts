import type { Message, MessageSource } from '../broker/message.ts'
import type { Clock } from '../clock.ts'
import type { Table } from '../state/table.ts'

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
export const SAFE_AFTER_MS = 1000
/** Ours: runs under way, and bytes of their messages, that are acknowledged before their end; beyond, PUBACK waits for it. */
const MAX_RUNS = 10_000
const MAX_BYTES = 64 * 1024 * 1024

/** The runs of rules that are under way and ask others. Where a table is given, what was acknowledged is in it. */
export class KeptRuns {
  readonly clock: Clock
  readonly #table: Table<StoredRun> | undefined
  #last: number
  #runs = 0
  #bytes = 0

  constructor(clock: Clock, table: Table<StoredRun> | undefined) {
    this.clock = clock
    this.#table = table
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

  /** Keeps the run; answers its key, or `undefined` where nothing outlives the process. QoS 0 asks for no such care. */
  keep(run: StoredRun): string | undefined {
    if (this.#table === undefined || run.message.qos === 0) return undefined
    const key = String(++this.#last)
    this.#table.set(key, run)
    return key
  }

  change(key: string, run: StoredRun): void {
    this.#table?.set(key, run)
  }

  forget(key: string): void {
    this.#table?.delete(key)
  }
}
