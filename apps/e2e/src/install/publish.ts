import { execFile } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Registry } from './registry.ts'

const run = promisify(execFile)
const packages = fileURLToPath(new URL('../../../../packages/', import.meta.url))
const tool = (name: string) => join(packages, 'shadow-client', 'node_modules', '.bin', name)

/** Packs a package of this repository as its release would, publishes it, and answers the tarball. It has to be built. */
export async function publish(registry: Registry, folder: string, name: string): Promise<string> {
  const packageFolder = join(packages, name)
  await run('npx', ['-y', 'pnpm@10', 'pack', '--pack-destination', folder], { cwd: packageFolder })
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const tarball = join(folder, `keg-${name}-${version}.tgz`)
  // npm wants a token to publish; this registry takes any.
  writeFileSync(join(folder, '.npmrc'), `//${new URL(registry.url).host}/:_authToken=any\n`)
  await run('npm', ['publish', tarball, '--registry', registry.url], { cwd: folder })
  return tarball
}

/** Throws what publint and attw object to. */
export async function inspect(tarball: string, profile: 'node16' | 'esm-only'): Promise<void> {
  await run(tool('publint'), ['run', tarball, '--strict'])
  await run(tool('attw'), [tarball, '--profile', profile])
}

/** A copy of one of our projects, with what npm installs into it. */
export async function installInto(registry: Registry, folder: string, project: string, names: readonly string[]): Promise<string> {
  const cwd = join(folder, project)
  cpSync(fileURLToPath(new URL(`projects/${project}/`, import.meta.url)), cwd, { recursive: true })
  writeFileSync(join(cwd, '.npmrc'), `@keg:registry=${registry.url}\naudit=false\nfund=false\nignore-scripts=true\nprefer-offline=true\n`)
  await run('npm', ['install', ...names], { cwd })
  return cwd
}
