import { InvalidQueryException, InvalidRequestException, IoTClient, SearchIndexCommand, type ThingDocument } from '@aws-sdk/client-iot'
import type { IndexedThing, ThingIndex } from '../ports.ts'
import { badCursorOr } from './bad-cursor.ts'
import { QueryRefused } from '../search/query-within.ts'

/** The fleet index of things, which is some seconds behind the registry, shadows and connections. */
export const iotIndex = (client = new IoTClient()): ThingIndex => ({
  search: async (queryString, { limit: maxResults, cursor: nextToken }) => {
    const { things = [], nextToken: cursor } = await client.send(new SearchIndexCommand({ queryString, maxResults, nextToken }))
      .catch((error: unknown) => refused(error, nextToken))
    return { items: things.map(thingOf), ...(cursor === undefined ? {} : { cursor }) }
  },
})

function refused(error: unknown, nextToken: string | undefined): never {
  if (error instanceof InvalidQueryException || (error instanceof InvalidRequestException && nextToken === undefined))
    throw new QueryRefused(error.message, { cause: error })
  throw badCursorOr(error, nextToken)
}

const thingOf = ({ thingName = '', attributes, thingGroupNames = [], connectivity, shadow }: ThingDocument): IndexedThing => ({
  thingName, siteId: attributes?.['siteId'], groups: thingGroupNames, shadow,
  connectivity: connectivity && {
    connected: connectivity.connected ?? false, timestampMs: connectivity.timestamp, reason: connectivity.disconnectReason,
  },
})
