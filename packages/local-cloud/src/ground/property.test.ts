import { describe, expect, it } from 'vitest'
import {
  document, flag, ignored, json, list, map, number, object, oneOf, readProperties, refused, required, text, type Kind,
} from './property.ts'

function read(kind: Kind<unknown>, value: unknown): { value: unknown; problems: string[] } {
  const problems: string[] = []
  const { It } = readProperties({ It: kind }, { It: value }, '', (at, reason) => problems.push(`${at} ${reason}`))
  return { value: It, problems }
}

describe('a property', () => {
  it.each<[string, Kind<unknown>, unknown, unknown]>([
    ['text', text, 'a', 'a'],
    ['text', text, 30, '30'],
    ['text', text, true, 'true'],
    ['number', number, '30', 30],
    ['flag', flag, 'false', false],
    ['json', json, { a: [1] }, { a: [1] }],
    ['document', document, { a: 1 }, '{"a":1}'],
    ['document', document, '{"a":1}', '{"a":1}'],
    ['oneOf', oneOf('a', 'b'), 'b', 'b'],
    ['list', list(number), ['1', 2], [1, 2]],
    ['map', map(text), { a: 1 }, { a: '1' }],
    ['object', object({ a: number, b: text }), { a: '1' }, { a: 1, b: undefined }],
    ['required', required(text), 'a', 'a'],
    ['ignored', ignored('why'), 'a', undefined],
    ['absent', text, undefined, undefined],
    ['unresolved', number, { Ref: 'Stage' }, undefined],
    ['unresolved and required', required(number), { 'Fn::Sub': '' }, undefined],
  ])('of kind %s reads %j as %j', (_, kind, value, expected) => {
    expect(read(kind, value)).toEqual({ value: expected, problems: [] })
  })
  it.each<[string, Kind<unknown>, unknown, string]>([
    ['text', text, {}, 'It takes text, not {}'],
    ['number', number, 'x', 'It takes a number, not "x"'],
    ['flag', flag, 1, 'It takes true or false, not 1'],
    ['oneOf', oneOf('a', 'b'), 'c', 'It takes "a" or "b", not "c"'],
    ['list', list(number), [1, 'x'], 'It[1] takes a number, not "x"'],
    ['map', map(number), { a: 'x' }, 'It.a takes a number, not "x"'],
    ['object', object({ a: number }), { b: 1 }, 'It.b is not supported'],
    ['required', required(text), undefined, 'It is missing'],
    ['refused', refused('not here'), 1, 'It not here'],
  ])('of kind %s refuses %j', (_, kind, value, problem) => {
    expect(read(kind, value).problems).toEqual([problem])
  })
})
