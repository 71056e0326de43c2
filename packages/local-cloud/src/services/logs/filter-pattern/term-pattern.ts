import type { FilterPattern } from './filter-pattern.ts'
import { FilterPatternError } from './filter-pattern-error.ts'
import { regularExpression } from './regular-expression.ts'

interface Term {
  readonly sign: '' | '?' | '-'
  readonly test: (message: string) => boolean
}

/**
 * `ERROR`, `"exact phrase"`, `-without`, `?this ?or ?that`, `%regular expression%`: all of the terms, none of the excluded ones, and one of
 * those with a question mark, which count only where there are no others.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html#matching-terms-unstructured-log-events
 */
export function termPattern(pattern: string): FilterPattern {
  const terms = readTerms(pattern)
  const choices = terms.filter(({ sign }) => sign === '?')
  const others = terms.filter(({ sign }) => sign !== '?')
  const matches = (message: string) => (others.length === 0 && choices.length > 0
    ? choices.some(({ test }) => test(message))
    : others.every(({ sign, test }) => test(message) === (sign === '')))
  return { match: (message) => (matches(message) ? {} : undefined), value: () => undefined }
}

function readTerms(pattern: string): Term[] {
  const terms: Term[] = []
  let rest = pattern
  while ((rest = rest.trimStart()) !== '') {
    const [whole, sign = '', quoted, regex, word] = /^([?-]?)(?:"((?:\\.|[^"\\])*)"|%((?:\\.|[^%\\])*)%|([^\s"%]+))/.exec(rest) ?? []
    if (whole === undefined) throw new FilterPatternError('Invalid filter pattern')
    if (word !== undefined && !/^\w+$/.test(word)) throw new FilterPatternError(`Invalid character(s) in term '${word}'`)
    terms.push({
      sign: sign as Term['sign'],
      test: regex === undefined ? containing(quoted?.replace(/\\(["\\])/g, '$1') ?? word ?? '') : regularExpression(regex),
    })
    rest = rest.slice(whole.length)
  }
  return terms
}

function containing(part: string): (message: string) => boolean {
  return (message) => message.includes(part)
}
