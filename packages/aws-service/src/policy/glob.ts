/** Stands in a glob for any text, the empty one included. */
export const anyText = Symbol('any text')
/** Stands in a glob for any one character (a UTF-16 code unit). */
export const anyCharacter = Symbol('any character')

/** A part of a glob: text that stands for itself, or one of the two wildcards. */
export type GlobPart = string | typeof anyText | typeof anyCharacter

/** A piece of text without a wildcard for any text; an `undefined` in it is any one character. */
type Segment = string | readonly (string | undefined)[]

/**
 * A test of whole texts against a glob. It never goes back further than to the last wildcard, so that a text which somebody else
 * chooses costs at most its length times the glob's, where a regular expression may take a power of it.
 *
 * @example glob(['keg/', anyText, '/pours'])('keg/berlin/pours')  // true
 */
export function glob(parts: readonly GlobPart[], { ignoreCase = false } = {}): (text: string) => boolean {
  const test = compile(ignoreCase ? parts.map((part) => (typeof part === 'string' ? part.toLowerCase() : part)) : parts)
  return ignoreCase ? (text) => test(text.toLowerCase()) : test
}

function compile(parts: readonly GlobPart[]): (text: string) => boolean {
  const [first = '', ...others] = segmentsOf(parts)
  const last = others.pop()
  if (last === undefined) return typeof first === 'string' ? (text) => text === first : (text) => text.length === first.length && standsAt(first, text, 0)
  return (text) => {
    const end = text.length - last.length
    let from = first.length
    if (from > end || !standsAt(first, text, 0) || !standsAt(last, text, end)) return false
    // The leftmost place is enough: whatever follows a wildcard for any text can only gain by it.
    for (const segment of others) {
      const at = find(segment, text, from, end)
      if (at < 0) return false
      from = at + segment.length
    }
    return true
  }
}

function segmentsOf(parts: readonly GlobPart[]): Segment[] {
  const segments: (string | undefined)[][] = [[]]
  for (const part of parts) {
    if (part === anyText) segments.push([])
    else segments.at(-1)?.push(...(part === anyCharacter ? [undefined] : part.split('')))
  }
  return segments.map((characters) => (characters.includes(undefined) ? characters : characters.join('')))
}

function standsAt(segment: Segment, text: string, at: number): boolean {
  if (typeof segment === 'string') return text.startsWith(segment, at)
  return segment.every((character, index) => character === undefined || character === text[at + index])
}

/** The first place of the segment that begins at `from` or later and ends at `end` or earlier; -1 where there is none. */
function find(segment: Segment, text: string, from: number, end: number): number {
  if (typeof segment === 'string') {
    const at = text.indexOf(segment, from)
    return at + segment.length <= end ? at : -1
  }
  for (let at = from; at + segment.length <= end; at++) if (standsAt(segment, text, at)) return at
  return -1
}
