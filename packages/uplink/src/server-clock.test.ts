import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createServerClock } from './server-clock.ts'

it('knows nothing before it has learned', () => {
  expect(createServerClock()).toMatchObject({ known: false, offsetMs: 0 })
})

it('comes closer to the true offset with every answer, whatever the line\'s delays', () => {
  const answer = fc.record({
    afterMs: fc.integer({ min: 1, max: 100_000 }), thereMs: fc.integer({ min: 0, max: 2_000 }), backMs: fc.integer({ min: 0, max: 2_000 }),
  })
  fc.assert(
    fc.property(fc.integer({ min: -40_000_000_000, max: 40_000_000_000 }), fc.array(answer, { minLength: 1, maxLength: 30 }), (
      offsetMs, answers,
    ) => {
      const clock = createServerClock()
      let deviceMs = 1_764_000_000_000
      let worstMs = Infinity
      for (const { afterMs, thereMs, backMs } of answers) {
        const sentAtMs = (deviceMs += afterMs)
        const timestampSec = Math.floor((deviceMs + thereMs + offsetMs) / 1_000)
        deviceMs += thereMs + backMs
        clock.learn({ sentAtMs, receivedAtMs: deviceMs, timestampSec })
        worstMs = Math.min(worstMs, (1_000 + thereMs + backMs) / 2)
        expect(Math.abs(clock.offsetMs - offsetMs)).toBeLessThanOrEqual(worstMs)
      }
    }),
  )
})

it('starts anew when a clock was set', () => {
  const clock = createServerClock()
  clock.learn({ sentAtMs: 0, receivedAtMs: 0, timestampSec: 100 })
  clock.learn({ sentAtMs: 5_000_000, receivedAtMs: 5_000_000, timestampSec: 101 })
  expect(clock.offsetMs).toBe(101_500 - 5_000_000)
  clock.learn({ sentAtMs: 5_000_000, receivedAtMs: 4_000_000, timestampSec: 1_000_000 })
  expect(clock.offsetMs).toBe(101_500 - 5_000_000)
})
