import type { SecurityProfile } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { findSecurityProfile, securityProfileArn } from './find-security-profile.ts'

export const describeSecurityProfile = operation('DescribeSecurityProfile', ({ securityProfileName }, { state }) =>
  described(state, findSecurityProfile(state, securityProfileName)))

export const described = (state: IotState, profile: SecurityProfile) => ({
  securityProfileName: profile.securityProfileName,
  securityProfileArn: securityProfileArn(state, profile.securityProfileName),
  securityProfileDescription: profile.description,
  behaviors: [...profile.behaviors],
  alertTargets: profile.alertTargets,
  additionalMetricsToRetain: profile.metricsToRetain.map(({ metric }) => metric),
  additionalMetricsToRetainV2: [...profile.metricsToRetain],
  metricsExportConfig: profile.metricsExportConfig,
  version: profile.version,
  creationDate: new Date(profile.createdAtMs),
  lastModifiedDate: new Date(profile.modifiedAtMs),
})
