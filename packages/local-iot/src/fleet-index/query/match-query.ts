import { distanceMeters } from '../document/geo-point.ts'
import { numberIn, wordsIn, type IndexedDocument, type IndexedValue } from '../document/indexed-document.ts'
import { DISTANCE_UNITS, type Bound, type GeoDistance, type PatternPart, type Query, type QueryTerm, type TermTest } from './query.ts'

export type Matcher = (document: IndexedDocument) => boolean
type ValueTest = (value: IndexedValue) => boolean

/** Makes a function of a query that says whether a document is meant. */
export function compileQuery(query: Query): Matcher {
  if (query.kind === 'term') return compileTerm(query)
  if (query.kind === 'not') {
    const part = compileQuery(query.part)
    return (document) => !part(document)
  }
  const parts = query.parts.map(compileQuery)
  return query.kind === 'and'
    ? (document) => parts.every((part) => part(document))
    : (document) => parts.some((part) => part(document))
}

/** The same for one term of it. */
export function compileTerm({ field, test }: QueryTerm): Matcher {
  if (test.kind === 'geoDistance') return pointTest(field ?? '', test)
  if (test.kind === 'exists') return field === undefined ? () => true : exists(searchedName(field))
  const matches = valueTest(test)
  if (field === undefined) return (document) => anyField(document, matches)
  const name = searchedName(field)
  return ({ fields }) => fields.get(name)?.some(matches) ?? false
}

/** The values that a term looks at; none where it looks at all fields. */
export function valuesOf({ fields }: IndexedDocument, { field }: QueryTerm): readonly IndexedValue[] | undefined {
  return field === undefined ? undefined : fields.get(searchedName(field))
}

/** The name of a field in documents: some have two in queries. */
export const searchedName = (field: string): string => field.replace(/^registry\.(?=thing(?:TypeName|GroupNames)$)/, '')

const exists = (name: string): Matcher => ({ fields }) => fields.has(name)

/** "All the registry, Device Shadow, and Device Defender fields": query-syntax.html. */
export const isSearchedForAll = (name: string): boolean => !name.startsWith('connectivity.')

function anyField({ fields }: IndexedDocument, matches: ValueTest): boolean {
  for (const [name, values] of fields) {
    if (isSearchedForAll(name) && values.some(matches)) return true
  }
  return false
}

/** Whether a field is within a distance. */
export function pointTest(field: string, { latitude, longitude, radius, unit }: GeoDistance): Matcher {
  const meters = radius * DISTANCE_UNITS[unit]
  return ({ points }) => {
    const point = points.get(field)
    return point !== undefined && distanceMeters(point, { latitude, longitude }) <= meters
  }
}

/** Whether one value is what a term wants. */
export function valueTest(test: Exclude<TermTest, GeoDistance | { readonly kind: 'exists' }>): ValueTest {
  switch (test.kind) {
    case 'word': return wordTest(test.text)
    case 'phrase': return phraseTest(wordsIn(test.text))
    case 'pattern': return patternTest(test.parts)
    default: return rangeTest(test.from, test.to)
  }
}

function wordTest(text: string): ValueTest {
  const words = phraseTest(wordsIn(text))
  const number = numberIn(text)
  return number === undefined ? words : (value) => value.number === number || words(value)
}

/** These words, one after the other. */
function phraseTest(words: readonly string[]): ValueTest {
  const [first = ''] = words
  if (words.length < 2) return (value) => value.words.includes(first)
  return (value) => value.words.some((_, start) => words.every((word, index) => value.words[start + index] === word))
}

function patternTest(parts: readonly PatternPart[]): ValueTest {
  const [prefix, ...rest] = parts
  // The usual one: text and `*` after it.
  if (prefix !== undefined && 'text' in prefix && rest.length === 1 && rest[0] !== undefined && 'any' in rest[0]) {
    const text = prefix.text.toLowerCase()
    return ({ words }) => words.some((word) => word.startsWith(text))
  }
  // A run of `*` is one: else a word would be tried in too many ways.
  const kept = parts.filter((part, index) => !('any' in part && 'any' in (parts[index - 1] ?? {})))
  return ({ words }) => words.some((word) => matchesPattern(kept, word))
}

/** Each character of the word is looked at once for each `*` at most. */
function matchesPattern(parts: readonly PatternPart[], word: string): boolean {
  let [part, at] = [0, 0]
  let [star, starAt] = [-1, 0]
  while (part < parts.length || at < word.length) {
    const next = parts[part]
    if (next !== undefined && 'any' in next) {
      [star, starAt] = [part, at]
      part++
      continue
    }
    const length = next === undefined ? 0 : 'one' in next ? 1 : next.text.length
    if (next !== undefined && at + length <= word.length && ('one' in next || word.startsWith(next.text.toLowerCase(), at))) {
      part++
      at += length
    } else if (star >= 0 && starAt < word.length) {
      starAt++
      part = star + 1
      at = starAt
    } else return false
  }
  return true
}

/** Numbers where both bounds are, texts else. */
function rangeTest(from: Bound | undefined, to: Bound | undefined): ValueTest {
  const bounds = [from, to].filter((bound) => bound !== undefined)
  if (bounds.every(({ value, isQuoted }) => !isQuoted && numberIn(value) !== undefined)) {
    const within = between(from && { ...from, at: Number(from.value) }, to && { ...to, at: Number(to.value) })
    return ({ number }) => number !== undefined && within(number)
  }
  const within = between(from && { ...from, at: from.value.toLowerCase() }, to && { ...to, at: to.value.toLowerCase() })
  return ({ words }) => words.some(within)
}

interface Edge<At> {
  readonly at: At
  readonly isInclusive: boolean
}

const between = <At extends number | string>(from: Edge<At> | undefined, to: Edge<At> | undefined) => (value: At): boolean =>
  (from === undefined || value > from.at || (from.isInclusive && value === from.at))
  && (to === undefined || value < to.at || (to.isInclusive && value === to.at))
