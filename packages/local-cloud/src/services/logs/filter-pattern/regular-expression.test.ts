import { expect, it } from 'vitest'
import { FilterPatternError } from './filter-pattern-error.ts'
import { regularExpression } from './regular-expression.ts'

const texts = [
  '', 'a', 'ab', 'b', 'aab', 'aaab', 'ERROR 400', 'keg-12 is warm', 'x|y', '2026-01-02', 'a.b', 'tab\there', 'line\nbreak', '[x]', 'ümlaut',
]

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html#regex-expressions
it.each([
  '', 'a', 'ab', '^a', 'b$', '^$', '^a+b$', 'a*b', 'a?b', '^a{2}b', '^a{2,}b$', 'a{1,2}b$', 'x|y', 'x\\|y', '^a|^b$', '[abc]', '[^abc]',
  '[a-c]+$', '[\\]]', '\\d+', '\\D', '\\s', '^\\w+$', '\\W', '.', '^.*$', 'a\\.b', 'a.b', '\\x61b', '\\d{4}-\\d{2}', 'keg-[0-9]+ is .*m',
  'a*a*a*b', '[|]', 'a$b', 'b^a', 'a+?b', 'a{1,2}?b$', 'a{0}b', '.+\\t.+',
])('%s matches what JavaScript\'s matches', (source) => {
  const [matches, expected] = [regularExpression(source), new RegExp(source)]
  expect(texts.filter((text) => matches(text))).toEqual(texts.filter((text) => expected.test(text)))
})

it.each(['(a)', '[a', 'a**', 'a{2001}', '\\bx', 'a\\1', '{1}', '\\'])('refuses %s', (source) => {
  expect(() => regularExpression(source)).toThrow(FilterPatternError)
})

it('looks at each character of a long text a bounded number of times', () => {
  expect(regularExpression('.*.*.*.*.*.*=$')('a'.repeat(100_000))).toBe(false)
  expect(regularExpression(`${'a?'.repeat(40)}${'a'.repeat(40)}$`)(`${'a'.repeat(39)}`)).toBe(false)
})
