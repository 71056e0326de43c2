import { operation } from '../operation.ts'
import { findSecurityProfile } from './find-security-profile.ts'

// What is not attached is detached already.
export const detachSecurityProfile =
  operation('DetachSecurityProfile', ({ securityProfileName, securityProfileTargetArn }, { state, detector }) => {
    const profile = findSecurityProfile(state, securityProfileName)
    const targets = profile.targets.filter((arn) => arn !== securityProfileTargetArn)
    state.securityProfiles.set(securityProfileName, { ...profile, targets })
    detector.profilesChanged()
    return {}
  })
