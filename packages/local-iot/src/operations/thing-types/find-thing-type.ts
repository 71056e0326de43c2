import type { IotState, ThingType } from '../../state/iot-state.ts'
import { invalidRequest, notFound } from '../../errors/service-exception.ts'

export function findThingType({ thingTypes }: IotState, thingTypeName: string): ThingType {
  const thingType = thingTypes.get(thingTypeName)
  if (thingType === undefined) throw notFound(`Thing type ${thingTypeName} does not exist.`)
  return thingType
}

/** Throws where no thing can get the type: it is not there, or deprecated. */
export function checkThingTypeUsable(state: IotState, thingTypeName: string): void {
  if (findThingType(state, thingTypeName).deprecatedAtMs !== undefined) {
    throw invalidRequest(`Can not create new thing with deprecated thing type:${thingTypeName}`)
  }
}
