import type { Table } from '@keg/mqtt-broker'
import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { deserialize, serialize } from 'node:v8'
import type { Tables } from '../state/table.ts'

/**
 * Tables in a SQLite file, read at once when opened and written through. A process that is killed loses nothing; a machine that
 * loses power may lose the last moments, since no write waits for the disk.
 */
export function openSqliteTables(file: string): Tables {
  // Keys are in it: made for its owner alone, before SQLite would make it for everybody.
  closeSync(openSync(file, 'a', 0o600))
  const database = new DatabaseSync(file)
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = OFF;
    CREATE TABLE IF NOT EXISTS entries (position INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, UNIQUE (name, key));
  `)
  const all = database.prepare('SELECT key, value FROM entries WHERE name = ? ORDER BY position')
  const put = database.prepare(
    'INSERT INTO entries (name, key, value) VALUES (?, ?, ?) ON CONFLICT (name, key) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM entries WHERE name = ? AND key = ?')
  const dropAll = database.prepare('DELETE FROM entries WHERE name = ?')

  function table<Value>(name: string): Table<Value> {
    // Both columns are as `put` wrote them.
    const rows = all.all(name) as { key: string; value: Uint8Array }[]
    const known = new Map(rows.map(({ key, value }) => [key, deserialize(value) as Value]))
    return {
      get size() {
        return known.size
      },
      get: (key) => known.get(key),
      has: (key) => known.has(key),
      keys: () => known.keys(),
      values: () => known.values(),
      entries: () => known.entries(),
      set(key, value) {
        put.run(name, key, serialize(value))
        return known.set(key, value)
      },
      delete(key) {
        if (!known.delete(key)) return false
        remove.run(name, key)
        return true
      },
    }
  }
  function together(changes: () => void): void {
    database.exec('BEGIN')
    try {
      changes()
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }

  return { lasts: true, table, drop: (name) => void dropAll.run(name), together, close: () => database.close() }
}
