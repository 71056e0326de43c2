import { operation } from '../operation.ts'
import { checkStatic, findThingAndGroup } from './find-thing-group.ts'

// Removing what is not in the group succeeds.
export const removeThingFromThingGroup = operation('RemoveThingFromThingGroup', (input, { state, jobs }) => {
  const { thing: { thingName }, group } = findThingAndGroup(state, input)
  const { thingGroupName } = checkStatic(group)
  jobs.regrouped(thingName, () => void state.attachments.removeFromGroup(thingName, thingGroupName))
  state.permissionsChanged()
  return {}
})
