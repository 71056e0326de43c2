import { operation } from '../operation.ts'
import { findThingType } from './find-thing-type.ts'

// Deprecating twice keeps the first date, which deletion counts from.
export const deprecateThingType = operation('DeprecateThingType', ({ thingTypeName, undoDeprecate }, { state }) => {
  const thingType = findThingType(state, thingTypeName)
  const deprecatedAtMs = undoDeprecate ? undefined : (thingType.deprecatedAtMs ?? state.clock.nowMs())
  state.thingTypes.set(thingTypeName, { ...thingType, deprecatedAtMs })
  return {}
})
