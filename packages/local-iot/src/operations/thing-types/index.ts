import { createThingType } from './create-thing-type.ts'
import { deleteThingType } from './delete-thing-type.ts'
import { deprecateThingType } from './deprecate-thing-type.ts'
import { describeThingType } from './describe-thing-type.ts'
import { listThingTypes } from './list-thing-types.ts'
import { updateThingType } from './update-thing-type.ts'

/** The operations on thing types, by AWS's name. */
export const thingTypeOperations = {
  CreateThingType: createThingType,
  DeleteThingType: deleteThingType,
  DeprecateThingType: deprecateThingType,
  DescribeThingType: describeThingType,
  ListThingTypes: listThingTypes,
  UpdateThingType: updateThingType,
} as const
