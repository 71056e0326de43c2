import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deleteShadow, updateShadow } from './index.ts'
import type { Json, JsonObject } from './json.ts'
import { computeDelta, mergeState } from './state.ts'

const name = fc.constantFrom('a', 'b', 'c', 'timestamp', '__proto__', 'constructor')
const scalar = fc.oneof(fc.integer(), fc.string(), fc.boolean())
const object = (value: fc.Arbitrary<Json>, options: { minLength?: number } = {}): fc.Arbitrary<JsonObject> =>
  fc.array(fc.tuple(name, value), { maxLength: 4, ...options }).map((members) => Object.fromEntries(members))
const { state } = fc.letrec<{ state: JsonObject; value: Json }>((tie) => ({
  state: object(tie('value')),
  value: fc.oneof({ depthSize: 'small' }, scalar, fc.array(scalar, { maxLength: 3 }), fc.constant(null), object(tie('value'))),
}))
const stored = state.map((patch) => mergeState(undefined, patch))

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** Whether the metadata has a time for every scalar of the state, and nothing else. */
function mirrors(metadata: Json | undefined, value: Json): boolean {
  if (Array.isArray(value)) return Array.isArray(metadata) && metadata.length === value.length
  if (typeof value !== 'object' || value === null) return typeof (metadata as { timestamp?: unknown } | undefined)?.timestamp === 'number'
  const members = metadata as JsonObject | undefined
  return Object.keys(members ?? {}).length === Object.keys(value).length
    && Object.entries(value).every(([key, member]) => mirrors(members?.[key], member))
}

describe('the laws of a shadow', () => {
  it('delta applied to reported leaves nothing to do', () => {
    fc.assert(
      fc.property(stored, stored, (desired, reported) => {
        const delta = computeDelta(desired, reported)
        expect(computeDelta(desired, mergeState(reported, delta ?? {}))).toBeUndefined()
      }),
    )
  })
  it('there is no delta of a state with itself, and merging it changes nothing', () => {
    fc.assert(
      fc.property(stored, (state) => {
        expect(computeDelta(state, state)).toBeUndefined()
        expect(mergeState(state, state)).toEqual(state)
      }),
    )
  })
  it('metadata has the shape of the state after any updates', () => {
    const half = fc.option(state, { nil: null })
    fc.assert(
      fc.property(fc.array(fc.record({ desired: half, reported: half }, { requiredKeys: [] }), { minLength: 1 }), (updates) => {
        let record: ReturnType<typeof updateShadow>['record']
        for (const [index, state] of updates.entries()) {
          record = updateShadow(record, bytes({ state }), { thingName: 't', nowSec: index + 1 }).record
        }
        const document = record?.document
        expect(mirrors(document?.metadata.desired, document?.state.desired ?? {})).toBe(true)
        expect(mirrors(document?.metadata.reported, document?.state.reported ?? {})).toBe(true)
      }),
    )
  })
  it('any bytes are answered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map((text) => new TextEncoder().encode(`{"state":${text}}`))), (payload) => {
        const { accepted, rejected } = updateShadow(undefined, payload, { thingName: 't', nowSec: 1 })
        expect(accepted === undefined).toBe(rejected !== undefined)
      }),
    )
  })
  it('survives deletion with its version for 48 hours', () => {
    const at = (nowSec: number) => ({ thingName: 't', nowSec })
    const first = updateShadow(undefined, bytes({ state: { reported: { a: 1 } } }), at(0))
    const { record } = deleteShadow(first.record, new Uint8Array(), at(10))
    expect(updateShadow(record, bytes({ state: {} }), at(10 + 48 * 3600 - 1)).accepted?.version).toBe(3)
    expect(updateShadow(record, bytes({ state: {} }), at(10 + 48 * 3600)).accepted?.version).toBe(1)
  })
})
