import { pour, telemetry, type Pour, type Telemetry } from '@keg/message-schemas/keg'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFlowMeter } from './hardware/flow-meter.ts'
import { createKeg, type Uplink } from './keg.ts'
import { createOutbox, type OutboxState } from './outbox.ts'
import { createSequence } from './sequence.ts'
import { createCooler } from './sim/cooler.ts'
import { evenShare } from './sim/even-share.ts'
import { createTap } from './sim/tap.ts'
import { memory } from './testing/memory.ts'

/** A device's disk, and a line whose far end keeps what arrives; `down` loses what is sent, or its acknowledgement. */
function bench() {
  const state = { full: false }
  const full = () => state.full
  const disk = { meter: memory<number>(full), outbox: memory<OutboxState>(full) }
  const arrived: Pour[] = []
  const readings: Telemetry[] = []
  const line = { connected: true, lose: (): 'nothing' | 'message' | 'acknowledgement' => 'nothing' }
  const send: Uplink['publish'] = async (topic, payload) => {
    const lost = line.lose()
    if (lost === 'message') throw new Error('line cut')
    const decoded = topic.endsWith('/pours') ? pour.decode(payload) : telemetry.decode(payload)
    if (!decoded.ok) throw new Error(decoded.reason)
    if ('pourId' in decoded.value) arrived.push(decoded.value)
    else readings.push(decoded.value)
    if (lost === 'acknowledgement') throw new Error('line cut')
  }
  let ids = 0
  let boots = 0
  const boot = (options: { sendTwice?: boolean } = {}) => {
    // The boot before is dead from here on: what it has sent may have arrived, but it learns of nothing and writes nothing.
    const bootNumber = ++boots
    const alive = <Value>(value: Value): Value | Promise<never> => (boots === bootNumber ? value : new Promise(() => undefined))
    const uplink: Uplink = {
      get connected() {
        return line.connected
      },
      publish: (topic, payload, qos) => send(topic, payload, qos).then(alive, async (error) => Promise.reject(await alive(error))),
    }
    const meter = createFlowMeter(disk.meter)
    const outbox = createOutbox(disk.outbox)
    const tap = { open: false }
    const keg = createKeg({
      kegId: 'k-1', sequence: createSequence(`b-${bootNumber}`), uplink, meter, outbox,
      gauges: { celsius: 5, kilopascal: 110, cooling: false },
      tapOpen: () => tap.open,
      newId: () => String(ids++),
      pause: () => Promise.resolve(),
      sendTwice: () => options.sendTwice ?? false,
      onProblem: () => undefined,
    })
    keg.siteId = 'berlin'
    return { keg, meter, outbox, tap }
  }
  const ledgerMl = () => [...new Map(arrived.map(({ pourId, volumeMl }) => [pourId, volumeMl])).values()].reduce((sum, ml) => sum + ml, 0)
  return { boot, line, arrived, readings, disk, state, ledgerMl }
}

describe('pours', () => {
  it('sends a pour when the tap closes', async () => {
    const { boot, arrived } = bench()
    const { keg, meter, tap, outbox } = boot()
    tap.open = true
    meter.flow(300)
    keg.tick(1_000)
    meter.flow(200)
    tap.open = false
    keg.tick(2_000)
    await keg.flush()
    expect(arrived).toMatchObject([{ volumeMl: 500, totaliserMl: 500, takenAtMs: 2_000, bootId: 'b-1' }])
    expect(outbox.state).toMatchObject({ reportedMl: 500, pending: [], pours: 1 })
  })

  it('reports what flowed while no program ran as a pour of its own', async () => {
    const { boot, arrived } = bench()
    const before = boot()
    before.meter.flow(250)
    const { keg } = boot()
    keg.tick(1_000)
    await keg.flush()
    expect(arrived).toMatchObject([{ volumeMl: 250, bootId: 'b-2' }])
  })

  it('splits what no single pour may hold', async () => {
    const { boot, arrived, ledgerMl } = bench()
    const { keg, meter } = boot()
    meter.flow(130_000)
    keg.tick(1_000)
    await keg.flush()
    expect(arrived.map(({ volumeMl }) => volumeMl)).toEqual([60_000, 60_000, 10_000])
    expect(ledgerMl()).toBe(130_000)
  })

  it('sends the very same pour again when the acknowledgement was lost, also after a restart', async () => {
    const { boot, line, arrived } = bench()
    const first = boot()
    first.meter.flow(300)
    line.lose = () => 'acknowledgement'
    first.keg.tick(1_000)
    await first.keg.flush()
    line.lose = () => 'nothing'
    const second = boot()
    second.keg.tick(9_000)
    await second.keg.flush()
    expect(arrived).toHaveLength(2)
    expect(arrived[1]).toEqual(arrived[0])
  })

  it('goes on measuring while the disk is full, and sends it all, without a gap, once it is not', async () => {
    const { boot, arrived, state, ledgerMl, disk } = bench()
    const { keg, meter, tap } = boot()
    meter.flow(100)
    state.full = true
    expect(() => meter.flow(200)).toThrow('ENOSPC')
    expect(() => keg.tick(1_000)).toThrow('ENOSPC')
    expect(() => meter.flow(50)).toThrow('ENOSPC')
    expect(meter.totaliserMl).toBe(100)
    state.full = false
    meter.flow(0)
    keg.tick(2_000)
    await keg.flush()
    expect(arrived).toMatchObject([{ volumeMl: 350, seq: 0 }])
    tap.open = true
    meter.flow(40)
    tap.open = false
    keg.tick(3_000)
    state.full = true
    await keg.flush()
    await keg.flush()
    expect(arrived.map(({ seq }) => seq)).toEqual([0, 2])
    expect(() => keg.tick(4_000)).toThrow('ENOSPC')
    state.full = false
    keg.tick(5_000)
    expect(disk.outbox.read()).toMatchObject({ pending: [], pours: 2 })
    expect(ledgerMl()).toBe(390)
  })

  it('counts what it sends twice on purpose', async () => {
    const { boot, arrived, disk } = bench()
    const { keg, meter } = boot({ sendTwice: true })
    meter.flow(300)
    keg.tick(1_000)
    await keg.flush()
    expect(arrived).toHaveLength(2)
    expect(disk.outbox.read()).toMatchObject({ pours: 1, duplicates: 1 })
  })

  it('settles what the line lost, and says what is left when it is told to give up', async () => {
    const { boot, line, ledgerMl } = bench()
    const { keg, meter } = boot()
    meter.flow(300)
    let losses = 3
    line.lose = () => (losses-- > 0 ? 'message' : 'nothing')
    keg.tick(1_000)
    expect(await keg.settle(new AbortController().signal)).toBe(0)
    expect(ledgerMl()).toBe(300)
    line.lose = () => 'message'
    meter.flow(200)
    keg.tick(2_000)
    expect(await keg.settle(AbortSignal.abort())).toBe(1)
  })

  it('waits until it knows its site', () => {
    const { boot, arrived } = bench()
    const { keg, meter } = boot()
    keg.siteId = undefined
    meter.flow(300)
    keg.tick(1_000)
    expect(arrived).toEqual([])
  })

  it('whatever is cut, killed or lost: Σ distinct pours = totaliser', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('flow' as const), ml: fc.integer({ min: 1, max: 900 }) }),
      fc.record({
        kind: fc.constant('line' as const), loses: fc.constantFrom('nothing' as const, 'message' as const, 'acknowledgement' as const),
      }),
      fc.record({ kind: fc.constant('kill' as const) }),
      fc.record({ kind: fc.constant('settle' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { boot, line, disk, ledgerMl } = bench()
        let { keg, meter } = boot()
        let nowMs = 0
        for (const event of steps) {
          if (event.kind === 'flow') meter.flow(event.ml)
          else if (event.kind === 'line') line.lose = () => event.loses
          else if (event.kind === 'settle') await keg.flush()
          else ({ keg, meter } = boot())
          keg.tick((nowMs += 500))
        }
        line.lose = () => 'nothing'
        const last = boot()
        last.keg.tick(nowMs + 500)
        await last.keg.flush()
        expect(ledgerMl()).toBe(disk.meter.read() ?? 0)
      }),
    )
  })
})

describe('telemetry', () => {
  it('goes out every ten seconds, every second while it pours, and at each change', () => {
    const { boot, readings } = bench()
    const { keg, tap } = boot()
    for (let nowMs = 0; nowMs <= 20_000; nowMs += 250) {
      tap.open = nowMs >= 12_000 && nowMs < 15_000
      keg.tick(nowMs)
    }
    expect(readings.map(({ takenAtMs }) => takenAtMs)).toEqual([0, 10_000, 12_000, 13_000, 14_000, 15_000])
    expect(readings.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('is left out while the line is down', () => {
    const { boot, readings, line } = bench()
    line.connected = false
    boot().keg.tick(0)
    expect(readings).toEqual([])
  })
})

describe('simulation', () => {
  it.each([
    [0, 0],
    [0.05, 5],
    [1 / 3, 33],
    [1, 100],
  ])('says yes to %d of a hundred questions', (share, yes) => {
    const ask = evenShare(share)
    expect(Array.from({ length: 100 }, ask).filter(Boolean)).toHaveLength(yes)
  })

  it('cools to a lower target and lets the beer warm to a higher one', () => {
    const cooler = createCooler({ celsius: 8, targetCelsius: 4 })
    for (let step = 0; step < 100; step++) cooler.step(1_000)
    expect(cooler.celsius).toBeCloseTo(4, 0)
    cooler.targetCelsius = 6
    cooler.step(1_000)
    expect(cooler.cooling).toBe(false)
    expect(cooler.celsius).toBeGreaterThan(4)
  })

  it('pours whole millilitres, as much as it set out to, and none once closed', () => {
    const tap = createTap({ pauseMs: [1_000, 1_000], volumeMl: [300, 300], mlPerSec: 70 }, () => 0.5)
    let pouredMl = 0
    for (let step = 0; step < 55; step++) {
      const flowedMl = tap.step(100)
      expect(Number.isInteger(flowedMl)).toBe(true)
      pouredMl += flowedMl
    }
    expect(pouredMl).toBe(300)
    tap.close()
    expect(tap.step(60_000)).toBe(0)
  })
})
