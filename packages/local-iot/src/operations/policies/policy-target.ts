import { groupPolicies } from '../../principals/effective-policies.ts'
import type { IotState, ThingGroup } from '../../state/iot-state.ts'
import { checkPrincipal } from '../certificates/find-certificate.ts'
import { invalidRequest, notEmulated } from '../../errors/service-exception.ts'
import { findThingGroup } from '../thing-groups/find-thing-group.ts'

/** Throws where no policy can be attached to the target: it is neither a certificate nor a thing group of this account. */
export function checkTarget(state: IotState, target: string): void {
  const groupName = groupOf(state, target)
  if (groupName !== undefined) checkTakesPolicies(findThingGroup(state, groupName))
  else if (target.startsWith('arn:')) checkPrincipal(state, target)
  else throw notEmulated('A policy on a Cognito identity')
}

/** dynamic-thing-groups.html#apply-policy */
function checkTakesPolicies({ thingGroupName, dynamic }: ThingGroup): void {
  if (dynamic !== undefined) throw invalidRequest(`Policies can't be attached to the dynamic thing group ${thingGroupName}.`)
}

/** The policies attached to a target; with `recursive` those of the groups above a thing group, too. */
export function attachedPolicies(state: IotState, target: string, recursive: boolean): readonly string[] {
  const groupName = groupOf(state, target)
  if (groupName === undefined || !recursive) return state.attachments.policiesOf(target)
  return groupPolicies(state, groupName)
}

function groupOf(state: IotState, target: string): string | undefined {
  const prefix = state.arn('thinggroup/')
  return target.startsWith(prefix) ? target.slice(prefix.length) : undefined
}
