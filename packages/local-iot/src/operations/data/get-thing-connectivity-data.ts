import { connectivityDocument } from '../../fleet-index/connectivity.ts'
import { sourcesOf } from '../../fleet-index/indexing-configuration.ts'
import { indexNotReady } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { findThing } from '../things/find-thing.ts'

// A thing's client is the one of its name: device-connectivity-status.html.
export const getThingConnectivityData =
  operation('GetThingConnectivityData', ({ thingName, includeSocketInformation }, { state, fleetIndex }) => {
    const { things } = fleetIndex.configuration
    if (!sourcesOf(things).connectivity)
      throw indexNotReady('Connectivity is not indexed: UpdateIndexingConfiguration sets thingConnectivityIndexingMode to STATUS.')
    findThing(state, thingName)
    const connection = fleetIndex.connectivity.of(thingName)
    const { timestamp, disconnectReason, ...known } = connectivityDocument(connection)
    const isSocketAsked = includeSocketInformation === true
      && (things.filter?.connectivity?.includeSocketInformation ?? []).includes('GET_THING_CONNECTIVITY_DATA')
    return {
      thingName, ...known, ...(isSocketAsked ? connection.socket : {}),
      timestamp: timestamp === undefined ? undefined : new Date(timestamp),
      disconnectReason: connection.connected ? 'NONE' : (disconnectReason ?? 'UNKNOWN'),
    }
  })
