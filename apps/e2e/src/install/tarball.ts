import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../../../', import.meta.url))
const readJson = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8')) as Record<string, unknown>

/** The folders below `packages` of what is released. */
export function releasedPackages(): string[] {
  // Nx checks its own file.
  const { projects } = readJson('nx.json')['release'] as { readonly projects: readonly string[] }
  return projects.map((path) => basename(path))
}

/** Packs a package as its release would, and answers the tarball. It has to be built. */
export async function pack(name: string, folder: string): Promise<string> {
  await packAll([name], folder)
  return tarballOf(name, folder)
}

/**
 * Packs packages as their release would, with one start of the packer for all; {@link tarballOf} says where each is. They have to be built.
 */
export async function packAll(names: readonly string[], folder: string): Promise<void> {
  const these = names.flatMap((name) => ['--filter', `./packages/${name}`])
  await run('npx', ['-y', 'pnpm@10', '--recursive', ...these, 'pack', '--pack-destination', folder], { cwd: root })
}

/** The tarball of a package that was packed into a folder. */
export const tarballOf = (name: string, folder: string): string =>
  join(folder, `keg-${name}-${String(readJson('packages', name, 'package.json')['version'])}.tgz`)
