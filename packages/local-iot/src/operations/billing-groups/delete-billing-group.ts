import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'

// The model lists no ResourceNotFoundException: deleting a group that is not there succeeds. Its things leave it.
export const deleteBillingGroup = operation('DeleteBillingGroup', ({ billingGroupName, expectedVersion }, { state }) => {
  const group = state.billingGroups.get(billingGroupName)
  if (group === undefined) return {}
  checkVersion(`billing group ${billingGroupName}`, group, expectedVersion)
  const things = [...state.things.values()].filter((thing) => thing.billingGroupName === billingGroupName)
  for (const thing of things) state.things.set(thing.thingName, { ...thing, billingGroupName: undefined })
  state.billingGroups.delete(billingGroupName)
  state.tags.delete(state.arn(`billinggroup/${billingGroupName}`))
  return {}
})
