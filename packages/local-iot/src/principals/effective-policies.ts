import type { IotState, Policy } from '../state/iot-state.ts'
import { withAncestors } from '../state/thing-group-hierarchy.ts'

/**
 * The policies that decide for a certificate that connects as a thing, in the order they are asked: its own, then those of the thing's
 * groups and of the groups above them. Without a thing only its own.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html
 */
export function effectivePolicies(state: IotState, certificateArn: string | undefined, thingName: string | undefined): readonly Policy[] {
  const own = certificateArn === undefined ? [] : state.attachments.policiesOf(certificateArn)
  const inherited = thingName === undefined
    ? []
    : state.attachments.groupsOf(thingName).flatMap((groupName) => groupPolicies(state, groupName))
  return [...new Set([...own, ...inherited])].flatMap((policyName) => state.policies.get(policyName) ?? [])
}

/** The names of the policies that act on the things in a group: its own, then those it inherits. */
export const groupPolicies = (state: IotState, groupName: string): readonly string[] => [
  ...new Set(
    withAncestors(state, groupName).flatMap((group) => state.attachments.policiesOf(state.arn(`thinggroup/${group.thingGroupName}`))),
  ),
]
