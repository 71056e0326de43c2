import { DatabaseError } from '../../database/database-place.ts'
import type { Changes, SpoolDatabase, SpoolPlace } from '../spool-database.ts'

/** What a test does to the database under a spool. */
export interface Faults {
  /** Commits, once they are asked for. */
  readonly commits: Changes[]
  /** Thrown by each commit while it is set. */
  commitFault?: DatabaseError['fault'] | undefined
  /** What each commit waits for before it begins. */
  before?: (() => Promise<void>) | undefined
}

/** A place whose databases commit late, or not. */
export function faultyPlace(place: SpoolPlace): { place: SpoolPlace; faults: Faults } {
  const faults: Faults = { commits: [] }
  const open = (): SpoolDatabase => {
    const database = place.open()
    return {
      get counts() {
        return database.counts
      },
      kegBytes: (kegId) => database.kegBytes(kegId),
      lastId: () => database.lastId(),
      oldestTakenAtMs: () => database.oldestTakenAtMs(),
      oldest: (...of) => database.oldest(...of),
      kegs: (lane) => database.kegs(lane),
      after: (...of) => database.after(...of),
      batches: () => database.batches(),
      close: () => database.close(),
      async commit(changes) {
        faults.commits.push(changes)
        await faults.before?.()
        if (faults.commitFault !== undefined) throw new DatabaseError(faults.commitFault, 'spool.db: disk I/O error')
        await database.commit(changes)
      },
    }
  }
  return { place: { open, setAside: () => place.setAside() }, faults }
}
