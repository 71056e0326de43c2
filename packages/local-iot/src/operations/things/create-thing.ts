import { operation } from '../operation.ts'
import { alreadyExists, notEmulated } from '../service-exception.ts'
import { applyAttributes } from './thing-attributes.ts'

export const createThing = operation('CreateThing', ({ thingName, thingTypeName, attributePayload, billingGroupName }, { state }) => {
  if (thingTypeName !== undefined) throw notEmulated('A thing type')
  if (billingGroupName !== undefined) throw notEmulated('A billing group')
  const attributes = applyAttributes({}, attributePayload ?? {}, false)
  const known = state.things.get(thingName)
  // The same call again succeeds; another configuration under the name does not: API_CreateThing.html
  if (known !== undefined && !sameAttributes(known.attributes, attributes)) {
    const resource = { resourceId: known.thingId, resourceArn: state.arn(`thing/${thingName}`) }
    throw alreadyExists(`Thing ${thingName} already exists in account with different attributes`, resource)
  }
  const thing = known ?? { thingName, thingId: state.newId(), thingTypeName, attributes, version: 1 }
  state.things.set(thingName, thing)
  state.permissionsChanged()
  return { thingName, thingArn: state.arn(`thing/${thingName}`), thingId: thing.thingId }
})

const sameAttributes = (left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>) =>
  Object.keys(left).length === Object.keys(right).length && Object.entries(left).every(([name, value]) => right[name] === value)
