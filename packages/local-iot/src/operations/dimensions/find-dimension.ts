import { notFound } from '../../errors/service-exception.ts'
import type { Dimension } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'

export const dimensionArn = (state: IotState, name: string) => state.arn(`dimension/${name}`)

export function findDimension({ dimensions }: IotState, name: string): Dimension {
  const dimension = dimensions.get(name)
  if (dimension === undefined) throw notFound(`Dimension ${name} does not exist.`)
  return dimension
}
