import { createDimension } from './create-dimension.ts'
import { deleteDimension } from './delete-dimension.ts'
import { describeDimension } from './describe-dimension.ts'
import { listDimensions } from './list-dimensions.ts'
import { updateDimension } from './update-dimension.ts'

/** The operations on dimensions of metrics, by AWS's name. */
export const dimensionOperations = {
  CreateDimension: createDimension,
  DeleteDimension: deleteDimension,
  DescribeDimension: describeDimension,
  ListDimensions: listDimensions,
  UpdateDimension: updateDimension,
} as const
