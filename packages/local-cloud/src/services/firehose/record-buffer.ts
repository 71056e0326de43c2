import type { Shelf } from '../../ground/shelf.ts'
import type { PendingRecord } from './pending-record.ts'

/** Records that were put together, as they wait for their delivery. */
export interface BufferedBatch {
  readonly arrivedAtMs: number
  /** Base64. */
  readonly records: readonly string[]
}

/** What a delivery takes out of the buffer. */
export interface TakenRecords {
  readonly records: readonly PendingRecord[]
  /** Once they are delivered: takes them off the shelf. */
  done(): void
}

/** The undelivered records of a stream, on a shelf, so that they outlive a kill. */
export class RecordBuffer {
  readonly #shelf: Shelf<BufferedBatch>
  #next: number
  #bytes = 0

  constructor(shelf: Shelf<BufferedBatch>) {
    this.#shelf = shelf
    this.#next = Math.max(-1, ...[...shelf.keys()].map(Number)) + 1
    for (const { records } of shelf.values()) this.#bytes += bytesOf(records)
  }

  get bytes(): number {
    return this.#bytes
  }

  /** When the oldest record came; `undefined` where there is none. */
  get oldestMs(): number | undefined {
    const [oldest] = this.#shelf.values()
    return oldest?.arrivedAtMs
  }

  /** Answers the records' ids. */
  add(records: readonly Buffer[], arrivedAtMs: number): readonly string[] {
    const key = String(this.#next)
    this.#next += 1
    const batch = { arrivedAtMs, records: records.map((record) => record.toString('base64')) }
    this.#shelf.set(key, batch)
    this.#bytes += bytesOf(batch.records)
    return records.map((_, index) => recordId(key, index))
  }

  /** All that is there; what comes later is for the next. */
  take(): TakenRecords {
    const batches = [...this.#shelf.entries()]
    return {
      records: batches.flatMap(([key, { arrivedAtMs, records }]) =>
        records.map((data, index) => ({ recordId: recordId(key, index), arrivedAtMs, data: Buffer.from(data, 'base64') }))),
      done: () => {
        for (const [key, { records }] of batches) {
          if (this.#shelf.delete(key)) this.#bytes -= bytesOf(records)
        }
      },
    }
  }

  clear(): void {
    this.take().done()
  }
}

/** 56 digits, as AWS's are. */
function recordId(key: string, index: number): string {
  return `49${key.padStart(48, '0')}${String(index).padStart(6, '0')}`
}

function bytesOf(records: readonly string[]): number {
  return records.reduce((sum, record) => sum + Buffer.byteLength(record, 'base64'), 0)
}
