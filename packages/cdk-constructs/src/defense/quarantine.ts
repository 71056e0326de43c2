import { Resource } from 'aws-cdk-lib'
import { CfnPolicy } from 'aws-cdk-lib/aws-iot'
import { Construct } from 'constructs'
import { ThingGroup, type ThingGroupProps } from '../device/thing-group.ts'
import type { IThingPolicy } from '../device/thing-policy.ts'
import { ThingGroupPolicy } from './thing-group-policy.ts'

/**
 * A thing group whose things may do nothing, whatever their certificates may: they can't connect, and who is connected can't publish,
 * subscribe or receive.
 *
 * @example new MitigationAction(this, 'Isolate', { mitigation: Mitigation.intoGroups(new Quarantine(this, 'Quarantine').thingGroup) })
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/dd-mitigation-actions.html
 */
export class Quarantine extends Construct {
  readonly thingGroup: ThingGroup
  readonly policy: IThingPolicy

  constructor(scope: Construct, id: string, { thingGroupName, description }: Pick<ThingGroupProps, 'thingGroupName' | 'description'> = {}) {
    super(scope, id)
    this.thingGroup = new ThingGroup(this, 'Group', {
      description: description ?? 'Things that may do nothing', ...(thingGroupName === undefined ? {} : { thingGroupName }),
    })
    this.policy = new DenyPolicy(this, 'Deny')
    new ThingGroupPolicy(this, 'Denied', { policy: this.policy, thingGroup: this.thingGroup })
  }
}

/** Denies all. */
class DenyPolicy extends Resource implements IThingPolicy {
  readonly policyName: string
  readonly policyArn: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const policy = new CfnPolicy(this, 'Policy', {
      policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'iot:*', Resource: '*' }] },
    })
    this.policyName = policy.ref
    this.policyArn = policy.attrArn
  }
}
