import { aggregationField } from '../../fleet-index/aggregation.ts'
import { readQuery } from '../../fleet-index/check-query.ts'
import type { FleetIndex } from '../../fleet-index/fleet-index.ts'

export interface AggregationRequest {
  readonly indexName?: string | undefined
  readonly queryString?: string | undefined
  readonly aggregationField?: string | undefined
  readonly queryVersion?: string | undefined
}

/** The documents that a request asks for, and the field that it aggregates. Throws for what can't be asked. */
export function aggregated(fleetIndex: FleetIndex, request: AggregationRequest) {
  const { indexName, queryString = '*', aggregationField: name, queryVersion } = request
  const index = fleetIndex.open(indexName)
  const query = readQuery(queryString, queryVersion)
  index.check(query)
  const field = aggregationField(index, fleetIndex.configuration.things, name)
  return { field, documents: () => index.documents.matching(query) }
}
