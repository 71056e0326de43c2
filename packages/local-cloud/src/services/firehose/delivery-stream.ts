import type { Shelf } from '../../ground/shelf.ts'
import { deliverRecords, type DeliveryContext } from './deliver-records.ts'
import type { Destination } from './destination.ts'
import { RecordBuffer, type BufferedBatch } from './record-buffer.ts'

/** The wait after a delivery that failed. */
const RETRY_MS = 5_000

export interface DeliveryOptions {
  readonly buffer: Shelf<BufferedBatch>
  readonly nowMs: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly log: (text: string) => void
  /** Of the next delivery. */
  readonly destination: () => Destination
  readonly context: () => DeliveryContext
}

/**
 * Gathers records until there are enough, or the oldest has waited long enough, and delivers them: at least once, one delivery after the
 * other.
 */
export class DeliveryStream {
  readonly #options: DeliveryOptions
  readonly #buffer: RecordBuffer
  #waiting: AbortController | undefined
  #delivering: Promise<void> = Promise.resolve()
  #closed = false

  constructor(options: DeliveryOptions) {
    this.#options = options
    this.#buffer = new RecordBuffer(options.buffer)
  }

  /** Begins to deliver what an earlier run has left. */
  start(): void {
    this.#wait()
  }

  /** Answers the records' ids. */
  put(records: readonly Buffer[]): readonly string[] {
    const ids = this.#buffer.add(records, this.#options.nowMs())
    if (this.#buffer.bytes >= this.#options.destination().sizeBytes) this.#deliver()
    else this.#wait()
    return ids
  }

  /** Delivers all that is there; resolves, too, where that fails: the records stay on their shelf. */
  async close(): Promise<void> {
    this.#closed = true
    this.#deliver()
    await this.#delivering
  }

  /** Forgets all that is there. */
  async delete(): Promise<void> {
    this.#closed = true
    this.#waiting?.abort()
    await this.#delivering
    this.#buffer.clear()
  }

  #wait(atLeastMs = 0): void {
    if (this.#waiting !== undefined || this.#closed) return
    const { oldestMs } = this.#buffer
    if (oldestMs === undefined) return
    const { nowMs, sleep, destination } = this.#options
    const waiting = new AbortController()
    this.#waiting = waiting
    const leftMs = Math.max(atLeastMs, oldestMs + destination().intervalSec * 1000 - nowMs())
    // An aborted wait has ended in a delivery already.
    void sleep(leftMs, waiting.signal).then(() => this.#deliver(), () => undefined)
  }

  #deliver(): void {
    this.#waiting?.abort()
    this.#waiting = undefined
    this.#delivering = this.#delivering.then(async () => {
      const { records, done } = this.#buffer.take()
      if (records.length === 0) return
      try {
        await deliverRecords(records, this.#options.destination(), this.#options.context())
        done()
      } catch (error) {
        this.#options.log(`${records.length} records are not delivered yet: ${String(error)}`)
        this.#wait(RETRY_MS)
      }
    })
  }
}
