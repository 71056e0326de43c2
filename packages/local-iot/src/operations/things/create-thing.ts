import { isDeepStrictEqual } from 'node:util'
import { findBillingGroup } from '../billing-groups/find-billing-group.ts'
import { operation } from '../operation.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { checkThingTypeUsable } from '../thing-types/find-thing-type.ts'
import { applyAttributes, checkAttributeCount } from './thing-attributes.ts'

export const createThing = operation('CreateThing', ({ thingName, thingTypeName, attributePayload, billingGroupName }, { state }) => {
  const attributes = applyAttributes({}, attributePayload ?? {})
  checkAttributeCount(attributes, thingTypeName !== undefined)
  const configuration = { thingTypeName, billingGroupName, attributes }
  const known = state.things.get(thingName)
  const thingArn = state.arn(`thing/${thingName}`)
  if (known !== undefined) {
    // The same call again succeeds; another configuration under the name does not: API_CreateThing.html
    const { thingId: resourceId, thingTypeName: type, billingGroupName: group, attributes: have } = known
    if (isDeepStrictEqual({ thingTypeName: type, billingGroupName: group, attributes: have }, configuration)) {
      return { thingName, thingArn, thingId: resourceId }
    }
    throw alreadyExists(`Thing ${thingName} already exists in account with different attributes`, { resourceId, resourceArn: thingArn })
  }
  if (thingTypeName !== undefined) checkThingTypeUsable(state, thingTypeName)
  if (billingGroupName !== undefined) findBillingGroup(state, { billingGroupName })
  const thingId = state.newId()
  state.things.set(thingName, { thingName, thingId, ...configuration, version: 1 })
  state.permissionsChanged()
  return { thingName, thingArn, thingId }
})
