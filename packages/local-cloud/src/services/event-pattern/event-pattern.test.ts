import { expect, it } from 'vitest'
import { checkPattern, matchesEvent } from './event-pattern.ts'

const event = { source: 'bar', detail: { ml: 400, kind: 'Pour', tags: ['cold', 'draft'], keg: null, steps: [{ name: 'open' }, { name: 'close' }] } }

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
  ['x', /must be an object/],
  [{ source: 'bar' }, /source must be an object or an array/],
  [{ source: [{ cidr: '10.0.0.0/8' }] }, /Unrecognized match type cidr of source/],
  [{ source: [['bar']] }, /list in its list/],
])('%j is refused', (pattern, message) => {
  expect(() => checkPattern(pattern)).toThrow(message)
})
