import { expect, it } from 'vitest'
import { parseRule } from '../parse/parse-rule.ts'
import { memberKinds } from './member-kinds.ts'

const SCHEMA = {
  type: 'object', properties: { at: { type: 'integer' }, kegId: { type: 'string' } }, required: ['at', 'kegId'],
  additionalProperties: false,
}

it.each<[string, object | undefined, readonly string[] | undefined]>([
  ['timestamp() AS at', undefined, ['number']],
  ['topic(2) AS at', undefined, ['string']],
  ['at', SCHEMA, ['number']],
  ['kegId AS at', SCHEMA, ['string']],
  ['*', SCHEMA, ['number']],
  ['*, kegId AS at', SCHEMA, ['string']],
  ["timestamp() AS at, 'x' AS at", undefined, ['string']],
  ['topic(2) AS at.x', undefined, ['object']],
  ["{'at': 5}", undefined, ['number']],
  ["VALUE {'at': true}", undefined, ['boolean']],
  ['timestamp() AS at, state.*', undefined, undefined],
  ['timestamp() AS other', undefined, undefined],
  ['VALUE at', undefined, undefined],
])('SELECT %s', (select, schema, kinds) => {
  const found = memberKinds(parseRule(`SELECT ${select} FROM 'keg/+/pours'`), 'at', schema as Parameters<typeof memberKinds>[2])
  expect(found === undefined ? undefined : [...found]).toEqual(kinds)
})

it('SELECT at, of a field that may be anything', () => {
  expect(memberKinds(parseRule("SELECT at FROM 'a'"), 'at')?.size).toBe(7)
})
