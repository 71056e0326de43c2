import { checkGroupIndexing, checkThingIndexing } from '../../fleet-index/check-configuration.ts'
import { NOTHING_INDEXED, sourcesOf, type ThingIndexing } from '../../fleet-index/indexing-configuration.ts'
import type { ThingIndexingConfiguration } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { checkDependents } from './check-dependents.ts'

// What is left out of a configuration is off or empty; a whole configuration that is left out stays.
export const updateIndexingConfiguration = operation('UpdateIndexingConfiguration', (input, { fleetIndex, state }) => {
  const current = fleetIndex.configuration
  const things = input.thingIndexingConfiguration
  const groups = input.thingGroupIndexingConfiguration
  const nextThings = things === undefined ? current.things : completed(things, current.things)
  checkThingIndexing(nextThings, things?.managedFields)
  const { managedFields: managedOfGroups, ...nextGroups } = groups ?? { ...current.groups, managedFields: undefined }
  checkGroupIndexing(nextGroups, managedOfGroups)
  checkDependents(state, { things: nextThings, groups: nextGroups })
  fleetIndex.configure({ things: nextThings, groups: nextGroups })
  return {}
})

function completed({ managedFields: _, ...asked }: ThingIndexingConfiguration, current: ThingIndexing): ThingIndexing {
  const next = { ...NOTHING_INDEXED.things, ...asked }
  // "If a connectivity filter is not configured, the previous value is preserved": managing-index.html.
  const kept = current.filter?.connectivity
  if (!sourcesOf(next).connectivity || kept === undefined || next.filter?.connectivity?.includeSocketInformation !== undefined) return next
  return { ...next, filter: { ...next.filter, connectivity: kept } }
}
