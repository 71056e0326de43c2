import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Removes a folder whose files have more than `bytes` together, and answers whether it did. One that is not there has none. */
export function emptyOver(folder: string, bytes: number): boolean {
  let entries
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
  // Others may remove a file meanwhile.
  const sizes = entries.filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0)
  const sum = sizes.reduce((total, size) => total + size, 0)
  if (sum <= bytes) return false
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  return true
}
