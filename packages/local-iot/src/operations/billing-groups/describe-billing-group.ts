import { operation } from '../operation.ts'
import { findBillingGroup } from './find-billing-group.ts'

export const describeBillingGroup = operation('DescribeBillingGroup', ({ billingGroupName }, { state }) => {
  const { billingGroupId, description, version, createdAtMs } = findBillingGroup(state, { billingGroupName })
  return {
    billingGroupName, billingGroupId, billingGroupArn: state.arn(`billinggroup/${billingGroupName}`), version,
    billingGroupProperties: { billingGroupDescription: description },
    billingGroupMetadata: { creationDate: new Date(createdAtMs) },
  }
})
