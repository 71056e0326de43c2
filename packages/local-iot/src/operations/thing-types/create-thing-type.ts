import { isDeepStrictEqual } from 'node:util'
import { operation } from '../operation.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'
import { checkProperties } from './check-properties.ts'

export const createThingType = operation('CreateThingType', ({ thingTypeName, thingTypeProperties: properties = {}, tags }, { state }) => {
  checkProperties(properties)
  const thingTypeArn = state.arn(`thingtype/${thingTypeName}`)
  const known = state.thingTypes.get(thingTypeName)
  // The same call again succeeds; another configuration under the name does not: API_CreateThingType.html
  if (known !== undefined && !isDeepStrictEqual(known.properties, properties)) {
    const resource = { resourceId: known.thingTypeId, resourceArn: thingTypeArn }
    throw alreadyExists(`Thing type ${thingTypeName} already exists in account with different properties`, resource)
  }
  const thingType = known ?? { thingTypeName, thingTypeId: state.newId(), properties, createdAtMs: state.clock.nowMs() }
  if (known === undefined) tagCreated(state, thingTypeArn, tags)
  state.thingTypes.set(thingTypeName, thingType)
  return { thingTypeName, thingTypeArn, thingTypeId: thingType.thingTypeId }
})
