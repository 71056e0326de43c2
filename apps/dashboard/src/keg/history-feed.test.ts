import { siteSummary, telemetry } from '@keg/message-schemas/keg'
import { describe, expect, it } from 'vitest'
import type { KegReadings, ReadingsAsked } from '../api/keg-api.ts'
import { HistoryFeed } from './history-feed.ts'
import { RANGES } from './ranges.ts'

const NOW_MS = 1_790_000_000_000
const TOPIC = telemetry.topic.format({ siteId: 'berlin', kegId: 'k-1' })
const reading = (takenAtMs: number) => ({
  bootId: 'b', seq: takenAtMs, takenAtMs, celsius: 4, kilopascal: 200, pouring: false, cooling: true,
})
const message = (takenAtMs: number) => telemetry.encode({ v: 1, ...reading(takenAtMs) })
const summaryOf = (kegId: string) => siteSummary.encode({ v: 1, takenAtMs: NOW_MS, kegs: [{ kegId, ...reading(NOW_MS) }] })

/** A feed whose API answers with nothing, or fails while there is a reason. */
function feedOf() {
  const asked: ReadingsAsked[] = []
  const its = { nowMs: NOW_MS, failure: undefined as Error | undefined }
  const readings = async (kegId: string, query: ReadingsAsked): Promise<KegReadings> => {
    asked.push(query)
    if (its.failure !== undefined) throw its.failure
    return { kegId, ...query, slots: [] }
  }
  const feed = new HistoryFeed({
    api: { readings }, kegId: 'k-1', range: RANGES['1h'], nowMs: () => its.nowMs, after: () => new Promise(() => undefined),
  })
  return { feed, asked, its }
}

it.each<[string, string, Uint8Array, number]>([
  ['its own reading', TOPIC, message(NOW_MS), 1],
  ['a reading of its site’s summary', siteSummary.topic.format({ siteId: 'berlin' }), summaryOf('k-1'), 1],
  ['a summary without it', siteSummary.topic.format({ siteId: 'berlin' }), summaryOf('k-2'), 0],
  ['another keg’s reading', telemetry.topic.format({ siteId: 'berlin', kegId: 'k-2' }), message(NOW_MS), 0],
  ['a malformed reading', TOPIC, new TextEncoder().encode('{"v":1'), 0],
  ['something else', 'keg/berlin/k-1/pours', message(NOW_MS), 0],
])('of %s there are points', (_, topic, payload, count) => {
  const { feed } = feedOf()
  feed.receive(topic, payload)
  expect([feed.shown().points.length, feed.changes]).toEqual([count, count])
})

it('takes no reading that the broker has kept: of those the API knows', () => {
  const { feed } = feedOf()
  feed.receive(siteSummary.topic.format({ siteId: 'berlin' }), summaryOf('k-1'), true)
  expect([feed.shown().points.length, feed.changes]).toEqual([0, 0])
})

describe('reads', () => {
  it('all at first, then what is new, from where nothing may be missing', async () => {
    const { feed, asked, its } = feedOf()
    await feed.read('new')
    const first = asked.splice(0)
    its.nowMs += 30_000
    await feed.read('new')
    expect([Math.min(...first.map(({ fromMs }) => fromMs)), Math.min(...asked.map(({ fromMs }) => fromMs))])
      .toEqual([NOW_MS - 3_600_000, NOW_MS - 60_000])
    asked.length = 0
    await feed.read('all')
    expect(Math.min(...asked.map(({ fromMs }) => fromMs))).toBe(NOW_MS + 30_000 - 3_600_000)
  })

  it('the same again after a failure, which it tells until then', async () => {
    const { feed, asked, its } = feedOf()
    its.failure = new Error('nobody there')
    await feed.read('new')
    expect(feed.shown()).toMatchObject({ problem: its.failure, isRead: false })
    its.failure = undefined
    asked.length = 0
    await feed.read('new')
    expect(asked).toHaveLength(2)
    expect(feed.shown()).toMatchObject({ isRead: true })
    expect(feed.shown()).not.toHaveProperty('problem')
  })

  it('again what a reading belongs to that comes late, once that is in the store', async () => {
    const { feed, asked, its } = feedOf()
    await feed.read('all')
    feed.receive(TOPIC, message(NOW_MS))
    feed.receive(TOPIC, message(NOW_MS - 1_234_567))
    const from = async () => {
      asked.length = 0
      await feed.read('new')
      return Math.min(...asked.map(({ fromMs }) => fromMs)) - NOW_MS
    }
    expect(await from()).toBe(-1_240_000)
    its.nowMs += 30_000
    expect(await from()).toBe(-1_240_000)
    expect(await from()).toBe(-30_000)
  })

  it('no longer than it has patience, and can read again', async () => {
    const readings = () => new Promise<never>(() => undefined)
    const feed = new HistoryFeed({
      api: { readings }, kegId: 'k-1', range: RANGES['1h'], nowMs: () => NOW_MS, after: async () => undefined,
    })
    await feed.read('all')
    expect(feed.shown()).toMatchObject({ problem: { message: 'The API has not answered in time.' }, isRead: false })
    await feed.read('all')
  })

  it('what is new once more, where it was asked to while it read', async () => {
    const { feed, asked } = feedOf()
    await Promise.all([feed.read('all'), feed.read('new'), feed.read('new')])
    expect(asked.map(({ fromMs, toMs }) => [fromMs - NOW_MS, toMs - NOW_MS]))
      .toEqual([[-60_000, 100], [-3_600_000, -60_000], [-60_000, 100]])
  })
})

it('goes by the keg’s clock where that is off', () => {
  const { feed, its } = feedOf()
  feed.receive(TOPIC, message(NOW_MS - 100_000))
  expect(feed.shown()).toMatchObject({ endMs: NOW_MS })
  expect(feed.shown()).not.toHaveProperty('clockAheadMs')
  // It came late.
  feed.receive(TOPIC, message(NOW_MS - 600_000))
  expect(feed.shown()).toMatchObject({ endMs: NOW_MS })
  its.nowMs += 120_000
  feed.receive(TOPIC, message(its.nowMs + 86_400_000))
  const shown = feed.shown()
  expect(shown).toMatchObject({ endMs: its.nowMs + 86_400_000, clockAheadMs: 86_400_000 })
  expect(shown.points).toHaveLength(1)
})

it('does not follow a clock that is years ahead', () => {
  const { feed } = feedOf()
  feed.receive(TOPIC, message(NOW_MS + 6 * 365 * 86_400_000))
  expect([feed.shown().endMs, feed.shown().clockAheadMs, feed.changes]).toEqual([NOW_MS, undefined, 0])
})
