import type { Clock } from '@keg/mqtt-broker'
import type { DatabaseSync } from 'node:sqlite'
import { deserialize, serialize } from 'node:v8'
import { asFault } from '../../database/sqlite-fault.ts'
import { databasePlace, inTransaction, openDatabase, prepareDatabase } from '../../database/sqlite-file.ts'
import { DatabaseError } from '../../database/database-place.ts'
import { openKegSessions, type KegSessions } from '../keg-sessions.ts'
import type { Entry, SessionsDatabase } from '../sessions-database.ts'

/** The `user_version` of the table below, and of the shapes that the broker stores in it. */
const SCHEMA = 1

const TABLES = `
  CREATE TABLE entries (position INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, UNIQUE (name, key)) STRICT;
  PRAGMA user_version = ${SCHEMA};
`

/** Where the sessions are kept. */
export interface SqliteSessionsOptions {
  /** The database; it is made where there is none. One process alone may have it open. */
  readonly file: string
  readonly clock: Clock
}

/** Opens the kegs' sessions in a SQLite file. Throws `DatabaseError` where the disk fails or a newer gateway wrote it. */
export function openSessions({ file, clock }: SqliteSessionsOptions): KegSessions {
  const place = databasePlace(file, () => clock.nowMs(), (path) => openDatabase(path, (database) => sessionsIn(database, path)))
  return openKegSessions({ place, clock, soon: (run) => void setImmediate(run) })
}

function sessionsIn(database: DatabaseSync, file: string): SessionsDatabase {
  prepareDatabase(database, file, { what: 'sessions of kegs', schema: SCHEMA, tables: TABLES })
  const all = database.prepare('SELECT name, key, value FROM entries ORDER BY position')
  const put = database.prepare(
    'INSERT INTO entries (name, key, value) VALUES (?, ?, ?) ON CONFLICT (name, key) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM entries WHERE name = ? AND key = ?')
  const change = ({ name, key, value }: Entry) => (value === undefined ? remove.run(name, key) : put.run(name, key, serialize(value)))
  return {
    // The statement names the columns, and the table is STRICT.
    read: () => asFault(file, () => all.all() as { name: string; key: string; value: Uint8Array }[])
      .map((row) => ({ ...row, value: valueOf(row.value, file) })),
    write: (changes) => asFault(file, () => inTransaction(database, () => changes.forEach(change))),
    close: () => asFault(file, () => database.close()),
  }
}

function valueOf(bytes: Uint8Array, file: string): unknown {
  try {
    return deserialize(bytes)
  } catch (cause) {
    throw new DatabaseError('CORRUPT', `${file}: a value can't be read: ${String(cause)}`, { cause })
  }
}
