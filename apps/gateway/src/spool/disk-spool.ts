import type { Clock } from '@keg/mqtt-broker'
import { PendingWork } from './pending-work.ts'
import { Room } from './room.ts'
import { KINDS, SpoolError, type Kind, type Spool, type SpoolStatus, type Spooled } from './spool.ts'
import { DatabaseError } from '../database/database-place.ts'
import type { SpoolDatabase, SpoolPlace } from './spool-database.ts'
import type { Amount, AssignedBatch, Lane, SpoolQueue, Waiting } from './spool-queue.ts'

/** How long what is to be deleted waits where the disk fails, before it is tried again. */
const RETRY_MS = 1_000
const COMMIT_WITHIN_MS = 4

export interface DiskSpoolOptions {
  readonly place: SpoolPlace
  readonly clock: Clock
  /** What the messages may take; the file may grow beyond it by pages that are part free. */
  readonly maxBytes: number
  /** What the messages of one keg may take of it, of those that are never shed; absent = all. */
  readonly maxBytesOfKeg?: number
  /** How long a message may wait for others that share its transaction, in ms. Default 4. */
  readonly commitWithinMs?: number
}

/** Opens a spool over a database. Throws {@link SpoolError} `DISK` or `NEWER`; a database that can't be read is set aside. */
export function createDiskSpool(options: DiskSpoolOptions): DiskSpool {
  return new DiskSpool(options)
}

/** Groups what comes in a few milliseconds into one transaction, sheds where the disk is full, and goes on where it fails. */
export class DiskSpool implements Spool, SpoolQueue {
  readonly #options: DiskSpoolOptions
  #database: SpoolDatabase | undefined
  #nextId = 1
  #work = new PendingWork()
  #inBatches = new Map<string, ReadonlySet<number>>()
  #cancelTimer: (() => void) | undefined
  #cancelRetry: (() => void) | undefined
  /** Ends when the transactions that were begun have. */
  #committed: Promise<void> = Promise.resolve()
  #closed = false
  readonly #handlers: ((kept: readonly Waiting[]) => void)[] = []
  readonly #shed = noneOfEach()
  readonly #refused = noneOfEach()
  #problem: string | undefined
  #setAside: SpoolStatus['setAside']
  #unsendableReason: string | undefined

  constructor(options: DiskSpoolOptions) {
    this.#options = options
    try {
      this.#open()
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      if (error.fault !== 'CORRUPT') throw new SpoolError(error.fault, error.message, { cause: error })
      this.#replace(error)
      if (this.#database === undefined) throw new SpoolError('DISK', `${this.#problem}`, { cause: error })
    }
  }

  keep(message: Spooled): Promise<void> {
    if (this.#closed) return Promise.reject(new SpoolError('CLOSED', 'The spool is closed.'))
    return new Promise((resolve, reject) => {
      this.#work.keeps.push({ message, resolve, reject })
      this.#commitSoon()
    })
  }

  assign(batchId: string, ids: readonly number[]): Promise<void> {
    if (this.#closed) return Promise.reject(new SpoolError('CLOSED', 'The spool is closed.'))
    this.#inBatches.set(batchId, new Set(ids))
    return new Promise((resolve, reject) => {
      this.#work.assigns.push({ batchId, ids, resolve, reject })
      this.#commitSoon()
    })
  }

  booked(batchId: string): void {
    this.#inBatches.delete(batchId)
    this.#work.booked.push(batchId)
    this.#commitSoon()
  }

  forget(ids: readonly number[]): void {
    this.#work.remove.push(...ids)
    this.#commitSoon()
  }

  setUnsendable(id: number, reason: string): void {
    this.#unsendableReason = reason
    this.#work.unsendable.push({ id, reason, atMs: this.#options.clock.nowMs() })
    this.#commitSoon()
  }

  onKept(handler: (kept: readonly Waiting[]) => void): void {
    this.#handlers.push(handler)
  }

  kegs(lane: Lane): readonly string[] {
    return this.#read([], (database) => database.kegs(lane))
  }

  after(lane: Lane, kegId: string, id: number, limit: number): readonly Waiting[] {
    return this.#read([], (database) => database.after(lane, kegId, id, limit))
  }

  batches(): readonly AssignedBatch[] {
    return this.#read([], (database) => database.batches())
  }

  amount(lane: Lane): Amount {
    const sum = { rows: 0, bytes: 0 }
    for (const kind of kindsOf()) {
      const { rows, bytes } = this.#database?.counts[kind] ?? { rows: 0, bytes: 0 }
      if (KINDS[kind].lane !== lane) continue
      sum.rows += rows
      sum.bytes += bytes
    }
    return sum
  }

  status(): SpoolStatus {
    const counts = this.#database?.counts
    const rows = Object.fromEntries(kindsOf().map((kind) => [kind, counts?.[kind].rows ?? 0])) as Record<Kind, number>
    const oldestTakenAtMs = this.#read(undefined, (database) => database.oldestTakenAtMs())
    return {
      rows,
      bytes: Object.values(counts ?? {}).reduce((sum, { bytes }) => sum + bytes, 0),
      maxBytes: this.#options.maxBytes,
      shed: { ...this.#shed },
      refused: { ...this.#refused },
      unsendable: {
        rows: counts?.unsendable.rows ?? 0,
        ...(this.#unsendableReason !== undefined && { lastReason: this.#unsendableReason }),
      },
      ...(oldestTakenAtMs !== undefined && { oldestTakenAtMs }),
      ...(this.#problem !== undefined && { problem: this.#problem }),
      ...(this.#setAside !== undefined && { setAside: this.#setAside }),
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#commitNow()
    this.#cancelTimer?.()
    this.#cancelRetry?.()
    ignoringFaults(() => this.#database?.close())
    this.#database = undefined
  }

  #commitSoon(): void {
    if (this.#closed) return
    this.#cancelTimer ??= this.#options.clock.after(this.#options.commitWithinMs ?? COMMIT_WITHIN_MS, () => void this.#commitNow())
  }

  #commitNow(): Promise<void> {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    this.#committed = this.#committed.then(() => this.#commitWork())
    return this.#committed
  }

  async #commitWork(): Promise<void> {
    if (this.#work.empty) return
    const work = this.#work
    this.#work = new PendingWork()
    try {
      await this.#commit(work).catch((error: unknown) => {
        if (!(error instanceof DatabaseError) || error.fault !== 'CORRUPT') throw error
        this.#replace(error)
        return this.#commit(this.#ofNewDatabase(work))
      })
      this.#problem = undefined
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      this.#failed(error, work)
    }
  }

  async #commit(work: PendingWork): Promise<void> {
    const database = this.#open()
    const { maxBytes, maxBytesOfKeg = Number.POSITIVE_INFINITY } = this.#options
    const room = new Room(database, { maxBytes, maxBytesOfKeg }, (id) => this.#isInBatch(id))
    const { changes, kept, refused } = work.changes(room, this.#nextId)
    // A try that fails may have reached the disk in part: its ids are not used again.
    this.#nextId += kept.length
    await database.commit(changes)
    if (database !== this.#database) throw new DatabaseError('DISK', 'The database was set aside while it took messages in.')
    for (const { kind } of room.shed) this.#shed[kind] += 1
    for (const { message, reject } of refused) {
      this.#refused[message.kind] += 1
      reject(new SpoolError('FULL', `There is no room for a message of kind ${message.kind} of ${message.kegId}: ${maxBytes} bytes are full, or the keg's share of them.`))
    }
    for (const { resolve } of [...kept, ...work.assigns]) resolve()
    if (kept.length > 0) for (const handler of this.#handlers) handler(kept.map(({ id, message }) => ({ id, ...message })))
  }

  #failed(error: DatabaseError, { keeps, assigns, ...work }: PendingWork): void {
    this.#problem = error.message
    for (const { batchId } of assigns) this.#inBatches.delete(batchId)
    const refused = new SpoolError('DISK', `The disk does not take it: ${error.message}`, { cause: error })
    for (const { reject } of [...keeps, ...assigns]) reject(refused)
    this.#work.tryAgain(Object.assign(new PendingWork(), work))
    if (this.#work.nothingToDelete || this.#closed) return
    // A timer of its own: the next message does not wait for it.
    this.#cancelRetry?.()
    this.#cancelRetry = this.#options.clock.after(RETRY_MS, () => void this.#commitNow())
  }

  /** What of the work still has a meaning in a new, empty database: the messages that were to be taken in. */
  #ofNewDatabase({ keeps, assigns }: PendingWork): PendingWork {
    for (const { reject } of assigns)
      reject(new SpoolError('DISK', 'The database was set aside, and with it what was to be put in a batch.'))
    return Object.assign(new PendingWork(), { keeps })
  }

  #open(): SpoolDatabase {
    if (this.#database !== undefined) return this.#database
    const database = this.#options.place.open()
    this.#database = database
    // Ids go on rising over a database that was set aside: who reads remembers where it was.
    this.#nextId = Math.max(this.#nextId, database.lastId() + 1)
    this.#inBatches = new Map(database.batches().map(({ batchId, messages }) => [batchId, new Set(messages.map(({ id }) => id))]))
    return database
  }

  /** Sets a database aside that can't be read, and goes on with a new one; where that fails, with none until the next message. */
  #replace(reason: DatabaseError): void {
    const broken = this.#database
    this.#database = undefined
    try {
      // Closing may find the same fault; the file is moved all the same.
      ignoringFaults(() => broken?.close())
      this.#setAside = { file: this.#options.place.setAside(), reason: reason.message }
      this.#open()
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      this.#problem = error.message
    }
  }

  #read<Value>(otherwise: Value, read: (database: SpoolDatabase) => Value): Value {
    if (this.#closed) return otherwise
    try {
      return read(this.#open())
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      if (error.fault === 'CORRUPT') this.#replace(error)
      else this.#problem = error.message
      return otherwise
    }
  }

  #isInBatch(id: number): boolean {
    return [...this.#inBatches.values()].some((ids) => ids.has(id))
  }
}

function ignoringFaults(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
  }
}

// The keys of an object literal are those of its type.
const kindsOf = (): Kind[] => Object.keys(KINDS) as Kind[]
const noneOfEach = (): Record<Kind, number> => Object.fromEntries(kindsOf().map((kind) => [kind, 0])) as Record<Kind, number>
