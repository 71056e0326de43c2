import { limitExceeded } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { checkProfileTarget, findSecurityProfile } from './find-security-profile.ts'

/** AWS IoT Device Defender quotas. */
const MAX_PROFILES_OF_TARGET = 5

export const attachSecurityProfile =
  operation('AttachSecurityProfile', ({ securityProfileName, securityProfileTargetArn: target }, { state, detector }) => {
    const profile = findSecurityProfile(state, securityProfileName)
    checkProfileTarget(state, target)
    if (profile.targets.includes(target)) return {}
    const others = [...state.securityProfiles.values()].filter(({ targets }) => targets.includes(target))
    if (others.length >= MAX_PROFILES_OF_TARGET) throw limitExceeded(`A target can have at most ${MAX_PROFILES_OF_TARGET} security profiles`)
    state.securityProfiles.set(securityProfileName, { ...profile, targets: [...profile.targets, target] })
    detector.profilesChanged()
    return {}
  })
