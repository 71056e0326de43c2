import type { OperationTypes } from '../model/model.generated.ts'
import { auditSuppressionOperations } from './audit-suppressions/index.ts'
import { auditOperations } from './audits/index.ts'
import { authorizerOperations } from './authorizers/index.ts'
import { billingGroupOperations } from './billing-groups/index.ts'
import { caCertificateOperations } from './ca-certificates/index.ts'
import { certificateProviderOperations } from './certificate-providers/index.ts'
import { certificateTransferOperations } from './certificate-transfers/index.ts'
import { certificateOperations } from './certificates/index.ts'
import { commandOperations } from './commands/index.ts'
import { customMetricOperations } from './custom-metrics/index.ts'
import { dataOperations } from './data/index.ts'
import { describeEndpoint } from './describe-endpoint.ts'
import { destinationOperations } from './destinations/index.ts'
import { dimensionOperations } from './dimensions/index.ts'
import { domainConfigurationOperations } from './domain-configurations/index.ts'
import { eventConfigurationOperations } from './event-configurations/index.ts'
import { fleetIndexOperations } from './fleet-index/index.ts'
import { fleetMetricOperations } from './fleet-metrics/index.ts'
import { jobOperations } from './jobs/index.ts'
import { loggingOperations } from './logging/index.ts'
import { mitigationActionOperations } from './mitigation-actions/index.ts'
import { mitigationTaskOperations } from './mitigation-tasks/index.ts'
import { otaUpdateOperations } from './ota-updates/index.ts'
import { packageOperations } from './packages/index.ts'
import { policyOperations } from './policies/index.ts'
import { provisioningOperations } from './provisioning/index.ts'
import { registrationTaskOperations } from './registration-tasks/index.ts'
import { roleAliasOperations } from './role-aliases/index.ts'
import { createTopicRule } from './rules/create-topic-rule.ts'
import { deleteTopicRule } from './rules/delete-topic-rule.ts'
import { disableTopicRule } from './rules/disable-topic-rule.ts'
import { enableTopicRule } from './rules/enable-topic-rule.ts'
import { getTopicRule } from './rules/get-topic-rule.ts'
import { listTopicRules } from './rules/list-topic-rules.ts'
import { replaceTopicRule } from './rules/replace-topic-rule.ts'
import { scheduledAuditOperations } from './scheduled-audits/index.ts'
import { securityProfileOperations } from './security-profiles/index.ts'
import { streamOperations } from './streams/index.ts'
import { tagOperations } from './tags/index.ts'
import { thingGroupOperations } from './thing-groups/index.ts'
import { thingTypeOperations } from './thing-types/index.ts'
import { thingOperations } from './things/index.ts'
import { violationOperations } from './violations/index.ts'

/** Every operation that Keg emulates, by AWS's name. */
export const operations = {
  ...auditOperations,
  ...auditSuppressionOperations,
  ...authorizerOperations,
  ...billingGroupOperations,
  ...caCertificateOperations,
  ...certificateOperations,
  ...certificateProviderOperations,
  ...certificateTransferOperations,
  ...commandOperations,
  ...customMetricOperations,
  ...dataOperations,
  ...destinationOperations,
  ...dimensionOperations,
  ...domainConfigurationOperations,
  ...eventConfigurationOperations,
  ...fleetIndexOperations,
  ...fleetMetricOperations,
  ...jobOperations,
  ...loggingOperations,
  ...mitigationActionOperations,
  ...mitigationTaskOperations,
  ...otaUpdateOperations,
  ...packageOperations,
  ...policyOperations,
  ...provisioningOperations,
  ...registrationTaskOperations,
  ...roleAliasOperations,
  ...scheduledAuditOperations,
  ...securityProfileOperations,
  ...streamOperations,
  ...tagOperations,
  ...thingGroupOperations,
  ...thingOperations,
  ...thingTypeOperations,
  ...violationOperations,
  CreateTopicRule: createTopicRule,
  DeleteTopicRule: deleteTopicRule,
  DescribeEndpoint: describeEndpoint,
  DisableTopicRule: disableTopicRule,
  EnableTopicRule: enableTopicRule,
  GetTopicRule: getTopicRule,
  ListTopicRules: listTopicRules,
  ReplaceTopicRule: replaceTopicRule,
} as const

type Registry = typeof operations

/** The operations by name, with what each takes and answers. */
export type Operations = {
  [Name in keyof Registry]: { input: OperationTypes[Name]['input']; output: Awaited<ReturnType<Registry[Name]['run']>> }
}
