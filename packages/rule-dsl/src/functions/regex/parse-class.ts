import { both, either, fold, not, range, single } from './character-set.ts'
import { parseEscapedCode, parseEscapedSet } from './parse-escape.ts'
import type { CharacterSet } from './pattern.ts'
import type { PatternCursor } from './pattern-cursor.ts'

const NOTHING: CharacterSet = () => false

/** Parses `[…]` behind its bracket: members, ranges, unions by nesting, intersections by `&&`. */
export function parseClass(cursor: PatternCursor): CharacterSet {
  return cursor.deeper(() => {
    const negated = cursor.take('^')
    let intersection: CharacterSet | undefined
    let union: CharacterSet = NOTHING
    let empty = true
    for (;;) {
      cursor.skipComments()
      if (cursor.done()) return cursor.fail('Unclosed character class')
      if (cursor.take('&&')) {
        intersection = intersection === undefined ? union : both(intersection, union)
        union = NOTHING
        continue
      }
      // A bracket that would close an empty class is a member.
      if (!empty && cursor.take(']')) break
      union = either(union, parseMember(cursor))
      empty = false
    }
    const members = intersection === undefined ? union : both(intersection, union)
    return negated ? not(members) : members
  })
}

function parseMember(cursor: PatternCursor): CharacterSet {
  const { flags } = cursor
  if (cursor.take('[')) return parseClass(cursor)
  if (cursor.take('\\')) {
    if (cursor.take('Q')) return quotedSet(cursor)
    const set = parseEscapedSet(cursor)
    if (set !== undefined) return flags.ignoreCase ? fold(set, flags.unicodeCase) : set
    return parseRange(cursor, parseEscapedCode(cursor))
  }
  return parseRange(cursor, cursor.nextCode())
}

const quotedSet = (cursor: PatternCursor): CharacterSet =>
  Array.from(cursor.takeQuoted(), (character) => single(character.codePointAt(0) ?? 0, cursor.flags)).reduce(either, NOTHING)

function parseRange(cursor: PatternCursor, low: number): CharacterSet {
  const { flags } = cursor
  if (cursor.peekMatch(/-[^\][]/y) === undefined) return single(low, flags)
  cursor.take('-')
  const high = cursor.take('\\') ? parseEscapedCode(cursor) : cursor.nextCode()
  if (high < low) cursor.fail('Illegal character range')
  const set = range(low, high)
  return flags.ignoreCase ? fold(set, flags.unicodeCase) : set
}
