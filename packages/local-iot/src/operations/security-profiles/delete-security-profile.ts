import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { securityProfileArn } from './find-security-profile.ts'

// Deleting a profile that is not there succeeds: the model lists no ResourceNotFoundException.
export const deleteSecurityProfile = operation('DeleteSecurityProfile', ({ securityProfileName, expectedVersion }, { state, detector }) => {
  const known = state.securityProfiles.get(securityProfileName)
  if (known === undefined) return {}
  checkVersion(`security profile ${securityProfileName}`, known, expectedVersion)
  state.securityProfiles.delete(securityProfileName)
  state.tags.delete(securityProfileArn(state, securityProfileName))
  detector.profilesChanged()
  return {}
})
