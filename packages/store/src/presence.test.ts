import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connectionsOf, LEAVING_MS, presenceOf, type PresenceEvent } from './presence.ts'

// https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html

const HOUR_MS = 3_600_000
const T0 = 1_790_000_000_000
const on = (session: string, versionNumber: number, atMs: number): PresenceEvent => ({
  clientId: 'k-1', eventType: 'connected', sessionIdentifier: session, versionNumber, atMs: T0 + atMs,
})
const off = (session: string, versionNumber: number, atMs: number, reason = 'CONNECTION_LOST'): PresenceEvent => ({
  ...on(session, versionNumber, atMs), eventType: 'disconnected', reason,
})
const gone = (sinceMs: number, reason = 'CONNECTION_LOST') => ({ connected: false, sinceMs: T0 + sinceMs, reason })
const there = (sinceMs: number) => ({ connected: true, sinceMs: T0 + sinceMs })

const CASES: readonly (readonly [what: string, events: readonly PresenceEvent[], nowMs: number, presence: unknown])[] = [
  ['nothing is known', [], 0, undefined],
  ['it connected', [on('a', 0, 0)], 60_000, there(0)],
  ['it went a moment ago', [on('a', 0, 0), off('a', 0, 10_000)], 10_000 + LEAVING_MS - 1, there(0)],
  ['it went', [on('a', 0, 0), off('a', 0, 10_000)], 10_000 + LEAVING_MS, gone(10_000)],
  ['it went and came back', [on('a', 0, 0), off('a', 0, 10_000), on('b', 1, 11_000)], 20_000, there(11_000)],
  ['a later connection took over, and the end of the former came last', [
    on('a', 3, 0), on('b', 4, 10_000), off('a', 3, 10_050, 'DUPLICATE_CLIENTID'),
  ], 60_000, there(10_000)],
  ['a later connection took over, and the beginning of the former is not known', [
    off('a', 3, 10_050, 'DUPLICATE_CLIENTID'), on('b', 4, 10_000),
  ], 60_000, there(10_000)],
  ['both of an end at the very millisecond of the beginning', [off('a', 0, 0), on('a', 0, 0)], 60_000, gone(0)],
  ['its end alone is known', [off('a', 7, 0)], 60_000, gone(0)],
  ['its end alone is known, a moment ago', [off('a', 7, 0)], 1_000, { connected: true }],
  [
    'versions began again after a long time away', [on('a', 9, 0), off('a', 9, 1_000), on('b', 0, 2 * HOUR_MS)], 3 * HOUR_MS,
    there(2 * HOUR_MS),
  ],
  [
    'versions began again in a session that was kept', [on('a', 9, 0), off('a', 9, 1_000), on('a', 0, 2 * HOUR_MS)], 3 * HOUR_MS,
    there(2 * HOUR_MS),
  ],
  ['versions skipped some', [
    on('a', 1, 0), off('a', 1, 1_000), on('b', 5, 2_000), off('b', 5, 3_000, 'CLIENT_INITIATED_DISCONNECT'),
  ], 60_000, gone(3_000, 'CLIENT_INITIATED_DISCONNECT')],
]

describe.each(CASES)('where %s', (_what, events, nowMs, presence) => {
  it('says so', () => expect(presenceOf(events, T0 + nowMs)).toEqual(presence))

  it('says the same in any order, with any of them twice', () => {
    const again = fc.shuffledSubarray([...events, ...events], { minLength: events.length }).filter((told) =>
      events.every((event) => told.includes(event)))
    fc.assert(fc.property(again, (told) => void expect(presenceOf(told, T0 + nowMs)).toEqual(presence)), { numRuns: 50 })
  })
})

describe('the history of connections', () => {
  const events = [
    on('b', 4, 10_000), off('a', 3, 10_050, 'DUPLICATE_CLIENTID'), on('a', 3, 0), off('0', 2, -5_000), off('b', 4, 20_000), on('c', 5, 21_000),
  ]
  const history = [
    { beganAtMs: T0 + 21_000 },
    { beganAtMs: T0 + 10_000, endedAtMs: T0 + 20_000, reason: 'CONNECTION_LOST' },
    { beganAtMs: T0, endedAtMs: T0 + 10_050, reason: 'DUPLICATE_CLIENTID' },
    { endedAtMs: T0 - 5_000, reason: 'CONNECTION_LOST' },
  ]

  it('is newest first, and the same in any order, with any event twice', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length }), (told) =>
      void expect(connectionsOf(told)).toEqual(history)), { numRuns: 50 })
  })

  it('of nobody is empty', () => expect(connectionsOf([])).toEqual([]))
})
