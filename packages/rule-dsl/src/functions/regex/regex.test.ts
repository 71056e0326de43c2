import { describe, expect, it } from 'vitest'
import { RunFailure } from '../../fault/run-failure.ts'
import { regexOf } from './regex.ts'
import { replacementOf } from './replacement.ts'

const found = (pattern: string, text: string) =>
  [...(regexOf(pattern)?.matches(text, { steps: 0 }) ?? [])].map(({ groups: [whole] }) => whole)

// Each row was compared with java.util.regex of JDK 17.
describe('a regular expression', () => {
  it.each([
    ['(aaa|bbb)', 'aaa bbb', ['aaa', 'bbb']],
    ['a*', 'baa', ['', 'aa', '']],
    ['a++a', 'aaa', []],
    ['(?>a|ab)c', 'abc', []],
    ['(?i)abc', 'xABc', ['ABc']],
    ['(?i)[^a]', 'aAb', ['b']],
    ['(?i:a)b', 'AbaB', ['Ab']],
    ['[a-c&&[^b]]+', 'abcca', ['a', 'cca']],
    ['[a[1-3]]+', 'a2b3', ['a2', '3']],
    ['[]a]+', 'b]a', [']a']],
    ['\\Qa.b\\E+', 'a.bbaxb', ['a.bb']],
    ['(\\w)\\1', 'hello book', ['ll', 'oo']],
    ['(?<c>\\w)\\k<c>', 'hello', ['ll']],
    ['(?<=a|bc)x', 'ax bcx cx', ['x', 'x']],
    ['\\bfoo\\b', 'foo foobar', ['foo']],
    ['^a$', 'a\n', ['a']],
    ['(?m)^.$', 'a\nb', ['a', 'b']],
    ['(?s)a.b', 'a\nb', ['a\nb']],
    ['(?x) a b # comment', 'ab', ['ab']],
    ['\\p{Upper}\\p{javaLowerCase}?', 'Ab', []],
    ['\\p{Lu}\\p{IsLatin}', 'Éb', ['Éb']],
    ['.', '😀a', ['😀', 'a']],
    ['\\ud83d\\ude00', '😀', ['😀']],
    ['(a|b)*?c', 'abac', ['abac']],
    ['(?:a{1,2}){2}', 'aaaaa', ['aaaa']],
  ])('%s in %j', (pattern, text, matches) => {
    expect(found(pattern, text)).toEqual(matches)
  })
  it.each([
    '(', ')', '[', '*a', 'a**', 'a{2,1}', 'a{', '\\', '\\q', '[b-a]', '(?z)', '\\p{Nope}', '(?<n>a)(?<n>b)', '\\k<n>', '('.repeat(1000),
  ])('%.20s is none', (pattern) => {
    expect(regexOf(pattern)).toBeUndefined()
  })
  it('gives up in bounded time where backtracking explodes', () => {
    expect(() => found('(a+)+$', `${'a'.repeat(40)}b`)).toThrow(RunFailure)
    expect(() => found('(a|a)*b', 'a'.repeat(40))).toThrow(RunFailure)
    expect(found('\\d+', 'x'.repeat(131_072))).toEqual([])
  })
})

it.each([
  ['$1-$0', 'b-ab'],
  ['\\$1\\\\', '$1\\'],
  ['$12', 'b2'],
  ['${n}', 'b'],
  ['$2', undefined],
  ['${x}', undefined],
  ['$', undefined],
  ['\\', undefined],
])('%s is replaced by %j', (replacement, text) => {
  const regex = regexOf('a(?<n>b)') ?? expect.fail('no regular expression')
  const match = regex.matches('ab', { steps: 0 }).next().value ?? expect.fail('no match')
  expect(replacementOf(replacement, regex)?.(match)).toBe(text)
})
