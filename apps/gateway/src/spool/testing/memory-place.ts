import { DatabaseSync } from 'node:sqlite'
import { spoolIn } from '../adapters/sqlite-database.ts'
import type { SpoolPlace } from '../spool-database.ts'

/** A database in memory that outlives the spools over it, as a file outlives a process: what was committed is there. */
export function memoryPlace(): SpoolPlace {
  const database = new DatabaseSync(':memory:')
  return {
    open() {
      const opened = spoolIn(database, 'spool.db')
      return {
        get counts() {
          return opened.counts
        },
        kegBytes: (kegId) => opened.kegBytes(kegId),
        lastId: () => opened.lastId(),
        oldestTakenAtMs: () => opened.oldestTakenAtMs(),
        oldest: (...of) => opened.oldest(...of),
        kegs: (lane) => opened.kegs(lane),
        after: (...of) => opened.after(...of),
        batches: () => opened.batches(),
        commit: (changes) => opened.commit(changes),
        close: () => undefined,
      }
    },
    setAside: () => 'spool.db.corrupt-0',
  }
}
