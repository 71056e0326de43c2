import { defineService } from '../../ground/service.ts'
import { iam } from '../iam/name.ts'
import { lambda } from '../lambda/name.ts'
import { iotAccess } from './access.ts'
import { iot } from './name.ts'
import { iotAccountAuditConfiguration } from './resources/account-audit-configuration.ts'
import { iotAuthorizer } from './resources/authorizer.ts'
import { iotBillingGroup } from './resources/billing-group.ts'
import { iotCaCertificate } from './resources/ca-certificate.ts'
import { iotCertificate } from './resources/certificate.ts'
import { iotCertificateProvider } from './resources/certificate-provider.ts'
import { iotCommand } from './resources/command.ts'
import { iotCustomMetric } from './resources/custom-metric.ts'
import { customKegIotDataEndpoint } from './resources/custom-keg-iot-data-endpoint.ts'
import { customKegIotEventConfigurations } from './resources/custom-keg-iot-event-configurations.ts'
import { customKegIotFleetIndex } from './resources/custom-keg-iot-fleet-index.ts'
import { customKegIotThingGroupPolicy } from './resources/custom-keg-iot-thing-group-policy.ts'
import { iotDimension } from './resources/dimension.ts'
import { iotDomainConfiguration } from './resources/domain-configuration.ts'
import { iotFleetMetric } from './resources/fleet-metric.ts'
import { iotJobTemplate } from './resources/job-template.ts'
import { iotLogging } from './resources/logging.ts'
import { iotMitigationAction } from './resources/mitigation-action.ts'
import { iotPolicyPrincipalAttachment } from './resources/policy-principal-attachment.ts'
import { iotPolicy } from './resources/policy.ts'
import { iotProvisioningTemplate } from './resources/provisioning-template.ts'
import { iotResourceSpecificLogging } from './resources/resource-specific-logging.ts'
import { iotRoleAlias } from './resources/role-alias.ts'
import { iotScheduledAudit } from './resources/scheduled-audit.ts'
import { iotSecurityProfile } from './resources/security-profile.ts'
import { iotSoftwarePackageVersion } from './resources/software-package-version.ts'
import { iotSoftwarePackage } from './resources/software-package.ts'
import { iotThingGroup } from './resources/thing-group.ts'
import { iotThingPrincipalAttachment } from './resources/thing-principal-attachment.ts'
import { iotThingType } from './resources/thing-type.ts'
import { iotThing } from './resources/thing.ts'
import { iotTopicRuleDestination } from './resources/topic-rule-destination.ts'
import { iotTopicRule } from './resources/topic-rule.ts'
import { startIot } from './start-iot.ts'

/** How long functions in flight may take that may still publish. */
const DRAIN_MS = 5_000

export const service = defineService(iot, {
  uses: { iam },
  start: startIot,
  serve: (running) => (request) => running.fetch(request),
  access: iotAccess,
  resources: [
    iotAccountAuditConfiguration, iotAuthorizer, iotBillingGroup, iotCaCertificate, iotCertificate, iotCertificateProvider, iotCommand,
    iotCustomMetric, iotDimension, iotDomainConfiguration, iotFleetMetric, iotJobTemplate, iotLogging, iotMitigationAction, iotPolicy,
    iotPolicyPrincipalAttachment, iotProvisioningTemplate, iotResourceSpecificLogging, iotRoleAlias, iotScheduledAudit, iotSecurityProfile,
    iotSoftwarePackage, iotSoftwarePackageVersion, iotThing, iotThingGroup, iotThingPrincipalAttachment, iotThingType, iotTopicRule,
    iotTopicRuleDestination, customKegIotDataEndpoint, customKegIotEventConfigurations, customKegIotFleetIndex,
    customKegIotThingGroupPolicy,
  ],
  async stop(iotCore, { running }) {
    await running(lambda)?.eventSources.stop(DRAIN_MS)
    await iotCore.close()
  },
})
