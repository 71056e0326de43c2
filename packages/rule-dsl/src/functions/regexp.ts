import { expand, regexOf } from './regex/regex.ts'
import { fn, string } from './signature.ts'

const firstMatch = (text: string, pattern: string) => regexOf(pattern)?.matches(text).next().value

function matches(text: string, pattern: string): boolean | undefined {
  const regex = regexOf(pattern)
  return regex === undefined ? undefined : regex.matches(text).next().done !== true
}

function replace(text: string, pattern: string, replacement: string): string | undefined {
  const regex = regexOf(pattern)
  if (regex === undefined) return undefined
  const parts: string[] = []
  let from = 0
  for (const match of regex.matches(text)) {
    const by = expand(replacement, match, regex)
    if (by === undefined) return undefined
    parts.push(text.slice(from, match.start), by)
    from = match.end
  }
  return parts.join('') + text.slice(from)
}

/** The regular expressions of java.util.regex; Undefined where the pattern is none. */
export const regexpFunctions = {
  regexp_matches: fn([string, string], matches),
  regexp_replace: fn([string, string, string], replace),
  regexp_substr: fn([string, string], (text, pattern) => firstMatch(text, pattern)?.groups[0]),
}
