import type { JobRegistry } from '../jobs/job-registry.ts'
import type { IotState } from './iot-state.ts'
import { descendantsOf, withAncestors } from './thing-group-hierarchy.ts'

/** The registry as jobs see it. */
export const jobRegistry = (state: IotState): JobRegistry => ({
  hasThing: (thingName) => state.things.has(thingName),
  hasGroup: (groupName) => state.thingGroups.has(groupName),
  thingsIn: (groupName) => [groupName, ...descendantsOf(state, groupName).map(({ thingGroupName }) => thingGroupName)].flatMap((name) => state.attachments.thingsIn(name)),
  groupsOf: (thingName) => state.attachments.groupsOf(thingName).flatMap((groupName) => withAncestors(state, groupName).map(({ thingGroupName }) => thingGroupName)),
  arn: (resource) => state.arn(resource),
})
