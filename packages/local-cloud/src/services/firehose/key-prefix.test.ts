import { expect, it } from 'vitest'
import { checkPrefixes, errorObjectPrefix, isPartitioned, objectPrefix, partitionKeysOf, type PrefixValues } from './key-prefix.ts'

// https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html#s3-prefix-examples
const values: PrefixValues = {
  arrivedAtMs: Date.UTC(2018, 7, 27, 10, 30), timeZone: 'UTC', random: () => 0, errorOutputType: 'processing-failed',
  partitionKeys: { query: { site: 'b-1' }, lambda: { kind: 'ale' } },
}

it.each<[string | undefined, string]>([
  [undefined, '2018/08/27/10/'],
  ['myFirehosePrefix/', 'myFirehosePrefix/2018/08/27/10/'],
  ['!{timestamp:yyyy/MM/dd}/', '2018/08/27/'],
  ["t/!{timestamp:'year='yyyy'/month='MM}/", 't/year=2018/month=08/'],
  [
    'myFirehose/DeliveredYear=!{timestamp:yyyy}/anyMonth/rand=!{firehose:random-string}',
    'myFirehose/DeliveredYear=2018/anyMonth/rand=aaaaaaaaaaa',
  ],
  ['rand=!{firehose:random-string}/', 'rand=aaaaaaaaaaa/2018/08/27/10/'],
  ['site=!{partitionKeyFromQuery:site}/kind=!{partitionKeyFromLambda:kind}/', 'site=b-1/kind=ale/'],
])('the prefix %s comes to %s', (prefix, expected) => {
  expect(objectPrefix(prefix, values)).toBe(expected)
})

it('tells the time of a zone', () => {
  expect(objectPrefix('!{timestamp:yyyy-MM-dd-HH}/', { ...values, timeZone: 'Asia/Tokyo' })).toBe('2018-08-27-19/')
})

it.each<[string | undefined, string | undefined, string]>([
  [undefined, undefined, 'processing-failed/2018/08/27/10/'],
  ['myFirehosePrefix/', undefined, 'myFirehosePrefix/processing-failed/2018/08/27/10/'],
  [undefined, 'myFirehoseFailures/!{firehose:error-output-type}/', 'myFirehoseFailures/processing-failed/'],
  [undefined, 'myErrorPrefix/!{timestamp:yyyy}/!{firehose:error-output-type}', 'myErrorPrefix/2018/processing-failed'],
  ['a/', 'errors/', 'errors/processing-failed/2018/08/27/10/'],
])('records of %s that fail go to %s: %s', (prefix, errorPrefix, expected) => {
  expect(errorObjectPrefix(prefix, errorPrefix, values)).toBe(expected)
})

// https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html#prefix-rules
it.each<[string | undefined, string | undefined, string]>([
  ['!{timestamp:yyyy/MM/dd}', undefined, 'ErrorOutputPrefix cannot be null or empty when Prefix contains expressions'],
  ['!{firehose:error-output-type}/', 'e/!{firehose:error-output-type}/', 'Prefix cannot contain !{firehose:error-output-type}'],
  [undefined, 'e/!{timestamp:yyyy}/', 'ErrorOutputPrefix must contain at least one instance of !{firehose:error-output-type}'],
  ['!{time:yyyy}/', 'e/', 'The expression !{time:yyyy} is not valid'],
  ['a!{b', 'e/', 'The sequence !{ can only appear in !{namespace:value} expressions'],
  ['!{timestamp:yyyyG}/', 'e/', 'The letter G of the date pattern yyyyG is not supported'],
])('refuses %s with %s: %s', (prefix, errorPrefix, expected) => {
  expect(() => checkPrefixes(prefix, errorPrefix)).toThrow(expected)
})

it('knows the partition keys of a prefix', () => {
  expect(partitionKeysOf('s=!{partitionKeyFromQuery:site}/!{partitionKeyFromLambda:kind}/')).toEqual({ query: ['site'], lambda: ['kind'] })
  expect([isPartitioned('a/!{timestamp:yyyy}/'), isPartitioned('!{partitionKeyFromQuery:a}/')]).toEqual([false, true])
})
