import { operation } from '../operation.ts'
import { notEmulated, versionConflict } from '../service-exception.ts'
import { findThing } from './find-thing.ts'
import { applyAttributes } from './thing-attributes.ts'

export const updateThing = operation('UpdateThing', ({ thingName, thingTypeName, attributePayload, expectedVersion }, { state }) => {
  if (thingTypeName !== undefined) throw notEmulated('A thing type')
  const thing = findThing(state, thingName)
  if (expectedVersion !== undefined && expectedVersion !== thing.version) {
    throw versionConflict(`The version for thing ${thingName} does not match the expected version.`)
  }
  const hasType = thing.thingTypeName !== undefined
  const attributes = attributePayload === undefined ? thing.attributes : applyAttributes(thing.attributes, attributePayload, hasType)
  state.things.set(thingName, { ...thing, attributes, version: thing.version + 1 })
  state.permissionsChanged()
  return {}
})
