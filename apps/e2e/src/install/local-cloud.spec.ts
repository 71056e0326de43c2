import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inspect, installInto, publish } from './publish.ts'
import { type Registry, startRegistry } from './registry.ts'

// Somebody's CDK app with the keg command as others get it: packed, published, installed.

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
  await inspect(tarballs.get('local-cloud') ?? '', 'esm-only')
})

it('runs a CDK app and keeps its data, by the README\'s lines', { timeout: 300_000 }, async () => {
  const cwd = await installInto(registry, folder, 'cloud', ['@keg/cli', 'aws-cdk-lib@2.276.0', 'constructs@10.8.1', 'esbuild@0.28', '@aws-sdk/client-dynamodb@3', '@aws-sdk/client-sfn@3', '@aws-sdk/client-lambda@3'])
  const line = ['run', 'cdk.out', '--json', '--data-dir', 'data', '--synth', `"${process.execPath}" app.mjs`]
  const counts: unknown[] = []
  for (let run = 0; run < 2; run += 1) {
    const keg = spawn(process.execPath, [join(cwd, 'node_modules/.bin/keg'), ...line], { cwd, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, XDG_RUNTIME_DIR: cwd } })
    const ended = once(keg, 'exit')
    const failed = ended.then(([code]) => Promise.reject(new Error(`keg ended with ${code}.`)))
    failed.catch(() => undefined)
    const [ready] = (await Promise.race([once(createInterface({ input: keg.stdout }), 'line'), failed])) as [string]
    counts.push(await (await fetch(JSON.parse(ready).outputs.Shop.Url)).json())
    keg.kill('SIGKILL')
    await ended
  }
  // The custom resource has seeded the table once.
  expect(counts).toEqual([{ count: 101 }, { count: 102 }])
})
