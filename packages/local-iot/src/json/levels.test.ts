import { expect, it } from 'vitest'
import { isTooDeep, MAX_LEVELS } from './levels.ts'

const lists = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))
const objects = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels))

it.each<[unknown, boolean]>([
  [1, false], [null, false], [new Uint8Array(9), false], [new ReadableStream(), false],
  ['[[', false], [{}, false], [lists(MAX_LEVELS), false], [objects(MAX_LEVELS), false],
  [lists(MAX_LEVELS + 1), true], [objects(MAX_LEVELS + 1), true], [[1, { a: lists(MAX_LEVELS - 1) }], true], [lists(100_000), true],
])('%#', (json, expected) => expect(isTooDeep(json)).toBe(expected))
