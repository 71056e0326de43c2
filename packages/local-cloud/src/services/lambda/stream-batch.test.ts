import { expect, it } from 'vitest'
import { memoryShelves } from '../../ground/shelf.ts'
import { Shard } from '../streams/shard.ts'
import { firstFailed } from './stream-batch.ts'

const shard = new Shard<string>({ nowMs: () => 0, retentionMs: 1, digits: 21, shelves: memoryShelves(), name: 's' })
const batch = ['a', 'b', 'c'].map((record) => shard.append(record))
const [a = '', b = '', c = ''] = batch.map(({ sequenceNumber }) => sequenceNumber)
const answer = (...ids: unknown[]) => JSON.stringify({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) })

// https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
it.each<[string, string, boolean, number]>([
  ['nothing to report', 'null', true, 3],
  ['no failures', answer(), true, 3],
  ['one failure', answer(b), true, 1],
  ['the lowest of two', answer(c, b), true, 1],
  ['all of it', answer(a, b, c), true, 0],
  ['an empty identifier', answer(''), true, 0],
  ['an unknown identifier', answer('7'), true, 0],
  ['no list', '{"batchItemFailures":1}', true, 0],
  ['failures that nobody asked for', answer(a), false, 3],
])('%s: %s', (_, payload, report, from) => {
  expect(firstFailed(batch, { payload }, report).from).toBe(from)
})

it('is the whole batch where the function failed', () => {
  expect(firstFailed(batch, { payload: '{}', functionError: 'Unhandled' }, true).from).toBe(0)
})
