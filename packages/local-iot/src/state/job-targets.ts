import type { JobRegistry } from '../jobs/job-registry.ts'
import type { IotState } from './iot-state.ts'
import { descendantsOf, withAncestors } from './thing-group-hierarchy.ts'

/** The registry as jobs see it. */
export function jobRegistry(state: IotState): JobRegistry {
  const { attachments } = state
  const withDescendants = (groupName: string) => [groupName, ...descendantsOf(state, groupName).map(({ thingGroupName }) => thingGroupName)]
  const withParents = (groupName: string) => withAncestors(state, groupName).map(({ thingGroupName }) => thingGroupName)
  return {
    hasThing: (thingName) => state.things.has(thingName),
    hasGroup: (groupName) => state.thingGroups.has(groupName),
    thingsIn: (groupName) => withDescendants(groupName).flatMap((name) => attachments.thingsIn(name)),
    groupsOf: (thingName) => attachments.groupsOf(thingName).flatMap(withParents),
    arn: (resource) => state.arn(resource),
  }
}
