import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registryValue, type IndexedDocument } from '../document/indexed-document.ts'
import { addJsonFields } from '../document/shadow-fields.ts'
import { compileQuery } from './match-query.ts'
import { parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'
import { ANY, DISTANCE_UNITS, ONE, type Bound, type DistanceUnit, type PatternPart, type Query, type TermTest } from './query.ts'

interface Thing {
  readonly thingName: string
  readonly attributes?: Record<string, string>
  readonly shadow?: object
  readonly groups?: readonly string[]
  readonly connectivity?: object
  readonly point?: readonly [latitude: number, longitude: number]
}

function documentOf({ thingName, attributes = {}, shadow, groups = [], connectivity, point }: Thing): IndexedDocument {
  const fields: Map<string, readonly ReturnType<typeof registryValue>[]> = new Map([['thingName', [registryValue(thingName)]]])
  for (const [name, value] of Object.entries(attributes)) fields.set(`attributes.${name}`, [registryValue(value)])
  if (groups.length > 0) fields.set('thingGroupNames', groups.map(registryValue))
  if (shadow !== undefined) addJsonFields(fields, 'shadow', shadow)
  if (connectivity !== undefined) addJsonFields(fields, 'connectivity', connectivity)
  const [latitude = 0, longitude = 0] = point ?? []
  const points = new Map(point === undefined ? [] : [['shadow.reported.coordinates', { latitude, longitude }]])
  return { name: thingName, fields, versions: new Map(), points }
}

const kegs: readonly Thing[] = [
  {
    thingName: 'myThingName', attributes: { myAttribute: '75', model: 'legacy', attr1: 'abc', attr2: '4', serialNumber: 'abcd' },
    groups: ['a', 'Bar-1'], connectivity: { connected: true, timestamp: 1557651600001 },
  },
  {
    thingName: 'aba', attributes: { myAttribute: '80', attr1: 'abc', attr2: '5', attr3: '11', serialNumber: 'abce' },
    shadow: { reported: { myvalues: [1, 2, 3], location: 'New York', stats: { battery: 78 } }, desired: { one: { two: { three: 'v2' } } } },
    connectivity: { connected: false, timestamp: 1557651600000, disconnectReason: 'CLIENT_INITIATED_DISCONNECT' },
    point: [47.6205, -122.3493],
  },
  {
    thingName: 'tv-1', attributes: { myAttribute: 'input', attr2: '4', attr3: '10', model: 'v3', serialNumber: 'abcg' },
    shadow: { hasDelta: true, reported: { stats: { battery: 70 }, firmware: '1.2.3', temperature: -5 }, desired: { stats: { battery: 5 } } },
    point: [48, 2],
  },
]

const found = (query: string) => kegs.map(documentOf).filter(compileQuery(parseQuery(query))).map(({ name }) => name)

// example-queries.html and query-syntax.html, their names of things made these; then what the pages leave to be understood.
describe('what a query finds', () => {
  it.each<[query: string, things: readonly string[]]>([
    ['abc', ['myThingName', 'aba']],
    ['thingName:myThingName', ['myThingName']],
    ['thingName:my*', ['myThingName']],
    ['thingName:*ba', ['aba']],
    ['thingName:*v*', ['tv-1']],
    ['thingName:ab?', ['aba']],
    ['thingGroupNames:a', ['myThingName']],
    ['thingGroupNames:b*', ['myThingName']],
    ['registry.thingGroupNames:bar-1', ['myThingName']],
    ['attributes.myAttribute:75', ['myThingName']],
    ['attributes.myAttribute:75.0', ['myThingName']],
    ['attributes.myAttribute:[75 TO 80]', ['myThingName', 'aba']],
    ['attributes.myAttribute:{75 TO 80]', ['aba']],
    ['attributes.myAttribute:[75 TO 80}', ['myThingName']],
    ['attributes.myAttribute:[* TO 75]', ['myThingName']],
    ['attributes.myAttribute:[* TO *]', ['myThingName', 'aba', 'tv-1']],
    ['attributes.serialNumber:["abcd" TO "abcf"]', ['myThingName', 'aba']],
    ['attributes.myAttribute:i*t', ['tv-1']],
    ['attributes.attr1:abc AND attributes.attr2<5 NOT attributes.attr3>10', ['myThingName']],
    ['attributes.attr2 <= 4', ['myThingName', 'tv-1']],
    ['shadow.hasDelta:true', ['tv-1']],
    ['NOT attributes.model:legacy', ['aba', 'tv-1']],
    ['shadow.reported.stats.battery:{70 TO 100} (v2 OR v3) NOT attributes.model:legacy', ['aba']],
    ['shadow.reported.stats.battery:[70 TO 100] (v2 OR v3) NOT attributes.model:legacy', ['aba', 'tv-1']],
    ['shadow.reported.myvalues:2', ['aba']],
    ['shadow.reported.location:* NOT shadow.desired.stats.battery:*', ['aba']],
    ['shadow.reported.stats:*', ['aba', 'tv-1']],
    ['shadow.desired.one.two.three:v2', ['aba']],
    ['connectivity.connected:true', ['myThingName']],
    ['connectivity.connected:false AND connectivity.timestamp : [1557651600000 TO 1557867600000]', ['aba']],
    ['connectivity.connected:true AND connectivity.timestamp > 1557651600000', ['myThingName']],
    ['connectivity.connected:*', ['myThingName', 'aba']],
    ['connectivity.disconnectReason:CLIENT_INITIATED_DISCONNECT', ['aba']],
    ['shadow.reported.coordinates:geo_distance,47.6204,-122.3491,15.5km', ['aba']],
    ['connectivity.connected:false AND (NOT shadow.reported.coordinates:geo_distance,47.6204,-122.3491,10m)', ['aba']],
    ['thingName:(tv* AND -plasma)', ['tv-1']],
    ['shadow.reported.firmware:1.2*', ['tv-1']],
    ['shadow.reported.firmware:1.2* AND connectivity.connected:true', []],
    ['shadow.reported.location:york', ['aba']],
    ['shadow.reported.location:"new york"', ['aba']],
    ['shadow.reported.location:"york new"', []],
    ['shadow.reported.location:new\\ york', ['aba']],
    ['shadow.reported.temperature:-5', ['tv-1']],
    ['shadow.reported.temperature:[-10 TO -1]', ['tv-1']],
    ['thingName:tv\\-1', ['tv-1']],
    ['THINGNAME:aba', []],
    ['thingName:ABA', ['aba']],
    ['aba OR tv-1 myThingName', ['aba']],
    ['*', ['myThingName', 'aba', 'tv-1']],
    ['NOT *', []],
    ['- aba', ['myThingName', 'tv-1']],
    ['CLIENT_INITIATED_DISCONNECT', []],
    ['attributes.attr1:(abc OR xyz) attributes.attr2:4', ['myThingName']],
    ['no.such.field:1', []],
  ])('%s', (query, things) => expect(found(query)).toEqual(things))
})

describe('what is no query', () => {
  it.each<[query: string, message: string]>([
    ['', 'Invalid query at position 1: a term is missing at the end.'],
    ['a AND', 'Invalid query at position 6: a term is missing at the end.'],
    ['a AND OR b', 'Invalid query at position 7: a term is missing before the operator.'],
    ['(a OR b', 'Invalid query at position 1: a parenthesis is not closed.'],
    ['a)', 'Invalid query at position 2: ) is not expected.'],
    ['thingName:', 'Invalid query at position 11: the field thingName has no value.'],
    ['thingName:"abc', 'Invalid query at position 11: a double quote is not closed.'],
    ['thingName:""', 'Invalid query at position 11: there is nothing between the double quotes.'],
    ['a:[1 TO 5', 'Invalid query at position 3: a range is not closed.'],
    ['a:[1, 5]', 'Invalid query at position 5: the special character , is not supported; put it in double quotes, or \\ before it.'],
    ['a:[1 5]', 'Invalid query at position 3: a range is written [from TO to].'],
    ['[1 TO 5]', 'Invalid query at position 1: a range needs a field, as in name:[1 TO 5].'],
    ['a:b:c', 'Invalid query at position 4: : is not expected.'],
    ['a:(b:c)', 'Invalid query at position 4: a field in the group of the field a.'],
    ['thing*:a', 'Invalid query at position 1: the name of a field has no wildcards.'],
    ['a<5*', 'Invalid query at position 5: a comparison needs a value without wildcards.'],
    ['a > ', 'Invalid query at position 5: a comparison needs a value without wildcards.'],
    ['a@b', 'Invalid query at position 2: the special character @ is not supported; put it in double quotes, or \\ before it.'],
    ['a~2', 'Invalid query at position 2: ~ is no operator here; use AND, OR, NOT, or put \\ before it.'],
    ['a && b', 'Invalid query at position 3: & is no operator here; use AND, OR, NOT, or put \\ before it.'],
    ['a\\', 'Invalid query at position 2: there is nothing after \\.'],
    ['a b c d e f g h i j k l m', 'Invalid query: it has 13 terms, and at most 12 are supported.'],
    ['thingName:*my thingGroupNames:*echo', 'Invalid query: 2 terms begin with a wildcard, and at most 1 is supported.'],
    [`a:*b c:${'d'.repeat(94)}`, 'Invalid query: with a leading wildcard it can have at most 100 characters, and this one has 101.'],
    ['a:geo_distance,1,2', 'Invalid query at position 3: a geo query is written geo_distance,latitude,longitude,15.5km.'],
    ['a:geo_distance,1,2,3parsec', 'Invalid query at position 3: parsec is no unit of distance; there are mi, yd, ft, in, km, m, cm, mm, nmi.'],
    ['a:geo_distance,91,2,3km', 'Invalid query at position 3: a latitude is from -90 to 90.'],
    ['('.repeat(100), 'Invalid query at position 52: it is nested too deep.'],
  ])('%s', (query, message) => expect(() => parseQuery(query)).toThrow(expect.objectContaining({ name: 'InvalidQueryException', message })))
})

const text = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }).filter((one) => one.trim() !== '')
const bound: fc.Arbitrary<Bound> = fc.record({ value: text.filter((one) => one !== '*'), isQuoted: fc.boolean(), isInclusive: fc.boolean() })
const part: fc.Arbitrary<PatternPart> = fc.oneof(fc.constant(ANY), fc.constant(ONE), text.map((one) => ({ text: one })))
const isText = (one: PatternPart | undefined) => one !== undefined && 'text' in one
const parts = fc.array(part, { minLength: 2, maxLength: 4 })
  .filter((all) => !all.every(isText) && !all.some((one, index) => isText(one) && isText(all[index + 1])))
const test: fc.Arbitrary<TermTest> = fc.oneof(
  text.map((one) => ({ kind: 'word' as const, text: one })),
  text.map((one) => ({ kind: 'phrase' as const, text: one })),
  parts.map((all) => ({ kind: 'pattern' as const, parts: all })),
  fc.constant({ kind: 'exists' as const }),
)
const ofField: fc.Arbitrary<TermTest> = fc.oneof(
  test,
  bound.map((from) => ({ kind: 'range' as const, from })),
  bound.map((to) => ({ kind: 'range' as const, to })),
  fc.tuple(bound, bound).map(([from, to]) => ({ kind: 'range' as const, from, to })),
  fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -180, max: 180 }), fc.integer({ min: 0, max: 9 }), unit()).map(
    ([latitude, longitude, radius, one]) => ({ kind: 'geoDistance' as const, latitude, longitude, radius, unit: one }),
  ),
)
const term: fc.Arbitrary<Query> = fc.oneof(
  test.map((one) => ({ kind: 'term' as const, field: undefined, test: one })),
  fc.tuple(text, ofField).map(([field, one]) => ({ kind: 'term' as const, field, test: one })),
)
const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    term,
    tie('query').map((one) => ({ kind: 'not' as const, part: one })),
    fc.tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
      .map(([kind, all]) => ({ kind, parts: all })),
  ),
}))

function unit(): fc.Arbitrary<DistanceUnit> {
  return fc.constantFrom(...(Object.keys(DISTANCE_UNITS) as DistanceUnit[]))
}

it('reads what it writes, and a text that is none it refuses with a place', () => {
  fc.assert(fc.property(query, (tree) => {
    const written = printQuery(tree)
    // Those with too many terms or wildcards are refused for that alone.
    try {
      expect(parseQuery(written)).toEqual(tree)
    } catch (error) {
      if (!/^Invalid query: /.test(String((error as Error).message))) throw error
    }
  }), { numRuns: 500 })
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ab*?:"()[]{}<>=-\\ ,TOANDR'.split('')), maxLength: 30 }), (written) => {
    try {
      parseQuery(written)
    } catch (error) {
      expect(error).toMatchObject({ name: 'InvalidQueryException', message: expect.stringMatching(/^Invalid query( at position \d+)?: /) })
    }
  }), { numRuns: 2000 })
})
