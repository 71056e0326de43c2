import { checkThingQuery } from '../../fleet-index/check-query.ts'
import { parseQuery } from '../../fleet-index/query/parse-query.ts'
import { invalidRequest, ServiceException } from '../../errors/service-exception.ts'
import type { IotState } from '../../state/iot-state.ts'
import { checkGroupIndexing, checkThingIndexing } from '../../fleet-index/check-configuration.ts'
import { NOTHING_INDEXED, sourcesOf, type ThingIndexing } from '../../fleet-index/indexing-configuration.ts'
import type { ThingIndexingConfiguration } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'

// What is left out of a configuration is off or empty; a whole configuration that is left out stays.
export const updateIndexingConfiguration = operation('UpdateIndexingConfiguration', (input, { fleetIndex, state }) => {
  const current = fleetIndex.configuration
  const things = input.thingIndexingConfiguration
  const groups = input.thingGroupIndexingConfiguration
  const nextThings = things === undefined ? current.things : completed(things, current.things)
  checkThingIndexing(nextThings, things?.managedFields)
  const { managedFields: managedOfGroups, ...nextGroups } = groups ?? { ...current.groups, managedFields: undefined }
  checkGroupIndexing(nextGroups, managedOfGroups)
  checkDependents(state, nextThings)
  fleetIndex.configure({ things: nextThings, groups: nextGroups })
  return {}
})

/** fleet-indexing-troubleshooting.html: what groups and metrics look at stays indexed. */
function checkDependents({ thingGroups }: IotState, next: ThingIndexing): void {
  for (const { thingGroupName, dynamic } of thingGroups.values()) {
    const fault = dynamic === undefined ? undefined : whyNotAnswered(dynamic.queryString, next)
    if (fault !== undefined) throw invalidRequest(`The dynamic thing group ${thingGroupName} would have no answer: ${fault}`)
  }
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

function completed({ managedFields: _, ...asked }: ThingIndexingConfiguration, current: ThingIndexing): ThingIndexing {
  const next = { ...NOTHING_INDEXED.things, ...asked }
  // "If a connectivity filter is not configured, the previous value is preserved": managing-index.html.
  const kept = current.filter?.connectivity
  if (!sourcesOf(next).connectivity || kept === undefined || next.filter?.connectivity?.includeSocketInformation !== undefined) return next
  return { ...next, filter: { ...next.filter, connectivity: kept } }
}
