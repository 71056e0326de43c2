import { pour } from '@keg/message-schemas/keg'
import { unzipSync } from 'fflate'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFailed, onTestFinished, vi } from 'vitest'
import { COMPONENT, startComponentFixture } from '../testing/component-fixture.ts'
import { artifactFiles, zipFiles } from './adapters/build-artifact.ts'
import { ARTIFACT, gatewayRecipe } from './recipe.ts'

const POURS = 'keg/berlin/keg-01/pours'

it('is the same bytes for the same files, in whatever order and time zone', () => {
  const files = { 'b/two': new Uint8Array(100).fill(2), one: Buffer.from('one') }
  vi.stubEnv('TZ', 'Pacific/Auckland')
  onTestFinished(() => void vi.unstubAllEnvs())
  const there = zipFiles(files)
  vi.stubEnv('TZ', 'America/Anchorage')
  expect(Buffer.compare(zipFiles(Object.fromEntries(Object.entries(files).reverse())), there)).toBe(0)
})

// The artifact has binaries for Linux with glibc alone.
it.skipIf(process.platform !== 'linux')('is unpacked and started as a core device would, and carries a pour', async () => {
  await using fixture = await startComponentFixture()
  const [files, again] = await Promise.all([artifactFiles(), artifactFiles()])
  expect(Object.keys(files)).toEqual(['main.cjs', 'bin/linux-x64-glibc/aws-crt-nodejs.node', 'bin/linux-arm64-glibc/aws-crt-nodejs.node'])
  expect(again['main.cjs']).toEqual(files['main.cjs'])
  const unpacked = join(fixture.dir, 'artifacts-unarchived')
  for (const [path, bytes] of Object.entries(unzipSync(zipFiles(files)))) {
    const file = join(unpacked, ARTIFACT.replace('.zip', ''), path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes, { mode: 0o444 })
  }
  fixture.peer.configure(COMPONENT, fixture.site)
  const work = join(fixture.dir, 'work', COMPONENT)
  mkdirSync(work, { recursive: true })
  const script = gatewayRecipe({ version: '1.0.0', bucket: 'my-bucket' })
    .Manifests[0]?.Lifecycle?.Run?.Script.replaceAll('{artifacts:decompressedPath}', unpacked)
    ?? ''
  // Nothing of this process's environment but the way to Node.
  const component = spawn('sh', ['-c', script], {
    cwd: work, env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, ...fixture.peer.environmentOf(COMPONENT) },
  })
  const said: string[] = []
  onTestFailed(() => console.log(said.join('\n')))
  const port = await new Promise<number>((resolve, reject) => {
    component.on('exit', (code) => reject(new Error(`It ended with ${code}: ${said.join('\n')}`)))
    for (const stream of [component.stdout, component.stderr]) {
      createInterface(stream).on('line', (line) => {
        said.push(line)
        const found = /mqtts:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
        if (found !== undefined) resolve(Number(found))
      })
    }
  })
  await vi.waitFor(() => expect(fixture.peer.states(COMPONENT)).toEqual(['RUNNING']), { timeout: 30_000 })
  const keg = await fixture.connectKeg(port)
  const payload = Buffer.from(pour.encode({ v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, pourId: 'p-1', volumeMl: 300, totaliserMl: 300 }))
  await keg.publishAsync(POURS, payload, { qos: 1 })
  await vi.waitFor(() => expect(fixture.batched()).toEqual([{ topic: POURS, text: payload.toString() }]), { timeout: 30_000 })
  await keg.endAsync(true)
  const ended = once(component, 'exit')
  component.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
}, 60_000)
