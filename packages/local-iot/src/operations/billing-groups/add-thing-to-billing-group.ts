import { operation } from '../operation.ts'
import { nameOf } from '../thing-groups/find-thing-group.ts'
import { findThing } from '../things/find-thing.ts'
import { findBillingGroup } from './find-billing-group.ts'

// A thing has one billing group: adding it to another moves it.
export const addThingToBillingGroup = operation('AddThingToBillingGroup', (input, { state }) => {
  const { billingGroupName } = findBillingGroup(state, input)
  const thing = findThing(state, nameOf(state, 'thing', input.thingName, input.thingArn))
  state.things.set(thing.thingName, { ...thing, billingGroupName })
  return {}
})
