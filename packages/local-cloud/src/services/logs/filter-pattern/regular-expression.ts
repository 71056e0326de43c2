import { FilterPatternError } from './filter-pattern-error.ts'

/** What AWS takes between percent signs: letters, digits, a few symbols and operators, no parentheses. */
const allowed = /^(?:[A-Za-z0-9:_#=@/;,\-'^$?[\]{}|*+.\s]|\\.)*$/

/**
 * The expression between percent signs, tested anywhere in a text. Throws `FilterPatternError`.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html#regex-expressions
 */
export function regularExpression(source: string): (text: string) => boolean {
  if (!allowed.test(source)) throw new FilterPatternError(`Invalid regex '${source}'`)
  try {
    const expression = new RegExp(source)
    return (text) => expression.test(text)
  } catch (cause) {
    throw new FilterPatternError(`Invalid regex '${source}'`, { cause })
  }
}
