import { checkVersion } from '../check-version.ts'
import { readQuery } from '../../fleet-index/check-query.ts'
import { THINGS } from '../../fleet-index/indexing-configuration.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { findDynamicGroup } from './find-thing-group.ts'
import { groupProperties } from './group-properties.ts'

export const updateDynamicThingGroup = operation('UpdateDynamicThingGroup', (input, { state, fleetIndex, dynamicGroups }) => {
  const { thingGroupName, thingGroupProperties, expectedVersion, indexName = THINGS, queryVersion } = input
  const { dynamic, ...group } = findDynamicGroup(state, thingGroupName)
  checkVersion(`thing group ${thingGroupName}`, group, expectedVersion)
  if (indexName !== THINGS) throw invalidRequest(`A dynamic thing group has the index ${THINGS}, not ${indexName}.`)
  const { queryString = dynamic.queryString } = input
  fleetIndex.open(indexName).check(readQuery(queryString, queryVersion))
  const version = group.version + 1
  state.thingGroups.set(thingGroupName, {
    ...group, ...groupProperties(group, thingGroupProperties), version, dynamic: { ...dynamic, queryString },
  })
  if (queryString !== dynamic.queryString) dynamicGroups.rebuild(thingGroupName, 'REBUILDING')
  return { version }
})
