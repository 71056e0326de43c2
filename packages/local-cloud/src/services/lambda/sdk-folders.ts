import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Folders from which a project's own copy of the AWS SDK is found: the assembly's, the working directory, this package's;
 * and what pnpm keeps for all packages of a workspace together.
 */
export function sdkFolders(assembly: string): string[] {
  return [...new Set([assembly, process.cwd(), import.meta.dirname].flatMap((folder) => [folder, ...pnpmFolders(folder)]))]
}

function pnpmFolders(folder: string): string[] {
  const above = dirname(folder) === folder ? [] : pnpmFolders(dirname(folder))
  const shared = join(folder, 'node_modules', '.pnpm')
  return existsSync(join(shared, 'node_modules')) ? [shared, ...above] : above
}
