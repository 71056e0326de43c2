import { DescribeThingGroupCommand, GetStatisticsCommand, IoTClient, ListThingGroupsCommand } from '@aws-sdk/client-iot'
import type { ThingGroups } from '../ports.ts'
import { badCursorOr } from './bad-cursor.ts'
import { unlessGone } from './unless-gone.ts'

/** The thing groups of AWS IoT, of which kegs are counted, the things of the group `kegs`, in the fleet index. */
export const iotGroups = (kegs: string, client = new IoTClient()): ThingGroups => ({
  names: async ({ limit: maxResults, cursor: nextToken }) => {
    const asked = new ListThingGroupsCommand({ maxResults, nextToken })
    const { thingGroups = [], nextToken: cursor } = await client.send(asked).catch((error: unknown) => {
      throw badCursorOr(error, nextToken)
    })
    return { items: thingGroups.flatMap(({ groupName }) => groupName ?? []), ...(cursor === undefined ? {} : { cursor }) }
  },
  dynamic: async (thingGroupName) => {
    const group = await unlessGone(client.send(new DescribeThingGroupCommand({ thingGroupName })))
    if (group?.queryString === undefined) return undefined
    const { statistics } = await client.send(new GetStatisticsCommand({
      queryString: `thingGroupNames:"${thingGroupName}" AND thingGroupNames:"${kegs}"`, aggregationField: 'registry.version',
    }))
    return {
      groupName: thingGroupName, query: group.queryString, description: group.thingGroupProperties?.thingGroupDescription,
      status: group.status, kegs: statistics?.count ?? 0,
    }
  },
})
