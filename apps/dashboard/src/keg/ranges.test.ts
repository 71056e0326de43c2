import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { historyRequests, rangeNamed, RANGES } from './ranges.ts'

it.each([['1h', '1h'], ['7d', '7d'], [null, '1h'], ['', '1h'], ['toString', '1h'], ['1y', '1h']])('%s of the address is %s', (name, expected) => {
  expect(rangeNamed(name)).toBe(expected)
})

describe.each(Object.entries(RANGES))('what is asked for of %s', (_, range) => {
  const DAY_MS = 24 * 3_600_000
  const time = fc.integer({ min: 8 * DAY_MS, max: 1_900_000_000_000 })

  it('is all of it, without a gap, in points that the API takes and that lie as they are drawn', () => {
    fc.assert(fc.property(time, fc.option(fc.integer({ min: 0, max: 9 * DAY_MS }), { nil: undefined }), (endMs, agoMs) => {
      const readToMs = agoMs === undefined ? undefined : Math.max(0, endMs - agoMs)
      const [newest, ...older] = historyRequests(range, endMs, readToMs)
      if (newest === undefined) throw new Error('nothing is asked for')
      expect(newest.toMs).toBeGreaterThan(endMs)
      let knownFromMs = newest.fromMs
      for (const { fromMs, toMs, points } of older) {
        expect([toMs, (toMs - fromMs) / points]).toEqual([knownFromMs, range.slotMs])
        expect(toMs - fromMs).toBeLessThanOrEqual(DAY_MS)
        knownFromMs = fromMs
      }
      for (const { points } of [newest, ...older])
        expect([Number.isInteger(points), points >= 1, points <= 1_000]).toEqual([true, true, true])
      expect((newest.toMs - newest.fromMs) / newest.points).toBe(range.fineMs)
      expect(knownFromMs % range.slotMs).toBe(0)
      expect(knownFromMs).toBeLessThanOrEqual(Math.max(endMs - range.spanMs, readToMs ?? 0))
    }))
  })
})
