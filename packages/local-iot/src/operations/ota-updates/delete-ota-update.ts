import { invalidRequest } from '../../errors/service-exception.ts'
import { JobError } from '../../jobs/job-error.ts'
import type { IotCore } from '../iot-core.ts'
import { operation } from '../operation.ts'
import { findOtaUpdate, otaUpdateArn } from './find-ota-update.ts'

export const deleteOtaUpdate = operation('DeleteOTAUpdate', ({ otaUpdateId, deleteStream = false, forceDeleteAWSJob = false }, core) => {
  const { state } = core
  const { jobId, ownStreamId } = findOtaUpdate(state, otaUpdateId)
  if (jobId !== undefined && state.jobs.has(jobId)) deleteJob(core, jobId, forceDeleteAWSJob)
  // Ignored where the stream was there before: API_DeleteOTAUpdate.html
  if (deleteStream && ownStreamId !== undefined) state.streams.delete(ownStreamId)
  state.otaUpdates.delete(otaUpdateId)
  state.tags.delete(otaUpdateArn(state, otaUpdateId))
  return {}
})

function deleteJob({ jobs, state }: IotCore, jobId: string, force: boolean): void {
  try {
    jobs.delete(jobId, force)
  } catch (error) {
    // The operation has no exception for a state.
    throw error instanceof JobError ? invalidRequest(`${error.message} Or delete the update with forceDeleteAWSJob.`) : error
  }
  state.tags.delete(state.arn(`job/${jobId}`))
}
