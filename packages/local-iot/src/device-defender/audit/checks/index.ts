import type { AuditCheck } from './audit-check.ts'
import {
  caCertificateExpiring, caCertificateKeyQuality, deviceCertificateAge, deviceCertificateExpiring, deviceCertificateKeyQuality,
  deviceCertificateShared,
} from './certificates.ts'
import { conflictingClientIds } from './client-ids.ts'
import { loggingDisabled } from './logging.ts'
import { policyOverlyPermissive, policyPotentiallyMisconfigured } from './policies.ts'

/** AWS's checks, by name; `undefined` for those that can't be answered here. */
export const CHECKS: Readonly<Record<string, AuditCheck | undefined>> = {
  CA_CERTIFICATE_EXPIRING_CHECK: caCertificateExpiring,
  CA_CERTIFICATE_KEY_QUALITY_CHECK: caCertificateKeyQuality,
  CONFLICTING_CLIENT_IDS_CHECK: conflictingClientIds,
  DEVICE_CERTIFICATE_AGE_CHECK: deviceCertificateAge,
  DEVICE_CERTIFICATE_EXPIRING_CHECK: deviceCertificateExpiring,
  DEVICE_CERTIFICATE_KEY_QUALITY_CHECK: deviceCertificateKeyQuality,
  DEVICE_CERTIFICATE_SHARED_CHECK: deviceCertificateShared,
  IOT_POLICY_OVERLY_PERMISSIVE_CHECK: policyOverlyPermissive,
  IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK: policyPotentiallyMisconfigured,
  LOGGING_DISABLED_CHECK: loggingDisabled,
  // Of IAM, of Cognito, or of lists of revoked certificates: nobody here can answer them.
  AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK: undefined,
  UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK: undefined,
  INTERMEDIATE_CA_REVOKED_FOR_ACTIVE_DEVICE_CERTIFICATES_CHECK: undefined,
  IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK: undefined,
  IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK: undefined,
  REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK: undefined,
  REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK: undefined,
}

export const isCheck = (name: string): boolean => Object.hasOwn(CHECKS, name)
