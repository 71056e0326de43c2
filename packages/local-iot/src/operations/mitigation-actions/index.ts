import { createMitigationAction } from './create-mitigation-action.ts'
import { deleteMitigationAction } from './delete-mitigation-action.ts'
import { describeMitigationAction } from './describe-mitigation-action.ts'
import { listMitigationActions } from './list-mitigation-actions.ts'
import { updateMitigationAction } from './update-mitigation-action.ts'

/** The operations on mitigation actions, by AWS's name. */
export const mitigationActionOperations = {
  CreateMitigationAction: createMitigationAction,
  DeleteMitigationAction: deleteMitigationAction,
  DescribeMitigationAction: describeMitigationAction,
  ListMitigationActions: listMitigationActions,
  UpdateMitigationAction: updateMitigationAction,
} as const
