import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { findDynamicGroup } from './find-thing-group.ts'
import { removeGroup } from './remove-group.ts'

// As with static groups, deleting one that is not there succeeds.
export const deleteDynamicThingGroup = operation('DeleteDynamicThingGroup', ({ thingGroupName, expectedVersion }, { state, jobs }) => {
  if (!state.thingGroups.has(thingGroupName)) return {}
  checkVersion(`thing group ${thingGroupName}`, findDynamicGroup(state, thingGroupName), expectedVersion)
  removeGroup(state, jobs, thingGroupName)
  return {}
})
