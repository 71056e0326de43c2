import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { findThing } from '../things/find-thing.ts'
import { checkStatic, findThingGroup } from './find-thing-group.ts'
import { checkGroups } from './membership.ts'

// All or nothing: what is to be removed goes first, then the result is checked.
export const updateThingGroupsForThing = operation('UpdateThingGroupsForThing', (input, { state, jobs }) => {
  const { thingGroupsToAdd = [], thingGroupsToRemove = [] } = input
  if (input.thingName === undefined) throw invalidRequest('thingName is required')
  const { thingName } = findThing(state, input.thingName)
  for (const groupName of [...thingGroupsToAdd, ...thingGroupsToRemove]) checkStatic(findThingGroup(state, groupName))
  const kept = state.attachments.groupsOf(thingName).filter((groupName) => !thingGroupsToRemove.includes(groupName))
  const leaving = checkGroups(state, thingName, [...new Set([...kept, ...thingGroupsToAdd])], input.overrideDynamicGroups)
  jobs.regrouped(thingName, () => {
    for (const groupName of [...thingGroupsToRemove, ...leaving]) state.attachments.removeFromGroup(thingName, groupName)
    for (const groupName of thingGroupsToAdd) state.attachments.addToGroup(thingName, groupName)
  })
  state.permissionsChanged()
  return {}
})
