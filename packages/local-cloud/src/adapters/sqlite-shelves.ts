import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { CloudError } from '../ground/cloud-error.ts'
import { makePrivateFile } from '../services/private-file.ts'
import type { Shelf, Shelves } from '../ground/shelf.ts'

/**
 * Shelves in a SQLite file; values outlive a restart, and kill -9.
 * Reads come from memory. Each write is in the file before the call returns. Throws `CloudError` `DATA_IN_USE` while another process has
 * the file.
 */
export function sqliteShelves(file: string): Shelves {
  // Secrets are in it.
  makePrivateFile(file)
  const database = new DatabaseSync(file)
  takeAlone(database, file)
  // NORMAL keeps every write over the end of the process; only the machine's own power cut may cost the last ones.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE IF NOT EXISTS kept (shelf TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (shelf, key))')
  const write = database.prepare('INSERT INTO kept (shelf, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const remove = database.prepare('DELETE FROM kept WHERE shelf = ? AND key = ?')
  const read = database.prepare('SELECT key, value FROM kept WHERE shelf = ? ORDER BY rowid')
  const shelves = new Map<string, KeptShelf>()
  return {
    shelf<T>(name: string) {
      const shelf = shelves.get(name)
        ?? new KeptShelf(name, read.all(name).map(({ key, value }) => [String(key), JSON.parse(String(value)) as unknown]), write, remove)
      shelves.set(name, shelf)
      // Whoever names a shelf says what is on it.
      return shelf as Shelf<unknown> as Shelf<T>
    },
    close: async () => database.close(),
  }
}

/** Locks the file for as long as this process lives: two processes that write to one folder would lose each other's values. */
function takeAlone(database: DatabaseSync, file: string): void {
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
  } catch (cause) {
    database.close()
    throw new CloudError('DATA_IN_USE', `The data folder is in use by another run: ${file} is locked.`, { cause })
  }
}

class KeptShelf extends Map<string, unknown> implements Shelf<unknown> {
  readonly #name: string
  readonly #write: StatementSync
  readonly #remove: StatementSync

  constructor(name: string, entries: readonly (readonly [string, unknown])[], write: StatementSync, remove: StatementSync) {
    super()
    for (const [key, value] of entries) super.set(key, value)
    this.#name = name
    this.#write = write
    this.#remove = remove
  }

  override clear(): void {
    for (const key of [...this.keys()]) this.delete(key)
  }

  override set(key: string, value: unknown): this {
    this.#write.run(this.#name, key, JSON.stringify(value))
    return super.set(key, value)
  }

  override delete(key: string): boolean {
    if (super.has(key)) this.#remove.run(this.#name, key)
    return super.delete(key)
  }
}
