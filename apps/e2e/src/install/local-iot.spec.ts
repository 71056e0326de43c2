import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstLine, inspect, installInto, publishKeg, type PublishedKeg } from './publish.ts'

// @keg/local-iot and the keg command as others get them: packed, published, installed into an empty project.

const run = promisify(execFile)
let keg: PublishedKeg
beforeAll(async () => { keg = await publishKeg() }, 300_000)
afterAll(() => keg?.[Symbol.asyncDispose]())

it('has nothing that publint or attw object to', async () => {
  await inspect(keg.tarballs.get('local-iot') ?? '', 'esm-only')
})

it('runs in a vitest test of an empty project, with a client that is not ours', { timeout: 180_000 }, async () => {
  const cwd = await installInto(keg.registry, keg.folder, 'local-iot', [
    '@keg/local-iot', 'mqtt@5.16.0', 'vitest@5', 'typescript@7.0.2', '@types/node@24',
  ])
  await run('npm', ['run', '--silent', 'check'], { cwd })
  const { stdout } = await run('npm', ['test', '--silent'], { cwd, env: { ...process.env, NO_COLOR: '1' } })
  expect(stdout).toMatch(/Tests +1 passed/)
})

it('gives the keg command', { timeout: 180_000 }, async () => {
  const cwd = await installInto(keg.registry, keg.folder, 'cli', ['@keg/cli'])
  const local = spawn(process.execPath, [join(cwd, 'node_modules/.bin/keg'), 'local', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TMPDIR: cwd, XDG_RUNTIME_DIR: cwd },
  })
  const ended = once(local, 'exit')
  const line = await firstLine(local)
  expect(JSON.parse(line)).toMatchObject({ region: 'us-east-1', endpoints: { mqtts: expect.stringMatching(/^mqtts:/) } })
  local.kill('SIGINT')
  await ended
  expect(readdirSync(cwd).filter((name) => name.startsWith('keg-'))).toEqual([])
})
