import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { findThingType } from './find-thing-type.ts'

/** How long a thing type has to have been deprecated (thing-types.html#delete-thing-types). */
const WAIT_MS = 5 * 60_000

export const deleteThingType = operation('DeleteThingType', ({ thingTypeName }, { state }) => {
  const { deprecatedAtMs } = findThingType(state, thingTypeName)
  if (deprecatedAtMs === undefined) throw invalidRequest(`Thing type ${thingTypeName} must be deprecated before it is deleted`)
  if (state.clock.nowMs() < deprecatedAtMs + WAIT_MS) {
    throw invalidRequest(`Please wait for 5 minutes after deprecation of thing type ${thingTypeName} before you delete it`)
  }
  if ([...state.things.values()].some((thing) => thing.thingTypeName === thingTypeName)) {
    throw invalidRequest(`Cannot delete thing type ${thingTypeName} when there are still resources attached to it.`)
  }
  state.thingTypes.delete(thingTypeName)
  state.tags.delete(state.arn(`thingtype/${thingTypeName}`))
  return {}
})
