import { type CharacterSet, PatternSyntaxError } from './pattern.ts'

const codes = (text: string): CharacterSet => {
  const members = new Set(Array.from(text, (character) => character.codePointAt(0)))
  return (code) => members.has(code)
}
const unicode = (source: string): CharacterSet => {
  const pattern = new RegExp(`^${source}$`, 'u')
  return (code) => pattern.test(String.fromCodePoint(code))
}
export const range = (low: number, high: number): CharacterSet => (code) => code >= low && code <= high
export const not = (set: CharacterSet): CharacterSet => (code) => !set(code)
export const either = (a: CharacterSet, b: CharacterSet): CharacterSet => (code) => a(code) || b(code)
export const both = (a: CharacterSet, b: CharacterSet): CharacterSet => (code) => a(code) && b(code)

const isLower = range(97, 122)
const isUpper = range(65, 90)
const isDigit = range(48, 57)
const isAlpha = either(isLower, isUpper)
const isAlnum = either(isAlpha, isDigit)
const isGraph = range(33, 126)
const isSpace = codes(' \t\n\v\f\r')
const isHorizontal = codes(' \t\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000')
const isVertical = codes('\n\v\f\r\u0085\u2028\u2029')

export const isLineTerminator = codes('\n\r\u0085\u2028\u2029')
/** What `\b` stands between; other than `\w`, it knows the letters of all scripts. */
export const isWordPart = unicode('[\\p{L}\\p{Nd}_]')

/** The sets behind `\d` and its like, by their letter. */
export const escapedSets: ReadonlyMap<string, CharacterSet> = new Map([
  ['d', isDigit],
  ['s', isSpace],
  ['w', either(isAlnum, codes('_'))],
  ['h', isHorizontal],
  ['v', isVertical],
])

const POSIX: ReadonlyMap<string, CharacterSet> = new Map([
  ['Lower', isLower],
  ['Upper', isUpper],
  ['ASCII', range(0, 127)],
  ['Alpha', isAlpha],
  ['Digit', isDigit],
  ['Alnum', isAlnum],
  ['Punct', both(isGraph, not(isAlnum))],
  ['Graph', isGraph],
  ['Print', range(32, 126)],
  ['Blank', codes(' \t')],
  ['Cntrl', either(range(0, 31), range(127, 127))],
  ['XDigit', either(isDigit, either(range(97, 102), range(65, 70)))],
  ['Space', isSpace],
])

const unicodeSets = new Map<string, CharacterSet>()

/** The set that `\p{name}` stands for. Throws PatternSyntaxError for a name that is none. */
export function propertySet(name: string): CharacterSet {
  const known = POSIX.get(name) ?? unicodeSets.get(name)
  if (known !== undefined) return known
  for (const source of unicodeSources(name)) {
    try {
      const set = unicode(source)
      unicodeSets.set(name, set)
      return set
    } catch {
      continue
    }
  }
  throw new PatternSyntaxError(`Unknown character property {${name}}`)
}

/** How JavaScript may spell a property that Java calls `name`. */
function unicodeSources(name: string): string[] {
  const [, key, value] = /^(\w+)=(.*)$/.exec(name) ?? []
  if (key !== undefined) {
    if (/^(sc|script)$/i.test(key)) return [`\\p{Script=${value}}`]
    return /^(gc|general_category)$/i.test(key) ? [`\\p{${value}}`] : []
  }
  if (name.startsWith('Is')) return [`\\p{${name.slice(2)}}`, `\\p{Script=${name.slice(2)}}`]
  return name.length <= 2 ? [`\\p{${name}}`] : []
}

/** The set of one character; `ignoreCase` knows ASCII letters only, as Java does without its flag `u`. */
export function single(
  code: number, { ignoreCase, unicodeCase }: { readonly ignoreCase: boolean; readonly unicodeCase: boolean },
): CharacterSet {
  if (!ignoreCase) return (other) => other === code
  return fold((other) => other === code, unicodeCase)
}

/** The set widened by its members in the other case. */
export const fold = (set: CharacterSet, unicodeCase: boolean): CharacterSet => (code) => {
  if (set(code)) return true
  if (code < 128) return isAlpha(code) && set(code ^ 0x20)
  if (!unicodeCase) return false
  const character = String.fromCodePoint(code)
  return set(character.toLowerCase().codePointAt(0) ?? code) || set(character.toUpperCase().codePointAt(0) ?? code)
}
