import { expect, it } from 'vitest'
import type { IndexedValue } from './indexed-document.ts'
import { addJsonFields, addMetadataFields } from './shadow-fields.ts'

const fieldsOf = (value: unknown, metadata?: unknown) => {
  const fields = new Map<string, readonly IndexedValue[]>()
  addJsonFields(fields, 's', value)
  addMetadataFields(fields, 'm', 's', metadata)
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.map(({ raw }) => raw)]))
}

// managing-index.html#index-limitations
it.each<[what: string, value: unknown, metadata: unknown, fields: object]>([
  ['simple values', { a: 'x', b: 1, c: true }, undefined, { s: [], 's.a': ['x'], 's.b': [1], 's.c': [true] }],
  ['names of nested ones', { a: { b: { c: 'x' } } }, undefined, { s: [], 's.a': [], 's.a.b': [], 's.a.b.c': ['x'] }],
  ['a name with a period is the same', { 'a.b': 'x', a: { b: 'y' } }, undefined, { s: [], 's.a': [], 's.a.b': ['x', 'y'] }],
  ['an array of simple values', { a: ['RED', 2] }, undefined, { s: [], 's.a': ['RED', 2] }],
  ['no array with others, no null, nothing empty', { a: [{ b: 1 }], b: null, c: {}, d: [], e: [null] }, undefined, {}],
  [
    'metadata of what is indexed alone',
    { a: 1, b: [{ c: 1 }], d: { e: 2 } },
    { a: { timestamp: 5 }, b: [{ c: { timestamp: 5 } }], d: { e: { timestamp: 6 } } },
    { s: [], 's.a': [1], 's.d': [], 's.d.e': [2], 'm.a.timestamp': [5], 'm.d.e.timestamp': [6] },
  ],
])('%s', (_, value, metadata, fields) => expect(fieldsOf(value, metadata)).toEqual(fields))
