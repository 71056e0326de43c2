import type { Kind, KINDS, Spooled } from './spool.ts'

/** How messages go to the cloud: many at once, or each on its own topic. */
export type Lane = (typeof KINDS)[Kind]['lane']

/** A message on the disk. A later one has a higher `id`. */
export interface Waiting extends Spooled {
  readonly id: number
}

/** A batch whose id and content are on the disk: sent again, it is the same. */
export interface AssignedBatch {
  readonly batchId: string
  readonly messages: readonly Waiting[]
}

/** How much waits: `bytes` is what it takes on the disk, more or less. */
export interface Amount {
  readonly rows: number
  readonly bytes: number
}

/** The spool as a forwarder reads it. */
export interface SpoolQueue {
  /** Calls back after each commit that took messages in. */
  onKept(handler: (kept: readonly Waiting[]) => void): void
  /** Of which kegs messages wait in a lane. */
  kegs(lane: Lane): readonly string[]
  /** The oldest messages of a keg in a lane, of those after an id; in order. Those in batches are among them. */
  after(lane: Lane, kegId: string, id: number, limit: number): readonly Waiting[]
  /** What waits in a lane, that in batches included. */
  amount(lane: Lane): Amount
  /** The batches that are assigned and not booked, in the order in which they were. */
  batches(): readonly AssignedBatch[]
  /** Puts messages into a batch. Resolves once that is on the disk; from the call on they are not shed. */
  assign(batchId: string, ids: readonly number[]): Promise<void>
  /** Deletes what a batch holds, for the cloud has booked it. Where the disk fails it is tried again. */
  booked(batchId: string): void
  /** Deletes messages, for they were acknowledged. Where the disk fails it is tried again. */
  forget(ids: readonly number[]): void
  /** Keeps a message apart that can't be sent, with the reason. Where the disk fails it is tried again. */
  setUnsendable(id: number, reason: string): void
}
