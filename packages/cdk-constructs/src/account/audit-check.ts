/** The checks of an audit, each with what the account's configuration calls it. */
export const AUDIT_CHECKS = {
  AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK: 'authenticatedCognitoRoleOverlyPermissiveCheck',
  CA_CERTIFICATE_EXPIRING_CHECK: 'caCertificateExpiringCheck',
  CA_CERTIFICATE_KEY_QUALITY_CHECK: 'caCertificateKeyQualityCheck',
  CONFLICTING_CLIENT_IDS_CHECK: 'conflictingClientIdsCheck',
  DEVICE_CERTIFICATE_AGE_CHECK: 'deviceCertificateAgeCheck',
  DEVICE_CERTIFICATE_EXPIRING_CHECK: 'deviceCertificateExpiringCheck',
  DEVICE_CERTIFICATE_KEY_QUALITY_CHECK: 'deviceCertificateKeyQualityCheck',
  DEVICE_CERTIFICATE_SHARED_CHECK: 'deviceCertificateSharedCheck',
  INTERMEDIATE_CA_REVOKED_FOR_ACTIVE_DEVICE_CERTIFICATES_CHECK: 'intermediateCaRevokedForActiveDeviceCertificatesCheck',
  IOT_POLICY_OVERLY_PERMISSIVE_CHECK: 'iotPolicyOverlyPermissiveCheck',
  IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK: 'ioTPolicyPotentialMisConfigurationCheck',
  IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK: 'iotRoleAliasAllowsAccessToUnusedServicesCheck',
  IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK: 'iotRoleAliasOverlyPermissiveCheck',
  LOGGING_DISABLED_CHECK: 'loggingDisabledCheck',
  REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK: 'revokedCaCertificateStillActiveCheck',
  REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK: 'revokedDeviceCertificateStillActiveCheck',
  UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK: 'unauthenticatedCognitoRoleOverlyPermissiveCheck',
} as const

export type AuditCheck = keyof typeof AUDIT_CHECKS

const names = Object.keys(AUDIT_CHECKS) as readonly AuditCheck[]

/**
 * What a {@link ScheduledAudit} can check.
 *
 * @example const auditChecks = [AuditCheck.LOGGING_DISABLED_CHECK, AuditCheck.CONFLICTING_CLIENT_IDS_CHECK]
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit-checks.html
 */
// Each name stands for itself, which fromEntries can't tell.
export const AuditCheck = Object.fromEntries(names.map((name) => [name, name])) as { readonly [Name in AuditCheck]: Name }
