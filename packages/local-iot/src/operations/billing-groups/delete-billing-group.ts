import { operation } from '../operation.ts'
import { versionConflict } from '../service-exception.ts'

// The model lists no ResourceNotFoundException: deleting a group that is not there succeeds. Its things leave it.
export const deleteBillingGroup = operation('DeleteBillingGroup', ({ billingGroupName, expectedVersion }, { state }) => {
  const group = state.billingGroups.get(billingGroupName)
  if (group === undefined) return {}
  if (expectedVersion !== undefined && expectedVersion !== group.version) {
    throw versionConflict(`The version for billing group ${billingGroupName} does not match the expected version.`)
  }
  const things = [...state.things.values()].filter((thing) => thing.billingGroupName === billingGroupName)
  for (const thing of things) state.things.set(thing.thingName, { ...thing, billingGroupName: undefined })
  state.billingGroups.delete(billingGroupName)
  state.tags.delete(state.arn(`billinggroup/${billingGroupName}`))
  return {}
})
