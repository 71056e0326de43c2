import { type Budget, createMatcher, type Match } from './matcher.ts'
import { parsePattern } from './parse-pattern.ts'
import { PatternSyntaxError } from './pattern.ts'

export type { Budget }

const MAX_KEPT = 100

/** A regular expression with the meaning that java.util.regex gives it. */
export interface Regex {
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
  /** The matches from left to right, which do not overlap. */
  matches(text: string, budget: Budget): Generator<Match, void>
}

const kept = new Map<string, Regex | undefined>()

/** The regular expression that `source` writes, `undefined` when it writes none. */
export function regexOf(source: string): Regex | undefined {
  if (kept.has(source)) return kept.get(source)
  const regex = compileRegex(source)
  // Patterns can come from payloads: only so many are remembered.
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(source, regex)
  return regex
}

function compileRegex(source: string): Regex | undefined {
  try {
    const parsed = parsePattern(source)
    const search = createMatcher(parsed)
    return { groups: parsed.groups, names: parsed.names, matches: (text, budget) => allMatches(search, text, budget) }
  } catch (error) {
    if (error instanceof PatternSyntaxError) return undefined
    throw error
  }
}

function* allMatches(search: ReturnType<typeof createMatcher>, text: string, budget: Budget): Generator<Match, void> {
  let from = 0
  for (;;) {
    const match = from <= text.length ? search(text, from, budget) : undefined
    if (match === undefined) return
    yield match
    from = match.end > match.start ? match.end : match.end + 1
  }
}
