import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inspect, installInto } from './publish.ts'
import { pack } from './tarball.ts'

// @keg/mqtt-broker by itself as others get it: packed, installed into an empty project.

const run = promisify(execFile)
let folder: string
let tarballs: string[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keg-broker-'))
  tarballs = [await pack('mqtt-topics', folder), await pack('mqtt-broker', folder)]
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('has nothing that publint or attw object to', { timeout: 60_000 }, async () => {
  await inspect(tarballs[1] ?? '', 'esm-only')
})

it('serves clients that are not ours, and brings little along', { timeout: 180_000 }, async () => {
  const cwd = await installInto(undefined, folder, 'mqtt-broker', [
    ...tarballs, 'ws@8', 'mqtt@5.16.0', 'typescript@5.9.3', '@types/node@24',
  ])
  await run('npm', ['run', '--silent', 'check'], { cwd })
  expect((await run(process.execPath, ['main.ts'], { cwd })).stdout).toBe('kegs/k-1/pours 300\n')
  expect(readdirSync(join(cwd, 'node_modules/@keg')).sort()).toEqual(['mqtt-broker', 'mqtt-topics'])
})
