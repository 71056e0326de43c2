import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

interface Read {
  readonly modifiedMs: number
  readonly bytes: number
  readonly digest: string
}

/**
 * Returns a function that computes the version of an asset, by its path in the assembly. The version is a digest of its files, so it stays
 * the same where they are written again with the same content.
 */
export function assetVersions(assetPath: (path: string) => string): (path: string) => string {
  const read = new Map<string, Read>()
  const digestOf = (file: string): string => {
    const { mtimeMs: modifiedMs, size: bytes } = statSync(file)
    const before = read.get(file)
    if (before?.modifiedMs === modifiedMs && before.bytes === bytes) return before.digest
    const digest = createHash('sha256').update(readFileSync(file)).digest('base64url')
    read.set(file, { modifiedMs, bytes, digest })
    return digest
  }
  return (path) => {
    const root = assetPath(path)
    if (statSync(root).isFile()) return digestOf(root)
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    return createHash('sha256').update(files.map((file) => `${relative(root, file)} ${digestOf(file)}`).join('\n')).digest('base64url')
  }
}
