import { flag, object, required, text } from '../../../ground/property.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import type { Iot } from '../iot.ts'
import { iot } from '../name.ts'

/** What CloudFormation calls each check, and what AWS IoT does. */
const CHECKS: Readonly<Record<string, string>> = {
  AuthenticatedCognitoRoleOverlyPermissiveCheck: 'AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK',
  CaCertificateExpiringCheck: 'CA_CERTIFICATE_EXPIRING_CHECK',
  CaCertificateKeyQualityCheck: 'CA_CERTIFICATE_KEY_QUALITY_CHECK',
  ConflictingClientIdsCheck: 'CONFLICTING_CLIENT_IDS_CHECK',
  DeviceCertificateAgeCheck: 'DEVICE_CERTIFICATE_AGE_CHECK',
  DeviceCertificateExpiringCheck: 'DEVICE_CERTIFICATE_EXPIRING_CHECK',
  DeviceCertificateKeyQualityCheck: 'DEVICE_CERTIFICATE_KEY_QUALITY_CHECK',
  DeviceCertificateSharedCheck: 'DEVICE_CERTIFICATE_SHARED_CHECK',
  IntermediateCaRevokedForActiveDeviceCertificatesCheck: 'INTERMEDIATE_CA_REVOKED_FOR_ACTIVE_DEVICE_CERTIFICATES_CHECK',
  IoTPolicyPotentialMisConfigurationCheck: 'IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK',
  IotPolicyOverlyPermissiveCheck: 'IOT_POLICY_OVERLY_PERMISSIVE_CHECK',
  IotRoleAliasAllowsAccessToUnusedServicesCheck: 'IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK',
  IotRoleAliasOverlyPermissiveCheck: 'IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK',
  LoggingDisabledCheck: 'LOGGING_DISABLED_CHECK',
  RevokedCaCertificateStillActiveCheck: 'REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK',
  RevokedDeviceCertificateStillActiveCheck: 'REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK',
  UnauthenticatedCognitoRoleOverlyPermissiveCheck: 'UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK',
}

interface Check {
  readonly Enabled: boolean | undefined
  readonly Configuration?: { readonly CertAgeThresholdInDays: string | undefined } | undefined
}

const plain = object({ Enabled: flag })
const ofAge = object({ Enabled: flag, Configuration: object({ CertAgeThresholdInDays: text }) })
const checks = object(Object.fromEntries(
  Object.keys(CHECKS).map((name) => [name, name === 'DeviceCertificateAgeCheck' ? ofAge : plain]),
))

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-accountauditconfiguration.html */
export const iotAccountAuditConfiguration = resource('AWS::IoT::AccountAuditConfiguration', {
  uses: { iot },
  properties: {
    AccountId: required(text),
    RoleArn: required(text),
    AuditCheckConfigurations: required(checks),
    AuditNotificationTargetConfigurations: object({ Sns: object({ Enabled: flag, RoleArn: text, TargetArn: text }) }),
  },
  async create(properties, { services }) {
    await configure(properties, services.iot)
    return { ref: properties.AccountId }
  },
  async update(properties, { ref, properties: before }, { services }) {
    if (properties.AccountId !== before.AccountId) return replacement
    await configure(properties, services.iot)
    return { ref }
  },
  remove: async (_, { services }) =>
    void await services.iot.call('DeleteAccountAuditConfiguration', { deleteScheduledAudits: false }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

interface Configuration {
  readonly RoleArn: string
  readonly AuditCheckConfigurations: Readonly<Record<string, Check | undefined>>
  readonly AuditNotificationTargetConfigurations: { readonly Sns: Target | undefined } | undefined
}

interface Target {
  readonly Enabled: boolean | undefined
  readonly RoleArn: string | undefined
  readonly TargetArn: string | undefined
}

const NOBODY: Target = { Enabled: false, RoleArn: undefined, TargetArn: undefined }

/** Checks that the template leaves out are off. */
async function configure({ RoleArn: roleArn, AuditCheckConfigurations, ...more }: Configuration, core: Iot): Promise<void> {
  const auditCheckConfigurations = Object.fromEntries(Object.entries(CHECKS).map(([name, check]) => {
    const { Enabled: enabled = false, Configuration } = AuditCheckConfigurations[name] ?? {}
    const days = Configuration?.CertAgeThresholdInDays
    return [check, present({ enabled, configuration: days === undefined ? undefined : { CERT_AGE_THRESHOLD_IN_DAYS: days } })]
  }))
  const { Enabled: isTold = false, RoleArn: tellsAs, TargetArn: targetArn } = more.AuditNotificationTargetConfigurations?.Sns ?? NOBODY
  await core.call('UpdateAccountAuditConfiguration', {
    roleArn, auditCheckConfigurations,
    auditNotificationTargetConfigurations: { SNS: present({ enabled: isTold, roleArn: tellsAs, targetArn }) },
  })
}
