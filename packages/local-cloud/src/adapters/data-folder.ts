import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What is kept in a data folder, by the names of its files and folders; SQLite adds to the names of its files. */
const kept = /^(?:cloud\.sqlite|dynamodb\.sqlite|dynamodb$|queues-topics-buckets$|iot$)/

/**
 * Makes a data folder that is its owner's alone. Of a folder that is there, only what is kept in it is closed to others: whatever else lies there,
 * and the folder itself, stay as they are.
 */
export function makeDataFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(dataDir)) if (kept.test(name)) closeToOthers(join(dataDir, name))
}

function closeToOthers(path: string): void {
  const found = lstatSync(path)
  if (!found.isFile() && !found.isDirectory()) return
  chmodSync(path, found.isDirectory() ? 0o700 : 0o600)
  if (found.isDirectory()) for (const name of readdirSync(path)) closeToOthers(join(path, name))
}
