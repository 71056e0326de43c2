import { expect, it } from 'vitest'
import { spanText, timeText } from './words.ts'

it('tells a time of today by the clock alone', () => {
  const noon = new Date(2026, 10, 30, 12, 5, 9).getTime()
  expect([timeText(noon, noon + 60_000), timeText(noon, noon + 24 * 3_600_000)]).toEqual(['12:05:09', '2026-11-30 12:05:09'])
})

it.each([[-5, '0 s'], [59_999, '59 s'], [60_000, '1 min'], [3_600_000, '1 h'], [90_000_000, '1 d']])('%i ms are %s', (ms, text) => {
  expect(spanText(ms)).toBe(text)
})
