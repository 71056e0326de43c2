import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startKeg } from './keg.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-compiled-'))

// Whoever runs the tests may keep what they compile elsewhere.
beforeEach(() => {
  for (const name of ['NODE_COMPILE_CACHE', 'NODE_DISABLE_COMPILE_CACHE']) vi.stubEnv(name, undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

it.each([
  ['in the user\'s folder of caches', { XDG_CACHE_HOME: folder }, ['keg']],
  ['where Node.js is told to', { XDG_CACHE_HOME: folder, NODE_COMPILE_CACHE: join(folder, 'elsewhere') }, ['elsewhere']],
  ['nowhere where Node.js is told not to', { XDG_CACHE_HOME: folder, NODE_DISABLE_COMPILE_CACHE: '1' }, []],
])('keeps what it compiles %s', async (_, environment, kept) => {
  const { exitCode } = await ended(environment)
  expect({ exitCode, kept: readdirSync(folder) }).toEqual({ exitCode: 0, kept })
})

it('goes on where it can\'t write', async () => {
  const { exitCode } = await ended({ XDG_CACHE_HOME: '/dev/null' })
  expect(exitCode).toBe(0)
})

async function ended(environment: Record<string, string>) {
  const child = startKeg(['--help'], environment)
  child.stdout.resume()
  await once(child, 'exit')
  return child
}
