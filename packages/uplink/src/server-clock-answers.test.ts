import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createServerClock } from './server-clock.ts'

const YEAR_MS = 365 * 86_400_000

/** The server's time by this machine's clock and what was learned; an answer comes at the moment it is learned. */
function cloudClock(nowMs: () => number) {
  const clock = createServerClock()
  return {
    nowMs: () => nowMs() + clock.offsetMs,
    get offsetMs() {
      return clock.offsetMs
    },
    learn: (sentAtMs: number, timestampSec: number) => clock.learn({ sentAtMs, receivedAtMs: nowMs(), timestampSec }),
  }
}

it('is this machine\'s while nothing is known', () => {
  const clock = cloudClock(() => 42)
  expect([clock.nowMs(), clock.offsetMs]).toEqual([42, 0])
})

it('is right to the second and the time an answer took, with a clock that is off by up to a year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -YEAR_MS, max: YEAR_MS }),
      fc.array(fc.record({ wentMs: fc.nat(3_000), cameMs: fc.nat(3_000), pauseMs: fc.nat(100_000) }), { minLength: 1, maxLength: 6 }),
      (behindMs, answers) => {
        let cloudMs = 1_800_000_000_123
        const clock = cloudClock(() => cloudMs - behindMs)
        let best = Number.POSITIVE_INFINITY
        for (const { wentMs, cameMs, pauseMs } of answers) {
          const askedAtMs = cloudMs - behindMs
          cloudMs += wentMs
          const cloudSec = Math.floor(cloudMs / 1_000)
          cloudMs += cameMs
          clock.learn(askedAtMs, cloudSec)
          best = Math.min(best, wentMs + cameMs)
          cloudMs += pauseMs
        }
        expect(Math.abs(clock.nowMs() - cloudMs)).toBeLessThanOrEqual((best + 1_000) / 2 + 1)
      },
    ),
  )
})

it('follows where this machine\'s clock was set', () => {
  let nowMs = 1_800_000_000_000
  const clock = cloudClock(() => nowMs)
  clock.learn(nowMs, 1_800_000_000)
  nowMs -= YEAR_MS
  clock.learn(nowMs, 1_800_000_100)
  expect(Math.abs(clock.nowMs() - 1_800_000_100_500)).toBeLessThanOrEqual(500)
})
