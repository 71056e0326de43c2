import { summary, telemetry, type Summary, type Telemetry } from '@keg/message-schemas/keg'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Spooled } from '../spool/spool.ts'
import { MinuteSummaries } from './minute-summaries.ts'

const MINUTE = 60_000
const NOW = 1_700_000_000_000

function reading({ kegId = 'keg-01', ...fields }: Partial<Telemetry> & { kegId?: string } = {}): Spooled {
  const payload = telemetry.encode({
    v: 1, bootId: 'boot-1', seq: 0, takenAtMs: 0, celsius: 4, kilopascal: 100, pouring: false, cooling: false, ...fields,
  })
  return { kind: 'telemetry', kegId, topic: `keg/berlin/${kegId}/telemetry`, payload, takenAtMs: NOW }
}

function summaryOf({ payload, kind }: Spooled): Summary {
  const decoded = summary.decode(payload)
  if (kind !== 'summary' || !decoded.ok) throw new Error('No summary.')
  return decoded.value
}

describe('a minute', () => {
  it('is summed up when a later one comes', () => {
    const summaries = new MinuteSummaries()
    expect(summaries.take(reading({ seq: 7, takenAtMs: 5 * MINUTE, celsius: 4, kilopascal: 100, pouring: true }), NOW)).toEqual([])
    expect(summaries.take(reading({ seq: 9, takenAtMs: 6 * MINUTE - 1, celsius: 7, kilopascal: 90, cooling: true, pouring: true }), NOW))
      .toEqual([])
    const over = summaries.take(reading({ seq: 10, takenAtMs: 6 * MINUTE }), NOW + 5)
    expect(over).toMatchObject([{ kind: 'summary', kegId: 'keg-01', topic: 'keg/berlin/keg-01/summary', takenAtMs: NOW + 5 }])
    expect(over.map(summaryOf)).toEqual([
      {
        v: 1, bootId: 'boot-1', fromSeq: 7, toSeq: 9, takenAtMs: 5 * MINUTE, readings: 2,
        celsius: { min: 4, mean: 5.5, max: 7 }, kilopascal: { min: 90, mean: 95, max: 100 }, pouring: 2, cooling: 1,
      },
    ])
  })

  it('is summed up when the keg has booted again, and when it has been open for 90 s', () => {
    const summaries = new MinuteSummaries()
    summaries.take(reading({ bootId: 'boot-1' }), NOW)
    expect(summaries.take(reading({ bootId: 'boot-2' }), NOW).map(summaryOf)).toMatchObject([{ bootId: 'boot-1', readings: 1 }])
    expect(summaries.due(NOW + 89_999)).toEqual([])
    expect(summaries.due(NOW + 90_000).map(summaryOf)).toMatchObject([{ bootId: 'boot-2', readings: 1 }])
    expect(summaries.due(NOW + 200_000)).toEqual([])
  })

  it('is not kept open by a clock that is set back by a year', () => {
    const summaries = new MinuteSummaries()
    summaries.take(reading(), NOW)
    expect(summaries.due(NOW - 365 * 24 * 60 * MINUTE)).toHaveLength(1)
  })

  it('is each keg\'s own', () => {
    const summaries = new MinuteSummaries()
    summaries.take(reading({ kegId: 'keg-01' }), NOW)
    expect(summaries.take(reading({ kegId: 'keg-02', takenAtMs: MINUTE }), NOW)).toEqual([])
    expect(summaries.end(NOW).map(({ kegId }) => kegId)).toEqual(['keg-01', 'keg-02'])
  })

  it('has a second summary for a reading that comes late, of which few are open at a time', () => {
    const summaries = new MinuteSummaries()
    const over = Array.from({ length: 50 }, (_, index) => summaries.take(reading({ seq: index, takenAtMs: (100 - index) * MINUTE }), NOW))
      .flat()
    expect([over.length, summaries.end(NOW).length]).toEqual([46, 4])
  })
})

it.each<[string, Spooled]>([
  ['bytes that are no JSON', { ...reading(), payload: new Uint8Array([0xff]) }],
  ['another version', { ...reading(), payload: new TextEncoder().encode('{"v":2}') }],
  ['a value that is not possible', {
    ...reading(), payload: new TextEncoder().encode('{"v":1,"bootId":"b","seq":0,"takenAtMs":0,"celsius":1e9}'),
  }],
  ['another topic', { ...reading(), topic: 'keg/berlin/keg-01/other' }],
  ['the topic of another keg', { ...reading(), topic: 'keg/berlin/keg-02/telemetry' }],
])('passes on as it is what is no valid telemetry: %s', (_, message) => {
  const summaries = new MinuteSummaries()
  expect(summaries.take(message, NOW)).toEqual([message])
  expect(summaries.end(NOW)).toEqual([])
})

it('has every reading in one summary, whatever the order', () => {
  const readings = fc.array(
    fc.record({
      kegId: fc.constantFrom('keg-01', 'keg-02'), bootId: fc.constantFrom('boot-1', 'boot-2'), seq: fc.nat(),
      takenAtMs: fc.nat({ max: 5 * MINUTE }),
      // What no store keeps, as 5e-324, is no telemetry.
      celsius: fc.double({ min: -50, max: 100, noNaN: true }).filter((celsius) => celsius === 0 || Math.abs(celsius) > 1e-90),
      pouring: fc.boolean(), cooling: fc.boolean(), afterMs: fc.nat({ max: 100_000 }),
    }),
  )
  fc.assert(
    fc.property(readings, (all) => {
      const summaries = new MinuteSummaries()
      let nowMs = NOW
      const made = all.flatMap(({ afterMs, ...fields }) => {
        nowMs += afterMs
        return [...summaries.take(reading(fields), nowMs), ...summaries.due(nowMs)]
      })
      const sums = [...made, ...summaries.end(nowMs)].map(summaryOf)
      const total = (count: (one: Summary) => number) => sums.reduce((sum, one) => sum + count(one), 0)
      expect(total((one) => one.readings)).toBe(all.length)
      expect(total((one) => one.pouring)).toBe(all.filter(({ pouring }) => pouring).length)
      expect(total((one) => one.cooling)).toBe(all.filter(({ cooling }) => cooling).length)
      for (const { celsius } of sums) expect(celsius.min <= celsius.mean && celsius.mean <= celsius.max).toBe(true)
      for (const { bootId, takenAtMs, fromSeq, toSeq } of sums) {
        const its = all.filter((each) => each.bootId === bootId && each.takenAtMs >= takenAtMs && each.takenAtMs < takenAtMs + MINUTE)
        expect(its.some(({ seq }) => seq === fromSeq) && its.some(({ seq }) => seq === toSeq)).toBe(true)
      }
    }),
  )
})
