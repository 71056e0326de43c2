import type { Bound, PatternPart, Query, QueryTerm } from './query.ts'

/** What has a meaning in a query, and so gets a `\` before it. */
const SPECIAL = /[\s()[\]{}:<>="\\*?`@#%/';,^~&|!+]/g

/** Writes a query as `parseQuery` reads it. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'term': return printTerm(query)
    case 'not': return `NOT ${grouped(query.part)}`
    default: return query.parts.map(grouped).join(query.kind === 'and' ? ' AND ' : ' OR ')
  }
}

function printTerm({ field, test }: QueryTerm): string {
  const name = field === undefined ? '' : `${escaped(field)}:`
  switch (test.kind) {
    case 'word': return `${name}${escaped(test.text)}`
    case 'phrase': return `${name}${quoted(test.text)}`
    case 'pattern': return `${name}${test.parts.map(printPart).join('')}`
    case 'exists': return `${name}*`
    case 'geoDistance': return `${name}geo_distance,${test.latitude},${test.longitude},${test.radius}${test.unit}`
    default: return `${escaped(field ?? '')}${printRange(test.from, test.to)}`
  }
}

function printRange(from: Bound | undefined, to: Bound | undefined): string {
  if (from === undefined) return `<${to?.isInclusive === true ? '=' : ''}${printBound(to)}`
  if (to === undefined) return `>${from.isInclusive ? '=' : ''}${printBound(from)}`
  return `:${from.isInclusive ? '[' : '{'}${printBound(from)} TO ${printBound(to)}${to.isInclusive ? ']' : '}'}`
}

const printBound = (bound: Bound | undefined) =>
  (bound === undefined ? '*' : bound.isQuoted ? quoted(bound.value) : escaped(bound.value))

const printPart = (part: PatternPart) => ('text' in part ? escaped(part.text) : 'any' in part ? '*' : '?')

const grouped = (query: Query) => (query.kind === 'and' || query.kind === 'or' ? `(${printQuery(query)})` : printQuery(query))

/** A leading hyphen and a keyword would be operators. */
const escaped = (text: string) => text.replace(SPECIAL, '\\$&').replace(/^(?:-|(?=(?:AND|OR|NOT|TO)$))/, '\\$&')

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
