import { closeSync, existsSync, openSync, renameSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseError, type DatabasePlace } from './database-place.ts'
import { asFault } from './sqlite-fault.ts'

/** A database in a file. One set aside is `<file>.corrupt-<time>`, with its write-ahead log beside it, so that it can still be read. */
export function databasePlace<Database>(file: string, nowMs: () => number, open: (file: string) => Database): DatabasePlace<Database> {
  return {
    open() {
      // Made for its owner alone, before SQLite would make it for everybody.
      onDisk(file, () => closeSync(openSync(file, 'a', 0o600)))
      return open(file)
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

/** Opens the database in a file; it is closed again where `use` throws. Throws {@link DatabaseError}. */
export function openDatabase<Value>(file: string, use: (database: DatabaseSync) => Value): Value {
  const open = () => {
    const database = new DatabaseSync(file)
    try {
      return use(database)
    } catch (error) {
      database.close()
      throw error
    }
  }
  return asFault(file, open, true)
}

/** What a database is to be. */
export interface DatabaseKind {
  /** What messages call it, as "spool". */
  readonly what: string
  /** The `user_version` of its tables. */
  readonly schema: number
  /** Makes the tables, and sets `user_version`. */
  readonly tables: string
  /** What has a meaning in an empty file alone, before anything is written; absent = nothing. */
  readonly whenNew?: string
}

/**
 * Makes a database ready: for one gateway alone, which counts on what it remembers, each commit on the disk when it ends; with its tables
 * where it is new. Throws where it is none of this kind or of a newer schema, and leaves it as it is.
 */
export function prepareDatabase(database: DatabaseSync, file: string, kind: DatabaseKind): void {
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  const isNew = isNewDatabase(database, file, kind)
  // Only now: these write.
  if (isNew && kind.whenNew !== undefined) database.exec(kind.whenNew)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  if (isNew) inTransaction(database, () => database.exec(kind.tables))
}

/** All of it or nothing. */
export function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    work()
    database.exec('COMMIT')
  } catch (error) {
    // A full disk has rolled it back already.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function isNewDatabase(database: DatabaseSync, file: string, { what, schema }: Pick<DatabaseKind, 'what' | 'schema'>): boolean {
  const { version } = onlyRow<{ version: number }>(database, 'SELECT user_version AS version FROM pragma_user_version')
  if (version > schema) {
    const fix = 'start the newer gateway again, or name another file'
    throw new DatabaseError('NEWER', `${file} has schema ${version}, and this gateway reads up to ${schema}: ${fix}.`)
  }
  if (version > 0) return false
  const { tables } = onlyRow<{ tables: number }>(database, 'SELECT count(*) AS tables FROM sqlite_schema')
  if (tables > 0) throw new DatabaseError('CORRUPT', `${file} is a database, but no ${what}`)
  return true
}

// The statement names the columns.
const onlyRow = <Row>(database: DatabaseSync, sql: string): Row => database.prepare(sql).get() as Row

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
    throw new DatabaseError('DISK', `${file}: ${error.message}`, { cause: error })
  }
}
