import { encode } from 'cborg'
import { describe, expect, it } from 'vitest'
import { readUpdate } from './status-update.ts'

const json = (body: unknown) => readUpdate(new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)), 'json')
const ok = { status: 'SUCCEEDED' }

// iot-remote-command-execution-start-monitor.html#iot-remote-command-execution-update-considerations
describe('a report', () => {
  it('is read with its reason, its result and its token', () => {
    const body = {
      clientToken: 't', deviceId: 'ignored', status: 'IN_PROGRESS', statusReason: { reasonCode: '200', reasonDescription: 'on its way' },
      result: { battery: { s: '50 percent' }, on: { b: false }, raw: { bin: 'AQI=' } },
    }
    expect(json(body)).toEqual({
      clientToken: 't',
      update: {
        status: 'IN_PROGRESS', statusReason: { reasonCode: '200', reasonDescription: 'on its way' },
        result: { battery: { S: '50 percent' }, on: { B: false }, raw: { BIN: new Uint8Array([1, 2]) } },
      },
    })
  })
  it('may be CBOR, whose bytes are bytes', () => {
    expect(readUpdate(encode({ ...ok, result: { raw: { bin: new Uint8Array([1, 2]) } } }), 'cbor')).toMatchObject({
      update: { result: { raw: { BIN: new Uint8Array([1, 2]) } } },
    })
    expect(readUpdate(new Uint8Array([0xff]), 'cbor')).toMatchObject({ rejected: { error: 'InvalidJson' } })
  })
  it('takes null as absent', () => {
    expect(json({ ...ok, statusReason: null, result: null })).toMatchObject({
      update: { status: 'SUCCEEDED', statusReason: undefined, result: undefined },
    })
  })
  it.each([
    ['no JSON', '{', 'InvalidJson'], ['no object', '[]', 'InvalidRequest'], ['nothing', '', 'InvalidJson'],
    ['no status', {}, 'InvalidRequest'], ['a status of the cloud’s', { status: 'CREATED' }, 'InvalidRequest'],
    ['another status', { status: 'succeeded' }, 'InvalidRequest'],
    ['a reason without a code', { ...ok, statusReason: { reasonDescription: 'x' } }, 'InvalidRequest'],
    ['a small code', { ...ok, statusReason: { reasonCode: 'busy' } }, 'InvalidRequest'],
    ['a long code', { ...ok, statusReason: { reasonCode: 'A'.repeat(65) } }, 'InvalidRequest'],
    ['a line end', { ...ok, statusReason: { reasonCode: 'A', reasonDescription: 'a\nb' } }, 'InvalidRequest'],
    ['a long description', { ...ok, statusReason: { reasonCode: 'A', reasonDescription: 'a'.repeat(1025) } }, 'InvalidRequest'],
    ['a reason that is a text', { ...ok, statusReason: 'A' }, 'InvalidRequest'],
    ['an empty result', { ...ok, result: {} }, 'InvalidRequest'], ['a result that is a list', { ...ok, result: [] }, 'InvalidRequest'],
    ['a result of capital letters', { ...ok, result: { a: { S: 'x' } } }, 'InvalidRequest'],
    ['a result of two types', { ...ok, result: { a: { s: 'x', b: true } } }, 'InvalidRequest'],
    ['a number as a result', { ...ok, result: { a: 1 } }, 'InvalidRequest'],
    ['a bad name', { ...ok, result: { 'a b': { s: 'x' } } }, 'InvalidRequest'],
  ])('with %s is rejected', (_, body, error) => {
    expect(json(body)).toMatchObject({ rejected: { error, errorMessage: expect.any(String) } })
  })
})
