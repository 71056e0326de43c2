import type { IotState } from '../../state/iot-state.ts'
import type { IotCore } from '../iot-core.ts'

/** Removes a group: its things leave it, its policies are detached. */
export function removeGroup(state: IotState, jobs: IotCore['jobs'], thingGroupName: string): void {
  const { attachments } = state
  const groupArn = state.arn(`thinggroup/${thingGroupName}`)
  for (const thingName of attachments.thingsIn(thingGroupName))
    jobs.regrouped(thingName, () => void attachments.removeFromGroup(thingName, thingGroupName))
  for (const policyName of attachments.policiesOf(groupArn)) attachments.detachPolicy(policyName, groupArn)
  state.thingGroups.delete(thingGroupName)
  state.tags.delete(groupArn)
  state.permissionsChanged()
}
