import { execFile, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { pack } from './tarball.ts'
import { startRegistry, type Registry } from './registry.ts'

const run = promisify(execFile)
const packages = fileURLToPath(new URL('../../../../packages/', import.meta.url))
const tool = (name: string) => join(packages, 'shadow-client', 'node_modules', '.bin', name)

/** Packs a package of this repository as its release would, publishes it, and answers the tarball. It has to be built. */
export async function publish(registry: Registry, folder: string, name: string): Promise<string> {
  const tarball = await pack(name, folder)
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

/** A copy of one of our projects, with what npm installs into it; ours from the registry, where it is not given as a tarball. */
export async function installInto(
  registry: Registry | undefined, folder: string, project: string, names: readonly string[],
): Promise<string> {
  const cwd = join(folder, project)
  cpSync(fileURLToPath(new URL(`projects/${project}/`, import.meta.url)), cwd, { recursive: true })
  writeFileSync(
    join(cwd, '.npmrc'),
    `${registry === undefined ? '' : `@keg:registry=${registry.url}\n`}audit=false\nfund=false\nignore-scripts=true\nprefer-offline=true\n`,
  )
  await run('npm', ['install', ...names], { cwd })
  return cwd
}

/** The keg command and all that it needs, published; `tarballs` by the names of the packages. */
export interface PublishedKeg extends AsyncDisposable {
  readonly folder: string
  readonly registry: Registry
  readonly tarballs: ReadonlyMap<string, string>
}

/** Publishes the keg command to a registry of its own, in a folder of its own. */
export async function publishKeg(): Promise<PublishedKeg> {
  await using opened = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'keg-install-'))
  opened.defer(() => rmSync(folder, { recursive: true, force: true }))
  const registry = await startRegistry(folder)
  opened.defer(() => registry.close())
  const tarballs = new Map<string, string>()
  const names = [
    'mqtt-topics', 'message-schemas', 'rule-dsl', 'shadow-client', 'mqtt-broker', 'aws-service', 'local-iot', 'local-cloud', 'cli',
  ]
  for (const name of names) tarballs.set(name, await publish(registry, folder, name))
  const published = opened.move()
  return { folder, registry, tarballs, [Symbol.asyncDispose]: () => published.disposeAsync() }
}

/** The first line that a keg command prints. Rejects where it ends before. */
export async function firstLine(keg: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  const failed = once(keg, 'exit').then(([code]) => Promise.reject(new Error(`keg ended with ${code}.`)))
  failed.catch(() => undefined)
  const [line] = (await Promise.race([once(createInterface({ input: keg.stdout }), 'line'), failed])) as [string]
  return line
}
