import { expect, it } from 'vitest'
import { droppedWords, sizeText } from './gateway-words.ts'

it.each([[0, '0 B'], [1, '1 B'], [999, '999 B'], [1_500, '1.5 KB'], [256_000_000, '256 MB'], [2e15, '2000 TB']])('%i bytes are %s', (bytes, text) =>
  expect(sizeText(bytes)).toBe(text))

it('says what was lost, and why', () => {
  expect(droppedWords({ reason: 'shed', kind: 'telemetry', count: 12 })).toBe('12 × telemetry: given up for want of room')
  expect(droppedWords({ reason: 'unsendable', count: 1 })).toBe('1 × message: set aside, as the cloud does not take it')
})
