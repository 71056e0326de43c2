import { operation } from '../operation.ts'
import { findThing } from '../things/find-thing.ts'

export const getThingConnectivityData = operation('GetThingConnectivityData', ({ thingName }, { state, broker }) => {
  findThing(state, thingName)
  const presence = broker.presenceOfThing(thingName)
  if (presence === undefined) return { thingName, connected: false }
  const { connectedAtMs, ended } = presence
  if (ended === undefined) return { thingName, connected: true, timestamp: new Date(connectedAtMs), disconnectReason: 'NONE' as const }
  return { thingName, connected: false, timestamp: new Date(ended.atMs), disconnectReason: ended.reason }
})
