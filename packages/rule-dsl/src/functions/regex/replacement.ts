import { checkMade } from '../../value/size.ts'
import type { Match } from './matcher.ts'
import type { Regex } from './regex.ts'

/** A text, or the number of a group. */
type Part = string | number

const NAMED = /\$\{([A-Za-z][A-Za-z0-9]*)\}/y
const NUMBERED = /\$(\d+)/y

/**
 * What stands for a match: `$n` and `${name}` are groups, `\` takes the next character as it is. Read once for all matches.
 * `undefined` where Java throws.
 */
export function replacementOf(replacement: string, regex: Regex): ((match: Match) => string) | undefined {
  const parts = partsOf(replacement, regex)
  if (parts === undefined) return undefined
  return ({ groups }) => {
    let text = ''
    for (const part of parts) {
      text += typeof part === 'string' ? part : (groups[part] ?? '')
      checkMade(text.length)
    }
    return text
  }
}

function partsOf(replacement: string, regex: Regex): readonly Part[] | undefined {
  const parts: Part[] = []
  for (let at = 0; at < replacement.length; ) {
    const end = endOfPlain(replacement, at)
    if (end > at) parts.push(replacement.slice(at, end))
    at = end
    if (replacement[at] === '\\') {
      const literal = replacement[at + 1]
      if (literal === undefined) return undefined
      parts.push(literal)
      at += 2
    } else if (replacement[at] === '$') {
      const reference = referenceAt(replacement, at, regex)
      if (reference === undefined) return undefined
      parts.push(reference.group)
      at = reference.end
    }
  }
  return parts
}

function endOfPlain(text: string, at: number): number {
  let end = at
  while (end < text.length && text[end] !== '\\' && text[end] !== '$') end += 1
  return end
}

function referenceAt(text: string, at: number, { groups, names }: Regex): { group: number; end: number } | undefined {
  const name = matchAt(NAMED, text, at)
  if (name !== undefined) {
    const group = names.get(name)
    return group === undefined ? undefined : { group, end: NAMED.lastIndex }
  }
  const digits = matchAt(NUMBERED, text, at)
  if (digits === undefined) return undefined
  // The first digit is a group; more are taken as long as such a group is there.
  let length = 1
  while (length < digits.length && Number(digits.slice(0, length + 1)) <= groups) length += 1
  const group = Number(digits.slice(0, length))
  return group > groups ? undefined : { group, end: at + 1 + length }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[1]
}
