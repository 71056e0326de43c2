import { checkVersion } from '../check-version.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { findThingGroup } from './find-thing-group.ts'
import { groupProperties } from './group-properties.ts'

export const updateThingGroup = operation('UpdateThingGroup', ({ thingGroupName, thingGroupProperties, expectedVersion }, { state }) => {
  const group = findThingGroup(state, thingGroupName)
  if (group.dynamic !== undefined) throw invalidRequest(`Thing group ${thingGroupName} is dynamic: UpdateDynamicThingGroup updates it.`)
  checkVersion(`thing group ${thingGroupName}`, group, expectedVersion)
  const version = group.version + 1
  state.thingGroups.set(thingGroupName, { ...group, ...groupProperties(group, thingGroupProperties), version })
  return { version }
})
