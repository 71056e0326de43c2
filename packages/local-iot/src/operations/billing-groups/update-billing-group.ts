import { operation } from '../operation.ts'
import { versionConflict } from '../service-exception.ts'
import { findBillingGroup } from './find-billing-group.ts'

export const updateBillingGroup = operation('UpdateBillingGroup', ({ billingGroupName, billingGroupProperties, expectedVersion }, { state }) => {
  const group = findBillingGroup(state, { billingGroupName })
  if (expectedVersion !== undefined && expectedVersion !== group.version) {
    throw versionConflict(`The version for billing group ${billingGroupName} does not match the expected version.`)
  }
  const version = group.version + 1
  state.billingGroups.set(billingGroupName, { ...group, description: billingGroupProperties.billingGroupDescription, version })
  return { version }
})
