import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where an asset is by its path in the assembly: in the folder of live assets where it is there, too. */
export type AssetPath = (path: string) => string

/** Assets of an assembly, those in `live` before those of the same path in the assembly itself. */
export function assetPaths(assembly: string, live: string | undefined): AssetPath {
  return (path) => {
    const over = live === undefined ? undefined : join(live, path)
    return over !== undefined && existsSync(over) ? over : join(assembly, path)
  }
}
