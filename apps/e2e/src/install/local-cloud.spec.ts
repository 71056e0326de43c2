import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstLine, inspect, installInto, publishKeg, type PublishedKeg } from './publish.ts'

// Somebody's CDK app with the keg command as others get it: packed, published, installed.

let keg: PublishedKeg
beforeAll(async () => { keg = await publishKeg() }, 300_000)
afterAll(() => keg?.[Symbol.asyncDispose]())

it('has nothing that publint or attw object to', async () => {
  await inspect(keg.tarballs.get('local-cloud') ?? '', 'esm-only')
})

it('runs a CDK app and keeps its data, by the README\'s lines', { timeout: 300_000 }, async () => {
  const cwd = await installInto(keg.registry, keg.folder, 'cloud', [
    '@keg/cli', 'aws-cdk-lib@2.276.0', 'constructs@10.8.1', 'esbuild@0.28', '@aws-sdk/client-dynamodb@3', '@aws-sdk/client-sfn@3',
    '@aws-sdk/client-lambda@3',
  ])
  const line = ['run', 'cdk.out', '--json', '--data-dir', 'data', '--synth', `"${process.execPath}" app.mjs`]
  const counts: unknown[] = []
  for (let run = 0; run < 2; run += 1) {
    const child = spawn(process.execPath, [join(cwd, 'node_modules/.bin/keg'), ...line], {
      cwd, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, XDG_RUNTIME_DIR: cwd },
    })
    const ended = once(child, 'exit')
    const ready = await firstLine(child)
    counts.push(await (await fetch(JSON.parse(ready).outputs.Shop.Url)).json())
    child.kill('SIGKILL')
    await ended
  }
  // The custom resource has seeded the table once.
  expect(counts).toEqual([{ count: 101 }, { count: 102 }])
})
