import { operation } from '../operation.ts'
import { findThingAndGroup } from './find-thing-group.ts'

// Removing what is not in the group succeeds.
export const removeThingFromThingGroup = operation('RemoveThingFromThingGroup', (input, { state }) => {
  const { thing: { thingName }, group: { thingGroupName } } = findThingAndGroup(state, input)
  state.attachments.removeFromGroup(thingName, thingGroupName)
  state.permissionsChanged()
  return {}
})
