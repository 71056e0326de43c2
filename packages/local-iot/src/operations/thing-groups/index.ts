import { addThingToThingGroup } from './add-thing-to-thing-group.ts'
import { createDynamicThingGroup } from './create-dynamic-thing-group.ts'
import { createThingGroup } from './create-thing-group.ts'
import { deleteDynamicThingGroup } from './delete-dynamic-thing-group.ts'
import { deleteThingGroup } from './delete-thing-group.ts'
import { describeThingGroup } from './describe-thing-group.ts'
import { listThingGroupsForThing } from './list-thing-groups-for-thing.ts'
import { listThingGroups } from './list-thing-groups.ts'
import { listThingsInThingGroup } from './list-things-in-thing-group.ts'
import { removeThingFromThingGroup } from './remove-thing-from-thing-group.ts'
import { updateDynamicThingGroup } from './update-dynamic-thing-group.ts'
import { updateThingGroup } from './update-thing-group.ts'
import { updateThingGroupsForThing } from './update-thing-groups-for-thing.ts'

/** The operations on thing groups, by AWS's name. */
export const thingGroupOperations = {
  AddThingToThingGroup: addThingToThingGroup,
  CreateDynamicThingGroup: createDynamicThingGroup,
  CreateThingGroup: createThingGroup,
  DeleteDynamicThingGroup: deleteDynamicThingGroup,
  DeleteThingGroup: deleteThingGroup,
  DescribeThingGroup: describeThingGroup,
  ListThingGroups: listThingGroups,
  ListThingGroupsForThing: listThingGroupsForThing,
  ListThingsInThingGroup: listThingsInThingGroup,
  RemoveThingFromThingGroup: removeThingFromThingGroup,
  UpdateDynamicThingGroup: updateDynamicThingGroup,
  UpdateThingGroup: updateThingGroup,
  UpdateThingGroupsForThing: updateThingGroupsForThing,
} as const
