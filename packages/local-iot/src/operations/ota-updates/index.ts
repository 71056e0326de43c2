import { createOtaUpdate } from './create-ota-update.ts'
import { deleteOtaUpdate } from './delete-ota-update.ts'
import { getOtaUpdate } from './get-ota-update.ts'
import { listOtaUpdates } from './list-ota-updates.ts'

/** The operations on over-the-air updates, by AWS's name. */
export const otaUpdateOperations = {
  CreateOTAUpdate: createOtaUpdate,
  DeleteOTAUpdate: deleteOtaUpdate,
  GetOTAUpdate: getOtaUpdate,
  ListOTAUpdates: listOtaUpdates,
} as const
