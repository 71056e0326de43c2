import type { IotState, ThingType } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { findThingType } from './find-thing-type.ts'

export const describeThingType = operation('DescribeThingType', ({ thingTypeName }, { state }) => {
  const thingType = findThingType(state, thingTypeName)
  return { ...thingTypeDefinition(state, thingType), thingTypeId: thingType.thingTypeId }
})

/** A thing type as lists show it. */
export const thingTypeDefinition = (state: IotState, { thingTypeName, properties, createdAtMs, deprecatedAtMs }: ThingType) => ({
  thingTypeName,
  thingTypeArn: state.arn(`thingtype/${thingTypeName}`),
  thingTypeProperties: properties,
  thingTypeMetadata: {
    deprecated: deprecatedAtMs !== undefined,
    deprecationDate: deprecatedAtMs === undefined ? undefined : new Date(deprecatedAtMs),
    creationDate: new Date(createdAtMs),
  },
})
