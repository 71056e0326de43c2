import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { checkThingTypeUsable } from '../thing-types/find-thing-type.ts'
import { findThing } from './find-thing.ts'
import { applyAttributes, checkAttributeCount } from './thing-attributes.ts'

export const updateThing = operation('UpdateThing', (input, { state }) => {
  const { thingName, attributePayload, expectedVersion, removeThingType } = input
  const thing = findThing(state, thingName)
  checkVersion(`thing ${thingName}`, thing, expectedVersion)
  if (removeThingType && input.thingTypeName !== undefined) throw invalidRequest('thingTypeName and removeThingType exclude each other')
  if (input.thingTypeName !== undefined && input.thingTypeName !== thing.thingTypeName) checkThingTypeUsable(state, input.thingTypeName)
  const thingTypeName = removeThingType ? undefined : (input.thingTypeName ?? thing.thingTypeName)
  const attributes = attributePayload === undefined ? thing.attributes : applyAttributes(thing.attributes, attributePayload)
  checkAttributeCount(attributes, thingTypeName !== undefined)
  state.things.set(thingName, { ...thing, thingTypeName, attributes, version: thing.version + 1 })
  state.permissionsChanged()
  return {}
})
