import type { LineState } from '@keg/uplink'
import { UplinkError } from '@keg/uplink'
import { expect, it, onTestFinished } from 'vitest'
import { kegFiles } from '../device-state.ts'
import type { Program, Transport } from '../program.ts'
import { deviceBench } from '../testing/device-bench.ts'
import { lastPours } from './last-pours.ts'

/** Longer than a test may take: whoever waits for it fails. */
const HOUR_MS = 3_600_000
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
const lineThat = (over: Partial<Transport['line']>) => ({ line }: Transport): Partial<Transport> =>
  ({ line: Object.defineProperties({ ...line }, { state: { get: () => line.state }, ...Object.getOwnPropertyDescriptors(over) }) })

/** A keg whose last program has left a pour of 500 ml. */
function benchWithAPour() {
  const bench = deviceBench()
  onTestFinished(bench.remove)
  const pour = { v: 1, bootId: 'b-1', seq: 0, takenAtMs: bench.nowMs(), pourId: '000000000500-a', volumeMl: 500, totaliserMl: 500 } as const
  kegFiles(bench.dir).meter.write(500)
  kegFiles(bench.dir).outbox.write({ reportedMl: 500, pending: [{ siteId: 'berlin', pour }], pours: 1, duplicates: 0 })
  return bench
}

it.each<[what: string, how: (transport: Transport) => Partial<Transport>, cut?: boolean]>([
  ['never connected', lineThat({ start: () => undefined })],
  ['was cut', () => ({}), true],
  ['is stalled', lineThat({ get state(): LineState {
    return 'stalled'
  } })],
  ['is refused what it sends', lineThat({ publish: () => Promise.reject(new UplinkError('REFUSED', 'no')) })],
])('ends soon where a keg %s, and says that a pour is left', async (_, how, cut) => {
  const bench = benchWithAPour()
  const device = bench.start(how)
  if (cut) bench.setConnected(false)
  await bench.go(device, 300)
  expect(await device.stop(bench.nowMs, HOUR_MS)).toBe(1)
})

it('ends soon where it is not told at which site it has poured', async () => {
  const bench = deviceBench()
  onTestFinished(bench.remove)
  kegFiles(bench.dir).meter.write(500)
  const device = bench.start()
  await bench.go(device, 300)
  expect(await device.stop(bench.nowMs, HOUR_MS)).toBe(1)
})

it('does not wait for the end of a connection that is not there', async () => {
  const bench = deviceBench()
  onTestFinished(bench.remove)
  const device = bench.start(lineThat({ start: () => undefined, close: () => new Promise(() => undefined) }))
  expect(await device.stop(bench.nowMs, HOUR_MS)).toBe(0)
})

it('waits for a connection that comes', async () => {
  const bench = benchWithAPour()
  const device = bench.start()
  bench.setConnected(false)
  const left = device.stop(bench.nowMs, HOUR_MS)
  await turn()
  expect(bench.of('pours')).toEqual([])
  bench.setConnected(true)
  expect(await left).toBe(0)
  expect(bench.of('pours')).toMatchObject([{ volumeMl: 500 }])
})

it.each<[what: string, program: Partial<Program>, said: RegExp]>([
  ['throws in a tick', { tick: () => {
    throw new Error('ill in a tick')
  } }, /ill in a tick/],
  ['does not send', { settle: () => Promise.reject(new Error('ill at the end')) }, /ill at the end/],
  ['never answers', { settle: () => new Promise(() => undefined) }, /^$/],
])('ends where a program %s', async (_, ill, said) => {
  const log: string[] = []
  const program: Program = {
    tick: () => true, reported: true, healthy: true, settle: async () => 0,
    applySettings: async () => undefined, close: async () => undefined, ...ill,
  }
  const running = {
    program, version: '1', agent: undefined, healthy: true, connected: true, close: program.close, publish: async () => undefined,
  }
  const parts = { supervisor: { running }, pause: turn, log: (line: string) => log.push(line), patienceMs: 10 }
  expect(await lastPours(parts, (its) => its?.tick(0, 0) ?? true)).toBe(0)
  expect(log.join()).toMatch(said)
})
