import { parseClass } from './parse-class.ts'
import { createPatternCursor, type Flags, type PatternCursor } from './pattern-cursor.ts'
import { fold, isLineTerminator, not, range, single } from './character-set.ts'
import { parseEscapedSet, parseEscapedCode } from './parse-escape.ts'
import type { Assertion, ParsedPattern, Pattern, RepeatMode } from './pattern.ts'

const EMPTY: Pattern = { kind: 'sequence', parts: [] }
const MAX_REPEAT = 2 ** 31 - 1
const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  A: 'textStart', z: 'textEnd', Z: 'beforeFinalTerminator', b: 'wordBoundary', B: 'noWordBoundary', G: 'lastMatchEnd',
}
const FLAG_NAMES: Readonly<Record<string, keyof Flags | undefined>> = {
  i: 'ignoreCase', u: 'unicodeCase', s: 'dotAll', m: 'multiline', x: 'comments', d: 'unixLines',
}

/**
 * Parses the syntax of java.util.regex.Pattern. Throws PatternSyntaxError.
 *
 * @see https://docs.oracle.com/en/java/javase/11/docs/api/java.base/java/util/regex/Pattern.html
 */
export function parsePattern(source: string): ParsedPattern {
  const cursor = createPatternCursor(source)
  const pattern = parseAlternatives(cursor)
  if (!cursor.done()) cursor.fail("Unmatched closing ')'")
  return { pattern, groups: cursor.groups, names: cursor.names }
}

function parseAlternatives(cursor: PatternCursor): Pattern {
  return cursor.deeper(() => {
    // Flags set within a group end with it.
    const { flags } = cursor
    const options = [parseSequence(cursor)]
    while (cursor.take('|')) options.push(parseSequence(cursor))
    cursor.flags = flags
    return options.length === 1 ? (options[0] ?? EMPTY) : { kind: 'alternatives', options }
  })
}

function parseSequence(cursor: PatternCursor): Pattern {
  const parts: Pattern[] = []
  for (cursor.skipComments(); !cursor.done() && !cursor.isAt('|') && !cursor.isAt(')'); cursor.skipComments()) {
    // A quantifier behind a quotation is for its last character alone.
    const quoted = cursor.take('\\Q')
      ? Array.from(cursor.takeQuoted(), (character) => literal(character, cursor.flags))
      : [parseAtom(cursor)]
    const last = quoted.pop()
    parts.push(...quoted)
    if (last !== undefined) parts.push(parseRepeated(cursor, last))
  }
  return { kind: 'sequence', parts }
}

function parseRepeated(cursor: PatternCursor, part: Pattern): Pattern {
  cursor.skipComments()
  const [min, max] = parseQuantifier(cursor)
  if (min === undefined || max === undefined) return part
  const mode: RepeatMode = cursor.take('?') ? 'reluctant' : cursor.take('+') ? 'possessive' : 'greedy'
  return { kind: 'repeat', part, min, max, mode }
}

function parseQuantifier(cursor: PatternCursor): readonly [number, number] | readonly [] {
  if (cursor.take('*')) return [0, Infinity]
  if (cursor.take('+')) return [1, Infinity]
  if (cursor.take('?')) return [0, 1]
  return cursor.take('{') ? parseBounds(cursor) : []
}

function parseBounds(cursor: PatternCursor): [number, number] {
  const min = cursor.takeMatch(/\d+/y)
  if (min === undefined) return cursor.fail('Illegal repetition')
  const comma = cursor.take(',')
  const max = comma ? (cursor.takeMatch(/\d+/y) ?? Infinity) : min
  if (!cursor.take('}')) cursor.fail('Unclosed counted closure')
  const bounds: [number, number] = [Number(min), Number(max)]
  if (bounds[0] > MAX_REPEAT || bounds[1] < bounds[0] || (bounds[1] > MAX_REPEAT && bounds[1] !== Infinity))
    cursor.fail('Illegal repetition range')
  return bounds
}

function parseAtom(cursor: PatternCursor): Pattern {
  const { flags } = cursor
  if (cursor.take('(')) return parseGroup(cursor)
  if (cursor.take('[')) return { kind: 'set', has: parseClass(cursor) }
  if (cursor.take('\\')) return parseEscape(cursor)
  if (cursor.take('^')) return assertion(flags.multiline ? 'lineStart' : 'textStart', flags)
  if (cursor.take('$')) return assertion(flags.multiline ? 'lineEnd' : 'beforeFinalTerminator', flags)
  if (cursor.take('.'))
    return { kind: 'set', has: flags.dotAll ? range(0, 0x10ffff) : not(flags.unixLines ? range(10, 10) : isLineTerminator) }
  if (cursor.isAt('*') || cursor.isAt('+') || cursor.isAt('?')) cursor.fail('Dangling meta character')
  if (cursor.isAt('{')) cursor.fail('Illegal repetition')
  return { kind: 'set', has: single(cursor.nextCode(), flags) }
}

const assertion = (name: Assertion, { unixLines }: Flags): Pattern => ({ kind: 'assertion', assertion: name, unixLines })

function parseGroup(cursor: PatternCursor): Pattern {
  if (!cursor.take('?')) return capturing(cursor)
  if (cursor.take(':')) return closed(cursor)
  if (cursor.take('>')) return { kind: 'atomic', part: closed(cursor) }
  if (cursor.take('=')) return { kind: 'look', part: closed(cursor), behind: false, negative: false }
  if (cursor.take('!')) return { kind: 'look', part: closed(cursor), behind: false, negative: true }
  if (cursor.take('<')) {
    if (cursor.take('=')) return { kind: 'look', part: closed(cursor), behind: true, negative: false }
    if (cursor.take('!')) return { kind: 'look', part: closed(cursor), behind: true, negative: true }
    return capturing(cursor, groupName(cursor))
  }
  const outer = cursor.flags
  cursor.flags = parseFlags(cursor)
  if (cursor.take(')')) return EMPTY
  if (!cursor.take(':')) cursor.fail('Unknown inline modifier')
  const part = closed(cursor)
  cursor.flags = outer
  return part
}

function closed(cursor: PatternCursor): Pattern {
  const part = parseAlternatives(cursor)
  if (!cursor.take(')')) cursor.fail('Unclosed group')
  return part
}

function capturing(cursor: PatternCursor, name?: string): Pattern {
  cursor.groups += 1
  const index = cursor.groups
  if (name !== undefined) {
    if (cursor.names.has(name)) cursor.fail(`Named capturing group <${name}> is already defined`)
    cursor.names.set(name, index)
  }
  return { kind: 'group', part: closed(cursor), index }
}

function groupName(cursor: PatternCursor): string {
  const name = cursor.takeMatch(/[A-Za-z][A-Za-z0-9]*/y)
  if (name === undefined || !cursor.take('>')) return cursor.fail('Named capturing group is missing trailing ">"')
  return name
}

function parseFlags(cursor: PatternCursor): Flags {
  let { flags } = cursor
  let on = true
  for (;;) {
    if (cursor.take('-')) {
      on = false
      continue
    }
    const letter = cursor.takeMatch(/[A-Za-z]/y)
    if (letter === undefined) return flags
    const flag = FLAG_NAMES[letter]
    if (flag === undefined) cursor.fail('Unknown inline modifier')
    else flags = { ...flags, [flag]: on }
  }
}

function parseEscape(cursor: PatternCursor): Pattern {
  const { flags } = cursor
  const name = cursor.takeMatch(/[AzZbBG]/y)
  if (name !== undefined) return assertion(ASSERTIONS[name] ?? 'textEnd', flags)
  if (cursor.take('R')) return LINE_BREAK
  if (cursor.take('k')) return namedReference(cursor)
  const digit = cursor.takeMatch(/[1-9]/y)
  if (digit !== undefined) return backReference(cursor, digit)
  const set = parseEscapedSet(cursor)
  if (set !== undefined) return { kind: 'set', has: flags.ignoreCase ? fold(set, flags.unicodeCase) : set }
  return { kind: 'set', has: single(parseEscapedCode(cursor), flags) }
}

const literal = (character: string, flags: Flags): Pattern => ({ kind: 'set', has: single(character.codePointAt(0) ?? 0, flags) })

const LINE_BREAK: Pattern = {
  kind: 'alternatives',
  options: [
    { kind: 'sequence', parts: [{ kind: 'set', has: range(13, 13) }, { kind: 'set', has: range(10, 10) }] },
    { kind: 'set', has: (code) => (code >= 10 && code <= 13) || isLineTerminator(code) },
  ],
}

function namedReference(cursor: PatternCursor): Pattern {
  const name = cursor.take('<') ? groupName(cursor) : cursor.fail('\\k is not followed by "<"')
  const index = cursor.names.get(name)
  if (index === undefined) return cursor.fail(`Named capturing group <${name}> does not exist`)
  return { kind: 'backReference', index, ignoreCase: cursor.flags.ignoreCase }
}

/** Takes as many digits as name a group that is there. */
function backReference(cursor: PatternCursor, first: string): Pattern {
  let index = Number(first)
  for (let digit = cursor.peekMatch(/\d/y); digit !== undefined && index * 10 + Number(digit) <= cursor.groups; digit =
    cursor.peekMatch(/\d/y)) {
      index = index * 10 + Number(digit)
      cursor.nextCode()
    }
  return { kind: 'backReference', index, ignoreCase: cursor.flags.ignoreCase }
}
