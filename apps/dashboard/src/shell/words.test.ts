import { expect, it } from 'vitest'
import { asOf, dateTimeOf, spanText, timeText } from './words.ts'

it('tells a time of today by the clock alone', () => {
  const noon = new Date(2026, 10, 30, 12, 5, 9).getTime()
  expect([timeText(noon, noon + 60_000), timeText(noon, noon + 24 * 3_600_000)]).toEqual(['12:05:09', '2026-11-30 12:05:09'])
})

it.each([[-5, '0 s'], [59_999, '59 s'], [60_000, '1 min'], [3_600_000, '1 h'], [90_000_000, '1 d']])('%i ms are %s', (ms, text) => {
  expect(spanText(ms)).toBe(text)
})

it.each([9e15, -9e15, NaN, Infinity])('says of %d, which no date has, that it is unknown', (ms) => {
  expect([timeText(ms), asOf(ms, 0), dateTimeOf(ms)]).toEqual(['an unknown time', 'an unknown time', undefined])
})

it('tells machines of a moment that a date has', () => {
  expect(dateTimeOf(8.64e15)).toBe('+275760-09-13T00:00:00.000Z')
})
