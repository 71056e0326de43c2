import { operation } from '../operation.ts'
import { checkStatic, findThingAndGroup } from './find-thing-group.ts'
import { checkGroups } from './membership.ts'

// Adding again what is in the group succeeds.
export const addThingToThingGroup = operation('AddThingToThingGroup', (input, { state, jobs }) => {
  const { thing: { thingName }, group } = findThingAndGroup(state, input)
  const { thingGroupName } = checkStatic(group)
  const { attachments } = state
  const groups = [...new Set([...attachments.groupsOf(thingName), thingGroupName])]
  const leaving = checkGroups(state, thingName, groups, input.overrideDynamicGroups)
  jobs.regrouped(thingName, () => {
    for (const groupName of leaving) attachments.removeFromGroup(thingName, groupName)
    attachments.addToGroup(thingName, thingGroupName)
  })
  state.permissionsChanged()
  return {}
})
