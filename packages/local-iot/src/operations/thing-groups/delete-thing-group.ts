import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { childrenOf } from '../../state/thing-group-hierarchy.ts'

// The model lists no ResourceNotFoundException: deleting a group that is not there succeeds. Its things leave it, its policies are
// detached.
export const deleteThingGroup = operation('DeleteThingGroup', ({ thingGroupName, expectedVersion }, { state, jobs }) => {
  const group = state.thingGroups.get(thingGroupName)
  if (group === undefined) return {}
  checkVersion(`thing group ${thingGroupName}`, group, expectedVersion)
  if (childrenOf(state, thingGroupName).length > 0) {
    throw invalidRequest(`Cannot delete thing group : ${thingGroupName} when there are still child groups attached to it.`)
  }
  const { attachments } = state
  const groupArn = state.arn(`thinggroup/${thingGroupName}`)
  for (const thingName of attachments.thingsIn(thingGroupName))
    jobs.regrouped(thingName, () => void attachments.removeFromGroup(thingName, thingGroupName))
  for (const policyName of attachments.policiesOf(groupArn)) attachments.detachPolicy(policyName, groupArn)
  state.thingGroups.delete(thingGroupName)
  state.tags.delete(groupArn)
  state.permissionsChanged()
  return {}
})
