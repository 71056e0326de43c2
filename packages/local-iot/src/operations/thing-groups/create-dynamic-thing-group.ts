import { isDeepStrictEqual } from 'node:util'
import { readQuery } from '../../fleet-index/check-query.ts'
import { QUERY_VERSION, THINGS } from '../../fleet-index/indexing-configuration.ts'
import { alreadyExists, invalidRequest, limitExceeded } from '../../errors/service-exception.ts'
import type { IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { groupProperties } from './group-properties.ts'

/** The most dynamic groups of an account (AWS IoT Device Management quotas). */
const MAX_DYNAMIC_GROUPS = 100

export const createDynamicThingGroup = operation('CreateDynamicThingGroup', (input, { state, fleetIndex, dynamicGroups }) => {
  const { thingGroupName, queryString, queryVersion, indexName = THINGS, thingGroupProperties = {}, tags } = input
  const thingGroupArn = state.arn(`thinggroup/${thingGroupName}`)
  if (indexName !== THINGS) throw invalidRequest(`A dynamic thing group has the index ${THINGS}, not ${indexName}.`)
  const index = fleetIndex.open(indexName)
  index.check(readQuery(queryString, queryVersion))
  const dynamic = { indexName, queryString, queryVersion: QUERY_VERSION }
  const configuration = { ...groupProperties({ description: undefined, attributes: {} }, thingGroupProperties), dynamic }
  const known = state.thingGroups.get(thingGroupName)
  const answer = (thingGroupId: string) => ({ thingGroupName, thingGroupArn, thingGroupId, ...dynamic })
  if (known !== undefined) {
    // The same call again succeeds, as with static groups.
    const { description, attributes, dynamic: query, thingGroupId } = known
    if (isDeepStrictEqual({ description, attributes, dynamic: query }, configuration)) return answer(thingGroupId)
    throw alreadyExists(`Thing Group ${thingGroupName} already exists in current account with different properties`, {
      resourceId: thingGroupId, resourceArn: thingGroupArn,
    })
  }
  checkRoom(state)
  tagCreated(state, thingGroupArn, tags)
  const thingGroupId = state.newId()
  const group = { thingGroupName, thingGroupId, parentGroupName: undefined, version: 1, createdAtMs: state.clock.nowMs() }
  state.thingGroups.set(thingGroupName, { ...group, ...configuration })
  dynamicGroups.rebuild(thingGroupName, 'BUILDING')
  return answer(thingGroupId)
})

function checkRoom({ thingGroups }: IotState): void {
  const count = [...thingGroups.values()].filter(({ dynamic }) => dynamic !== undefined).length
  if (count >= MAX_DYNAMIC_GROUPS) throw limitExceeded(`An account can have at most ${MAX_DYNAMIC_GROUPS} dynamic thing groups`)
}
