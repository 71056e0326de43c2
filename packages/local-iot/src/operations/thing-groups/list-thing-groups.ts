import type { IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findThingGroup } from './find-thing-group.ts'
import { childrenOf, descendantsOf } from '../../state/thing-group-hierarchy.ts'

// Child groups are there too unless `recursive` is false.
export const listThingGroups = operation('ListThingGroups', (input, { state }) => {
  const { parentGroup, namePrefixFilter = '', recursive = true, nextToken, maxResults } = input
  if (parentGroup !== undefined) findThingGroup(state, parentGroup)
  const groups = recursive ? descendantsOf(state, parentGroup) : childrenOf(state, parentGroup)
  const named = groups.filter(({ thingGroupName }) => thingGroupName.startsWith(namePrefixFilter))
  const { items, nextToken: next } = page(named, ({ thingGroupName }) => thingGroupName, nextToken, maxResults ?? 50)
  return { thingGroups: items.map(({ thingGroupName }) => groupNameAndArn(state, thingGroupName)), nextToken: next }
})

export const groupNameAndArn = (state: IotState, groupName: string) => ({ groupName, groupArn: state.arn(`thinggroup/${groupName}`) })
