import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** How a file is replaced. */
export interface WholeFileOptions {
  /** Whether it must survive a power cut, not only the end of the process; slower. Default no. */
  readonly durable?: boolean
}

/**
 * Replaces a file as a whole, readable for its owner alone: a process that is killed leaves the old file or the new one. Its
 * folder has to be there. Throws where the disk fails.
 */
export function writeWholeFile(path: string, content: string | Uint8Array, { durable = false }: WholeFileOptions = {}): void {
  const file = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeFileSync(file, content)
    if (durable) fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.new`, path)
  if (durable) syncFolder(dirname(path))
}

/** Makes a new name last. Windows has no such call, and needs none. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
