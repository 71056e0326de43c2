import { Resource, Stack, type IResource } from 'aws-cdk-lib'
import { CfnBillingGroup } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { TEXT } from './limits.ts'
import { present } from './present.ts'
import { Refusals } from './refusals.ts'

/** A billing group, made here or elsewhere. */
export interface IBillingGroup extends IResource {
  readonly billingGroupName: string
  readonly billingGroupArn: string
}

export interface BillingGroupProps {
  /** @default - a name that CloudFormation makes */
  readonly billingGroupName?: string
  /** @default - none */
  readonly description?: string
}

/**
 * Things whose costs the bill shows together, by the tags of the group.
 *
 * @example new BillingGroup(this, 'Kegs', { billingGroupName: 'kegs' })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/tagging-iot-billing-groups.html
 */
export class BillingGroup extends Resource implements IBillingGroup {
  readonly billingGroupName: string
  readonly billingGroupArn: string

  /** A billing group that is there. */
  static fromBillingGroupName(scope: Construct, id: string, billingGroupName: string): IBillingGroup {
    return new ImportedBillingGroup(scope, id, billingGroupName)
  }

  constructor(scope: Construct, id: string, { billingGroupName, description }: BillingGroupProps = {}) {
    super(scope, id)
    const refusals = new Refusals(this)
    refusals.text('billingGroupName', billingGroupName, TEXT.registryName)
    refusals.text('description', description, TEXT.description)
    const billingGroupProperties = description === undefined ? undefined : { billingGroupDescription: description }
    const group = new CfnBillingGroup(this, 'BillingGroup', present({ billingGroupName, billingGroupProperties }))
    this.billingGroupName = group.ref
    this.billingGroupArn = group.attrArn
  }
}

class ImportedBillingGroup extends Resource implements IBillingGroup {
  readonly billingGroupName: string
  readonly billingGroupArn: string

  constructor(scope: Construct, id: string, billingGroupName: string) {
    super(scope, id)
    this.billingGroupName = billingGroupName
    this.billingGroupArn = Stack.of(scope).formatArn({ service: 'iot', resource: 'billinggroup', resourceName: billingGroupName })
  }
}
