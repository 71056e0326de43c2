import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QueryRefused, queryWithin } from './query-within.ts'

const berlin = { group: 'kegs', siteId: 'berlin' }
const WITHIN = 'thingGroupNames:"kegs" AND attributes.siteId:"berlin"'

it.each<[string | undefined, object, string]>([
  [undefined, { group: 'kegs' }, 'thingGroupNames:"kegs"'],
  [undefined, berlin, WITHIN], ['', berlin, WITHIN], [' ', berlin, WITHIN],
  ['thingName:keg-0*', { group: 'kegs' }, '(thingName:keg-0*) AND thingGroupNames:"kegs"'],
  ['a OR b', berlin, `(a OR b) AND ${WITHIN}`],
])('puts %j within %j', (query, within, text) => {
  expect(queryWithin(query, { group: 'kegs', ...within })).toBe(text)
})

describe('takes', () => {
  it.each([
    '*', 'NOT connectivity.connected:true', 'thingName:(keg* AND -keg-1)', '((a) (b))', '"a ) b"', '"a \\" ) b"', 'a\\)', 'a\\"', '\\(',
    'shadow.reported.targetCelsius:[1 TO 5]', 'a:{1 TO *]', 'a:["(" TO ")"]', 'a:[ "b c" TO d ]', 'shadow.reported.targetCelsius>=5',
    'shadow.reported.coordinates:geo_distance,47.62,-122.35,15.5km', 'b:böck', 'a\nb',
  ])('%s', (query) => {
    expect(queryWithin(query, berlin)).toBe(`(${query}) AND ${WITHIN}`)
  })
})

describe('refuses', () => {
  it.each([
    'x) OR (thingName:*', ')(', '(', ')', '"', 'x" OR "y" (', 'x\\', '"x\\"', '[', 'a:[1 TO 5', 'a:[1', ']', '}', '{', 'a:[1 5]',
    // Where a quote in a bound is a plain character, the range ends before the parenthesis.
    'a:[b" TO 5]) OR (thingName:* AND a:[b" TO 5]', 'a:[( TO 5]) OR (thingName:* AND b:[) TO 5]', 'a:[b TO c\\]) OR (d:[e TO f]',
    'a:["b\\" TO 5]) OR (c:[" TO 5]', 'a:[b TO "c"d] OR x', 'a:[[b TO c]]',
  ])('%s', (query) => {
    expect(() => queryWithin(query, berlin)).toThrow(QueryRefused)
  })
})

/** Whether a parenthesis that comes first is closed by the last character alone, quoted and escaped ones left out. */
function isOneGroup(text: string): boolean {
  const plain = text.replaceAll(/"(?:[^"\\]|\\.)*"|\\./gs, '_')
  let depth = 0
  const closings = [...plain].map((character) => (depth += character === '(' ? 1 : character === ')' ? -1 : 0))
  return closings.indexOf(0) === plain.length - 1
}

it('leaves no way out of the parentheses around a query', () => {
  const text = fc.array(fc.constantFrom('(', ')', '"', '\\', '[', ']', '{', '}', ' ', ' TO ', 'a', 'b:', ' OR ', '*'), { maxLength: 14 })
    .map((parts) => parts.join(''))
  fc.assert(fc.property(text, (query) => {
    let within: string
    try {
      within = queryWithin(query, berlin)
    } catch (error) {
      expect(error).toBeInstanceOf(QueryRefused)
      return
    }
    expect(isOneGroup(within.slice(0, -` AND ${WITHIN}`.length))).toBe(true)
  }), { numRuns: 2_000 })
})
