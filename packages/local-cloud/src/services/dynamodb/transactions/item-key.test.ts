import { expect, it } from 'vitest'
import { keyText } from './item-key.ts'

it.each([
  ['1', '1.0', true], ['1', '+10e-1', true], ['0', '-0.00', true], ['100', '1E2', true], ['.5', '0.50', true],
  ['1', '-1', false], ['1', '10', false], ['0.1', '0.01', false],
])('the numbers %s and %s are the same: %s', (one, other, same) => {
  expect(keyText({ pk: { N: one } }) === keyText({ pk: { N: other } })).toBe(same)
})

it('does not mind the order of the attributes, but their type', () => {
  expect(keyText({ sk: { S: 'b' }, pk: { S: 'a' } })).toBe(keyText({ pk: { S: 'a' }, sk: { S: 'b' } }))
  expect(keyText({ pk: { S: '1' } })).not.toBe(keyText({ pk: { N: '1' } }))
})
