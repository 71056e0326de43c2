import { operation } from '../operation.ts'
import { findThing } from './find-thing.ts'

export const describeThing = operation('DescribeThing', ({ thingName }, { state }) => {
  const { thingId, thingTypeName, attributes, version } = findThing(state, thingName)
  return { defaultClientId: thingName, thingName, thingId, thingArn: state.arn(`thing/${thingName}`), thingTypeName, attributes, version }
})
