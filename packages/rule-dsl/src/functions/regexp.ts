import { checkMade } from '../value/size.ts'
import type { FunctionContext } from './function-context.ts'
import { replacementOf } from './regex/replacement.ts'
import { type Budget, type Regex, regexOf } from './regex/regex.ts'
import { fn, string } from './signature.ts'

/** Searches with a pattern and counts the steps; Undefined where the pattern is none. */
function searching<T>(pattern: string, { effort }: FunctionContext, search: (regex: Regex, budget: Budget) => T): T | undefined {
  const regex = regexOf(pattern)
  if (regex === undefined) return undefined
  const budget = { steps: 0 }
  try {
    return search(regex, budget)
  } finally {
    effort.searches(budget.steps)
  }
}

const matches = (text: string, pattern: string, context: FunctionContext): boolean | undefined =>
  searching(pattern, context, (regex, budget) => regex.matches(text, budget).next().done !== true)

const substr = (text: string, pattern: string, context: FunctionContext): string | undefined =>
  searching(pattern, context, (regex, budget) => regex.matches(text, budget).next().value?.groups[0])

const replace = (text: string, pattern: string, replacement: string, context: FunctionContext): string | undefined =>
  searching(pattern, context, (regex, budget) => {
    const expand = replacementOf(replacement, regex)
    const parts: string[] = []
    let from = 0
    let length = text.length
    for (const match of regex.matches(text, budget)) {
      // Java looks at the replacement when there is something to replace.
      if (expand === undefined) return undefined
      const by = expand(match)
      length += by.length - (match.end - match.start)
      checkMade(length)
      parts.push(text.slice(from, match.start), by)
      from = match.end
    }
    return parts.join('') + text.slice(from)
  })

/** The regular expressions of java.util.regex; Undefined where the pattern is none. */
export const regexpFunctions = {
  regexp_matches: fn([string, string], matches),
  regexp_replace: fn([string, string, string], replace),
  regexp_substr: fn([string, string], substr),
}
