import type { ResourceType } from '../../../ground/resource.ts'
import { iotAccountAuditConfiguration } from './account-audit-configuration.ts'
import { iotAuthorizer } from './authorizer.ts'
import { iotBillingGroup } from './billing-group.ts'
import { iotCaCertificate } from './ca-certificate.ts'
import { iotCertificate } from './certificate.ts'
import { iotCertificateProvider } from './certificate-provider.ts'
import { iotCommand } from './command.ts'
import { iotCustomMetric } from './custom-metric.ts'
import { customKegIotDataEndpoint } from './custom-keg-iot-data-endpoint.ts'
import { customKegIotEventConfigurations } from './custom-keg-iot-event-configurations.ts'
import { customKegIotFleetIndex } from './custom-keg-iot-fleet-index.ts'
import { customKegIotThingGroupPolicy } from './custom-keg-iot-thing-group-policy.ts'
import { iotDimension } from './dimension.ts'
import { iotDomainConfiguration } from './domain-configuration.ts'
import { iotFleetMetric } from './fleet-metric.ts'
import { iotJobTemplate } from './job-template.ts'
import { iotLogging } from './logging.ts'
import { iotMitigationAction } from './mitigation-action.ts'
import { iotPolicyPrincipalAttachment } from './policy-principal-attachment.ts'
import { iotPolicy } from './policy.ts'
import { iotProvisioningTemplate } from './provisioning-template.ts'
import { iotResourceSpecificLogging } from './resource-specific-logging.ts'
import { iotRoleAlias } from './role-alias.ts'
import { iotScheduledAudit } from './scheduled-audit.ts'
import { iotSecurityProfile } from './security-profile.ts'
import { iotSoftwarePackageVersion } from './software-package-version.ts'
import { iotSoftwarePackage } from './software-package.ts'
import { iotThingGroup } from './thing-group.ts'
import { iotThingPrincipalAttachment } from './thing-principal-attachment.ts'
import { iotThingType } from './thing-type.ts'
import { iotThing } from './thing.ts'
import { iotTopicRuleDestination } from './topic-rule-destination.ts'
import { iotTopicRule } from './topic-rule.ts'

/** The CloudFormation resource types of AWS IoT. */
export const resources = [
  iotAccountAuditConfiguration, iotAuthorizer, iotBillingGroup, iotCaCertificate, iotCertificate, iotCertificateProvider, iotCommand,
  iotCustomMetric, iotDimension, iotDomainConfiguration, iotFleetMetric, iotJobTemplate, iotLogging, iotMitigationAction, iotPolicy,
  iotPolicyPrincipalAttachment, iotProvisioningTemplate, iotResourceSpecificLogging, iotRoleAlias, iotScheduledAudit, iotSecurityProfile,
  iotSoftwarePackage, iotSoftwarePackageVersion, iotThing, iotThingGroup, iotThingPrincipalAttachment, iotThingType, iotTopicRule,
  iotTopicRuleDestination, customKegIotDataEndpoint, customKegIotEventConfigurations, customKegIotFleetIndex,
  customKegIotThingGroupPolicy,
] satisfies readonly ResourceType[]
