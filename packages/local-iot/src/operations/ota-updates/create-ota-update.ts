import { alreadyExists, invalidRequest } from '../../errors/service-exception.ts'
import { otaFiles } from '../../ota-updates/ota-files.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { otaUpdateArn } from './find-ota-update.ts'

export const createOtaUpdate = operation('CreateOTAUpdate', ({ tags, ...input }, { state, otaUpdates }) => {
  const { otaUpdateId, awsJobPresignedUrlConfig } = input
  const resourceArn = otaUpdateArn(state, otaUpdateId)
  if (state.otaUpdates.has(otaUpdateId))
    throw alreadyExists(`OTA update ${otaUpdateId} already exists.`, { resourceId: otaUpdateId, resourceArn })
  const { expiresInSec } = awsJobPresignedUrlConfig ?? {}
  // API_AwsJobPresignedUrlConfig.html
  if (expiresInSec !== undefined && (expiresInSec < 60 || expiresInSec > 3600))
    throw invalidRequest('awsJobPresignedUrlConfig.expiresInSec must be 60 to 3600.')
  otaFiles(state, input)
  tagCreated(state, resourceArn, tags)
  const nowMs = state.clock.nowMs()
  otaUpdates.start({ ...input, status: 'CREATE_PENDING', runId: state.newId(), createdAtMs: nowMs, modifiedAtMs: nowMs })
  return { otaUpdateId, otaUpdateArn: resourceArn, otaUpdateStatus: 'CREATE_PENDING' }
})
