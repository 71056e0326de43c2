import { isDeepStrictEqual } from 'node:util'
import type { IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { alreadyExists, invalidRequest } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'
import { groupProperties } from './group-properties.ts'
import { childrenOf, withAncestors } from '../../state/thing-group-hierarchy.ts'

/** AWS IoT Device Management quotas: levels of a hierarchy, its root counted, and direct children of a group. */
const MAX_DEPTH = 7
const MAX_CHILDREN = 100

export const createThingGroup =
  operation('CreateThingGroup', ({ thingGroupName, parentGroupName, thingGroupProperties, tags }, { state }) => {
    const thingGroupArn = state.arn(`thinggroup/${thingGroupName}`)
    const configuration = { parentGroupName, ...groupProperties({ description: undefined, attributes: {} }, thingGroupProperties ?? {}) }
    const known = state.thingGroups.get(thingGroupName)
    if (known !== undefined) {
      // The same call again succeeds: API_CreateThingGroup.html
      const { parentGroupName: parent, description, attributes, thingGroupId } = known
      if (known.dynamic === undefined && isDeepStrictEqual({ parentGroupName: parent, description, attributes }, configuration))
        return { thingGroupName, thingGroupArn, thingGroupId }
      const resource = { resourceId: thingGroupId, resourceArn: thingGroupArn }
      throw alreadyExists(`Thing Group ${thingGroupName} already exists in current account with different properties`, resource)
    }
    if (parentGroupName !== undefined) checkParent(state, parentGroupName)
    tagCreated(state, thingGroupArn, tags)
    const thingGroupId = state.newId()
    state.thingGroups.set(thingGroupName, { thingGroupName, thingGroupId, ...configuration, version: 1, createdAtMs: state.clock.nowMs() })
    return { thingGroupName, thingGroupArn, thingGroupId }
  })

function checkParent(state: IotState, parentGroupName: string): void {
  const depth = withAncestors(state, parentGroupName).length
  if (state.thingGroups.get(parentGroupName)?.dynamic !== undefined)
    throw invalidRequest(`Parent thing group ${parentGroupName} is dynamic, and dynamic thing groups have no hierarchy.`)
  if (depth === 0) throw invalidRequest(`Parent thing group ${parentGroupName} does not exist.`)
  if (depth >= MAX_DEPTH) throw invalidRequest(`A thing group hierarchy can have at most ${MAX_DEPTH} levels`)
  if (childrenOf(state, parentGroupName).length >= MAX_CHILDREN) {
    throw invalidRequest(`Thing group ${parentGroupName} has ${MAX_CHILDREN} child groups, the most it can have`)
  }
}
