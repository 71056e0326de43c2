import { closeSync, existsSync, openSync, renameSync } from 'node:fs'
import { SpoolDatabaseError, type SpoolPlace } from '../spool-database.ts'
import { openSqliteDatabase } from './sqlite-database.ts'

/** A database in a file. One set aside is `<file>.corrupt-<time>`, with its write-ahead log beside it, so that it can still be read. */
export function sqlitePlace(file: string, nowMs: () => number): SpoolPlace {
  return {
    open() {
      // Made for its owner alone, before SQLite would make it for everybody.
      onDisk(file, () => closeSync(openSync(file, 'a', 0o600)))
      return openSqliteDatabase(file)
    },
    setAside() {
      const aside = freeName(`${file}.corrupt-${nowMs()}`)
      onDisk(file, () => {
        for (const end of ['-wal', '-shm', '']) if (existsSync(file + end)) renameSync(file + end, aside + end)
      })
      return aside
    },
  }
}

function freeName(name: string): string {
  let free = name
  for (let number = 2; existsSync(free); number += 1) free = `${name}-${number}`
  return free
}

function onDisk(file: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    // What the system refuses carries its error number; anything else is a mistake of ours.
    if (!(error instanceof Error && 'errno' in error)) throw error
    throw new SpoolDatabaseError('DISK', `${file}: ${error.message}`, { cause: error })
  }
}
