import { createMatcher, type Match } from './matcher.ts'
import { parsePattern } from './parse-pattern.ts'
import { PatternSyntaxError } from './pattern.ts'

const MAX_KEPT = 100

/** A regular expression with the meaning that java.util.regex gives it. */
export interface Regex {
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
  /** The matches from left to right, which do not overlap. */
  matches(text: string): Generator<Match, void>
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
    return { groups: parsed.groups, names: parsed.names, matches: (text) => allMatches(search, text) }
  } catch (error) {
    if (error instanceof PatternSyntaxError) return undefined
    throw error
  }
}

function* allMatches(search: ReturnType<typeof createMatcher>, text: string): Generator<Match, void> {
  const budget = { steps: 0 }
  let from = 0
  for (;;) {
    const match = from <= text.length ? search(text, from, budget) : undefined
    if (match === undefined) return
    yield match
    from = match.end > match.start ? match.end : match.end + 1
  }
}

/** What stands for one match in `replacement`: `$n` and `${name}` are groups, `\` takes the next character as it is. `undefined` where Java throws. */
export function expand(replacement: string, { groups: texts }: Match, { groups, names }: Regex): string | undefined {
  const parts: string[] = []
  for (let at = 0; at < replacement.length; ) {
    const character = replacement[at] ?? ''
    if (character === '\\') {
      const literal = replacement[at + 1]
      if (literal === undefined) return undefined
      parts.push(literal)
      at += 2
    } else if (character === '$') {
      const reference = referenceAt(replacement, at, groups, names)
      if (reference === undefined) return undefined
      parts.push(texts[reference.group] ?? '')
      at = reference.end
    } else {
      parts.push(character)
      at += 1
    }
  }
  return parts.join('')
}

function referenceAt(text: string, at: number, groups: number, names: ReadonlyMap<string, number>): { group: number; end: number } | undefined {
  const name = /^\$\{([A-Za-z][A-Za-z0-9]*)\}/.exec(text.slice(at))
  if (name !== null) {
    const group = names.get(name[1] ?? '')
    return group === undefined ? undefined : { group, end: at + name[0].length }
  }
  const digits = /^\$(\d+)/.exec(text.slice(at))?.[1]
  if (digits === undefined) return undefined
  // The first digit is a group; more are taken as long as such a group is there.
  let length = 1
  while (length < digits.length && Number(digits.slice(0, length + 1)) <= groups) length += 1
  const group = Number(digits.slice(0, length))
  return group > groups ? undefined : { group, end: at + 1 + length }
}
