import { operation } from '../operation.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'

export const createBillingGroup = operation('CreateBillingGroup', ({ billingGroupName, billingGroupProperties, tags }, { state }) => {
  const billingGroupArn = state.arn(`billinggroup/${billingGroupName}`)
  const description = billingGroupProperties?.billingGroupDescription
  const known = state.billingGroups.get(billingGroupName)
  // The same call again succeeds; another configuration under the name does not: API_CreateBillingGroup.html
  if (known !== undefined && known.description !== description) {
    const resource = { resourceId: known.billingGroupId, resourceArn: billingGroupArn }
    throw alreadyExists(`Billing group ${billingGroupName} already exists in account with different properties`, resource)
  }
  const group = known ?? { billingGroupName, billingGroupId: state.newId(), description, version: 1, createdAtMs: state.clock.nowMs() }
  if (known === undefined) tagCreated(state, billingGroupArn, tags)
  state.billingGroups.set(billingGroupName, group)
  return { billingGroupName, billingGroupArn, billingGroupId: group.billingGroupId }
})
