import { attachSecurityProfile } from './attach-security-profile.ts'
import { createSecurityProfile } from './create-security-profile.ts'
import { deleteSecurityProfile } from './delete-security-profile.ts'
import { describeSecurityProfile } from './describe-security-profile.ts'
import { detachSecurityProfile } from './detach-security-profile.ts'
import { listSecurityProfilesForTarget } from './list-security-profiles-for-target.ts'
import { listSecurityProfiles } from './list-security-profiles.ts'
import { listTargetsForSecurityProfile } from './list-targets-for-security-profile.ts'
import { updateSecurityProfile } from './update-security-profile.ts'
import { validateSecurityProfileBehaviors } from './validate-security-profile-behaviors.ts'

/** The operations on security profiles, by AWS's name. */
export const securityProfileOperations = {
  AttachSecurityProfile: attachSecurityProfile,
  CreateSecurityProfile: createSecurityProfile,
  DeleteSecurityProfile: deleteSecurityProfile,
  DescribeSecurityProfile: describeSecurityProfile,
  DetachSecurityProfile: detachSecurityProfile,
  ListSecurityProfiles: listSecurityProfiles,
  ListSecurityProfilesForTarget: listSecurityProfilesForTarget,
  ListTargetsForSecurityProfile: listTargetsForSecurityProfile,
  UpdateSecurityProfile: updateSecurityProfile,
  ValidateSecurityProfileBehaviors: validateSecurityProfileBehaviors,
} as const
