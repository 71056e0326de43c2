import { readQuery } from '../../fleet-index/check-query.ts'
import { groupAnswer } from '../../fleet-index/group-document.ts'
import { THINGS } from '../../fleet-index/indexing-configuration.ts'
import { thingAnswer } from '../../fleet-index/thing-document.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { keyOfToken, tokenOfKey } from '../page.ts'

/** "This maximum number cannot exceed 100": API_SearchIndex.html. */
const MAX_RESULTS = 100

export const searchIndex = operation('SearchIndex', (input, { fleetIndex, state }) => {
  const { indexName, queryString, queryVersion, nextToken, maxResults = MAX_RESULTS } = input
  if (maxResults > MAX_RESULTS) throw invalidRequest(`maxResults can be at most ${MAX_RESULTS}.`)
  const { name, documents, check } = fleetIndex.open(indexName)
  const query = readQuery(queryString, queryVersion)
  check(query)
  const after = nextToken === undefined ? undefined : keyOfToken(nextToken)
  const found = documents.matching(query, { after, most: maxResults + 1 })
  const names = found.slice(0, maxResults).map((document) => document.name)
  const last = names.at(-1)
  const next = found.length > maxResults && last !== undefined ? tokenOfKey(last) : undefined
  return name === THINGS
    ? { nextToken: next, things: names.map((thing) => thingAnswer(thing, fleetIndex.sources, fleetIndex.configuration.things)) }
    : { nextToken: next, thingGroups: names.map((group) => groupAnswer(group, state)) }
})
