import { operation } from '../operation.ts'
import { nameOf } from '../thing-groups/find-thing-group.ts'
import { findThing } from '../things/find-thing.ts'
import { findBillingGroup } from './find-billing-group.ts'

// Removing what is not in the group succeeds.
export const removeThingFromBillingGroup = operation('RemoveThingFromBillingGroup', (input, { state }) => {
  const { billingGroupName } = findBillingGroup(state, input)
  const thing = findThing(state, nameOf(state, 'thing', input.thingName, input.thingArn))
  if (thing.billingGroupName === billingGroupName) state.things.set(thing.thingName, { ...thing, billingGroupName: undefined })
  return {}
})
