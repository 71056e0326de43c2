import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { childrenOf } from '../../state/thing-group-hierarchy.ts'
import { removeGroup } from './remove-group.ts'

// The model lists no ResourceNotFoundException: deleting a group that is not there succeeds.
export const deleteThingGroup = operation('DeleteThingGroup', ({ thingGroupName, expectedVersion }, { state, jobs }) => {
  const group = state.thingGroups.get(thingGroupName)
  if (group === undefined) return {}
  if (group.dynamic !== undefined) throw invalidRequest(`Thing group ${thingGroupName} is dynamic: DeleteDynamicThingGroup deletes it.`)
  checkVersion(`thing group ${thingGroupName}`, group, expectedVersion)
  if (childrenOf(state, thingGroupName).length > 0) {
    throw invalidRequest(`Cannot delete thing group : ${thingGroupName} when there are still child groups attached to it.`)
  }
  removeGroup(state, jobs, thingGroupName)
  return {}
})
