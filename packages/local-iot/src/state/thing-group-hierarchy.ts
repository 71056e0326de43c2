import type { IotState, ThingGroup } from './iot-state.ts'

/** The most groups of a thing (AWS IoT Device Management quotas). */
export const MAX_GROUPS_OF_THING = 10

/** The group and those above it, itself first. */
export function withAncestors({ thingGroups }: Pick<IotState, 'thingGroups'>, groupName: string): readonly ThingGroup[] {
  const groups: ThingGroup[] = []
  for (let group = thingGroups.get(groupName); group !== undefined; group = thingGroups.get(group.parentGroupName ?? '')) groups.push(group)
  return groups
}

export const childrenOf = ({ thingGroups }: Pick<IotState, 'thingGroups'>, groupName: string | undefined): readonly ThingGroup[] =>
  [...thingGroups.values()].filter(({ parentGroupName }) => parentGroupName === groupName)

/** All groups below one, or all there are. */
export function descendantsOf(state: Pick<IotState, 'thingGroups'>, groupName: string | undefined): readonly ThingGroup[] {
  if (groupName === undefined) return [...state.thingGroups.values()]
  return childrenOf(state, groupName).flatMap((child) => [child, ...descendantsOf(state, child.thingGroupName)])
}
