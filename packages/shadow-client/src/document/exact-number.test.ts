import { describe, expect, it } from 'vitest'
import { getShadow, type ShadowRecord, updateShadow } from './index.ts'

const context = { thingName: 'keg-1', nowSec: 1 }
const update = (text: string, record?: ShadowRecord) => updateShadow(record, new TextEncoder().encode(text), context)

describe('numbers that JavaScript has not', () => {
  it.each([
    '12345678901234567890', '-9007199254740993', '0.1000000000000000055', '1e400', '-1.5E-400', '3.14159265358979323846',
  ])('%s stays', (number) => {
    const { record, accepted, documents, delta } = update(`{"state":{"desired":{"a":${number},"in":[{"b":${number}}]}}}`)
    const state = `"state":{"desired":{"a":${number},"in":[{"b":${number}}]}`
    expect(JSON.stringify(accepted)).toContain(state)
    expect(JSON.stringify(documents)).toContain(state)
    expect(JSON.stringify(delta)).toContain(`"a":${number}`)
    expect(JSON.stringify(getShadow(record, new Uint8Array(), context).accepted)).toContain(state)
  })
  it.each([
    ['12345678901234567890', '12345678901234567891', true],
    ['12345678901234567890', '1234567890123456789e1', false],
    ['1e400', '10e399', false],
    ['1e400', '2', true],
    ['0.10000000000000000', '0.1', false],
  ])('%s desired and %s reported: a delta %s', (desired, reported, differs) => {
    expect(update(`{"state":{"desired":{"a":${desired}},"reported":{"a":${reported}}}}`).delta !== undefined).toBe(differs)
  })
  it('are no versions', () => {
    expect(update('{"state":{},"version":9007199254740993}').rejected?.message).toBe('Invalid version')
    expect(update('{"state":1e400}').rejected?.message).toBe('State node must be an object')
  })
  it('of any length are compared by their digits', () => {
    const long = `0.${'0'.repeat(3000)}1`
    expect(update(`{"state":{"desired":{"a":${long}},"reported":{"a":1e-3001}}}`).delta).toBeUndefined()
  })
})
