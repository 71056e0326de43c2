import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolderRefusal, markDataFolder, type DataLayout } from '@keg/aws-service'
import { CloudError } from '../ground/cloud-error.ts'

/**
 * Format 1 is what was written before folders had a format, and its mark.
 * It also goes up with the format of `iot`, the folder of local-iot that is in it: so a folder is refused before anything in it changes.
 */
const layout: DataLayout = { writtenBy: '@keg/local-cloud', format: 1, oldest: 0, knownBy: ['cloud.sqlite'] }

/** Names of the files and folders that a run keeps in a data folder; SQLite adds to the names of its files. */
const kept = /^(?:keg-data\.json$|cloud\.sqlite|dynamodb\.sqlite|dynamodb$|queues-topics-buckets$|iot$)/

/**
 * Makes a data folder that only its owner can read. In a folder that exists, it closes to others only what a run keeps there;
 * other files, and the folder itself, stay as they are.
 * Throws `CloudError` `DATA_UNREADABLE`, before anything is changed, for a folder that this version can't read.
 */
export function makeDataFolder(dataDir: string): void {
  const refusal = dataFolderRefusal(dataDir, layout)
  if (refusal !== undefined) throw new CloudError('DATA_UNREADABLE', refusal)
  markDataFolder(dataDir, layout)
  for (const name of readdirSync(dataDir)) if (kept.test(name)) closeToOthers(join(dataDir, name))
}

function closeToOthers(path: string): void {
  const found = lstatSync(path)
  if (!found.isFile() && !found.isDirectory()) return
  chmodSync(path, found.isDirectory() ? 0o700 : 0o600)
  if (found.isDirectory()) for (const name of readdirSync(path)) closeToOthers(join(path, name))
}
