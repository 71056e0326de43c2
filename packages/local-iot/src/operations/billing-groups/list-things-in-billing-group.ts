import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findBillingGroup } from './find-billing-group.ts'

export const listThingsInBillingGroup = operation('ListThingsInBillingGroup', ({ billingGroupName, nextToken, maxResults }, { state }) => {
  findBillingGroup(state, { billingGroupName })
  const things = [...state.things.values()].filter((thing) => thing.billingGroupName === billingGroupName)
  const { items, nextToken: next } = page(things, ({ thingName }) => thingName, nextToken, maxResults ?? 50)
  return { things: items.map(({ thingName }) => thingName), nextToken: next }
})
