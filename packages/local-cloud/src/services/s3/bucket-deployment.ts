import { unzipSync } from 'fflate'
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { contentType } from './content-type.ts'
import { fileFilter } from './file-filter.ts'
import { withoutMarkers, type Markers } from './markers.ts'
import { hasDots, type RemovableObjects } from './objects.ts'

/** Where the files of a deployment go, and as what. */
export interface BucketDeployment {
  readonly bucket: string
  /** Of the keys; empty: none. */
  readonly prefix: string
  /** Folders or zip files, a later one over an earlier one. */
  readonly sources: readonly { readonly path: string; readonly markers: Markers }[]
  readonly exclude: readonly string[]
  readonly include: readonly string[]
  /** Whether objects go that are no files of the sources; such as are excluded stay. */
  readonly prune: boolean
  /** Of each object, as `cache-control`. */
  readonly headers: Readonly<Record<string, string>>
}

/** What is asked of a bucket. */
export type DeploymentObjects = Pick<RemovableObjects, 'list' | 'put' | 'remove'>

/**
 * Copies the files of the sources into the bucket, as `aws s3 sync` does. Throws `TypeError`, before it changes anything, where the prefix
 * or the name of a file has a segment of dots: it would lead out of the bucket, or of the prefix.
 */
export async function deployFiles(
  { bucket, prefix, sources, exclude, include, prune, headers }: BucketDeployment, objects: DeploymentObjects,
): Promise<void> {
  const files = new Map(sources.flatMap(({ path, markers }) =>
    [...filesOf(path)].map(([name, read]) => [name, () => withoutMarkers(read(), markers)])))
  const outside = [prefix, ...files.keys()].find(hasDots)
  if (outside !== undefined) throw new TypeError(`${outside} leads out of the bucket ${bucket}: no prefix or file of a deployment may have a segment of dots`)
  const takes = fileFilter(exclude, include)
  const start = prefixOf(prefix)
  for (const [name, read] of files) {
    if (!takes(name)) continue
    await objects.put(bucket, `${start}${name}`, Buffer.from(read()), { 'content-type': contentType(name), ...headers })
  }
  if (!prune) return
  for (const { key } of await objects.list(bucket, start)) {
    const name = key.slice(start.length)
    if (!files.has(name) && takes(name)) await objects.remove(bucket, key)
  }
}

/** Deletes what a deployment has put into a bucket, and whatever else has its prefix. */
export async function removeFiles(bucket: string, prefix: string, objects: DeploymentObjects): Promise<void> {
  for (const { key } of await objects.list(bucket, prefixOf(prefix))) await objects.remove(bucket, key)
}

const prefixOf = (prefix: string): string => (prefix === '' || prefix === '/' ? '' : `${prefix.replace(/\/$/, '')}/`)

/** The files of a folder or a zip file, by their names within it. */
function filesOf(path: string): ReadonlyMap<string, () => Uint8Array> {
  if (statSync(path).isDirectory()) {
    return new Map(filesBelow(path).sort().map((file) => [relative(path, file).split(sep).join('/'), () => readFileSync(file)]))
  }
  const unpacked = Object.entries(unzipSync(readFileSync(path))).filter(([name]) => !name.endsWith('/'))
  return new Map(unpacked.map(([name, bytes]) => [name, () => bytes]))
}

/** Follows links, as `aws s3 sync` does; one to a folder that it is in has no end, and is left out. */
function filesBelow(folder: string, above: readonly string[] = []): string[] {
  const real = realpathSync(folder)
  if (above.includes(real)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path, [...above, real]) : [path]
  })
}
