import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCharacter, anyText, glob, type GlobPart } from './glob.ts'

const partsOf = (text: string): GlobPart[] =>
  text.split('').map((character) => (character === '*' ? anyText : character === '?' ? anyCharacter : character))

describe('glob', () => {
  it.each([
    ['a*c', 'abc', true], ['a*c', 'ac', true], ['a*c', 'abcd', false], ['a*a', 'a', false], ['*', '', true], ['?', '', false],
    ['', '', true], ['a?c', 'abc', true], ['a?c', 'a\nc', true], ['*ab*ab*', 'abab', true], ['*ab*ab*', 'aba', false], ['*?b', 'b', false],
    ['*a?', 'aab', true], ['**a', 'ba', true],
  ])('%s on %s: %s', (pattern, text, matches) => {
    expect(glob(partsOf(pattern))(text)).toBe(matches)
  })

  it('agrees with a regular expression', () => {
    const letters = (alphabet: string) => fc.array(fc.constantFrom(...alphabet), { maxLength: 8 }).map((characters) => characters.join(''))
    fc.assert(fc.property(letters('abA*?'), letters('abAB'), fc.boolean(), (pattern, text, ignoreCase) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`, ignoreCase ? 'i' : '')
      expect(glob(partsOf(pattern), { ignoreCase })(text)).toBe(expression.test(text))
    }), { numRuns: 2_000 })
  })

  // A regular expression of these needs time by the fifth power of the length: years here.
  it('answers on long texts that almost match', () => {
    expect(glob(partsOf('_*_*_*_*_*x'))('_'.repeat(120_000))).toBe(false)
    expect(glob(partsOf('*_?_*_?_*x?y'))('_'.repeat(120_000))).toBe(false)
  })
})
