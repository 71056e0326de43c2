import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKegModel } from './keg-model.ts'
import { seededRandom } from './seeded-random.ts'

const habits = { pauseMs: [500, 4_000], volumeMl: [100, 600], mlPerSec: 200 } as const
const CAPACITY_ML = 3_000
const seeded = (seed: number, ambientCelsius = 21) =>
  createKegModel({ habits, random: seededRandom(seed), capacityMl: CAPACITY_ML, ambientCelsius })

/** What may happen to a keg. */
const events = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 20_000 }) }),
    fc.record({ kind: fc.constant('target' as const), celsius: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant('valve' as const), valve: fc.constantFrom('open' as const, 'closed' as const) }),
    fc.record({ kind: fc.constant('pour' as const), ml: fc.integer({ min: 1, max: 5_000 }) }),
  ),
  { maxLength: 40 },
)

describe('whatever happens to a keg', () => {
  it('conserves volume, keeps the beer between cooler and bar, and its pressure above nothing', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 13, max: 45 }), events, (seed, ambientCelsius, happened) => {
        const model = seeded(seed, ambientCelsius)
        let meteredMl = 0
        let coldest = Math.min(6, model.gauges.celsius)
        for (const event of happened) {
          if (event.kind === 'target') coldest = Math.min(coldest, (model.targetCelsius = event.celsius))
          else if (event.kind === 'valve') model.valve = event.valve
          else if (event.kind === 'pour') model.pour(event.ml)
          else meteredMl += model.step(event.ms)
          const { celsius, kilopascal } = model.gauges
          expect(celsius).toBeGreaterThanOrEqual(coldest)
          expect(celsius).toBeLessThanOrEqual(ambientCelsius)
          expect(kilopascal).toBeGreaterThanOrEqual(0)
          expect(kilopascal).toBeLessThan(1_000)
          expect(model.volumeMl).toBeGreaterThanOrEqual(0)
          expect(meteredMl + model.volumeMl).toBe((model.emptied + 1) * CAPACITY_ML)
        }
      }),
    )
  })

  it('gives the same evening for the same seed, whatever the steps, and another for another', () => {
    const evening = (seed: number, stepMs: number) => {
      const model = seeded(seed)
      for (let ms = 0; ms < 240_000; ms += stepMs) model.step(stepMs)
      const { gauges: { celsius, kilopascal }, volumeMl, emptied, foamMl } = model
      return { celsius, kilopascal, volumeMl, emptied, foamMl }
    }
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(evening(seed, 24_000)).toEqual(evening(seed, 100))
        expect(evening(seed, 100)).not.toEqual(evening(seed + 1, 100))
      }),
      { numRuns: 20 },
    )
  })
})

it('falls in pressure while it pours, flows slower for it, and comes back', () => {
  const model = createKegModel({
    habits: { pauseMs: [1e9, 1e9], volumeMl: [1, 1], mlPerSec: 200 }, random: () => 1, celsius: 5, targetCelsius: 5,
  })
  const restingKpa = model.gauges.kilopascal
  model.pour(3_000)
  model.step(100)
  const first = model.step(1_000)
  const under = model.gauges.kilopascal
  const later = model.step(1_000)
  expect(under).toBeLessThan(restingKpa)
  expect(later).toBeLessThan(first)
  model.step(60_000)
  expect(model.gauges.kilopascal).toBeCloseTo(restingKpa, 0)
})

it('foams when the beer is warm, and the meter does not count it', () => {
  const pour = (celsius: number) => {
    const model = createKegModel({ habits: { ...habits, pauseMs: [1e9, 1e9] }, random: () => 1, celsius, targetCelsius: celsius })
    const order = model.pour(500)
    return { meteredMl: model.step(10_000), foamMl: Math.round(model.foamMl), outcome: order.outcome }
  }
  expect(pour(4)).toEqual({ meteredMl: 500, foamMl: 0, outcome: 'poured' })
  const warm = pour(12)
  expect(warm).toMatchObject({ meteredMl: 500, outcome: 'poured' })
  expect(warm.foamMl).toBeGreaterThan(50)
})

it('changes an empty keg for a full one, and goes on with the pour', () => {
  const model = createKegModel({ habits: { ...habits, pauseMs: [1e9, 1e9] }, random: () => 1, capacityMl: 1_000 })
  const order = model.pour(1_500)
  expect(model.step(25_000)).toBe(1_000)
  expect([model.tapOpen, order.outcome, model.emptied]).toEqual([true, undefined, 0])
  expect(model.step(25_000)).toBe(500)
  expect([model.tapOpen, order.outcome, model.emptied, model.volumeMl]).toEqual([false, 'poured', 1, 500])
})

it('cuts off guests and orders when the valve closes, and when the tap does for good', () => {
  const model = seeded(1)
  const orders = [model.pour(5_000), model.pour(100)]
  model.step(2_000)
  expect(model.tapOpen).toBe(true)
  model.valve = 'closed'
  expect([model.tapOpen, model.step(60_000)]).toEqual([false, 0])
  expect(orders.map(({ outcome }) => outcome)).toEqual(['cut', 'cut'])
  model.valve = 'open'
  model.close()
  expect([model.step(60_000), model.pour(10).outcome]).toEqual([0, 'cut'])
})
