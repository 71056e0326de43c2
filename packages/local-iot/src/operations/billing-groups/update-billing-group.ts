import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { findBillingGroup } from './find-billing-group.ts'

export const updateBillingGroup =
  operation('UpdateBillingGroup', ({ billingGroupName, billingGroupProperties, expectedVersion }, { state }) => {
    const group = findBillingGroup(state, { billingGroupName })
    checkVersion(`billing group ${billingGroupName}`, group, expectedVersion)
    const version = group.version + 1
    state.billingGroups.set(billingGroupName, { ...group, description: billingGroupProperties.billingGroupDescription, version })
    return { version }
  })
