import { operation } from '../operation.ts'
import { findThingAndGroup } from './find-thing-group.ts'
import { checkGroups } from './membership.ts'

// Adding again what is in the group succeeds.
export const addThingToThingGroup = operation('AddThingToThingGroup', (input, { state, jobs }) => {
  const { thing: { thingName }, group: { thingGroupName } } = findThingAndGroup(state, input)
  checkGroups(state, thingName, [...new Set([...state.attachments.groupsOf(thingName), thingGroupName])])
  jobs.regrouped(thingName, () => state.attachments.addToGroup(thingName, thingGroupName))
  state.permissionsChanged()
  return {}
})
