import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { History, type HistoryAnswer, type LiveReading } from './history.ts'
import { historyRequests, RANGES, type ChartRange, type HistoryRequest } from './ranges.ts'

const NOW_MS = 1_790_000_000_000
const range = RANGES['1h']
const flat = (value: number) => ({ min: value, mean: value, max: value })

const reading = (takenAtMs: number, celsius = 4, seq = takenAtMs): LiveReading =>
  ({ bootId: 'b', seq, takenAtMs, celsius, kilopascal: 200, pouring: false, cooling: true })

/** What the API answers of the readings that it has. */
function answer(stored: readonly LiveReading[], { fromMs, toMs, points }: HistoryRequest): HistoryAnswer {
  const lengthMs = Math.ceil((toMs - fromMs) / points)
  const within = stored.filter(({ takenAtMs }) => takenAtMs >= fromMs && takenAtMs < toMs)
  const slots = [...Map.groupBy(within, ({ takenAtMs }) => Math.floor((takenAtMs - fromMs) / lengthMs))].sort(([a], [b]) => a - b)
  return {
    fromMs, toMs,
    slots: slots.map(([index, inSlot]) => {
      const celsius = inSlot.map((one) => one.celsius)
      const mean = celsius.reduce((sum, one) => sum + one, 0) / inSlot.length
      const from = fromMs + index * lengthMs
      return {
        fromMs: from, toMs: Math.min(from + lengthMs, toMs), readings: inSlot.length, pouring: 0, cooling: inSlot.length,
        celsius: { min: Math.min(...celsius), mean, max: Math.max(...celsius) }, kilopascal: flat(200),
      }
    }),
  }
}
function readAll(history: History, stored: readonly LiveReading[], endMs: number, of: ChartRange = range, readToMs?: number): void {
  for (const request of historyRequests(of, endMs, readToMs)) history.take(answer(stored, request))
}
const counts = (history: History, endMs: number) => history.points(endMs).map(({ fromMs, readings }) => [fromMs - NOW_MS, readings])

describe('a point', () => {
  const taken = [-25_000, -15_000, -5_000].map((ms) => reading(NOW_MS + ms))
  it.each<[string, readonly number[], readonly number[], readonly (readonly number[])[]]>([
    ['of the history alone', [0, 1, 2], [], [[-30_000, 1], [-20_000, 1], [-10_000, 1]]],
    ['of the line alone', [], [0, 1, 2], [[-30_000, 1], [-20_000, 1], [-10_000, 1]]],
    ['that both know', [0, 1], [1, 2], [[-30_000, 1], [-20_000, 1], [-10_000, 1]]],
    ['that neither knows', [0], [2], [[-30_000, 1], [-10_000, 1]]],
  ])('%s is there once', (_, stored, live, expected) => {
    const history = new History(range)
    const those = (indexes: readonly number[]) => taken.filter((__, index) => indexes.includes(index))
    for (const one of those(live)) history.receive(one)
    readAll(history, those(stored), NOW_MS)
    expect(counts(history, NOW_MS)).toEqual(expected)
  })

  it.each<[string, readonly number[], readonly number[], number, number]>([
    ['the history has more of', [3, 4, 5], [4], 3, 5], ['the line has more of', [4], [3, 4, 5], 3, 5], ['both have all of', [3, 5], [3, 5], 2, 5],
    ['they have different ones of', [7], [4], 1, 7], ['they have different ones of, and the line more', [7], [4, 5], 1, 7],
  ])('of long ago that %s is of whichever has it all', (_, stored, live, readings, max) => {
    const history = new History(range)
    const taken = (celsius: number) => reading(NOW_MS - 600_000 + celsius * 1_000, celsius)
    readAll(history, stored.map(taken), NOW_MS)
    for (const celsius of live) history.receive(taken(celsius))
    expect(history.points(NOW_MS)).toMatchObject([{ readings, celsius: { max } }])
  })

  it('is the mean of its readings, each with its weight', () => {
    const history = new History(range)
    readAll(history, [reading(NOW_MS - 9_000, 3), reading(NOW_MS - 8_000, 4)], NOW_MS)
    history.receive(reading(NOW_MS - 1_000, 8))
    expect(history.points(NOW_MS)).toMatchObject([{ readings: 3, celsius: { min: 3, mean: 5, max: 8 } }])
  })

  it('has a reading that comes twice once, and two of the same moment twice', () => {
    const history = new History(range)
    expect([1, 1, 2].map((seq) => history.receive(reading(NOW_MS, 4, seq)))).toEqual([true, false, true])
    expect(counts(history, NOW_MS)).toEqual([[0, 2]])
  })

  it('is gone when the range has gone on', () => {
    const history = new History(range)
    readAll(history, [reading(NOW_MS - range.spanMs), reading(NOW_MS)], NOW_MS)
    expect(counts(history, NOW_MS)).toHaveLength(2)
    expect(counts(history, NOW_MS + range.slotMs)).toEqual([[0, 1]])
  })
})

it('reads again what was missed while the line was away', () => {
  const history = new History(range)
  const taken = [-900_000, -600_000, -300_000, -1_000].map((ms) => reading(NOW_MS + ms))
  readAll(history, taken.slice(0, 1), NOW_MS - 890_000)
  readAll(history, taken, NOW_MS, range, NOW_MS - 890_000)
  expect(counts(history, NOW_MS).map(([, readings]) => readings)).toEqual([1, 1, 1, 1])
})

it('keeps no more than it draws, however long it runs', () => {
  const history = new History(range)
  for (let ms = 0; ms < 7_200_000; ms += 1_000) history.receive(reading(NOW_MS + ms))
  const stored = Array.from({ length: 7_200 }, (_, at) => reading(NOW_MS + at * 1_000))
  for (let ms = 0; ms <= 7_200_000; ms += 600_000)
    readAll(history, stored, NOW_MS + ms, range, ms === 0 ? undefined : NOW_MS + ms - 600_000)
  const points = history.points(NOW_MS + 7_200_000)
  expect(points.length).toBeLessThanOrEqual(362)
  expect(points.slice(0, -1).every(({ readings }) => readings === 10)).toBe(true)
})

/** Readings at least `fineMs` apart, some of them to a point, and which of them the API and the line have. */
const some = (of: ChartRange) => fc.array(fc.record({
  gap: fc.integer({ min: 1, max: of.slotMs / of.fineMs }), stored: fc.boolean(), live: fc.boolean(),
}), { maxLength: 60, size: 'max' }).map((rows) => {
  let at = NOW_MS
  return rows.map(({ gap, stored, live }) => {
    at -= gap * of.fineMs
    return { stored, live, reading: reading(at, 4 + (gap % 7)) }
  })
})

describe.each(Object.entries(RANGES))('of %s', (_, of) => {
  it('each reading is in one point, whatever the order in which it came', () => {
    fc.assert(fc.property(some(of), fc.boolean(), fc.infiniteStream(fc.nat()), (rows, historyFirst, order) => {
      const history = new History(of)
      const stored = rows.filter((row) => row.stored).map((row) => row.reading)
      const live = rows.filter((row) => row.live).map((row) => ({ row, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at)
      if (historyFirst) readAll(history, stored, NOW_MS, of)
      for (const { row } of live) history.receive(row.reading)
      if (!historyFirst) readAll(history, stored, NOW_MS, of)
      const known = rows.filter((row) => row.stored || row.live).map((row) => Math.floor(row.reading.takenAtMs / of.slotMs) * of.slotMs)
      const expected = [...Map.groupBy(known, (fromMs) => fromMs)].map(([fromMs, here]) => [fromMs, here.length])
        .sort(([a = 0], [b = 0]) => a - b)
      const points = history.points(NOW_MS)
      // Of the part that is asked for finely: before it, what both have is counted once, and no reading twice.
      const fineFromMs = historyRequests(of, NOW_MS)[0]?.fromMs ?? 0
      const isFine = ([fromMs = 0]: readonly number[]) => fromMs >= fineFromMs
      expect(points.map(({ fromMs, readings }) => [fromMs, readings]).filter(isFine)).toEqual(expected.filter(isFine))
      expect(points.map(({ fromMs }) => fromMs)).toEqual(expected.map(([fromMs]) => fromMs))
      for (const [index, { readings }] of points.entries()) expect(readings).toBeLessThanOrEqual(expected[index]?.[1] ?? 0)
    }))
  })

  it('all are there once the API has them all, or the line has', () => {
    fc.assert(fc.property(some(of), fc.boolean(), (rows, isStored) => {
      const history = new History(of)
      for (const { reading: one, live } of rows) if (live || !isStored) history.receive(one)
      readAll(history, rows.filter(({ stored }) => stored).map((row) => row.reading), NOW_MS, of)
      if (isStored) readAll(history, rows.map((row) => row.reading), NOW_MS, of)
      expect(history.points(NOW_MS).reduce((sum, { readings }) => sum + readings, 0)).toBe(rows.length)
    }))
  })
})
