import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The place of an asset, by its path in the assembly: in the folder of live assets if it is there, else in the assembly. */
export type AssetPath = (path: string) => string

/** Finds assets in the folder `live` first, and then in the assembly. */
export function assetPaths(assembly: string, live: string | undefined): AssetPath {
  return (path) => {
    const over = live === undefined ? undefined : join(live, path)
    return over !== undefined && existsSync(over) ? over : join(assembly, path)
  }
}
