import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inspect, installInto, publish } from './publish.ts'
import { type Registry, startRegistry } from './registry.ts'

// @keg/local-iot and the keg command as others get them: packed, published, installed into an empty project.

const run = promisify(execFile)
let folder: string
let registry: Registry
const tarballs = new Map<string, string>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keg-install-'))
  registry = await startRegistry(folder)
  for (const name of ['mqtt-topics', 'rule-dsl', 'shadow-client', 'local-iot', 'local-cloud', 'cli']) tarballs.set(name, await publish(registry, folder, name))
}, 120_000)

afterAll(async () => {
  await registry?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('has nothing that publint or attw object to', async () => {
  await inspect(tarballs.get('local-iot') ?? '', 'esm-only')
})

it('runs in a vitest test of an empty project, with a client that is not ours', { timeout: 180_000 }, async () => {
  const cwd = await installInto(registry, folder, 'local-iot', ['@keg/local-iot', 'mqtt@5.16.0', 'vitest@5', 'typescript@7.0.2', '@types/node@24'])
  await run('npm', ['run', '--silent', 'check'], { cwd })
  const { stdout } = await run('npm', ['test', '--silent'], { cwd, env: { ...process.env, NO_COLOR: '1' } })
  expect(stdout).toMatch(/Tests +1 passed/)
})

it('gives the keg command', { timeout: 180_000 }, async () => {
  const cwd = await installInto(registry, folder, 'cli', ['@keg/cli'])
  const local = spawn(process.execPath, [join(cwd, 'node_modules/.bin/keg'), 'local', '--json'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TMPDIR: cwd, XDG_RUNTIME_DIR: cwd } })
  const failed = once(local, 'exit').then(([code]) => Promise.reject(new Error(`keg ended with ${code}.`)))
  const [line] = (await Promise.race([once(createInterface({ input: local.stdout }), 'line'), failed])) as [string]
  expect(JSON.parse(line)).toMatchObject({ region: 'us-east-1', endpoints: { mqtts: expect.stringMatching(/^mqtts:/) } })
  local.kill('SIGINT')
  await failed.catch(() => undefined)
  expect(readdirSync(cwd).filter((name) => name.startsWith('keg-'))).toEqual([])
})
