import { expect, it } from 'vitest'
import { withoutMarkers } from './markers.ts'

const MARKER = '<<marker:0xbaba:0>>'
const said = (text: string, value: unknown, options: { jsonEscape?: boolean; encoding?: string } = {}) =>
  String(Buffer.from(withoutMarkers(Buffer.from(text), {
    values: { [MARKER]: value }, jsonEscape: options.jsonEscape,
    ...(options.encoding === undefined ? {} : { encodings: { [MARKER]: options.encoding } }),
  })))

it.each([
  [`{"a":"${MARKER}","b":"${MARKER}/x"}`, 'http://x', {}, '{"a":"http://x","b":"http://x/x"}'],
  [`{"a":"${MARKER}"}`, 'a "b" $& ü', { jsonEscape: true }, '{"a":"a \\"b\\" $& ü"}'],
  [`{"a":${MARKER}}`, 'b', { encoding: 'JSON_VALUE' }, '{"a":"b"}'],
  [`{"a":${MARKER}}`, 5, { jsonEscape: true }, '{"a":5}'],
  [`a: ${MARKER}`, 'beer', { encoding: 'YAML_STRING' }, 'a: beer'],
  [`a: ${MARKER}`, 'yes', { encoding: 'YAML_STRING' }, 'a: "yes"'],
])('%s with %j under %j', (text, value, options, expected) => expect(said(text, value, options)).toBe(expected))

it('leaves a file without markers byte for byte', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  expect([...withoutMarkers(bytes, { values: { [MARKER]: 'x' } })]).toEqual([...bytes])
})

it.each([[5, {}, /Expected a string for LITERAL/], ['x', { encoding: 'OTHER' }, /Unknown marker encoding: OTHER/]])(
  'refuses %j under %j', (value, options, message) => expect(() => said(MARKER, value, options)).toThrow(message),
)
