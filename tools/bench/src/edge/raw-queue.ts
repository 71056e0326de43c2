import { DatabaseSync } from 'node:sqlite'

export interface QueueMessage {
  readonly kegId: string
  readonly topic: string
  readonly payload: Uint8Array
  readonly takenAtMs: number
}

/**
 * The reference: a table with the index that a keg's messages are read by, in order, and with the journal and the `synchronous` of the
 * gateway's spool. It counts nothing, and so knows neither how full it is nor what waits.
 */
export function rawQueue(file: string) {
  const database = new DatabaseSync(file)
  database.exec(`
    PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE messages (id INTEGER PRIMARY KEY, keg TEXT NOT NULL, topic TEXT NOT NULL, payload BLOB NOT NULL, taken_at_ms INTEGER NOT NULL) STRICT;
    CREATE INDEX waiting ON messages (keg);
  `)
  const insert = database.prepare('INSERT INTO messages (keg, topic, payload, taken_at_ms) VALUES (?, ?, ?, ?)')
  const oldest = database.prepare('SELECT id, keg, topic, payload, taken_at_ms FROM messages WHERE keg = ? ORDER BY id LIMIT ?')
  const remove = database.prepare('DELETE FROM messages WHERE id = ?')
  return {
    oldest: (kegId: string, count: number): number[] => oldest.all(kegId, count).map(({ id }) => Number(id)),
    /** One transaction. */
    commit(messages: readonly QueueMessage[], done: readonly number[]): void {
      database.exec('BEGIN IMMEDIATE')
      for (const { kegId, topic, payload, takenAtMs } of messages) insert.run(kegId, topic, payload, takenAtMs)
      for (const id of done) remove.run(id)
      database.exec('COMMIT')
    },
    close: () => database.close(),
  }
}
