import { Construct } from 'constructs'
import { accountCall } from '../account/account-call.ts'
import type { IThingGroup } from '../device/thing-group.ts'
import type { IThingPolicy } from '../device/thing-policy.ts'

export interface ThingGroupPolicyProps {
  readonly policy: IThingPolicy
  /** No dynamic group: AWS IoT attaches no policy to one. */
  readonly thingGroup: IThingGroup
}

/**
 * Attaches a policy to a thing group: it holds for each thing in it, and in the groups below. CloudFormation has no resource for it: a
 * function of CDK's asks for it at deployment.
 *
 * @example new ThingGroupPolicy(this, 'Kegs', { policy, thingGroup: new ThingGroup(this, 'Group') })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html#group-attach-policy
 */
export class ThingGroupPolicy extends Construct {
  constructor(scope: Construct, id: string, { policy: { policyName }, thingGroup: { thingGroupArn } }: ThingGroupPolicyProps) {
    super(scope, id)
    const parameters = { policyName, target: thingGroupArn }
    accountCall(this, {
      resourceType: 'Custom::KegIoTThingGroupPolicy', physicalId: `${policyName}|${thingGroupArn}`,
      call: { action: 'attachPolicy', parameters }, undo: { action: 'detachPolicy', parameters },
      needs: { 'iot:AttachPolicy': [thingGroupArn], 'iot:DetachPolicy': [thingGroupArn] },
    })
  }
}
