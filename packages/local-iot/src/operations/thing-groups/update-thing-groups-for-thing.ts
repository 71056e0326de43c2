import { operation } from '../operation.ts'
import { findThingAndGroup } from './find-thing-group.ts'
import { checkGroups } from './membership.ts'

// All or nothing: what is to be removed goes first, then the result is checked.
export const updateThingGroupsForThing = operation('UpdateThingGroupsForThing', (input, { state }) => {
  const { thingName = '', thingGroupsToAdd = [], thingGroupsToRemove = [] } = input
  for (const thingGroupName of [...thingGroupsToAdd, ...thingGroupsToRemove]) findThingAndGroup(state, { thingName, thingGroupName })
  const kept = state.attachments.groupsOf(thingName).filter((groupName) => !thingGroupsToRemove.includes(groupName))
  checkGroups(state, thingName, [...new Set([...kept, ...thingGroupsToAdd])])
  for (const groupName of thingGroupsToRemove) state.attachments.removeFromGroup(thingName, groupName)
  for (const groupName of thingGroupsToAdd) state.attachments.addToGroup(thingName, groupName)
  state.permissionsChanged()
  return {}
})
