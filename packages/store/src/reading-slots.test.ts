import { expect, it } from 'vitest'
import { StoreError } from './hot-store.ts'
import { ReadingSlots } from './reading-slots.ts'
import { MAX_READINGS_READ } from './reading-store.ts'

const reading = (takenAtMs: number, celsius = 4) => ({ takenAtMs, celsius, kilopascal: 200, pouring: false, cooling: true })

it('has every reading in one slot, each of them as long as the others but for the last', () => {
  const slots = new ReadingSlots({ fromMs: 0, toMs: 10, points: 4 })
  for (let takenAtMs = -1; takenAtMs <= 10; takenAtMs++) slots.addReading(reading(takenAtMs))
  expect(slots.slots().map(({ fromMs, toMs, readings }) => [fromMs, toMs, readings])).toEqual([[0, 3, 3], [3, 6, 3], [6, 9, 3], [9, 10, 1]])
})

it('goes through so many and no more, and says what to ask for instead', () => {
  const slots = new ReadingSlots({ fromMs: 0, toMs: 10, points: 1 })
  for (let count = 0; count < MAX_READINGS_READ; count++) slots.addReading(reading(1))
  expect(slots.slots()[0]?.readings).toBe(MAX_READINGS_READ)
  slots.addReading(reading(10))
  expect(() => slots.addReading(reading(1))).toThrow(StoreError)
  expect(() => slots.addReading(reading(1))).toThrow(/ask for a shorter time/)
})
