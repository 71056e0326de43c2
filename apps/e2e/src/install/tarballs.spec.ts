import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstLine, installInto } from './publish.ts'
import { pack, releasedPackages } from './tarball.ts'

// The packages as they are to be had without a registry: from the tarballs of `pnpm nx run e2e:pack`.

const run = promisify(execFile)
const tarballs: string[] = []
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keg-tarballs-'))
  for (const name of releasedPackages()) tarballs.push(await pack(name, folder))
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }), 300_000)

it('have types for a strict project of es2022 that checks its libraries', { timeout: 300_000 }, async () => {
  const cwd = await installInto(undefined, folder, 'es2022', [
    ...tarballs, 'typescript@5.9.3', 'aws-cdk-lib@2.276.0', 'constructs@10.8.1', 'mqtt@5.16.0', 'react@19', '@types/react@19',
    'aws-iot-device-sdk-v2@1', '@aws-sdk/client-iot-data-plane@3',
  ])
  await run('npm', ['run', '--silent', 'check'], { cwd })
})

it('run an app as cdk init writes it, which ts-node compiles', { timeout: 300_000 }, async () => {
  const cwd = await installInto(undefined, folder, 'cdk-init', [
    ...tarballs, 'aws-cdk@2', 'aws-cdk-lib@2.276.0', 'constructs@10.8.1', 'ts-node@10', 'typescript@5.9.3', 'esbuild@0.28',
    '@types/node@24',
  ])
  const line = ['run', 'cdk.out', '--json', '--synth', 'npx cdk synth --quiet --no-notices']
  const keg = spawn(process.execPath, [join(cwd, 'node_modules/.bin/keg'), ...line], {
    cwd, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, XDG_RUNTIME_DIR: cwd },
  })
  const ended = once(keg, 'exit')
  const { outputs } = JSON.parse(await firstLine(keg)) as { outputs: { ShopStack: { Url: string } } }
  expect(await (await fetch(outputs.ShopStack.Url)).text()).toBe('hello')
  keg.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})
