import { operation } from '../operation.ts'
import { findOtaUpdate, otaUpdateArn } from './find-ota-update.ts'

export const getOtaUpdate = operation('GetOTAUpdate', ({ otaUpdateId }, { state }) => {
  const update = findOtaUpdate(state, otaUpdateId)
  const { jobId, files, targets, protocols, createdAtMs, modifiedAtMs } = update
  return {
    otaUpdateInfo: {
      otaUpdateId, otaUpdateArn: otaUpdateArn(state, otaUpdateId), otaUpdateStatus: update.status, errorInfo: update.errorInfo,
      creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs), description: update.description,
      targets, protocols, targetSelection: update.targetSelection, otaUpdateFiles: files,
      awsJobExecutionsRolloutConfig: update.awsJobExecutionsRolloutConfig, awsJobPresignedUrlConfig: update.awsJobPresignedUrlConfig,
      additionalParameters: update.additionalParameters,
      awsIotJobId: jobId, awsIotJobArn: jobId && state.arn(`job/${jobId}`),
    },
  }
})
