import { operation } from '../operation.ts'
import { versionConflict } from '../service-exception.ts'
import { findThingGroup } from './find-thing-group.ts'
import { groupProperties } from './group-properties.ts'

export const updateThingGroup = operation('UpdateThingGroup', ({ thingGroupName, thingGroupProperties, expectedVersion }, { state }) => {
  const group = findThingGroup(state, thingGroupName)
  if (expectedVersion !== undefined && expectedVersion !== group.version) {
    throw versionConflict(`The version for thing group ${thingGroupName} does not match the expected version.`)
  }
  const version = group.version + 1
  state.thingGroups.set(thingGroupName, { ...group, ...groupProperties(group, thingGroupProperties), version })
  return { version }
})
