import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DocumentIndex } from './document-index.ts'
import { jsonValue, registryValue, type IndexedDocument } from './document/indexed-document.ts'
import { compileQuery } from './query/match-query.ts'
import { parseQuery } from './query/parse-query.ts'

const NAMES = ['a', 'b', 'ab', 'k-1', 'k-2', 'x']
const value = fc.oneof(
  fc.constantFrom('1', 'a', 'ab', 'New York', 'true', '-5').map(registryValue), fc.constantFrom(1, 2, 75, -5, true, 'a b').map(jsonValue),
)
const document = fc.record({
  fields: fc.dictionary(fc.constantFrom('thingTypeName', 'attributes.x', 'shadow.reported.y', 'connectivity.z'), fc.array(value, { maxLength: 2 })),
  point: fc.option(fc.record({ latitude: fc.integer({ min: -2, max: 2 }), longitude: fc.integer({ min: -2, max: 2 }) })),
})
const change = fc.tuple(fc.constantFrom(...NAMES), fc.option(document, { freq: 3 }))
const query = fc.constantFrom(
  '*', 'a', 'NOT a', 'thingTypeName:a*', 'registry.thingTypeName:?b', 'attributes.x:[1 TO 75]', 'attributes.x:* NOT shadow.reported.y:1',
  'shadow.reported.y:"a b" OR attributes.x:new', 'connectivity.z:true', 'p:geo_distance,0,0,150km', 'NOT p:geo_distance,0,0,150km',
  '*a (attributes.x:(1 OR 2) OR shadow.reported.y<2)',
).map(parseQuery)

it('finds what each document by itself would be found by, whatever has come, changed and gone', () => {
  fc.assert(fc.property(fc.array(change, { maxLength: 20 }), query, (changes, asked) => {
    const now = new Map<string, IndexedDocument>()
    const index = new DocumentIndex((name) => now.get(name))
    for (const [at, [name, content]] of changes.entries()) {
      if (content === null) now.delete(name)
      else now.set(name, {
        name, fields: new Map(Object.entries(content.fields)), versions: new Map(),
        points: new Map(content.point === null ? [] : [['p', content.point]]),
      })
      index.touch(name)
      // Some are made again at once, others with the query.
      if (at % 3 === 0) index.refresh(1)
    }
    const matches = compileQuery(asked)
    const naive = [...now.values()].filter(matches).map(({ name }) => name).sort()
    expect(index.matching(asked).map(({ name }) => name)).toEqual(naive)
    const second = index.matching(asked, { after: naive[0], most: 1 }).map(({ name }) => name)
    expect(second).toEqual(naive.slice(1, 2))
  }), { numRuns: 1000 })
})
