import { operation } from '../operation.ts'
import { checkProperties } from './check-properties.ts'
import { findThingType } from './find-thing-type.ts'

// Properties that are left out stay as they are.
export const updateThingType = operation('UpdateThingType', ({ thingTypeName, thingTypeProperties = {} }, { state }) => {
  const thingType = findThingType(state, thingTypeName)
  const properties = { ...thingType.properties, ...thingTypeProperties }
  checkProperties(properties)
  state.thingTypes.set(thingTypeName, { ...thingType, properties })
  return {}
})
