import { invalidQuery, invalidRequest } from '../errors/service-exception.ts'
import { isUnsearchable, whyNotIndexed } from './field-source.ts'
import { QUERY_VERSION, type ThingIndexing } from './indexing-configuration.ts'
import { parseQuery } from './query/parse-query.ts'
import { termsOf, type Query, type QueryTerm } from './query/query.ts'

/** Throws for a query that the index of things can't answer as it is configured. */
export function checkThingQuery(query: Query, things: ThingIndexing): void {
  const fault = termsOf(query).map((term) => faultOf(term, things)).find((one) => one !== undefined)
  if (fault !== undefined) throw invalidQuery(`Invalid query: ${fault}.`)
}

function faultOf({ field, test }: QueryTerm, things: ThingIndexing): string | undefined {
  if (field === undefined) return undefined
  const why = whyNotIndexed(field, things)
  if (why !== undefined) return `the field ${field} can't be searched for, since ${why}`
  if (isUnsearchable(field)) return `the field ${field} can't be searched for`
  // "inViolation:false is not a valid query": example-queries.html.
  if (/^deviceDefender\..*\.inViolation$/.test(field) && test.kind === 'word' && test.text === 'false') return `${field} is true or not there`
  const isGeo = things.filter?.geoLocations?.some(({ name }) => name === field) ?? false
  if (test.kind === 'geoDistance' && !isGeo) return `the field ${field} is not among the geoLocations that are indexed`
  return undefined
}

/** Reads a query of a request. */
export function readQuery(queryString: string, queryVersion: string | undefined): Query {
  if (queryVersion !== undefined && queryVersion !== QUERY_VERSION)
    throw invalidRequest(`Invalid query version ${queryVersion}; there is ${QUERY_VERSION} alone.`)
  return parseQuery(queryString)
}
