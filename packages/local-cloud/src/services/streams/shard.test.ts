import { expect, it } from 'vitest'
import { memoryShelves, type Shelves } from '../../ground/shelf.ts'
import { iteratorText, parseIterator } from './shard-iterator.ts'
import { Shard, SHARD_RECORDS_MAX, UNREAD_RECORDS_MAX } from './shard.ts'

function shardAt(clock: { nowMs: number }, shelves: Shelves = memoryShelves()) {
  return new Shard<string>({ nowMs: () => clock.nowMs, retentionMs: 1_000, digits: 21, shelves, name: 's' })
}

it('goes on over its shelf where it was, also when every record is gone', () => {
  const shelves = memoryShelves()
  const clock = { nowMs: 0 }
  shardAt(clock, shelves).append('a')
  const again = shardAt(clock, shelves)
  expect([again.horizon, again.end, again.read(0, 10).map(({ record }) => record)]).toEqual([0, 1, ['a']])
  clock.nowMs = 5_000
  expect(again.horizon).toBe(1)
  expect(shardAt(clock, shelves).append('b').position).toBe(1)
})

it('hands out records by position, with sequence numbers that grow', () => {
  const shard = shardAt({ nowMs: 0 })
  const [a, b, c] = ['a', 'b', 'c'].map((record) => shard.append(record))
  expect(shard.read(1, 1)).toEqual([b])
  expect(shard.read(0, 10)).toEqual([a, b, c])
  expect(shard.read(3, 10)).toEqual([])
  expect([a?.sequenceNumber, c?.sequenceNumber]).toEqual(['100000000000000000000', '100000000000000000002'])
  expect([shard.positionOf(b?.sequenceNumber ?? ''), shard.positionOf('7'), shard.positionOf('x')]).toEqual([1, undefined, undefined])
})

it('forgets what is older than its retention, and what is too much', () => {
  const clock = { nowMs: 0 }
  const shard = shardAt(clock)
  shard.append('old')
  clock.nowMs = 1_500
  shard.append('new')
  expect([shard.horizon, shard.read(0, 10).map(({ record }) => record)]).toEqual([1, ['new']])
  for (let count = 0; count < SHARD_RECORDS_MAX; count += 1) shard.append('more')
  expect([shard.horizon, shard.end]).toEqual([2, SHARD_RECORDS_MAX + 2])
})

it('keeps what a reader has still to read, and no more than it can', () => {
  const shard = shardAt({ nowMs: 0 })
  let at = 5
  const letGo = shard.hold(() => at)
  for (let count = 0; count < 2 * SHARD_RECORDS_MAX; count += 1) shard.append('record')
  expect(shard.horizon).toBe(5)
  at = 15_000
  expect(shard.horizon).toBe(SHARD_RECORDS_MAX)
  at = 0
  while (shard.end < SHARD_RECORDS_MAX + UNREAD_RECORDS_MAX) shard.append('record')
  expect(shard.horizon).toBe(SHARD_RECORDS_MAX)
  shard.append('record')
  expect(shard.horizon).toBe(SHARD_RECORDS_MAX + 1)
  letGo()
  expect(shard.horizon).toBe(shard.end - SHARD_RECORDS_MAX)
})

it('finds the first record of a time', () => {
  const clock = { nowMs: 0 }
  const shard = shardAt(clock)
  for (const nowMs of [100, 200, 300]) {
    clock.nowMs = nowMs
    shard.append(String(nowMs))
  }
  expect([shard.positionAt(150), shard.positionAt(200), shard.positionAt(301)]).toEqual([1, 1, 3])
})

it('wakes those who wait for a record, or for its end', async () => {
  const shard = shardAt({ nowMs: 0 })
  const stop = new AbortController()
  const arrived = shard.arrived(0, stop.signal)
  shard.append('a')
  await arrived
  const stopped = shard.arrived(1, stop.signal)
  stop.abort()
  await stopped
  const closed = shard.arrived(1, new AbortController().signal)
  shard.close()
  await closed
})

it('reads its own iterators and no others', () => {
  const iterator = { streamArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026', shardId: 's', position: 7, issuedAtMs: 1 }
  expect(parseIterator(iteratorText(iterator))).toEqual(iterator)
  expect(['', 'x', 'arn|1|%%%', 'arn|2|e30'].map(parseIterator)).toEqual([undefined, undefined, undefined, undefined])
})
