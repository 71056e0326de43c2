import { describe, expect, it } from 'vitest'
import { deleteShadow, getShadow, type ShadowRecord, updateShadow } from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const at = (nowSec: number) => ({ thingName: 'keg-1', nowSec })
const update = (state: object, record?: ShadowRecord) => updateShadow(record, bytes(JSON.stringify({ state })), at(1))

describe('objects without members', () => {
  it.each<[string, object, object, object]>([
    ['loses its last member', { net: { rssi: 1 } }, { net: { rssi: null } }, { net: {} }],
    ['loses its last member, deeper', { a: { b: { c: 1 } } }, { a: { b: { c: null } } }, { a: { b: {} } }],
    ['is set', {}, { net: {} }, { net: {} }],
    ['is set over a value', { net: 1 }, { net: {} }, { net: {} }],
    ['is removed', { net: {}, a: 1 }, { net: null }, { a: 1 }],
  ])('one that %s', (_, first, then, reported) => {
    const { record } = update({ reported: then }, update({ reported: first }).record)
    expect(record?.document?.state).toEqual({ reported })
    expect(JSON.parse(JSON.stringify(record?.document?.metadata).replaceAll('{"timestamp":1}', '1'))).toEqual({ reported })
  })
  it('nulls alone make none where nothing was', () => {
    expect(update({ reported: { a: { b: null, c: { d: null } } } }).record?.document?.state).toEqual({})
  })
  it('ask for nothing in desired', () => {
    const { record, delta } = update({ desired: { net: { rssi: null } } }, update({ desired: { net: { rssi: 1 } } }).record)
    expect(record?.document?.state).toEqual({ desired: { net: {} } })
    expect(delta).toBeUndefined()
    expect(getShadow(record, bytes(''), at(2)).accepted?.state).toEqual({ desired: { net: {} } })
  })
})

// device-shadow-mqtt.html: the content of a delete request is ignored
it.each([
  '', '{', 'null', '[1]', '"gone"', '{"clientToken":7}', `{"clientToken":"${'x'.repeat(65)}"}`, '\u0000',
])('a delete request that holds %j is served', (text) => {
  expect(deleteShadow(update({ reported: { a: 1 } }).record, bytes(text), at(2)).accepted).toEqual({ version: 1, timestamp: 2 })
})
it('a delete request that is no UTF-8 is served, and one with a client token is answered with it', () => {
  const { record } = update({ reported: { a: 1 } })
  expect(deleteShadow(record, Uint8Array.of(0xff), at(2)).accepted).toEqual({ version: 1, timestamp: 2 })
  expect(deleteShadow(record, bytes('{"clientToken":"t"}'), at(2)).accepted).toEqual({ version: 1, timestamp: 2, clientToken: 't' })
})
