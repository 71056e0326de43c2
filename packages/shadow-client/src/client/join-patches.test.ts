import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../document/json.ts'
import { mergeState } from '../document/state.ts'
import { joinPatches } from './join-patches.ts'

it.each<[JsonObject, JsonObject, JsonObject | undefined]>([
  [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  [{ a: 1 }, { a: null }, { a: null }],
  [{ a: { b: 1 } }, { a: { c: null } }, { a: { b: 1, c: null } }],
  [{ a: { b: 1 } }, { a: 1 }, { a: 1 }],
  [{ a: null }, { a: { b: 1 } }, undefined],
  [{ a: 1 }, { a: { b: 1 } }, undefined],
  [{ a: { b: 1 } }, { a: { b: null } }, undefined],
  [{ a: { b: null } }, { a: { c: null } }, { a: { b: null, c: null } }],
])('%j, then %j', (first, then, joined) => {
  expect(joinPatches(first, then)).toEqual(joined)
})

const name = fc.constantFrom('a', 'b', '__proto__')
const { patch } = fc.letrec<{ patch: JsonObject; value: Json }>((tie) => ({
  patch: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  value: fc.oneof({ maxDepth: 3 }, fc.constantFrom<Json>(null, 1, 'x', [1]), tie('patch')),
}))

it('does at once what both do one after the other', () => {
  const law = (state: JsonObject, first: JsonObject, then: JsonObject) => {
    const joined = joinPatches(first, then)
    fc.pre(joined !== undefined)
    const current = mergeState(undefined, state)
    expect(mergeState(current, joined)).toEqual(mergeState(mergeState(current, first), then))
  }
  fc.assert(fc.property(patch, patch, patch, law), { numRuns: 5000 })
})
