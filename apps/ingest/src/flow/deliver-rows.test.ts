import { expect, it } from 'vitest'
import { coldPour } from './cold-pour.ts'
import { deliverRows, type StreamRow } from './deliver-rows.ts'

const rowsOf = (count: number): StreamRow[] => Array.from({ length: count }, (_, index) => ({ sequenceNumber: String(index), json: '{}' }))
const numbers = (rows: readonly StreamRow[]) => rows.map(({ sequenceNumber }) => Number(sequenceNumber))

/** Takes what `takes` says, by the attempt; notes what was sent. */
function delivery(takes: (row: StreamRow, call: number) => boolean) {
  const sent: number[][] = []
  const waits: number[] = []
  return {
    sent, waits, max: 3,
    send: async (rows: readonly StreamRow[]) => (sent.push(numbers(rows)), rows.filter((row) => !takes(row, sent.length))),
    wait: async (attempt: number) => void waits.push(attempt),
  }
}

it('sends all rows, no more at once than are taken', async () => {
  const all = delivery(() => true)
  expect(await deliverRows(rowsOf(7), all)).toEqual([])
  expect([all.sent, all.waits]).toEqual([[[0, 1, 2], [3, 4, 5], [6]], []])
})

it('sends again those alone that were not taken', async () => {
  const throttled = delivery(({ sequenceNumber }, call) => call > 1 || sequenceNumber === '0')
  expect(await deliverRows(rowsOf(3), throttled)).toEqual([])
  expect([throttled.sent, throttled.waits]).toEqual([[[0, 1, 2], [1, 2]], [1]])
})

it('answers what is never taken, however it is refused, after four tries', async () => {
  const poisoned = delivery(({ sequenceNumber }) => sequenceNumber !== '1')
  expect(numbers(await deliverRows(rowsOf(3), poisoned))).toEqual([1])
  const gone = { ...delivery(() => true), send: () => Promise.reject(new Error('no Firehose')) }
  expect(numbers(await deliverRows(rowsOf(4), gone))).toEqual([0, 1, 2, 3])
  expect([poisoned.waits, gone.waits]).toEqual([[1, 2, 3], [1, 2, 3, 1, 2, 3]])
})

it('makes a row of what the ledger has of a pour, and of nothing else', () => {
  const image = {
    pk: { S: 'keg#k-1' }, sk: { S: 'pour#p-1' }, siteId: { S: 'berlin' }, kegId: { S: 'k-1' }, bootId: { S: 'b-1' }, seq: { N: '3' },
    takenAtMs: { N: '1790000000000' }, receivedAtMs: { N: '1790000000100' }, pourId: { S: 'p-1' }, volumeMl: { N: '300' },
    cardId: { S: 'stays at the bar' },
  }
  expect(JSON.parse(coldPour(image))).toEqual({
    siteId: 'berlin', kegId: 'k-1', bootId: 'b-1', seq: 3, takenAtMs: 1_790_000_000_000, receivedAtMs: 1_790_000_000_100, pourId: 'p-1',
    volumeMl: 300,
  })
})
