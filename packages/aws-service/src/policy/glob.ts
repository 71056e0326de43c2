/** Stands in a glob for any text, the empty one included. */
export const anyText = Symbol('any text')
/** Stands in a glob for any one character (a UTF-16 code unit). */
export const anyCharacter = Symbol('any character')

/** A part of a glob: literal text, or one of the two wildcards. */
export type GlobPart = string | typeof anyText | typeof anyCharacter

/** The part of a glob between two `anyText`: literal text, where `undefined` stands for any one character. */
type Segment = string | readonly (string | undefined)[]

/**
 * Compiles a glob to a test of whole texts. The test never goes back beyond the last wildcard, so its time is at most proportional to the
 * length of the text times the length of the glob. A regular expression may take far longer on a text that an attacker chooses.
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
  if (last === undefined)
    return typeof first === 'string' ? (text) => text === first : (text) => text.length === first.length && standsAt(first, text, 0)
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

/** Finds the first occurrence of the segment between `from` and `end`; returns -1 where there is none. */
function find(segment: Segment, text: string, from: number, end: number): number {
  if (typeof segment === 'string') {
    const at = text.indexOf(segment, from)
    return at + segment.length <= end ? at : -1
  }
  for (let at = from; at + segment.length <= end; at++) if (standsAt(segment, text, at)) return at
  return -1
}
