import { invalidQuery } from '../../errors/service-exception.ts'
import { parseGeoDistance } from './geo-distance.ts'
import {
  hasLeadingWildcard, termsOf, type Bound, type PatternPart, type Query, type QueryTerm, type TermTest,
} from './query.ts'
import { Scanner } from './scanner.ts'

/** query-syntax.html; the length is for queries with a leading wildcard. */
const MAX_TERMS = 12
const MAX_LEADING_WILDCARDS = 1
const MAX_LENGTH_WITH_LEADING_WILDCARD = 100
/** Parentheses in parentheses: far more than twelve terms need. */
const MAX_DEPTH = 50

/**
 * Reads a query of fleet indexing, version 2017-09-30. Terms side by side are joined by AND, which binds closer than OR. Throws an
 * `InvalidQueryException` that says what is wrong at which character, from 1 on.
 *
 * @example parseQuery('thingName:keg* NOT attributes.site:berlin')
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/query-syntax.html
 */
export function parseQuery(text: string): Query {
  const scanner = new Scanner(text)
  const query = readOr(scanner, undefined, 0)
  if (!scanner.isAtEnd) throw scanner.failure(`${scanner.next} is not expected`)
  checkLimits(query, text)
  return query
}

function checkLimits(query: Query, text: string): void {
  const terms = termsOf(query)
  if (terms.length > MAX_TERMS) throw invalidQuery(`Invalid query: it has ${terms.length} terms, and at most ${MAX_TERMS} are supported.`)
  const leading = terms.filter(hasLeadingWildcard).length
  if (leading > MAX_LEADING_WILDCARDS)
    throw invalidQuery(`Invalid query: ${leading} terms begin with a wildcard, and at most ${MAX_LEADING_WILDCARDS} is supported.`)
  if (leading > 0 && text.length > MAX_LENGTH_WITH_LEADING_WILDCARD) {
    throw invalidQuery(`Invalid query: with a leading wildcard it can have at most ${MAX_LENGTH_WITH_LEADING_WILDCARD} characters, and this one has ${text.length}.`)
  }
}

/** `field` is that of the field group around it. */
function readOr(scanner: Scanner, field: string | undefined, depth: number): Query {
  const parts = [readAnd(scanner, field, depth)]
  while (scanner.takeKeyword('OR')) parts.push(readAnd(scanner, field, depth))
  return joined('or', parts)
}

function readAnd(scanner: Scanner, field: string | undefined, depth: number): Query {
  const parts = [readNot(scanner, field, depth)]
  for (;;) {
    scanner.skipSpace()
    if (scanner.isAtEnd || scanner.next === ')' || isKeyword(scanner, 'OR')) return joined('and', parts)
    scanner.takeKeyword('AND')
    parts.push(readNot(scanner, field, depth))
  }
}

function readNot(scanner: Scanner, field: string | undefined, depth: number): Query {
  scanner.skipSpace()
  if (depth > MAX_DEPTH) throw scanner.failure('it is nested too deep')
  if (scanner.takeKeyword('NOT') || scanner.take('-')) return { kind: 'not', part: readNot(scanner, field, depth + 1) }
  return scanner.next === '(' ? readGroup(scanner, field, depth + 1) : readTerm(scanner, field, depth)
}

function readGroup(scanner: Scanner, field: string | undefined, depth: number): Query {
  const from = scanner.at
  scanner.at++
  const query = readOr(scanner, field, depth)
  scanner.skipSpace()
  if (!scanner.take(')')) throw scanner.failure('a parenthesis is not closed', from)
  return query
}

function readTerm(scanner: Scanner, field: string | undefined, depth: number): Query {
  const from = scanner.at
  if (scanner.next === '[' || scanner.next === '{') {
    if (field === undefined) throw scanner.failure('a range needs a field, as in name:[1 TO 5]')
    return term(field, readRange(scanner))
  }
  if (scanner.next === '"') return term(field, { kind: 'phrase', text: scanner.quoted() })
  if (['AND', 'OR', 'TO'].some((keyword) => isKeyword(scanner, keyword))) throw scanner.failure('a term is missing before the operator')
  if (field !== undefined && isGeo(scanner)) return term(field, parseGeoDistance(scanner))
  const word = scanner.word()
  if (word.length === 0) throw scanner.failure(scanner.isAtEnd ? 'a term is missing at the end' : `${scanner.next} is not expected`)
  const end = scanner.at
  scanner.skipSpace()
  if (!/[:<>]/.test(scanner.next) || scanner.isAtEnd) {
    scanner.at = end
    return term(field, wordTest(word))
  }
  if (field !== undefined) throw scanner.failure(`a field in the group of the field ${field}`, from)
  return readField(scanner, fieldName(scanner, word, from), depth)
}

/** What comes after the name of a field. */
function readField(scanner: Scanner, field: string, depth: number): Query {
  if (!scanner.take(':')) return term(field, readComparison(scanner))
  scanner.skipSpace()
  if (scanner.next === '(') return readGroup(scanner, field, depth + 1)
  if (scanner.next === '[' || scanner.next === '{') return term(field, readRange(scanner))
  if (scanner.next === '"') return term(field, { kind: 'phrase', text: scanner.quoted() })
  if (isGeo(scanner)) return term(field, parseGeoDistance(scanner))
  const word = scanner.word()
  if (word.length === 0) throw scanner.failure(`the field ${field} has no value`)
  return term(field, wordTest(word))
}

function readComparison(scanner: Scanner): TermTest {
  const isLess = scanner.next === '<'
  scanner.at++
  const isInclusive = scanner.take('=')
  scanner.skipSpace()
  const bound = readBound(scanner, isInclusive, () => {
    const [part, ...more] = scanner.word()
    if (part === undefined || more.length > 0 || !('text' in part)) throw scanner.failure('a comparison needs a value without wildcards')
    return part.text
  })
  return isLess ? { kind: 'range', to: bound } : { kind: 'range', from: bound }
}

function readRange(scanner: Scanner): TermTest {
  const start = scanner.at
  const fromInclusive = scanner.next === '['
  scanner.at++
  scanner.skipSpace()
  const from = readBound(scanner, fromInclusive, () => scanner.bound())
  scanner.skipSpace()
  if (!scanner.takeKeyword('TO')) throw scanner.failure('a range is written [from TO to]', start)
  scanner.skipSpace()
  const to = readBound(scanner, true, () => scanner.bound())
  scanner.skipSpace()
  const toInclusive = scanner.next === ']'
  if (!scanner.take(']') && !scanner.take('}')) throw scanner.failure('a range is not closed', start)
  const test = { ...(isOpen(from) ? {} : { from }), ...(isOpen(to) ? {} : { to: { ...to, isInclusive: toInclusive } }) }
  return 'from' in test || 'to' in test ? { kind: 'range', ...test } : { kind: 'exists' }
}

const isOpen = ({ value, isQuoted }: Bound) => value === '*' && !isQuoted

function readBound(scanner: Scanner, isInclusive: boolean, unquoted: () => string): Bound {
  if (scanner.next === '"') return { value: scanner.quoted(), isQuoted: true, isInclusive }
  const value = unquoted()
  if (value === '') throw scanner.failure('a bound is missing')
  return { value, isQuoted: false, isInclusive }
}

function fieldName(scanner: Scanner, word: readonly PatternPart[], from: number): string {
  const [part, ...more] = word
  if (part === undefined || more.length > 0 || !('text' in part)) throw scanner.failure('the name of a field has no wildcards', from)
  return part.text
}

function wordTest(parts: readonly PatternPart[]): TermTest {
  const [first] = parts
  if (parts.length > 1 || first === undefined || 'one' in first) return { kind: 'pattern', parts }
  return 'text' in first ? { kind: 'word', text: first.text } : { kind: 'exists' }
}

const term = (field: string | undefined, test: TermTest): QueryTerm => ({ kind: 'term', field, test })

const isGeo = (scanner: Scanner) => scanner.text.startsWith('geo_distance,', scanner.at)

function isKeyword(scanner: Scanner, keyword: string): boolean {
  const { at } = scanner
  const is = scanner.takeKeyword(keyword)
  scanner.at = at
  return is
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind, parts }
}
