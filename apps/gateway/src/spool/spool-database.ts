import type { DatabasePlace } from '../database/database-place.ts'
import type { Kind, Spooled } from './spool.ts'
import type { Amount, AssignedBatch, Lane, Waiting } from './spool-queue.ts'

/** What the messages of each kind take, and those that can't be sent. */
export type Counts = Readonly<Record<Kind | 'unsendable', Amount>>

/** A message on its way into the database. */
export interface NewRow {
  readonly id: number
  readonly bytes: number
  readonly message: Spooled
}

/** What one transaction changes. Ids that are not there are passed over. */
export interface Changes {
  readonly insert: readonly NewRow[]
  readonly remove: readonly number[]
  readonly assign: readonly { readonly batchId: string; readonly ids: readonly number[] }[]
  readonly booked: readonly string[]
  readonly unsendable: readonly { readonly id: number; readonly reason: string; readonly atMs: number }[]
}

/**
 * The spool's tables. Everything but `commit` and `kegBytes` answers at once, without a look at all rows; all of it throws `DatabaseError`.
 */
export interface SpoolDatabase {
  /** What the rows take, as of the last commit. */
  readonly counts: Counts
  /** What the rows of a keg take that are never shed. The first time it is asked for a keg, that keg's rows are looked at. */
  kegBytes(kegId: string): number
  lastId(): number
  oldestTakenAtMs(): number | undefined
  /** The oldest rows of a kind after an id, in order. */
  oldest(kind: Kind, afterId: number, limit: number): readonly { readonly id: number; readonly bytes: number }[]
  kegs(lane: Lane): readonly string[]
  after(lane: Lane, kegId: string, id: number, limit: number): readonly Waiting[]
  batches(): readonly AssignedBatch[]
  /** Makes the changes in one transaction. Resolves once they are on the disk (`synchronous=FULL`); rejects where none of them is. */
  commit(changes: Changes): Promise<void>
  close(): void
}

/** Where the database is. */
export type SpoolPlace = DatabasePlace<SpoolDatabase>
