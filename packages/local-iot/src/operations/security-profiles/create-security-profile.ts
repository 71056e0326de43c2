import { isDeepStrictEqual } from 'node:util'
import { alreadyExists } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { securityProfileArn } from './find-security-profile.ts'
import { profileSettings } from './profile-settings.ts'

const NOTHING = { description: undefined, behaviors: [], alertTargets: {}, metricsToRetain: [], metricsExportConfig: undefined }

export const createSecurityProfile = operation('CreateSecurityProfile', ({ securityProfileName, tags, ...given }, { state, detector }) => {
  const resourceArn = securityProfileArn(state, securityProfileName)
  const settings = profileSettings(state, NOTHING, given)
  const known = state.securityProfiles.get(securityProfileName)
  if (known !== undefined) {
    const { description, behaviors, alertTargets, metricsToRetain, metricsExportConfig } = known
    // The same request again succeeds.
    if (isDeepStrictEqual({ description, behaviors, alertTargets, metricsToRetain, metricsExportConfig }, settings))
      return { securityProfileName, securityProfileArn: resourceArn }
    const resource = { resourceId: securityProfileName, resourceArn }
    throw alreadyExists(`Security profile ${securityProfileName} already exists with different settings.`, resource)
  }
  tagCreated(state, resourceArn, tags)
  const nowMs = state.clock.nowMs()
  state.securityProfiles.set(securityProfileName, {
    ...settings, securityProfileName, targets: [], version: 1, createdAtMs: nowMs, modifiedAtMs: nowMs,
  })
  detector.profilesChanged()
  return { securityProfileName, securityProfileArn: resourceArn }
})
