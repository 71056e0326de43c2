import { decode } from 'cborg'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate, readTemplate } from './payload-template.ts'

const of = (name: string) => `\${aws:iot:commandexecution::parameter:${name}}`
const TIMEOUT = '${aws:iot:commandexecution::executionTimeoutSec}'
const parameters = { text: 'a "b"', on: true, celsius: 4.5, serial: 2n ** 64n - 1n, raw: new Uint8Array([1, 2]), 'a.b-$c': 7 }
const fill = (template: unknown) => new TextDecoder().decode(fillTemplate(JSON.stringify(template), { parameters, timeoutSec: 30 }, 'JSON'))

// iot-remote-command-create-manage.html#iot-remote-command-create
describe('a template', () => {
  it.each([
    [{ a: of('text') }, '{"a":"a \\"b\\""}'],
    [{ a: of('on'), b: [of('celsius')] }, '{"a":true,"b":[4.5]}'],
    [{ a: of('serial') }, '{"a":18446744073709551615}'],
    [{ a: of('raw') }, '{"a":"AQI="}'],
    [{ a: of('a.b-$c') }, '{"a":7}'],
    [{ a: TIMEOUT, b: `in ${TIMEOUT} s` }, '{"a":30,"b":"in 30 s"}'],
    [{ a: `${of('celsius')} °C, ${of('serial')}` }, '{"a":"4.5 °C, 18446744073709551615"}'],
    [of('on'), 'true'],
    [{ [of('text')]: null, n: 1, deep: { list: [{ x: of('on') }] } }, `{"${of('text')}":null,"n":1,"deep":{"list":[{"x":true}]}}`],
    [{ a: '${aws:iot:commandExecution::parameter:text} ${AWS:IOT:commandexecution::executionTimeoutSec}' },
      '{"a":"${aws:iot:commandExecution::parameter:text} ${AWS:IOT:commandexecution::executionTimeoutSec}"}'],
  ])('%j', (template, payload) => expect(fill(template)).toBe(payload))
  it('may be CBOR, with bytes and whole numbers as they are', () => {
    const payload = fillTemplate(JSON.stringify({ a: of('raw'), b: of('serial') }), { parameters, timeoutSec: 30 }, 'CBOR')
    expect(decode(payload)).toEqual({ a: new Uint8Array([1, 2]), b: 2n ** 64n - 1n })
  })
  it('is read for what it names', () => {
    expect(readTemplate(JSON.stringify({ a: [of('x')], b: `${of('y')}${of('x')}` }))).toEqual({
      parameters: new Set(['x', 'y']), hasPlaceholder: true,
    })
    expect(readTemplate(`{"a":"${TIMEOUT}"}`)).toEqual({ parameters: new Set(), hasPlaceholder: true })
    expect(readTemplate('{"a":1}')).toEqual({ parameters: new Set(), hasPlaceholder: false })
    expect(readTemplate('{')).toBeUndefined()
  })
  it('without placeholders is the same JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => {
      const filled = new TextDecoder().decode(fillTemplate(text, { parameters: {}, timeoutSec: 1 }, 'JSON'))
      expect(JSON.parse(filled)).toEqual(JSON.parse(text))
    }))
  })
  it('holds whatever text a parameter has, and takes nothing from it', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constant(of('on')), fc.constant('$&')), (text) => {
      const filled = fillTemplate(
        JSON.stringify({ whole: of('p'), part: `<${of('p')}>` }), { parameters: { p: text, on: true }, timeoutSec: 1 }, 'JSON',
      )
      expect(JSON.parse(new TextDecoder().decode(filled))).toEqual({ whole: text, part: `<${text}>` })
    }))
  })
})
