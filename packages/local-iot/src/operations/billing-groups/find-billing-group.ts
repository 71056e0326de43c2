import type { BillingGroup, IotState } from '../../state/iot-state.ts'
import { notFound } from '../../errors/service-exception.ts'
import { nameOf } from '../thing-groups/find-thing-group.ts'

export interface BillingGroupReference {
  readonly billingGroupName?: string | undefined
  readonly billingGroupArn?: string | undefined
}

export function findBillingGroup(state: IotState, { billingGroupName, billingGroupArn }: BillingGroupReference): BillingGroup {
  const name = nameOf(state, 'billinggroup', billingGroupName, billingGroupArn)
  const group = state.billingGroups.get(name)
  if (group === undefined) throw notFound(`Billing group ${name} does not exist.`)
  return group
}
