import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findThingGroup } from './find-thing-group.ts'
import { descendantsOf } from '../../state/thing-group-hierarchy.ts'

export const listThingsInThingGroup =
  operation('ListThingsInThingGroup', ({ thingGroupName, recursive, nextToken, maxResults }, { state }) => {
    const groups = [findThingGroup(state, thingGroupName), ...(recursive ? descendantsOf(state, thingGroupName) : [])]
    const names = new Set(groups.flatMap((group) => state.attachments.thingsIn(group.thingGroupName)))
    const { items, nextToken: next } = page(names, (thingName) => thingName, nextToken, maxResults ?? 50)
    return { things: items, nextToken: next }
  })
