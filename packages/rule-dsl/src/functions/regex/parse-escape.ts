import { escapedSets, not, propertySet } from './character-set.ts'
import type { CharacterSet } from './pattern.ts'
import type { PatternCursor } from './pattern-cursor.ts'

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 }

/** The set that stands behind a backslash: `\d`, `\P{Lu}`; `undefined` where a single character does. */
export function parseEscapedSet(cursor: PatternCursor): CharacterSet | undefined {
  const property = cursor.takeMatch(/[pP]/y)
  if (property !== undefined) {
    const name = cursor.takeMatch(/[A-Za-z]|\{[^}]*\}/y) ?? cursor.fail('Unknown character property')
    const set = propertySet(name.replace(/^\{|\}$/g, ''))
    return property === 'p' ? set : not(set)
  }
  const letter = cursor.takeMatch(/[dDsSwWhHvV]/y)
  if (letter === undefined) return undefined
  const set = escapedSets.get(letter.toLowerCase()) ?? cursor.fail('Illegal escape sequence')
  return letter === letter.toLowerCase() ? set : not(set)
}

/** The code point of the character that stands behind a backslash. */
export function parseEscapedCode(cursor: PatternCursor): number {
  const control = cursor.takeMatch(/[tnrfae]/y)
  if (control !== undefined) return CONTROLS[control] ?? 0
  if (cursor.take('0'))
    return Number.parseInt(cursor.takeMatch(/[0-3][0-7]{2}|[0-7]{1,2}/y) ?? cursor.fail('Illegal octal escape sequence'), 8)
  if (cursor.take('x')) return parseHex(cursor.takeMatch(/[0-9A-Fa-f]{2}|\{[0-9A-Fa-f]{1,6}\}/y), cursor)
  if (cursor.take('u')) return parseSurrogates(cursor)
  if (cursor.take('c')) return cursor.nextCode() ^ 64
  if (cursor.peekMatch(/[A-Za-z0-9]/y) !== undefined) cursor.fail('Illegal or unsupported escape sequence')
  return cursor.nextCode()
}

function parseHex(text: string | undefined, cursor: PatternCursor): number {
  const code = Number.parseInt(text?.replace(/[{}]/g, '') ?? cursor.fail('Illegal hexadecimal escape sequence'), 16)
  return code > 0x10ffff ? cursor.fail('Hexadecimal codepoint is too big') : code
}

/** Two `\u` escapes of a surrogate pair are one character. */
function parseSurrogates(cursor: PatternCursor): number {
  const high = Number.parseInt(cursor.takeMatch(/[0-9A-Fa-f]{4}/y) ?? cursor.fail('Illegal Unicode escape sequence'), 16)
  const low = high >= 0xd800 && high < 0xdc00 ? cursor.takeMatch(/\\u[dD][c-fC-F][0-9A-Fa-f]{2}/y) : undefined
  return low === undefined ? high : String.fromCharCode(high, Number.parseInt(low.slice(2), 16)).codePointAt(0) ?? high
}
