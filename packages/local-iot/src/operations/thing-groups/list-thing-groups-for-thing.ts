import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findThing } from '../things/find-thing.ts'
import { groupNameAndArn } from './list-thing-groups.ts'

export const listThingGroupsForThing = operation('ListThingGroupsForThing', ({ thingName, nextToken, maxResults }, { state }) => {
  findThing(state, thingName)
  const { items, nextToken: next } = page(state.attachments.groupsOf(thingName), (groupName) => groupName, nextToken, maxResults ?? 50)
  return { thingGroups: items.map((groupName) => groupNameAndArn(state, groupName)), nextToken: next }
})
