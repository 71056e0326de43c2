import { afterAll, expect, it } from 'vitest'
import { Expressions } from '../expressions/expressions.ts'
import { queryKeys } from './partition-query.ts'

const expressions = new Expressions({ log: () => undefined })
afterAll(() => expressions.close())

// https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-partitioning-keys.html
const record = JSON.stringify({
  type: { device: 'mobile', event: 'user_clicked_submit_button' }, customer_id: '1234567890', event_timestamp: 1565382027,
  region: 'sample_region',
})

it.each([
  ['{customer_id: .customer_id}', { customer_id: '1234567890' }],
  ['{device: .type.device, n: 5, yes: true}', { device: 'mobile', n: '5', yes: 'true' }],
  ['{year: .event_timestamp | strftime("%Y"), month: (.event_timestamp|strftime("%m")), day: (.event_timestamp|strftime("%d")), hour: (.event_timestamp|strftime("%H"))}', { year: '2019', month: '08', day: '09', hour: '20' }],
  ['{kind: (if .region == "sample_region" then "sample" else "real" end)} # a comment', { kind: 'sample' }],
  ['{region: (.nowhere // "none")}', { region: 'none' }],
])('%s makes %j', async (query, keys) => {
  expect(await queryKeys(query, [record], expressions)).toEqual([{ keys }])
})

it.each([
  ['{a: .nowhere}', record, 'partitionKeys values must not be null or empty: a'],
  ['{a: .type}', record, 'partitionKeys values must not be null or empty: a'],
  ['.customer_id', record, 'The query does not make an object'],
  ['{a: (.customer_id | strftime("%Y"))}', record, 'strftime/1 requires parsed datetime inputs'],
  ['{a: .a}', 'beer', 'Invalid numeric literal'],
])('%s of %s fails', async (query, text, error) => {
  expect(await queryKeys(query, [text], expressions)).toEqual([{ error: expect.stringContaining(error) }])
})

it('refuses a query that does not compile', async () => {
  await expect(queryKeys('{a: .a', [], expressions)).rejects.toThrow('syntax error')
})

it('keeps the order of many', async () => {
  const found = await queryKeys('{n: .n}', Array.from({ length: 1_201 }, (_, n) => JSON.stringify({ n })), expressions)
  expect([found.length, found[0], found[1_200]]).toEqual([1_201, { keys: { n: '0' } }, { keys: { n: '1200' } }])
})

it('gives up on records for which a query does not end; on all that follow, where there are several', async () => {
  const hasty = new Expressions({ log: () => undefined, timeoutMs: 1_000 })
  const query = 'def f: f; if .endless then f else {site: .site} end'
  const endless = { error: expect.stringContaining('was ended after 1000 ms') }
  const found = await queryKeys(query, ['{"site":"a"}', '{"endless":true}', '{"site":"b"}', '{"endless":true}', '{"site":"c"}'], hasty)
  expect(found).toEqual([{ keys: { site: 'a' } }, endless, { keys: { site: 'b' } }, endless, endless])
  await hasty.close()
})
