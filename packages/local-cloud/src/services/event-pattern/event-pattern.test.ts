import { expect, it } from 'vitest'
import { checkPattern, matchesEvent } from './event-pattern.ts'

const event = {
  source: 'bar',
  detail: {
    ml: 400, kind: 'Pour', tags: ['cold', 'draft'], keg: null, steps: [{ name: 'open' }, { name: 'close' }], ip: '10.0.0.7',
    ip6: '2001:0db8::1', path: 'a*b/in/c',
  },
}

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
it.each<[object, boolean]>([
  [{}, true],
  [{ source: ['bar', 'pub'] }, true],
  [{ source: ['pub'] }, false],
  [{ source: ['bar'], detail: { ml: [1] } }, false],
  [{ detail: { ml: [400] } }, true],
  [{ detail: { ml: ['400'] } }, false],
  [{ detail: { keg: [null] } }, true],
  [{ detail: { absent: [null] } }, false],
  [{ detail: { tags: ['draft'] } }, true],
  [{ detail: { steps: { name: ['close'] } } }, true],
  [{ detail: { steps: { name: ['wash'] } } }, false],
  [{ detail: { kind: [{ prefix: 'Po' }] } }, true],
  [{ detail: { kind: [{ prefix: { 'equals-ignore-case': 'po' } }] } }, true],
  [{ detail: { kind: [{ suffix: 'ur' }] } }, true],
  [{ detail: { kind: [{ 'equals-ignore-case': 'pOUR' }] } }, true],
  [{ detail: { kind: [{ wildcard: 'P*r' }] } }, true],
  [{ detail: { kind: [{ wildcard: 'P.*' }] } }, false],
  [{ detail: { kind: [{ 'anything-but': 'Wash' }] } }, true],
  [{ detail: { kind: [{ 'anything-but': ['Pour', 'Wash'] }] } }, false],
  [{ detail: { kind: [{ 'anything-but': { prefix: 'Po' } }] } }, false],
  [{ detail: { kind: [{ 'anything-but': { prefix: ['Po', 'Wa'] } }] } }, false],
  [{ detail: { kind: [{ 'anything-but': { suffix: '.png' } }] } }, true],
  [{ detail: { kind: [{ 'anything-but': { suffix: ['.png', 'ur'] } }] } }, false],
  [{ detail: { kind: [{ 'anything-but': { 'equals-ignore-case': ['wash', 'POUR'] } }] } }, false],
  [{ detail: { kind: [{ 'anything-but': { wildcard: 'P*x' } }] } }, true],
  [{ detail: { ml: [{ 'anything-but': [1, 400] }] } }, false],
  [{ detail: { ml: [{ 'anything-but': 1 }] } }, true],
  [{ detail: { tags: [{ 'anything-but': 'cold' }] } }, true],
  [{ detail: { absent: [{ 'anything-but': 'x' }] } }, false],
  [{ detail: { kind: [{ suffix: { 'equals-ignore-case': 'UR' } }] } }, true],
  [{ detail: { path: [{ wildcard: '*/in/*' }] } }, true],
  [{ detail: { path: [{ wildcard: 'a\\*b/*' }] } }, true],
  [{ detail: { path: [{ wildcard: '*\\*\\*' }] } }, false],
  [{ detail: { ip: [{ cidr: '10.0.0.0/24' }] } }, true],
  [{ detail: { ip: [{ cidr: '10.0.1.0/24' }] } }, false],
  [{ detail: { ip6: [{ cidr: '2001:db8::/32' }] } }, true],
  [{ detail: { ip6: [{ cidr: '10.0.0.0/8' }] } }, false],
  [{ detail: { kind: [{ cidr: '10.0.0.0/8' }] } }, false],
  [{ detail: { ml: [{ numeric: ['=', 400] }] } }, true],
  [{ detail: { kind: [{ numeric: ['>', 0] }] } }, false],
  [{ detail: { kind: [''] } }, false],
  [{ detail: { ml: [1, { numeric: ['>=', 400] }] } }, true],
  [{ source: ['bar'], $or: [{ detail: { ml: [{ numeric: ['<', 10] }] } }, { detail: { kind: [{ prefix: 'P' }] } }] }, true],
  [{ detail: { ml: [{ numeric: ['>', 300, '<=', 400] }] } }, true],
  [{ detail: { ml: [{ numeric: ['<', 400] }] } }, false],
  [{ detail: { ml: [{ exists: true }], absent: [{ exists: false }] } }, true],
  [{ detail: [{ exists: true }] }, false],
  [{ $or: [{ source: ['pub'] }, { detail: { ml: [400] } }] }, true],
  [{ $or: [{ source: ['pub'] }, { detail: { ml: [1] } }] }, false],
])('%j matches: %s', (pattern, expected) => {
  expect(matchesEvent({ ...pattern }, event)).toBe(expected)
})

it.each<[unknown, RegExp]>([
  ['x', /Filter is not an object/],
  [{ source: 'bar' }, /"source" must be an object or an array/],
  [{ source: [] }, /Empty arrays are not allowed/],
  [{ source: [{ regex: '.*' }] }, /Unrecognized match type regex of "source"/],
  [{ source: [{ prefix: 'a', suffix: 'b' }] }, /Only one key allowed/],
  [{ source: [{ prefix: '' }] }, /prefix of "source" takes a text/],
  [{ source: [{ wildcard: 'a**' }] }, /two wildcards in a row/],
  [{ source: [{ wildcard: 'a\\b' }] }, /takes a backslash before/],
  [{ source: [{ cidr: '10.0.0.0/33' }] }, /takes a block of addresses/],
  [{ source: [{ numeric: ['>'] }] }, /compares by/],
  [{ source: [{ numeric: ['>', 1, '<', 2, '=', 3] }] }, /once or twice/],
  [{ source: [{ 'anything-but': ['a', 1] }] }, /takes texts or numbers/],
  [{ source: [{ 'anything-but': { numeric: ['>', 1] } }] }, /takes prefix, suffix, equals-ignore-case or wildcard/],
  [{ source: [{ exists: 'yes' }] }, /must be either true or false/],
  [{ source: [['bar']] }, /list in its list/],
])('%j is refused', (pattern, message) => {
  expect(() => checkPattern(pattern)).toThrow(message)
})
