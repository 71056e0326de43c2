import { operation } from '../operation.ts'
import { findThingGroup } from './find-thing-group.ts'
import { groupNameAndArn } from './list-thing-groups.ts'
import { withAncestors } from '../../state/thing-group-hierarchy.ts'

export const describeThingGroup = operation('DescribeThingGroup', ({ thingGroupName }, { state, dynamicGroups }) => {
  const { thingGroupId, version, description, attributes, parentGroupName, createdAtMs, dynamic } = findThingGroup(state, thingGroupName)
  const ancestors = withAncestors(state, thingGroupName).slice(1).toReversed()
  return {
    thingGroupName,
    thingGroupId,
    thingGroupArn: state.arn(`thinggroup/${thingGroupName}`),
    version,
    thingGroupProperties: { thingGroupDescription: description, attributePayload: { attributes } },
    thingGroupMetadata: {
      parentGroupName,
      rootToParentThingGroups: ancestors.map((group) => groupNameAndArn(state, group.thingGroupName)),
      creationDate: new Date(createdAtMs),
    },
    ...(dynamic === undefined ? {} : { ...dynamic, status: dynamicGroups.statusOf(thingGroupName) }),
  }
})
