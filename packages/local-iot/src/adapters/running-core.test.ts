import { spawnSync } from 'node:child_process'
import {
  chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { announceCore, isCoreName, runningCores } from './running-core.ts'

let server: Server
let https: string
let runtime: string
beforeAll(async () => {
  server = createServer((socket) => socket.on('error', () => undefined))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server has an address of this kind.
  https = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  runtime = mkdtempSync(join(tmpdir(), 'keg-running-'))
  vi.stubEnv('XDG_RUNTIME_DIR', runtime)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(runtime, { recursive: true })
})

const core = () => ({
  endpoints: { https, control: https, wss: https.replace('https', 'wss') }, caFile: '/ca.pem', region: 'us-east-1',
  credentials: { accessKeyId: 'AKIA1', secretAccessKey: 's' },
})
const names = async () => (await runningCores()).map(({ name }) => name)
const folder = () => join(runtime, `keg-cores-${process.getuid?.() ?? 0}`)
/** Changes what stands in the file of a core. */
const rewrite = (name: string, members: object) => {
  const file = join(folder(), `${name}.json`)
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...members }))
}

describe('several cores at a time', () => {
  it('are all found, the first before the others, and one that ends takes none of them along', async () => {
    const alone = await announceCore(core())
    const cloud = await announceCore(core(), { kind: 'cloud', nameAfter: 'Shop', cloudEndpoint: 'http://127.0.0.1:4566' })
    await announceCore(core())
    expect(await names()).toEqual(['core', 'Shop', 'core-2'])
    expect((await runningCores())[1]).toEqual({
      ...core(), name: 'Shop', kind: 'cloud', pid: process.pid, startedAtMs: expect.any(Number), cloudEndpoint: 'http://127.0.0.1:4566',
    })
    expect([alone.name, cloud.name]).toEqual(['core', 'Shop'])
    await cloud.takeBack()
    await alone.takeBack()
    expect(await names()).toEqual(['core-2'])
    await announceCore(core())
    expect((await names()).toSorted()).toEqual(['core', 'core-2'])
  })
  it('have names of their own, also when they start at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => announceCore(core())))
    expect((await names()).toSorted()).toEqual(['core', 'core-2', 'core-3', 'core-4', 'core-5', 'core-6', 'core-7', 'core-8'])
  })
  it('leave nothing once all are gone', async () => {
    const all = await Promise.all([announceCore(core()), announceCore(core()), announceCore(core())])
    await Promise.all(all.map((each) => each.takeBack()))
    expect(readdirSync(runtime)).toEqual([])
  })
})

describe('a name', () => {
  it('that was asked for is given once', async () => {
    await announceCore(core(), { name: 'bar' })
    await expect(announceCore(core(), { name: 'bar' })).rejects.toMatchObject({
      code: 'NAME_TAKEN', message: expect.stringContaining('bar'),
    })
  })
  it('is free again once its core is gone', async () => {
    await announceCore(core(), { name: 'bar' })
    rewrite('bar', { pid: spawnSync(process.execPath, ['--version']).pid })
    await announceCore(core(), { name: 'bar' })
    expect(await runningCores()).toMatchObject([{ name: 'bar', pid: process.pid }])
  })
  it.each([
    ['../etc/passwd', 'etc-passwd'], ['my stack', 'my-stack'], ['…', 'core'], ['', 'core'],
  ])('is made of %j: %s', async (nameAfter, name) => {
    await announceCore(core(), { nameAfter })
    expect(await names()).toEqual([name])
    expect(isCoreName(nameAfter)).toBe(false)
  })
})

describe('a file is removed whose core', () => {
  it.each<[string, () => object]>([
    ['process has ended', () => ({ pid: spawnSync(process.execPath, ['--version']).pid })],
    ['process is another now, and does not answer', () => ({ pid: process.ppid, endpoints: { https: 'https://127.0.0.1:1' } })],
  ])('%s', async (_, members) => {
    await announceCore(core(), { name: 'gone' })
    await announceCore(core(), { name: 'here' })
    rewrite('gone', members())
    expect(await names()).toEqual(['here'])
    expect(existsSync(join(folder(), 'gone.json'))).toBe(false)
  })
})

describe('nobody else', () => {
  it('reads a key, or puts a core there', async () => {
    await announceCore(core())
    expect([statSync(folder()).mode & 0o777, statSync(join(folder(), 'core.json')).mode & 0o777]).toEqual([0o700, 0o600])
    chmodSync(folder(), 0o777)
    expect(await names()).toEqual([])
    await expect(announceCore(core())).rejects.toMatchObject({ code: 'ANNOUNCE_FAILED', message: expect.stringContaining(folder()) })
  })
  it('leads us elsewhere by a link', async () => {
    mkdirSync(join(runtime, 'elsewhere'), { mode: 0o700 })
    symlinkSync(join(runtime, 'elsewhere'), folder())
    expect(await names()).toEqual([])
    await expect(announceCore(core())).rejects.toMatchObject({ code: 'ANNOUNCE_FAILED' })
  })
})
