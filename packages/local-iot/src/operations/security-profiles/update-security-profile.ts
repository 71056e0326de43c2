import { invalidRequest } from '../../errors/service-exception.ts'
import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { described } from './describe-security-profile.ts'
import { findSecurityProfile } from './find-security-profile.ts'
import { profileSettings } from './profile-settings.ts'

export const updateSecurityProfile = operation('UpdateSecurityProfile', (input, { state, detector }) => {
  const { securityProfileName, expectedVersion, behaviors, alertTargets, metricsExportConfig } = input
  const {
    deleteBehaviors = false, deleteAlertTargets = false, deleteAdditionalMetricsToRetain = false, deleteMetricsExportConfig = false,
  } = input
  const known = findSecurityProfile(state, securityProfileName)
  checkVersion(`security profile ${securityProfileName}`, known, expectedVersion)
  const both = Object.entries({
    behaviors: deleteBehaviors && behaviors !== undefined,
    alertTargets: deleteAlertTargets && alertTargets !== undefined,
    metricsExportConfig: deleteMetricsExportConfig && metricsExportConfig !== undefined,
    additionalMetricsToRetain: deleteAdditionalMetricsToRetain
      && (input.additionalMetricsToRetainV2 ?? input.additionalMetricsToRetain) !== undefined,
  }).find(([, isBoth]) => isBoth)
  if (both !== undefined) throw invalidRequest(`${both[0]} can not be given and deleted in one request.`)
  const kept = {
    ...known,
    behaviors: deleteBehaviors ? [] : known.behaviors,
    alertTargets: deleteAlertTargets ? {} : known.alertTargets,
    metricsToRetain: deleteAdditionalMetricsToRetain ? [] : known.metricsToRetain,
    metricsExportConfig: deleteMetricsExportConfig ? undefined : known.metricsExportConfig,
  }
  const profile = { ...known, ...profileSettings(state, kept, input), version: known.version + 1, modifiedAtMs: state.clock.nowMs() }
  state.securityProfiles.set(securityProfileName, profile)
  detector.profilesChanged()
  return described(state, profile)
})
