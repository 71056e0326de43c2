import { checkThingQuery } from '../../fleet-index/check-query.ts'
import { THINGS, type IndexingConfiguration, type ThingIndexing } from '../../fleet-index/indexing-configuration.ts'
import { fieldNamed, managedFields, THING_GROUP_FIELDS } from '../../fleet-index/managed-fields.ts'
import { parseQuery } from '../../fleet-index/query/parse-query.ts'
import { invalidRequest, ServiceException } from '../../errors/service-exception.ts'
import type { IotState } from '../../state/iot-state.ts'

/** Throws where a group or metric would look at what is not indexed any more: fleet-indexing-troubleshooting.html. */
export function checkDependents({ thingGroups, fleetMetrics }: IotState, next: IndexingConfiguration): void {
  for (const { thingGroupName, dynamic } of thingGroups.values()) {
    const fault = dynamic === undefined ? undefined : whyNotAnswered(dynamic.queryString, next.things)
    if (fault !== undefined) throw invalidRequest(`The dynamic thing group ${thingGroupName} would have no answer: ${fault}`)
  }
  for (const { metricName, indexName, queryString, aggregationField } of fleetMetrics.values()) {
    const fault = indexName === THINGS ? whyNotAnswered(queryString, next.things) : undefined
    if (fault !== undefined) throw invalidRequest(`The fleet metric ${metricName} would have no answer: ${fault}`)
    if (!hasField(next, indexName, aggregationField))
      throw invalidRequest(`The fleet metric ${metricName} would have no answer: ${aggregationField} is not indexed.`)
  }
}

function hasField({ things, groups }: IndexingConfiguration, indexName: string, field: string): boolean {
  const managed = indexName === THINGS ? managedFields(things) : THING_GROUP_FIELDS
  const { customFields = [] } = indexName === THINGS ? things : groups
  const isOn = indexName === THINGS || groups.thingGroupIndexingMode === 'ON'
  return isOn && (fieldNamed(managed, field) !== undefined || customFields.some(({ name }) => name === field))
}

function whyNotAnswered(queryString: string, things: ThingIndexing): string | undefined {
  if (things.thingIndexingMode === 'OFF') return 'thingIndexingMode is OFF.'
  try {
    checkThingQuery(parseQuery(queryString), things)
    return undefined
  } catch (error) {
    if (error instanceof ServiceException) return error.message
    throw error
  }
}
