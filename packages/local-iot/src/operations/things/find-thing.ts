import type { IotState, Thing } from '../../state/iot-state.ts'
import { notFound } from '../../errors/service-exception.ts'

export function findThing({ things }: IotState, thingName: string): Thing {
  const thing = things.get(thingName)
  if (thing === undefined) throw notFound(`Thing ${thingName} cannot be found.`)
  return thing
}
