import type { Dimension } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { dimensionArn, findDimension } from './find-dimension.ts'

export const describeDimension = operation('DescribeDimension', ({ name }, { state }) => described(state, findDimension(state, name)))

export const described = (state: IotState, { name, type, stringValues, createdAtMs, modifiedAtMs }: Dimension) => ({
  name, arn: dimensionArn(state, name), type, stringValues: [...stringValues],
  creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs),
})
