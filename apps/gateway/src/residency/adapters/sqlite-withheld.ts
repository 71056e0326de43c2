import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { asFault } from '../../database/sqlite-fault.ts'
import { databasePlace, inTransaction, openDatabase, prepareDatabase } from '../../database/sqlite-file.ts'
import { DatabaseError } from '../../database/database-place.ts'
import { noneWithheld } from '../residency.ts'
import { KegShares } from '../keg-shares.ts'
import { REASONS, type Withheld, type WithheldMessage } from '../withheld.ts'

/** The `user_version` of the tables. */
const SCHEMA = 1
const SECRET_BYTES = 32
const TABLES = `
  CREATE TABLE withheld (id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, reason TEXT NOT NULL, keg TEXT NOT NULL, topic TEXT NOT NULL, payload BLOB NOT NULL, bytes INTEGER NOT NULL) STRICT;
  CREATE TABLE secret (bytes BLOB NOT NULL) STRICT;
  PRAGMA user_version = ${SCHEMA};
`

/** What stays at the site, in a file of its own. */
export interface WithheldFile extends Withheld {
  /** All that is kept, oldest first. */
  all(): IterableIterator<WithheldMessage>
  close(): void
}

/**
 * Opens the file, or makes it. One that SQLite can't read is set aside. Throws {@link DatabaseError} where the disk fails, and for a file
 * of a newer gateway.
 */
export function openWithheld(file: string, maxBytes: number, nowMs: () => number): WithheldFile {
  const place = databasePlace(file, nowMs, (path) => openDatabase(path, (database) => withheldIn(prepared(database, path), path, maxBytes)))
  try {
    return place.open()
  } catch (error) {
    if (!(error instanceof DatabaseError && error.fault === 'CORRUPT')) throw error
    place.setAside()
    return place.open()
  }
}

function prepared(database: DatabaseSync, file: string): DatabaseSync {
  prepareDatabase(database, file, { what: 'file of what stays', schema: SCHEMA, tables: TABLES })
  // A file of an older gateway has none; that one does without.
  database.exec('CREATE INDEX IF NOT EXISTS withheld_by_keg ON withheld (keg, id)')
  return database
}

function withheldIn(database: DatabaseSync, file: string, maxBytes: number): WithheldFile {
  const insert = database.prepare('INSERT INTO withheld (at_ms, reason, keg, topic, payload, bytes) VALUES (?, ?, ?, ?, ?, ?)')
  const oldest = database.prepare('SELECT id, bytes FROM withheld WHERE keg = ? ORDER BY id LIMIT 1')
  const remove = database.prepare('DELETE FROM withheld WHERE id = ?')
  const since = noneWithheld()
  const secret = secretOf(database)
  let shares = sharesIn(database)

  /** A keg that has much to say makes room by its own: the oldest of the one that has most goes first. */
  function makeRoom(kegId: string, size: number): void {
    while (shares.bytes + size > maxBytes && shares.rows > 0) {
      const most = shares.largest(kegId, size)
      const first = oldest.get(most)
      remove.run(Number(first?.['id']))
      shares.add(most, -1, -Number(first?.['bytes']))
    }
  }
  function write({ atMs, reason, kegId, topic, payload }: WithheldMessage): void {
    const size = Buffer.byteLength(topic) + payload.length
    makeRoom(kegId, size)
    insert.run(atMs, reason, kegId, topic, payload, size)
    shares.add(kegId, 1, size)
  }
  return {
    secret,
    keep(message) {
      try {
        asFault(file, () => inTransaction(database, () => write(message)))
        since[message.reason] += 1
      } catch (error) {
        shares = asFault(file, () => sharesIn(database))
        throw error
      }
    },
    status: () => ({ rows: shares.rows, bytes: shares.bytes, maxBytes, since: { ...since } }),
    *all() {
      for (const row of database.prepare('SELECT at_ms, reason, keg, topic, payload FROM withheld ORDER BY id').iterate()) {
        const reason = REASONS.find((known) => known === row['reason']) ?? 'unreadable'
        yield {
          atMs: Number(row['at_ms']), reason, kegId: String(row['keg']), topic: String(row['topic']),
          payload: row['payload'] instanceof Uint8Array ? row['payload'] : new Uint8Array(),
        }
      }
    },
    close: () => database.close(),
  }
}

function sharesIn(database: DatabaseSync): KegShares {
  const shares = new KegShares()
  for (const row of database.prepare('SELECT keg, count(*) AS rows, sum(bytes) AS bytes FROM withheld GROUP BY keg').iterate())
    shares.add(String(row['keg']), Number(row['rows']), Number(row['bytes']))
  return shares
}

function secretOf(database: DatabaseSync): Uint8Array {
  const known = database.prepare('SELECT bytes FROM secret').get()?.['bytes']
  if (known instanceof Uint8Array) return known
  const made = new Uint8Array(randomBytes(SECRET_BYTES))
  database.prepare('INSERT INTO secret (bytes) VALUES (?)').run(made)
  return made
}
