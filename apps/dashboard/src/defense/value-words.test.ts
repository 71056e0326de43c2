import { expect, it } from 'vitest'
import type { Violation } from '../api/operations-api.ts'
import { valueWords } from './value-words.ts'

it.each<[Violation['value'], string]>([
  [undefined, '–'], [{}, '–'], [{ count: 0 }, '0'], [{ number: 1.5 }, '1.5'], [{ numbers: [1, 2] }, '1, 2'], [{ strings: [] }, '–'],
  [{ cidrs: ['10.0.0.0/8'] }, '10.0.0.0/8'], [{ ports: [22, 80] }, '22, 80'],
])('%j', (value, words) => expect(valueWords(value)).toBe(words))
