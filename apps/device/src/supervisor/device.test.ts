import type { PartialSettings } from '@keg/message-schemas/keg'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { kegFiles } from '../device-state.ts'
import { deviceBench } from '../testing/device-bench.ts'
import { memoryJobs } from '../testing/memory-jobs.ts'

/** A device at a site that is started, and gone when the test is. */
async function startedBench(desired: PartialSettings = { siteId: 'berlin', targetCelsius: 5 }) {
  const bench = deviceBench()
  await bench.app.setDesired(desired)
  const device = bench.start()
  onTestFinished(async () => {
    await device.stop(bench.nowMs, 1_000)
    bench.remove()
  })
  return { ...bench, device }
}
const reportedOf = async (app: Awaited<ReturnType<typeof startedBench>>['app']) => (await app.get())?.reported

it('reads the shadow once a connect, applies what is desired and reports it', async () => {
  const { device, go, app, requests, setConnected } = await startedBench({
    siteId: 'berlin', targetCelsius: 4, valve: 'closed', intervalSec: 30,
  })
  await go(device, 500)
  expect(await reportedOf(app)).toEqual({ siteId: 'berlin', targetCelsius: 4, valve: 'closed', intervalSec: 30, firmware: '0.1.0' })
  expect(requests.filter((kind) => kind === 'get')).toHaveLength(1)
  setConnected(false)
  setConnected(true)
  await go(device, 500)
  expect(requests.filter((kind) => kind === 'get')).toHaveLength(2)
})

it('lets no beer flow while the valve is closed, and again when it is open', async () => {
  const { device, go, app, of } = await startedBench()
  await go(device, 3_000)
  expect(of('pours').length).toBeGreaterThan(0)
  await app.setDesired({ valve: 'closed' })
  await go(device, 500)
  const before = of('pours').length
  const readings = of('telemetry').length
  await go(device, 20_000)
  expect(of('pours')).toHaveLength(before)
  expect(of('telemetry').slice(readings).map(({ pouring }) => pouring)).toEqual([false, false])
  await app.setDesired({ valve: 'open' })
  await go(device, 5_000)
  expect(of('pours').length).toBeGreaterThan(before)
})

it('measures as often as it is told to while nobody pours', async () => {
  const { device, go, app, of } = await startedBench({ siteId: 'berlin', valve: 'closed', intervalSec: 60 })
  await go(device, 120_000)
  const slow = of('telemetry').length
  expect(slow).toBeLessThanOrEqual(3)
  await app.setDesired({ intervalSec: 2 })
  await go(device, 10_000)
  expect(of('telemetry').length - slow).toBeGreaterThanOrEqual(5)
})

it('keeps the valve closed over a restart without a line', async () => {
  const bench = await startedBench({ siteId: 'berlin', valve: 'closed' })
  await bench.go(bench.device, 500)
  await bench.device.stop(bench.nowMs, 1_000)
  const before = kegFiles(bench.dir).meter.read()
  const again = bench.start()
  bench.setConnected(false)
  await bench.go(again, 20_000)
  expect(kegFiles(bench.dir).meter.read()).toBe(before)
  await again.stop(bench.nowMs, 0)
})

it('obeys a pour order through its tap, and the ordered volume is in its pours', async () => {
  const { device, go, send, of, nowMs } = await startedBench()
  await go(device, 300)
  send('keg/berlin/k-1/commands/c-1', { v: 1, issuedAtMs: nowMs(), expiresAtMs: nowMs() + 60_000, order: { kind: 'pour', volumeMl: 777 } })
  await go(device, 15_000)
  expect(of('replies').map(({ topic, status }) => [topic, status])).toEqual([
    ['keg/berlin/k-1/replies/c-1', 'IN_PROGRESS'], ['keg/berlin/k-1/replies/c-1', 'SUCCEEDED'],
  ])
  expect(of('pours').map(({ volumeMl }) => volumeMl)).toContain(777)
})

it('reboots: a new boot of the program answers, and no beer is lost on the way', async () => {
  const { device, go, send, of, nowMs, dir } = await startedBench()
  await go(device, 1_500)
  send('keg/berlin/k-1/commands/c-1', { v: 1, issuedAtMs: nowMs(), expiresAtMs: nowMs() + 60_000, order: { kind: 'reboot' } })
  await go(device, 10_000)
  const [began, done] = of('replies')
  expect([began?.['status'], done?.['status']]).toEqual(['IN_PROGRESS', 'SUCCEEDED'])
  expect(done?.['bootId']).not.toBe(began?.['bootId'])
  await device.stop(nowMs, 1_000)
  const poured = of('pours').reduce((sum, { volumeMl }) => sum + Number(volumeMl), 0)
  expect(poured).toBe(kegFiles(dir).meter.read())
})

it('closes the tap of an order that a reboot interrupts, and counts what had flowed', async () => {
  const { device, go, send, of, nowMs, dir, app } = await startedBench()
  await go(device, 300)
  const command = (order: object) => ({ v: 1, issuedAtMs: nowMs(), expiresAtMs: nowMs() + 60_000, order })
  send('keg/berlin/k-1/commands/c-1', command({ kind: 'pour', volumeMl: 20_000 }))
  await go(device, 5_000)
  send('keg/berlin/k-1/commands/c-2', command({ kind: 'reboot' }))
  await go(device, 1_000)
  await app.setDesired({ valve: 'closed' })
  await go(device, 1_000)
  const statuses = new Map(of('replies').map(({ topic, status, statusReason }) => [topic, { status, ...(statusReason as object) }]))
  expect(statuses.get('keg/berlin/k-1/replies/c-1')).toEqual({
    status: 'FAILED', reasonCode: 'INTERRUPTED', reasonDescription: expect.any(String),
  })
  const poured = of('pours').reduce((sum, { volumeMl }) => sum + Number(volumeMl), 0)
  expect(poured).toBe(kegFiles(dir).meter.read())
  expect(poured).toBeLessThan(20_000)
})

it('listens for commands where it stands, also before the shadow was read, and moves on with its site', async () => {
  const bench = await startedBench()
  const { device, go, app, filters } = bench
  await go(device, 300)
  const ofAws = '$aws/commands/things/k-1/executions/+/request/json'
  expect(filters()).toEqual([ofAws, 'keg/berlin/k-1/commands/+'])
  await app.setDesired({ siteId: 'munich' })
  await go(device, 300)
  expect(filters()).toEqual([ofAws, 'keg/munich/k-1/commands/+'])
  await device.stop(bench.nowMs, 1_000)
  const again = bench.start()
  expect(filters()).toEqual([ofAws, 'keg/munich/k-1/commands/+'])
  await again.stop(bench.nowMs, 0)
})

it.each(['schema-0', 'schema-1'])('opens the files of %s, and goes on from what they hold', async (folder) => {
  const bench = deviceBench()
  onTestFinished(bench.remove)
  cpSync(new URL(`../../fixtures/${folder}`, import.meta.url), bench.dir, { recursive: true })
  await bench.app.setDesired({ siteId: 'berlin', valve: 'closed' })
  const device = bench.start()
  await bench.go(device, 500)
  await device.stop(bench.nowMs, 1_000)
  expect(bench.of('pours').map(({ pourId, volumeMl }) => [String(pourId).slice(0, 12), volumeMl])).toEqual([
    ['000000000730', 400], ['000000000830', 100],
  ])
  expect(bench.of('replies').map(({ status }) => status)).toEqual(folder === 'schema-1' ? ['SUCCEEDED'] : [])
  expect(readFileSync(join(bench.dir, 'outbox.json'), 'utf8')).toMatch(/^\{"schema":1,"value":\{"reportedMl":830,"pending":\[\]/)
})

it('refuses to start on files of a newer program, and leaves them as they are', () => {
  const bench = deviceBench()
  onTestFinished(bench.remove)
  for (const file of ['meter.json', 'outbox.json', 'notices.json', 'settings.json']) {
    const path = join(bench.dir, file)
    const newer = '{"schema":99,"value":{"ml":5}}'
    writeFileSync(path, newer)
    expect(() => bench.start()).toThrow(expect.objectContaining({ code: 'NEWER_SCHEMA', path, foundSchema: 99 }))
    expect(readFileSync(path, 'utf8')).toBe(newer)
    writeFileSync(path, '')
    expect(() => bench.start()).toThrow(expect.objectContaining({ code: 'CORRUPT', path }))
    bench.remove()
    kegFiles(bench.dir)
  }
})

it('does not end well before the beer that flowed is reported, which needs its site', async () => {
  const bench = deviceBench()
  onTestFinished(() => bench.remove())
  kegFiles(bench.dir).meter.write(500)
  const device = bench.start()
  await bench.go(device, 500)
  // Nobody has told it where it stands.
  expect(await device.stop(bench.nowMs, 50)).toBe(1)
  await bench.app.setDesired({ siteId: 'berlin' })
  const again = bench.start()
  await bench.go(again, 200)
  expect(await again.stop(bench.nowMs, 5_000)).toBe(0)
  expect(bench.of('pours').reduce((sum, { volumeMl }) => sum + (volumeMl as number), 0)).toBeGreaterThanOrEqual(500)
})

it('keeps the settings of a job where something else was wished before, and the shadow was read meanwhile', async () => {
  const bench = deviceBench()
  onTestFinished(bench.remove)
  await bench.app.setDesired({ siteId: 'berlin', targetCelsius: 8 })
  await bench.app.report({ siteId: 'berlin', targetCelsius: 8, firmware: '0.1.0' })
  const jobs = memoryJobs()
  jobs.add('j', { kind: 'settings', settings: { targetCelsius: 3 } })
  const [read, updated] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  const port = jobs.port()
  // The shadow is asked for, then the job begins; what was asked first is answered first.
  const device = bench.start(({ shadow }) => ({
    jobs: { ...port, startNext: () => read.promise.then(port.startNext) },
    shadow: { ...shadow, async request(operation, ...rest) {
      const answer = shadow.request(operation, ...rest)
      if (operation.kind === 'get') read.resolve(undefined)
      else updated.resolve(undefined)
      await (operation.kind === 'get' ? updated.promise : new Promise((resolve) => setImmediate(resolve)))
      return answer
    } },
  }))
  await bench.go(device, 3_000)
  await device.stop(bench.nowMs, 1_000)
  expect(jobs.of('j')?.status).toBe('SUCCEEDED')
  expect((await bench.app.get())?.reported).toMatchObject({ targetCelsius: 3 })
  expect(kegFiles(bench.dir).settings.read()).toMatchObject({ targetCelsius: 3 })
})

it('does not take it for a wish which program it is to be', async () => {
  const { device, go, app, dir } = await startedBench({ siteId: 'berlin', targetCelsius: 5, firmware: '9.9.9' })
  await go(device, 1_000)
  expect(await reportedOf(app)).toMatchObject({ targetCelsius: 5, firmware: '0.1.0' })
  expect(kegFiles(dir).settings.read()).not.toHaveProperty('firmware')
})
