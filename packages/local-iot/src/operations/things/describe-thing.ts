import { operation } from '../operation.ts'
import { findThing } from './find-thing.ts'

export const describeThing = operation('DescribeThing', ({ thingName }, { state }) => ({
  ...findThing(state, thingName), defaultClientId: thingName, thingArn: state.arn(`thing/${thingName}`),
}))
