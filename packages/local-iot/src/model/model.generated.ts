// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of @aws-sdk/client-iot and client-iot-data-plane,
// and constraints.json. Do not edit.
import type { Model, Route } from '@keg/aws-service'

export type Service = 'iot' | 'iotdata'

export const routes: readonly Route<Service>[] = [
  ['AcceptCertificateTransfer', 'iot', 'PATCH', '/accept-certificate-transfer/{certificateId}'],
  ['AddThingToBillingGroup', 'iot', 'PUT', '/billing-groups/addThingToBillingGroup'],
  ['AddThingToThingGroup', 'iot', 'PUT', '/thing-groups/addThingToThingGroup'],
  ['AssociateSbomWithPackageVersion', 'iot', 'PUT', '/packages/{packageName}/versions/{versionName}/sbom'],
  ['AssociateTargetsWithJob', 'iot', 'POST', '/jobs/{jobId}/targets'],
  ['AttachPolicy', 'iot', 'PUT', '/target-policies/{policyName}'],
  ['AttachPrincipalPolicy', 'iot', 'PUT', '/principal-policies/{policyName}'],
  ['AttachSecurityProfile', 'iot', 'PUT', '/security-profiles/{securityProfileName}/targets'],
  ['AttachThingPrincipal', 'iot', 'PUT', '/things/{thingName}/principals'],
  ['CancelAuditMitigationActionsTask', 'iot', 'PUT', '/audit/mitigationactions/tasks/{taskId}/cancel'],
  ['CancelAuditTask', 'iot', 'PUT', '/audit/tasks/{taskId}/cancel'],
  ['CancelCertificateTransfer', 'iot', 'PATCH', '/cancel-certificate-transfer/{certificateId}'],
  ['CancelDetectMitigationActionsTask', 'iot', 'PUT', '/detect/mitigationactions/tasks/{taskId}/cancel'],
  ['CancelJob', 'iot', 'PUT', '/jobs/{jobId}/cancel'],
  ['CancelJobExecution', 'iot', 'PUT', '/things/{thingName}/jobs/{jobId}/cancel'],
  ['ClearDefaultAuthorizer', 'iot', 'DELETE', '/default-authorizer'],
  ['ConfirmTopicRuleDestination', 'iot', 'GET', '/confirmdestination/{confirmationToken+}'],
  ['CreateAuditSuppression', 'iot', 'POST', '/audit/suppressions/create'],
  ['CreateAuthorizer', 'iot', 'POST', '/authorizer/{authorizerName}'],
  ['CreateBillingGroup', 'iot', 'POST', '/billing-groups/{billingGroupName}'],
  ['CreateCertificateFromCsr', 'iot', 'POST', '/certificates'],
  ['CreateCertificateProvider', 'iot', 'POST', '/certificate-providers/{certificateProviderName}'],
  ['CreateCommand', 'iot', 'PUT', '/commands/{commandId}'],
  ['CreateCustomMetric', 'iot', 'POST', '/custom-metric/{metricName}'],
  ['CreateDimension', 'iot', 'POST', '/dimensions/{name}'],
  ['CreateDomainConfiguration', 'iot', 'POST', '/domainConfigurations/{domainConfigurationName}'],
  ['CreateDynamicThingGroup', 'iot', 'POST', '/dynamic-thing-groups/{thingGroupName}'],
  ['CreateFleetMetric', 'iot', 'PUT', '/fleet-metric/{metricName}'],
  ['CreateJob', 'iot', 'PUT', '/jobs/{jobId}'],
  ['CreateJobTemplate', 'iot', 'PUT', '/job-templates/{jobTemplateId}'],
  ['CreateKeysAndCertificate', 'iot', 'POST', '/keys-and-certificate'],
  ['CreateMitigationAction', 'iot', 'POST', '/mitigationactions/actions/{actionName}'],
  ['CreateOTAUpdate', 'iot', 'POST', '/otaUpdates/{otaUpdateId}'],
  ['CreatePackage', 'iot', 'PUT', '/packages/{packageName}'],
  ['CreatePackageVersion', 'iot', 'PUT', '/packages/{packageName}/versions/{versionName}'],
  ['CreatePolicy', 'iot', 'POST', '/policies/{policyName}'],
  ['CreatePolicyVersion', 'iot', 'POST', '/policies/{policyName}/version'],
  ['CreateProvisioningClaim', 'iot', 'POST', '/provisioning-templates/{templateName}/provisioning-claim'],
  ['CreateProvisioningTemplate', 'iot', 'POST', '/provisioning-templates'],
  ['CreateProvisioningTemplateVersion', 'iot', 'POST', '/provisioning-templates/{templateName}/versions'],
  ['CreateRoleAlias', 'iot', 'POST', '/role-aliases/{roleAlias}'],
  ['CreateScheduledAudit', 'iot', 'POST', '/audit/scheduledaudits/{scheduledAuditName}'],
  ['CreateSecurityProfile', 'iot', 'POST', '/security-profiles/{securityProfileName}'],
  ['CreateStream', 'iot', 'POST', '/streams/{streamId}'],
  ['CreateThing', 'iot', 'POST', '/things/{thingName}'],
  ['CreateThingGroup', 'iot', 'POST', '/thing-groups/{thingGroupName}'],
  ['CreateThingType', 'iot', 'POST', '/thing-types/{thingTypeName}'],
  ['CreateTopicRule', 'iot', 'POST', '/rules/{ruleName}'],
  ['CreateTopicRuleDestination', 'iot', 'POST', '/destinations'],
  ['DeleteAccountAuditConfiguration', 'iot', 'DELETE', '/audit/configuration'],
  ['DeleteAuditSuppression', 'iot', 'POST', '/audit/suppressions/delete'],
  ['DeleteAuthorizer', 'iot', 'DELETE', '/authorizer/{authorizerName}'],
  ['DeleteBillingGroup', 'iot', 'DELETE', '/billing-groups/{billingGroupName}'],
  ['DeleteCACertificate', 'iot', 'DELETE', '/cacertificate/{certificateId}'],
  ['DeleteCertificate', 'iot', 'DELETE', '/certificates/{certificateId}'],
  ['DeleteCertificateProvider', 'iot', 'DELETE', '/certificate-providers/{certificateProviderName}'],
  ['DeleteCommand', 'iot', 'DELETE', '/commands/{commandId}'],
  ['DeleteCommandExecution', 'iot', 'DELETE', '/command-executions/{executionId}'],
  ['DeleteConnection', 'iotdata', 'DELETE', '/connections/{clientId}'],
  ['DeleteCustomMetric', 'iot', 'DELETE', '/custom-metric/{metricName}'],
  ['DeleteDimension', 'iot', 'DELETE', '/dimensions/{name}'],
  ['DeleteDomainConfiguration', 'iot', 'DELETE', '/domainConfigurations/{domainConfigurationName}'],
  ['DeleteDynamicThingGroup', 'iot', 'DELETE', '/dynamic-thing-groups/{thingGroupName}'],
  ['DeleteFleetMetric', 'iot', 'DELETE', '/fleet-metric/{metricName}'],
  ['DeleteJob', 'iot', 'DELETE', '/jobs/{jobId}'],
  ['DeleteJobExecution', 'iot', 'DELETE', '/things/{thingName}/jobs/{jobId}/executionNumber/{executionNumber}'],
  ['DeleteJobTemplate', 'iot', 'DELETE', '/job-templates/{jobTemplateId}'],
  ['DeleteMitigationAction', 'iot', 'DELETE', '/mitigationactions/actions/{actionName}'],
  ['DeleteOTAUpdate', 'iot', 'DELETE', '/otaUpdates/{otaUpdateId}'],
  ['DeletePackage', 'iot', 'DELETE', '/packages/{packageName}'],
  ['DeletePackageVersion', 'iot', 'DELETE', '/packages/{packageName}/versions/{versionName}'],
  ['DeletePolicy', 'iot', 'DELETE', '/policies/{policyName}'],
  ['DeletePolicyVersion', 'iot', 'DELETE', '/policies/{policyName}/version/{policyVersionId}'],
  ['DeleteProvisioningTemplate', 'iot', 'DELETE', '/provisioning-templates/{templateName}'],
  ['DeleteProvisioningTemplateVersion', 'iot', 'DELETE', '/provisioning-templates/{templateName}/versions/{versionId}'],
  ['DeleteRegistrationCode', 'iot', 'DELETE', '/registrationcode'],
  ['DeleteRoleAlias', 'iot', 'DELETE', '/role-aliases/{roleAlias}'],
  ['DeleteScheduledAudit', 'iot', 'DELETE', '/audit/scheduledaudits/{scheduledAuditName}'],
  ['DeleteSecurityProfile', 'iot', 'DELETE', '/security-profiles/{securityProfileName}'],
  ['DeleteStream', 'iot', 'DELETE', '/streams/{streamId}'],
  ['DeleteThing', 'iot', 'DELETE', '/things/{thingName}'],
  ['DeleteThingGroup', 'iot', 'DELETE', '/thing-groups/{thingGroupName}'],
  ['DeleteThingShadow', 'iotdata', 'DELETE', '/things/{thingName}/shadow'],
  ['DeleteThingType', 'iot', 'DELETE', '/thing-types/{thingTypeName}'],
  ['DeleteTopicRule', 'iot', 'DELETE', '/rules/{ruleName}'],
  ['DeleteTopicRuleDestination', 'iot', 'DELETE', '/destinations/{arn+}'],
  ['DeleteV2LoggingLevel', 'iot', 'DELETE', '/v2LoggingLevel'],
  ['DeprecateThingType', 'iot', 'POST', '/thing-types/{thingTypeName}/deprecate'],
  ['DescribeAccountAuditConfiguration', 'iot', 'GET', '/audit/configuration'],
  ['DescribeAuditFinding', 'iot', 'GET', '/audit/findings/{findingId}'],
  ['DescribeAuditMitigationActionsTask', 'iot', 'GET', '/audit/mitigationactions/tasks/{taskId}'],
  ['DescribeAuditSuppression', 'iot', 'POST', '/audit/suppressions/describe'],
  ['DescribeAuditTask', 'iot', 'GET', '/audit/tasks/{taskId}'],
  ['DescribeAuthorizer', 'iot', 'GET', '/authorizer/{authorizerName}'],
  ['DescribeBillingGroup', 'iot', 'GET', '/billing-groups/{billingGroupName}'],
  ['DescribeCACertificate', 'iot', 'GET', '/cacertificate/{certificateId}'],
  ['DescribeCertificate', 'iot', 'GET', '/certificates/{certificateId}'],
  ['DescribeCertificateProvider', 'iot', 'GET', '/certificate-providers/{certificateProviderName}'],
  ['DescribeCustomMetric', 'iot', 'GET', '/custom-metric/{metricName}'],
  ['DescribeDefaultAuthorizer', 'iot', 'GET', '/default-authorizer'],
  ['DescribeDetectMitigationActionsTask', 'iot', 'GET', '/detect/mitigationactions/tasks/{taskId}'],
  ['DescribeDimension', 'iot', 'GET', '/dimensions/{name}'],
  ['DescribeDomainConfiguration', 'iot', 'GET', '/domainConfigurations/{domainConfigurationName}'],
  ['DescribeEncryptionConfiguration', 'iot', 'GET', '/encryption-configuration'],
  ['DescribeEndpoint', 'iot', 'GET', '/endpoint'],
  ['DescribeEventConfigurations', 'iot', 'GET', '/event-configurations'],
  ['DescribeFleetMetric', 'iot', 'GET', '/fleet-metric/{metricName}'],
  ['DescribeIndex', 'iot', 'GET', '/indices/{indexName}'],
  ['DescribeJob', 'iot', 'GET', '/jobs/{jobId}'],
  ['DescribeJobExecution', 'iot', 'GET', '/things/{thingName}/jobs/{jobId}'],
  ['DescribeJobTemplate', 'iot', 'GET', '/job-templates/{jobTemplateId}'],
  ['DescribeManagedJobTemplate', 'iot', 'GET', '/managed-job-templates/{templateName}'],
  ['DescribeMitigationAction', 'iot', 'GET', '/mitigationactions/actions/{actionName}'],
  ['DescribeProvisioningTemplate', 'iot', 'GET', '/provisioning-templates/{templateName}'],
  ['DescribeProvisioningTemplateVersion', 'iot', 'GET', '/provisioning-templates/{templateName}/versions/{versionId}'],
  ['DescribeRoleAlias', 'iot', 'GET', '/role-aliases/{roleAlias}'],
  ['DescribeScheduledAudit', 'iot', 'GET', '/audit/scheduledaudits/{scheduledAuditName}'],
  ['DescribeSecurityProfile', 'iot', 'GET', '/security-profiles/{securityProfileName}'],
  ['DescribeStream', 'iot', 'GET', '/streams/{streamId}'],
  ['DescribeThing', 'iot', 'GET', '/things/{thingName}'],
  ['DescribeThingGroup', 'iot', 'GET', '/thing-groups/{thingGroupName}'],
  ['DescribeThingRegistrationTask', 'iot', 'GET', '/thing-registration-tasks/{taskId}'],
  ['DescribeThingType', 'iot', 'GET', '/thing-types/{thingTypeName}'],
  ['DetachPolicy', 'iot', 'POST', '/target-policies/{policyName}'],
  ['DetachPrincipalPolicy', 'iot', 'DELETE', '/principal-policies/{policyName}'],
  ['DetachSecurityProfile', 'iot', 'DELETE', '/security-profiles/{securityProfileName}/targets'],
  ['DetachThingPrincipal', 'iot', 'DELETE', '/things/{thingName}/principals'],
  ['DisableTopicRule', 'iot', 'POST', '/rules/{ruleName}/disable'],
  ['DisassociateSbomFromPackageVersion', 'iot', 'DELETE', '/packages/{packageName}/versions/{versionName}/sbom'],
  ['EnableTopicRule', 'iot', 'POST', '/rules/{ruleName}/enable'],
  ['GetBehaviorModelTrainingSummaries', 'iot', 'GET', '/behavior-model-training/summaries'],
  ['GetBucketsAggregation', 'iot', 'POST', '/indices/buckets'],
  ['GetCardinality', 'iot', 'POST', '/indices/cardinality'],
  ['GetCommand', 'iot', 'GET', '/commands/{commandId}'],
  ['GetCommandExecution', 'iot', 'GET', '/command-executions/{executionId}'],
  ['GetConnection', 'iotdata', 'GET', '/connections/{clientId}'],
  ['GetEffectivePolicies', 'iot', 'POST', '/effective-policies'],
  ['GetIndexingConfiguration', 'iot', 'GET', '/indexing/config'],
  ['GetJobDocument', 'iot', 'GET', '/jobs/{jobId}/job-document'],
  ['GetLoggingOptions', 'iot', 'GET', '/loggingOptions'],
  ['GetOTAUpdate', 'iot', 'GET', '/otaUpdates/{otaUpdateId}'],
  ['GetPackage', 'iot', 'GET', '/packages/{packageName}'],
  ['GetPackageConfiguration', 'iot', 'GET', '/package-configuration'],
  ['GetPackageVersion', 'iot', 'GET', '/packages/{packageName}/versions/{versionName}'],
  ['GetPercentiles', 'iot', 'POST', '/indices/percentiles'],
  ['GetPolicy', 'iot', 'GET', '/policies/{policyName}'],
  ['GetPolicyVersion', 'iot', 'GET', '/policies/{policyName}/version/{policyVersionId}'],
  ['GetRegistrationCode', 'iot', 'GET', '/registrationcode'],
  ['GetRetainedMessage', 'iotdata', 'GET', '/retainedMessage/{topic}'],
  ['GetStatistics', 'iot', 'POST', '/indices/statistics'],
  ['GetThingConnectivityData', 'iot', 'POST', '/things/{thingName}/connectivity-data'],
  ['GetThingShadow', 'iotdata', 'GET', '/things/{thingName}/shadow'],
  ['GetTopicRule', 'iot', 'GET', '/rules/{ruleName}'],
  ['GetTopicRuleDestination', 'iot', 'GET', '/destinations/{arn+}'],
  ['GetV2LoggingOptions', 'iot', 'GET', '/v2LoggingOptions'],
  ['ListActiveViolations', 'iot', 'GET', '/active-violations'],
  ['ListAttachedPolicies', 'iot', 'POST', '/attached-policies/{target}'],
  ['ListAuditFindings', 'iot', 'POST', '/audit/findings'],
  ['ListAuditMitigationActionsExecutions', 'iot', 'GET', '/audit/mitigationactions/executions'],
  ['ListAuditMitigationActionsTasks', 'iot', 'GET', '/audit/mitigationactions/tasks'],
  ['ListAuditSuppressions', 'iot', 'POST', '/audit/suppressions/list'],
  ['ListAuditTasks', 'iot', 'GET', '/audit/tasks'],
  ['ListAuthorizers', 'iot', 'GET', '/authorizers'],
  ['ListBillingGroups', 'iot', 'GET', '/billing-groups'],
  ['ListCACertificates', 'iot', 'GET', '/cacertificates'],
  ['ListCertificateProviders', 'iot', 'GET', '/certificate-providers'],
  ['ListCertificates', 'iot', 'GET', '/certificates'],
  ['ListCertificatesByCA', 'iot', 'GET', '/certificates-by-ca/{caCertificateId}'],
  ['ListCommandExecutions', 'iot', 'POST', '/command-executions'],
  ['ListCommands', 'iot', 'GET', '/commands'],
  ['ListCustomMetrics', 'iot', 'GET', '/custom-metrics'],
  ['ListDetectMitigationActionsExecutions', 'iot', 'GET', '/detect/mitigationactions/executions'],
  ['ListDetectMitigationActionsTasks', 'iot', 'GET', '/detect/mitigationactions/tasks'],
  ['ListDimensions', 'iot', 'GET', '/dimensions'],
  ['ListDomainConfigurations', 'iot', 'GET', '/domainConfigurations'],
  ['ListFleetMetrics', 'iot', 'GET', '/fleet-metrics'],
  ['ListIndices', 'iot', 'GET', '/indices'],
  ['ListJobExecutionsForJob', 'iot', 'GET', '/jobs/{jobId}/things'],
  ['ListJobExecutionsForThing', 'iot', 'GET', '/things/{thingName}/jobs'],
  ['ListJobTemplates', 'iot', 'GET', '/job-templates'],
  ['ListJobs', 'iot', 'GET', '/jobs'],
  ['ListManagedJobTemplates', 'iot', 'GET', '/managed-job-templates'],
  ['ListMetricValues', 'iot', 'GET', '/metric-values'],
  ['ListMitigationActions', 'iot', 'GET', '/mitigationactions/actions'],
  ['ListNamedShadowsForThing', 'iotdata', 'GET', '/api/things/shadow/ListNamedShadowsForThing/{thingName}'],
  ['ListOTAUpdates', 'iot', 'GET', '/otaUpdates'],
  ['ListOutgoingCertificates', 'iot', 'GET', '/certificates-out-going'],
  ['ListPackageVersions', 'iot', 'GET', '/packages/{packageName}/versions'],
  ['ListPackages', 'iot', 'GET', '/packages'],
  ['ListPolicies', 'iot', 'GET', '/policies'],
  ['ListPolicyPrincipals', 'iot', 'GET', '/policy-principals'],
  ['ListPolicyVersions', 'iot', 'GET', '/policies/{policyName}/version'],
  ['ListPrincipalPolicies', 'iot', 'GET', '/principal-policies'],
  ['ListPrincipalThings', 'iot', 'GET', '/principals/things'],
  ['ListPrincipalThingsV2', 'iot', 'GET', '/principals/things-v2'],
  ['ListProvisioningTemplateVersions', 'iot', 'GET', '/provisioning-templates/{templateName}/versions'],
  ['ListProvisioningTemplates', 'iot', 'GET', '/provisioning-templates'],
  ['ListRelatedResourcesForAuditFinding', 'iot', 'GET', '/audit/relatedResources'],
  ['ListRetainedMessages', 'iotdata', 'GET', '/retainedMessage'],
  ['ListRoleAliases', 'iot', 'GET', '/role-aliases'],
  ['ListSbomValidationResults', 'iot', 'GET', '/packages/{packageName}/versions/{versionName}/sbom-validation-results'],
  ['ListScheduledAudits', 'iot', 'GET', '/audit/scheduledaudits'],
  ['ListSecurityProfiles', 'iot', 'GET', '/security-profiles'],
  ['ListSecurityProfilesForTarget', 'iot', 'GET', '/security-profiles-for-target'],
  ['ListStreams', 'iot', 'GET', '/streams'],
  ['ListSubscriptions', 'iotdata', 'GET', '/connections/{clientId}/subscriptions'],
  ['ListTagsForResource', 'iot', 'GET', '/tags'],
  ['ListTargetsForPolicy', 'iot', 'POST', '/policy-targets/{policyName}'],
  ['ListTargetsForSecurityProfile', 'iot', 'GET', '/security-profiles/{securityProfileName}/targets'],
  ['ListThingGroups', 'iot', 'GET', '/thing-groups'],
  ['ListThingGroupsForThing', 'iot', 'GET', '/things/{thingName}/thing-groups'],
  ['ListThingPrincipals', 'iot', 'GET', '/things/{thingName}/principals'],
  ['ListThingPrincipalsV2', 'iot', 'GET', '/things/{thingName}/principals-v2'],
  ['ListThingRegistrationTaskReports', 'iot', 'GET', '/thing-registration-tasks/{taskId}/reports'],
  ['ListThingRegistrationTasks', 'iot', 'GET', '/thing-registration-tasks'],
  ['ListThingTypes', 'iot', 'GET', '/thing-types'],
  ['ListThings', 'iot', 'GET', '/things'],
  ['ListThingsInBillingGroup', 'iot', 'GET', '/billing-groups/{billingGroupName}/things'],
  ['ListThingsInThingGroup', 'iot', 'GET', '/thing-groups/{thingGroupName}/things'],
  ['ListTopicRuleDestinations', 'iot', 'GET', '/destinations'],
  ['ListTopicRules', 'iot', 'GET', '/rules'],
  ['ListV2LoggingLevels', 'iot', 'GET', '/v2LoggingLevel'],
  ['ListViolationEvents', 'iot', 'GET', '/violation-events'],
  ['Publish', 'iotdata', 'POST', '/topics/{topic}'],
  ['PutVerificationStateOnViolation', 'iot', 'POST', '/violations/verification-state/{violationId}'],
  ['RegisterCACertificate', 'iot', 'POST', '/cacertificate'],
  ['RegisterCertificate', 'iot', 'POST', '/certificate/register'],
  ['RegisterCertificateWithoutCA', 'iot', 'POST', '/certificate/register-no-ca'],
  ['RegisterThing', 'iot', 'POST', '/things'],
  ['RejectCertificateTransfer', 'iot', 'PATCH', '/reject-certificate-transfer/{certificateId}'],
  ['RemoveThingFromBillingGroup', 'iot', 'PUT', '/billing-groups/removeThingFromBillingGroup'],
  ['RemoveThingFromThingGroup', 'iot', 'PUT', '/thing-groups/removeThingFromThingGroup'],
  ['ReplaceTopicRule', 'iot', 'PATCH', '/rules/{ruleName}'],
  ['SearchIndex', 'iot', 'POST', '/indices/search'],
  ['SendDirectMessage', 'iotdata', 'POST', '/connections/{clientId}/messages'],
  ['SetDefaultAuthorizer', 'iot', 'POST', '/default-authorizer'],
  ['SetDefaultPolicyVersion', 'iot', 'PATCH', '/policies/{policyName}/version/{policyVersionId}'],
  ['SetLoggingOptions', 'iot', 'POST', '/loggingOptions'],
  ['SetV2LoggingLevel', 'iot', 'POST', '/v2LoggingLevel'],
  ['SetV2LoggingOptions', 'iot', 'POST', '/v2LoggingOptions'],
  ['StartAuditMitigationActionsTask', 'iot', 'POST', '/audit/mitigationactions/tasks/{taskId}'],
  ['StartDetectMitigationActionsTask', 'iot', 'PUT', '/detect/mitigationactions/tasks/{taskId}'],
  ['StartOnDemandAuditTask', 'iot', 'POST', '/audit/tasks'],
  ['StartThingRegistrationTask', 'iot', 'POST', '/thing-registration-tasks'],
  ['StopThingRegistrationTask', 'iot', 'PUT', '/thing-registration-tasks/{taskId}/cancel'],
  ['TagResource', 'iot', 'POST', '/tags'],
  ['TestAuthorization', 'iot', 'POST', '/test-authorization'],
  ['TestInvokeAuthorizer', 'iot', 'POST', '/authorizer/{authorizerName}/test'],
  ['TransferCertificate', 'iot', 'PATCH', '/transfer-certificate/{certificateId}'],
  ['UntagResource', 'iot', 'POST', '/untag'],
  ['UpdateAccountAuditConfiguration', 'iot', 'PATCH', '/audit/configuration'],
  ['UpdateAuditSuppression', 'iot', 'PATCH', '/audit/suppressions/update'],
  ['UpdateAuthorizer', 'iot', 'PUT', '/authorizer/{authorizerName}'],
  ['UpdateBillingGroup', 'iot', 'PATCH', '/billing-groups/{billingGroupName}'],
  ['UpdateCACertificate', 'iot', 'PUT', '/cacertificate/{certificateId}'],
  ['UpdateCertificate', 'iot', 'PUT', '/certificates/{certificateId}'],
  ['UpdateCertificateProvider', 'iot', 'PUT', '/certificate-providers/{certificateProviderName}'],
  ['UpdateCommand', 'iot', 'PATCH', '/commands/{commandId}'],
  ['UpdateCustomMetric', 'iot', 'PATCH', '/custom-metric/{metricName}'],
  ['UpdateDimension', 'iot', 'PATCH', '/dimensions/{name}'],
  ['UpdateDomainConfiguration', 'iot', 'PUT', '/domainConfigurations/{domainConfigurationName}'],
  ['UpdateDynamicThingGroup', 'iot', 'PATCH', '/dynamic-thing-groups/{thingGroupName}'],
  ['UpdateEncryptionConfiguration', 'iot', 'PATCH', '/encryption-configuration'],
  ['UpdateEventConfigurations', 'iot', 'PATCH', '/event-configurations'],
  ['UpdateFleetMetric', 'iot', 'PATCH', '/fleet-metric/{metricName}'],
  ['UpdateIndexingConfiguration', 'iot', 'POST', '/indexing/config'],
  ['UpdateJob', 'iot', 'PATCH', '/jobs/{jobId}'],
  ['UpdateMitigationAction', 'iot', 'PATCH', '/mitigationactions/actions/{actionName}'],
  ['UpdatePackage', 'iot', 'PATCH', '/packages/{packageName}'],
  ['UpdatePackageConfiguration', 'iot', 'PATCH', '/package-configuration'],
  ['UpdatePackageVersion', 'iot', 'PATCH', '/packages/{packageName}/versions/{versionName}'],
  ['UpdateProvisioningTemplate', 'iot', 'PATCH', '/provisioning-templates/{templateName}'],
  ['UpdateRoleAlias', 'iot', 'PUT', '/role-aliases/{roleAlias}'],
  ['UpdateScheduledAudit', 'iot', 'PATCH', '/audit/scheduledaudits/{scheduledAuditName}'],
  ['UpdateSecurityProfile', 'iot', 'PATCH', '/security-profiles/{securityProfileName}'],
  ['UpdateStream', 'iot', 'PUT', '/streams/{streamId}'],
  ['UpdateThing', 'iot', 'PATCH', '/things/{thingName}'],
  ['UpdateThingGroup', 'iot', 'PATCH', '/thing-groups/{thingGroupName}'],
  ['UpdateThingGroupsForThing', 'iot', 'PUT', '/thing-groups/updateThingGroupsForThing'],
  ['UpdateThingShadow', 'iotdata', 'POST', '/things/{thingName}/shadow'],
  ['UpdateThingType', 'iot', 'PATCH', '/thing-types/{thingTypeName}'],
  ['UpdateTopicRuleDestination', 'iot', 'PATCH', '/destinations'],
  ['ValidateSecurityProfileBehaviors', 'iot', 'POST', '/security-profile-behaviors/validate'],
]

export const model: Model = {
  structures: {
    AbortConfig: { criteriaList: { type: 'list:struct:AbortCriteria', required: true, constraint: 'AbortCriteriaList' } },
    AbortCriteria: { failureType: { type: 'string', required: true, constraint: 'JobExecutionFailureType' }, action: { type: 'string', required: true, constraint: 'AbortAction' }, thresholdPercentage: { type: 'number', required: true, constraint: 'AbortThresholdPercentage' }, minNumberOfExecutedThings: { type: 'number', required: true, constraint: 'MinimumNumberOfExecutedThings' } },
    AcceptCertificateTransferRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' }, setAsActive: { type: 'boolean', in: 'query:setAsActive' } },
    Action: { dynamoDB: { type: 'struct:DynamoDBAction' }, dynamoDBv2: { type: 'struct:DynamoDBv2Action' }, lambda: { type: 'struct:LambdaAction' }, sns: { type: 'struct:SnsAction' }, sqs: { type: 'struct:SqsAction' }, kinesis: { type: 'struct:KinesisAction' }, republish: { type: 'struct:RepublishAction' }, s3: { type: 'struct:S3Action' }, firehose: { type: 'struct:FirehoseAction' }, cloudwatchMetric: { type: 'struct:CloudwatchMetricAction' }, cloudwatchAlarm: { type: 'struct:CloudwatchAlarmAction' }, cloudwatchLogs: { type: 'struct:CloudwatchLogsAction' }, elasticsearch: { type: 'struct:ElasticsearchAction' }, salesforce: { type: 'struct:SalesforceAction' }, iotAnalytics: { type: 'struct:IotAnalyticsAction' }, iotEvents: { type: 'struct:IotEventsAction' }, iotSiteWise: { type: 'struct:IotSiteWiseAction' }, stepFunctions: { type: 'struct:StepFunctionsAction' }, timestream: { type: 'struct:TimestreamAction' }, http: { type: 'struct:HttpAction' }, kafka: { type: 'struct:KafkaAction' }, openSearch: { type: 'struct:OpenSearchAction' }, location: { type: 'struct:LocationAction' }, influxDB: { type: 'struct:InfluxDBAction' } },
    ActiveViolation: { violationId: { type: 'string' }, thingName: { type: 'string' }, securityProfileName: { type: 'string' }, behavior: { type: 'struct:Behavior' }, lastViolationValue: { type: 'struct:MetricValue' }, violationEventAdditionalInfo: { type: 'struct:ViolationEventAdditionalInfo' }, verificationState: { type: 'string' }, verificationStateDescription: { type: 'string' }, lastViolationTime: { type: 'timestamp' }, violationStartTime: { type: 'timestamp' } },
    AddThingToBillingGroupRequest: { billingGroupName: { type: 'string', constraint: 'BillingGroupName' }, billingGroupArn: { type: 'string' }, thingName: { type: 'string', constraint: 'ThingName' }, thingArn: { type: 'string' } },
    AddThingToBillingGroupResponse: { },
    AddThingToThingGroupRequest: { thingGroupName: { type: 'string', constraint: 'ThingGroupName' }, thingGroupArn: { type: 'string' }, thingName: { type: 'string', constraint: 'ThingName' }, thingArn: { type: 'string' }, overrideDynamicGroups: { type: 'boolean' } },
    AddThingToThingGroupResponse: { },
    AddThingsToThingGroupParams: { thingGroupNames: { type: 'list:string', required: true, constraint: 'ThingGroupNames' }, overrideDynamicGroups: { type: 'boolean' } },
    AggregationType: { name: { type: 'string', required: true, constraint: 'AggregationTypeName' }, values: { type: 'list:string', constraint: 'AggregationTypeValues' } },
    AlertTarget: { alertTargetArn: { type: 'string', required: true }, roleArn: { type: 'string', required: true, constraint: 'RoleArn' } },
    Allowed: { policies: { type: 'list:struct:Policy' } },
    AssetPropertyTimestamp: { timeInSeconds: { type: 'string', required: true }, offsetInNanos: { type: 'string' } },
    AssetPropertyValue: { value: { type: 'struct:AssetPropertyVariant', required: true }, timestamp: { type: 'struct:AssetPropertyTimestamp', required: true }, quality: { type: 'string' } },
    AssetPropertyVariant: { stringValue: { type: 'string', constraint: 'AssetPropertyStringValue' }, integerValue: { type: 'string' }, doubleValue: { type: 'string' }, booleanValue: { type: 'string' } },
    AssociateTargetsWithJobRequest: { targets: { type: 'list:string', required: true, constraint: 'JobTargets' }, jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, comment: { type: 'string', constraint: 'Comment' }, namespaceId: { type: 'string', in: 'query:namespaceId', constraint: 'NamespaceId' } },
    AssociateTargetsWithJobResponse: { jobArn: { type: 'string' }, jobId: { type: 'string' }, description: { type: 'string' } },
    AttachPolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, target: { type: 'string', required: true } },
    AttachPrincipalPolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, principal: { type: 'string', required: true, in: 'header:x-amzn-iot-principal' } },
    AttachSecurityProfileRequest: { securityProfileName: { type: 'string', required: true, in: 'label', constraint: 'SecurityProfileName' }, securityProfileTargetArn: { type: 'string', required: true, in: 'query:securityProfileTargetArn' } },
    AttachSecurityProfileResponse: { },
    AttachThingPrincipalRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, principal: { type: 'string', required: true, in: 'header:x-amzn-principal' }, thingPrincipalType: { type: 'string', in: 'query:thingPrincipalType', constraint: 'ThingPrincipalType' } },
    AttachThingPrincipalResponse: { },
    AttributePayload: { attributes: { type: 'map:string', constraint: 'Attributes' }, merge: { type: 'boolean' } },
    AuditCheckConfiguration: { enabled: { type: 'boolean' }, configuration: { type: 'map:string', constraint: 'CheckCustomConfiguration' } },
    AuditCheckDetails: { checkRunStatus: { type: 'string' }, checkCompliant: { type: 'boolean' }, totalResourcesCount: { type: 'number' }, nonCompliantResourcesCount: { type: 'number' }, suppressedNonCompliantResourcesCount: { type: 'number' }, errorCode: { type: 'string' }, message: { type: 'string' } },
    AuditFinding: { findingId: { type: 'string' }, taskId: { type: 'string' }, checkName: { type: 'string' }, taskStartTime: { type: 'timestamp' }, findingTime: { type: 'timestamp' }, severity: { type: 'string' }, nonCompliantResource: { type: 'struct:NonCompliantResource' }, relatedResources: { type: 'list:struct:RelatedResource' }, reasonForNonCompliance: { type: 'string' }, reasonForNonComplianceCode: { type: 'string' }, isSuppressed: { type: 'boolean' } },
    AuditMitigationActionExecutionMetadata: { taskId: { type: 'string' }, findingId: { type: 'string' }, actionName: { type: 'string' }, actionId: { type: 'string' }, status: { type: 'string' }, startTime: { type: 'timestamp' }, endTime: { type: 'timestamp' }, errorCode: { type: 'string' }, message: { type: 'string' } },
    AuditMitigationActionsTaskMetadata: { taskId: { type: 'string' }, startTime: { type: 'timestamp' }, taskStatus: { type: 'string' } },
    AuditMitigationActionsTaskTarget: { auditTaskId: { type: 'string', constraint: 'AuditTaskId' }, findingIds: { type: 'list:string', constraint: 'FindingIds' }, auditCheckToReasonCodeFilter: { type: 'map:list:string', constraint: 'AuditCheckToReasonCodeFilter' } },
    AuditNotificationTarget: { targetArn: { type: 'string', constraint: 'TargetArn' }, roleArn: { type: 'string', constraint: 'RoleArn' }, enabled: { type: 'boolean' } },
    AuditSuppression: { checkName: { type: 'string', required: true }, resourceIdentifier: { type: 'struct:ResourceIdentifier', required: true }, expirationDate: { type: 'timestamp' }, suppressIndefinitely: { type: 'boolean' }, description: { type: 'string' } },
    AuditTaskMetadata: { taskId: { type: 'string' }, taskStatus: { type: 'string' }, taskType: { type: 'string' } },
    AuthInfo: { resources: { type: 'list:string', required: true, constraint: 'Resources' }, actionType: { type: 'string', constraint: 'ActionType' } },
    AuthResult: { authInfo: { type: 'struct:AuthInfo' }, allowed: { type: 'struct:Allowed' }, denied: { type: 'struct:Denied' }, authDecision: { type: 'string' }, missingContextValues: { type: 'list:string' } },
    AuthorizerConfig: { defaultAuthorizerName: { type: 'string', constraint: 'AuthorizerName' }, allowAuthorizerOverride: { type: 'boolean' } },
    AuthorizerDescription: { authorizerName: { type: 'string' }, authorizerArn: { type: 'string' }, authorizerFunctionArn: { type: 'string' }, tokenKeyName: { type: 'string' }, tokenSigningPublicKeys: { type: 'map:string' }, status: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, signingDisabled: { type: 'boolean' }, enableCachingForHttp: { type: 'boolean' } },
    AuthorizerSummary: { authorizerName: { type: 'string' }, authorizerArn: { type: 'string' } },
    AwsJobAbortConfig: { abortCriteriaList: { type: 'list:struct:AwsJobAbortCriteria', required: true, constraint: 'AwsJobAbortCriteriaList' } },
    AwsJobAbortCriteria: { failureType: { type: 'string', required: true, constraint: 'AwsJobAbortCriteriaFailureType' }, action: { type: 'string', required: true, constraint: 'AwsJobAbortCriteriaAbortAction' }, thresholdPercentage: { type: 'number', required: true, constraint: 'AwsJobAbortCriteriaAbortThresholdPercentage' }, minNumberOfExecutedThings: { type: 'number', required: true, constraint: 'AwsJobAbortCriteriaMinimumNumberOfExecutedThings' } },
    AwsJobExecutionsRolloutConfig: { maximumPerMinute: { type: 'number', constraint: 'MaximumPerMinute' }, exponentialRate: { type: 'struct:AwsJobExponentialRolloutRate' } },
    AwsJobExponentialRolloutRate: { baseRatePerMinute: { type: 'number', required: true, constraint: 'AwsJobRolloutRatePerMinute' }, incrementFactor: { type: 'number', required: true }, rateIncreaseCriteria: { type: 'struct:AwsJobRateIncreaseCriteria', required: true } },
    AwsJobPresignedUrlConfig: { expiresInSec: { type: 'number' } },
    AwsJobRateIncreaseCriteria: { numberOfNotifiedThings: { type: 'number', constraint: 'AwsJobRateIncreaseCriteriaNumberOfThings' }, numberOfSucceededThings: { type: 'number', constraint: 'AwsJobRateIncreaseCriteriaNumberOfThings' } },
    AwsJobTimeoutConfig: { inProgressTimeoutInMinutes: { type: 'number' } },
    AwsJsonSubstitutionCommandPreprocessorConfig: { outputFormat: { type: 'string', required: true, constraint: 'OutputFormat' } },
    BatchConfig: { maxBatchOpenMs: { type: 'number', constraint: 'MaxBatchOpenMs' }, maxBatchSize: { type: 'number', constraint: 'MaxBatchSize' }, maxBatchSizeBytes: { type: 'number', constraint: 'MaxBatchSizeBytes' }, batchAcrossTopics: { type: 'boolean' } },
    Behavior: { name: { type: 'string', required: true, constraint: 'BehaviorName' }, metric: { type: 'string' }, metricDimension: { type: 'struct:MetricDimension' }, criteria: { type: 'struct:BehaviorCriteria' }, suppressAlerts: { type: 'boolean' }, exportMetric: { type: 'boolean' } },
    BehaviorCriteria: { comparisonOperator: { type: 'string', constraint: 'ComparisonOperator' }, value: { type: 'struct:MetricValue' }, durationSeconds: { type: 'number' }, consecutiveDatapointsToAlarm: { type: 'number', constraint: 'ConsecutiveDatapointsToAlarm' }, consecutiveDatapointsToClear: { type: 'number', constraint: 'ConsecutiveDatapointsToClear' }, statisticalThreshold: { type: 'struct:StatisticalThreshold' }, mlDetectionConfig: { type: 'struct:MachineLearningDetectionConfig' } },
    BillingGroupMetadata: { creationDate: { type: 'timestamp' } },
    BillingGroupProperties: { billingGroupDescription: { type: 'string', constraint: 'BillingGroupDescription' } },
    Bucket: { keyValue: { type: 'string' }, count: { type: 'number' } },
    BucketsAggregationType: { termsAggregation: { type: 'struct:TermsAggregation' } },
    CACertificate: { certificateArn: { type: 'string' }, certificateId: { type: 'string' }, status: { type: 'string' }, creationDate: { type: 'timestamp' } },
    CACertificateDescription: { certificateArn: { type: 'string' }, certificateId: { type: 'string' }, status: { type: 'string' }, certificatePem: { type: 'string' }, ownedBy: { type: 'string' }, creationDate: { type: 'timestamp' }, autoRegistrationStatus: { type: 'string' }, lastModifiedDate: { type: 'timestamp' }, customerVersion: { type: 'number' }, generationId: { type: 'string' }, validity: { type: 'struct:CertificateValidity' }, certificateMode: { type: 'string' } },
    CancelAuditMitigationActionsTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionsTaskId' } },
    CancelAuditMitigationActionsTaskResponse: { },
    CancelAuditTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'AuditTaskId' } },
    CancelAuditTaskResponse: { },
    CancelCertificateTransferRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' } },
    CancelDetectMitigationActionsTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionsTaskId' } },
    CancelDetectMitigationActionsTaskResponse: { },
    CancelJobExecutionRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, force: { type: 'boolean', in: 'query:force' }, expectedVersion: { type: 'number' }, statusDetails: { type: 'map:string', constraint: 'DetailsMap' } },
    CancelJobRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, reasonCode: { type: 'string', constraint: 'ReasonCode' }, comment: { type: 'string', constraint: 'Comment' }, force: { type: 'boolean', in: 'query:force' } },
    CancelJobResponse: { jobArn: { type: 'string' }, jobId: { type: 'string' }, description: { type: 'string' } },
    Certificate: { certificateArn: { type: 'string' }, certificateId: { type: 'string' }, status: { type: 'string' }, certificateMode: { type: 'string' }, creationDate: { type: 'timestamp' } },
    CertificateDescription: { certificateArn: { type: 'string' }, certificateId: { type: 'string' }, caCertificateId: { type: 'string' }, status: { type: 'string' }, certificatePem: { type: 'string' }, ownedBy: { type: 'string' }, previousOwnedBy: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, customerVersion: { type: 'number' }, transferData: { type: 'struct:TransferData' }, generationId: { type: 'string' }, validity: { type: 'struct:CertificateValidity' }, certificateMode: { type: 'string' } },
    CertificateProviderSummary: { certificateProviderName: { type: 'string' }, certificateProviderArn: { type: 'string' } },
    CertificateValidity: { notBefore: { type: 'timestamp' }, notAfter: { type: 'timestamp' } },
    ClearDefaultAuthorizerRequest: { },
    ClearDefaultAuthorizerResponse: { },
    ClientCertificateConfig: { clientCertificateCallbackArn: { type: 'string', constraint: 'ClientCertificateCallbackArn' } },
    CloudwatchAlarmAction: { roleArn: { type: 'string', required: true }, alarmName: { type: 'string', required: true }, stateReason: { type: 'string', required: true }, stateValue: { type: 'string', required: true } },
    CloudwatchLogsAction: { roleArn: { type: 'string', required: true }, logGroupName: { type: 'string', required: true }, batchMode: { type: 'boolean' } },
    CloudwatchMetricAction: { roleArn: { type: 'string', required: true }, metricNamespace: { type: 'string', required: true }, metricName: { type: 'string', required: true }, metricValue: { type: 'string', required: true }, metricUnit: { type: 'string', required: true }, metricTimestamp: { type: 'string' } },
    CodeSigning: { awsSignerJobId: { type: 'string' }, startSigningJobParameter: { type: 'struct:StartSigningJobParameter' }, customCodeSigning: { type: 'struct:CustomCodeSigning' } },
    CodeSigningCertificateChain: { certificateName: { type: 'string' }, inlineDocument: { type: 'string' } },
    CodeSigningSignature: { inlineDocument: { type: 'blob' } },
    CommandExecutionResult: { S: { type: 'string' }, B: { type: 'boolean' }, BIN: { type: 'blob' } },
    CommandExecutionSummary: { commandArn: { type: 'string' }, executionId: { type: 'string' }, targetArn: { type: 'string' }, status: { type: 'string' }, createdAt: { type: 'timestamp' }, startedAt: { type: 'timestamp' }, completedAt: { type: 'timestamp' } },
    CommandParameter: { name: { type: 'string', required: true, constraint: 'CommandParameterName' }, type: { type: 'string', constraint: 'CommandParameterType' }, value: { type: 'struct:CommandParameterValue' }, defaultValue: { type: 'struct:CommandParameterValue' }, valueConditions: { type: 'list:struct:CommandParameterValueCondition', constraint: 'CommandParameterValueConditionList' }, description: { type: 'string', constraint: 'CommandParameterDescription' } },
    CommandParameterValue: { S: { type: 'string', constraint: 'StringParameterValue' }, B: { type: 'boolean' }, I: { type: 'number' }, L: { type: 'number' }, D: { type: 'number' }, BIN: { type: 'blob', constraint: 'BinaryParameterValue' }, UL: { type: 'string', constraint: 'UnsignedLongParameterValue' } },
    CommandParameterValueComparisonOperand: { number: { type: 'string', constraint: 'StringParameterValue' }, numbers: { type: 'list:string', constraint: 'CommandParameterValueStringList' }, string: { type: 'string', constraint: 'StringParameterValue' }, strings: { type: 'list:string', constraint: 'CommandParameterValueStringList' }, numberRange: { type: 'struct:CommandParameterValueNumberRange' } },
    CommandParameterValueCondition: { comparisonOperator: { type: 'string', required: true, constraint: 'CommandParameterValueComparisonOperator' }, operand: { type: 'struct:CommandParameterValueComparisonOperand', required: true } },
    CommandParameterValueNumberRange: { min: { type: 'string', required: true, constraint: 'StringParameterValue' }, max: { type: 'string', required: true, constraint: 'StringParameterValue' } },
    CommandPayload: { content: { type: 'blob' }, contentType: { type: 'string', constraint: 'MimeType' } },
    CommandPreprocessor: { awsJsonSubstitution: { type: 'struct:AwsJsonSubstitutionCommandPreprocessorConfig' } },
    CommandSummary: { commandArn: { type: 'string' }, commandId: { type: 'string' }, displayName: { type: 'string' }, deprecated: { type: 'boolean' }, createdAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, pendingDeletion: { type: 'boolean' } },
    Configuration: { Enabled: { type: 'boolean' } },
    ConfirmTopicRuleDestinationRequest: { confirmationToken: { type: 'string', required: true, in: 'label', constraint: 'ConfirmationToken' } },
    ConfirmTopicRuleDestinationResponse: { },
    ConnectivityFilter: { includeSocketInformation: { type: 'list:string', constraint: 'FleetIndexingApiList' } },
    CreateAuditSuppressionRequest: { checkName: { type: 'string', required: true }, resourceIdentifier: { type: 'struct:ResourceIdentifier', required: true }, expirationDate: { type: 'timestamp' }, suppressIndefinitely: { type: 'boolean' }, description: { type: 'string', constraint: 'AuditDescription' }, clientRequestToken: { type: 'string', constraint: 'ClientRequestToken' } },
    CreateAuditSuppressionResponse: { },
    CreateAuthorizerRequest: { authorizerName: { type: 'string', required: true, in: 'label', constraint: 'AuthorizerName' }, authorizerFunctionArn: { type: 'string', required: true, constraint: 'AuthorizerFunctionArn' }, tokenKeyName: { type: 'string', constraint: 'TokenKeyName' }, tokenSigningPublicKeys: { type: 'map:string', constraint: 'PublicKeyMap' }, status: { type: 'string', constraint: 'AuthorizerStatus' }, tags: { type: 'list:struct:Tag' }, signingDisabled: { type: 'boolean' }, enableCachingForHttp: { type: 'boolean' } },
    CreateAuthorizerResponse: { authorizerName: { type: 'string' }, authorizerArn: { type: 'string' } },
    CreateBillingGroupRequest: { billingGroupName: { type: 'string', required: true, in: 'label', constraint: 'BillingGroupName' }, billingGroupProperties: { type: 'struct:BillingGroupProperties' }, tags: { type: 'list:struct:Tag' } },
    CreateBillingGroupResponse: { billingGroupName: { type: 'string' }, billingGroupArn: { type: 'string' }, billingGroupId: { type: 'string' } },
    CreateCertificateFromCsrRequest: { certificateSigningRequest: { type: 'string', required: true, constraint: 'CertificateSigningRequest' }, setAsActive: { type: 'boolean', in: 'query:setAsActive' } },
    CreateCertificateFromCsrResponse: { certificateArn: { type: 'string' }, certificateId: { type: 'string' }, certificatePem: { type: 'string' } },
    CreateCertificateProviderRequest: { certificateProviderName: { type: 'string', required: true, in: 'label', constraint: 'CertificateProviderName' }, lambdaFunctionArn: { type: 'string', required: true, constraint: 'CertificateProviderFunctionArn' }, accountDefaultForOperations: { type: 'list:string', required: true, constraint: 'CertificateProviderAccountDefaultForOperations' }, clientToken: { type: 'string', constraint: 'ClientToken' }, tags: { type: 'list:struct:Tag' } },
    CreateCertificateProviderResponse: { certificateProviderName: { type: 'string' }, certificateProviderArn: { type: 'string' } },
    CreateCommandRequest: { commandId: { type: 'string', required: true, in: 'label', constraint: 'CommandId' }, namespace: { type: 'string', constraint: 'CommandNamespace' }, displayName: { type: 'string', constraint: 'DisplayName' }, description: { type: 'string', constraint: 'CommandDescription' }, payload: { type: 'struct:CommandPayload' }, payloadTemplate: { type: 'string', constraint: 'CommandPayloadTemplateString' }, preprocessor: { type: 'struct:CommandPreprocessor' }, mandatoryParameters: { type: 'list:struct:CommandParameter', constraint: 'CommandParameterList' }, roleArn: { type: 'string', constraint: 'RoleArn' }, tags: { type: 'list:struct:Tag' } },
    CreateCommandResponse: { commandId: { type: 'string' }, commandArn: { type: 'string' } },
    CreateCustomMetricRequest: { metricName: { type: 'string', required: true, in: 'label', constraint: 'MetricName' }, metricType: { type: 'string', required: true, constraint: 'CustomMetricType' }, displayName: { type: 'string', constraint: 'CustomMetricDisplayName' }, tags: { type: 'list:struct:Tag' }, clientRequestToken: { type: 'string', constraint: 'ClientRequestToken' } },
    CreateCustomMetricResponse: { metricName: { type: 'string' }, metricArn: { type: 'string' } },
    CreateDimensionRequest: { name: { type: 'string', required: true, in: 'label', constraint: 'DimensionName' }, type: { type: 'string', required: true, constraint: 'DimensionType' }, stringValues: { type: 'list:string', required: true, constraint: 'DimensionStringValues' }, tags: { type: 'list:struct:Tag' }, clientRequestToken: { type: 'string', constraint: 'ClientRequestToken' } },
    CreateDimensionResponse: { name: { type: 'string' }, arn: { type: 'string' } },
    CreateDomainConfigurationRequest: { domainConfigurationName: { type: 'string', required: true, in: 'label', constraint: 'DomainConfigurationName' }, domainName: { type: 'string', constraint: 'DomainName' }, serverCertificateArns: { type: 'list:string', constraint: 'ServerCertificateArns' }, validationCertificateArn: { type: 'string', constraint: 'AcmCertificateArn' }, authorizerConfig: { type: 'struct:AuthorizerConfig' }, serviceType: { type: 'string', constraint: 'ServiceType' }, tags: { type: 'list:struct:Tag' }, tlsConfig: { type: 'struct:TlsConfig' }, serverCertificateConfig: { type: 'struct:ServerCertificateConfig' }, authenticationType: { type: 'string', constraint: 'AuthenticationType' }, applicationProtocol: { type: 'string', constraint: 'ApplicationProtocol' }, clientCertificateConfig: { type: 'struct:ClientCertificateConfig' } },
    CreateDomainConfigurationResponse: { domainConfigurationName: { type: 'string' }, domainConfigurationArn: { type: 'string' } },
    CreateDynamicThingGroupRequest: { thingGroupName: { type: 'string', required: true, in: 'label', constraint: 'ThingGroupName' }, queryString: { type: 'string', required: true, constraint: 'QueryString' }, thingGroupProperties: { type: 'struct:ThingGroupProperties' }, indexName: { type: 'string', constraint: 'IndexName' }, queryVersion: { type: 'string' }, tags: { type: 'list:struct:Tag' } },
    CreateDynamicThingGroupResponse: { thingGroupName: { type: 'string' }, thingGroupArn: { type: 'string' }, thingGroupId: { type: 'string' }, indexName: { type: 'string' }, queryString: { type: 'string' }, queryVersion: { type: 'string' } },
    CreateFleetMetricRequest: { metricName: { type: 'string', required: true, in: 'label', constraint: 'FleetMetricName' }, queryString: { type: 'string', required: true, constraint: 'QueryString' }, aggregationType: { type: 'struct:AggregationType', required: true }, period: { type: 'number', required: true, constraint: 'FleetMetricPeriod' }, aggregationField: { type: 'string', required: true, constraint: 'AggregationField' }, description: { type: 'string', constraint: 'FleetMetricDescription' }, queryVersion: { type: 'string' }, indexName: { type: 'string', constraint: 'IndexName' }, unit: { type: 'string', constraint: 'FleetMetricUnit' }, tags: { type: 'list:struct:Tag' } },
    CreateFleetMetricResponse: { metricName: { type: 'string' }, metricArn: { type: 'string' } },
    CreateJobRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, targets: { type: 'list:string', required: true, constraint: 'JobTargets' }, documentSource: { type: 'string', constraint: 'JobDocumentSource' }, document: { type: 'string', constraint: 'JobDocument' }, description: { type: 'string', constraint: 'JobDescription' }, presignedUrlConfig: { type: 'struct:PresignedUrlConfig' }, targetSelection: { type: 'string', constraint: 'TargetSelection' }, jobExecutionsRolloutConfig: { type: 'struct:JobExecutionsRolloutConfig' }, abortConfig: { type: 'struct:AbortConfig' }, timeoutConfig: { type: 'struct:TimeoutConfig' }, tags: { type: 'list:struct:Tag' }, namespaceId: { type: 'string', constraint: 'NamespaceId' }, jobTemplateArn: { type: 'string', constraint: 'JobTemplateArn' }, jobExecutionsRetryConfig: { type: 'struct:JobExecutionsRetryConfig' }, documentParameters: { type: 'map:string', constraint: 'ParameterMap' }, schedulingConfig: { type: 'struct:SchedulingConfig' }, destinationPackageVersions: { type: 'list:string', constraint: 'DestinationPackageVersions' } },
    CreateJobResponse: { jobArn: { type: 'string' }, jobId: { type: 'string' }, description: { type: 'string' } },
    CreateJobTemplateRequest: { jobTemplateId: { type: 'string', required: true, in: 'label', constraint: 'JobTemplateId' }, description: { type: 'string', required: true, constraint: 'JobDescription' }, jobArn: { type: 'string' }, documentSource: { type: 'string', constraint: 'JobDocumentSource' }, document: { type: 'string', constraint: 'JobDocument' }, presignedUrlConfig: { type: 'struct:PresignedUrlConfig' }, jobExecutionsRolloutConfig: { type: 'struct:JobExecutionsRolloutConfig' }, abortConfig: { type: 'struct:AbortConfig' }, timeoutConfig: { type: 'struct:TimeoutConfig' }, tags: { type: 'list:struct:Tag' }, jobExecutionsRetryConfig: { type: 'struct:JobExecutionsRetryConfig' }, maintenanceWindows: { type: 'list:struct:MaintenanceWindow' }, destinationPackageVersions: { type: 'list:string', constraint: 'DestinationPackageVersions' } },
    CreateJobTemplateResponse: { jobTemplateArn: { type: 'string' }, jobTemplateId: { type: 'string' } },
    CreateKeysAndCertificateRequest: { setAsActive: { type: 'boolean', in: 'query:setAsActive' } },
    CreateKeysAndCertificateResponse: { certificateArn: { type: 'string' }, certificateId: { type: 'string' }, certificatePem: { type: 'string' }, keyPair: { type: 'struct:KeyPair' } },
    CreateMitigationActionRequest: { actionName: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionName' }, roleArn: { type: 'string', required: true, constraint: 'RoleArn' }, actionParams: { type: 'struct:MitigationActionParams', required: true }, tags: { type: 'list:struct:Tag' } },
    CreateMitigationActionResponse: { actionArn: { type: 'string' }, actionId: { type: 'string' } },
    CreateOTAUpdateRequest: { otaUpdateId: { type: 'string', required: true, in: 'label', constraint: 'OTAUpdateId' }, targets: { type: 'list:string', required: true, constraint: 'Targets' }, files: { type: 'list:struct:OTAUpdateFile', required: true, constraint: 'OTAUpdateFiles' }, roleArn: { type: 'string', required: true, constraint: 'RoleArn' }, description: { type: 'string', constraint: 'OTAUpdateDescription' }, protocols: { type: 'list:string', constraint: 'Protocols' }, targetSelection: { type: 'string', constraint: 'TargetSelection' }, awsJobExecutionsRolloutConfig: { type: 'struct:AwsJobExecutionsRolloutConfig' }, awsJobPresignedUrlConfig: { type: 'struct:AwsJobPresignedUrlConfig' }, awsJobAbortConfig: { type: 'struct:AwsJobAbortConfig' }, awsJobTimeoutConfig: { type: 'struct:AwsJobTimeoutConfig' }, additionalParameters: { type: 'map:string', constraint: 'AdditionalParameterMap' }, tags: { type: 'list:struct:Tag' } },
    CreateOTAUpdateResponse: { otaUpdateId: { type: 'string' }, awsIotJobId: { type: 'string' }, otaUpdateArn: { type: 'string' }, awsIotJobArn: { type: 'string' }, otaUpdateStatus: { type: 'string' } },
    CreatePackageRequest: { packageName: { type: 'string', required: true, in: 'label', constraint: 'PackageName' }, description: { type: 'string', constraint: 'ResourceDescription' }, tags: { type: 'map:string', constraint: 'TagMap' }, clientToken: { type: 'string', in: 'query:clientToken', constraint: 'ClientToken' } },
    CreatePackageResponse: { packageName: { type: 'string' }, packageArn: { type: 'string' }, description: { type: 'string' } },
    CreatePackageVersionRequest: { packageName: { type: 'string', required: true, in: 'label', constraint: 'PackageName' }, versionName: { type: 'string', required: true, in: 'label', constraint: 'VersionName' }, description: { type: 'string', constraint: 'ResourceDescription' }, attributes: { type: 'map:string', constraint: 'ResourceAttributes' }, artifact: { type: 'struct:PackageVersionArtifact' }, recipe: { type: 'string', constraint: 'PackageVersionRecipe' }, tags: { type: 'map:string', constraint: 'TagMap' }, clientToken: { type: 'string', in: 'query:clientToken', constraint: 'ClientToken' } },
    CreatePackageVersionResponse: { packageVersionArn: { type: 'string' }, packageName: { type: 'string' }, versionName: { type: 'string' }, description: { type: 'string' }, attributes: { type: 'map:string' }, status: { type: 'string' }, errorReason: { type: 'string' } },
    CreatePolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, policyDocument: { type: 'string', required: true, constraint: 'PolicyDocument' }, tags: { type: 'list:struct:Tag' } },
    CreatePolicyResponse: { policyName: { type: 'string' }, policyArn: { type: 'string' }, policyDocument: { type: 'string' }, policyVersionId: { type: 'string' } },
    CreatePolicyVersionRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, policyDocument: { type: 'string', required: true, constraint: 'PolicyDocument' }, setAsDefault: { type: 'boolean', in: 'query:setAsDefault' } },
    CreatePolicyVersionResponse: { policyArn: { type: 'string' }, policyDocument: { type: 'string' }, policyVersionId: { type: 'string' }, isDefaultVersion: { type: 'boolean' } },
    CreateProvisioningClaimRequest: { templateName: { type: 'string', required: true, in: 'label', constraint: 'TemplateName' } },
    CreateProvisioningClaimResponse: { certificateId: { type: 'string' }, certificatePem: { type: 'string' }, keyPair: { type: 'struct:KeyPair' }, expiration: { type: 'timestamp' } },
    CreateProvisioningTemplateRequest: { templateName: { type: 'string', required: true, constraint: 'TemplateName' }, templateBody: { type: 'string', required: true, constraint: 'TemplateBody' }, provisioningRoleArn: { type: 'string', required: true, constraint: 'RoleArn' }, description: { type: 'string', constraint: 'TemplateDescription' }, enabled: { type: 'boolean' }, preProvisioningHook: { type: 'struct:ProvisioningHook' }, tags: { type: 'list:struct:Tag' }, type: { type: 'string', constraint: 'TemplateType' } },
    CreateProvisioningTemplateResponse: { templateArn: { type: 'string' }, templateName: { type: 'string' }, defaultVersionId: { type: 'number' } },
    CreateProvisioningTemplateVersionRequest: { templateName: { type: 'string', required: true, in: 'label', constraint: 'TemplateName' }, templateBody: { type: 'string', required: true, constraint: 'TemplateBody' }, setAsDefault: { type: 'boolean', in: 'query:setAsDefault' } },
    CreateProvisioningTemplateVersionResponse: { templateArn: { type: 'string' }, templateName: { type: 'string' }, versionId: { type: 'number' }, isDefaultVersion: { type: 'boolean' } },
    CreateRoleAliasRequest: { roleAlias: { type: 'string', required: true, in: 'label', constraint: 'RoleAlias' }, roleArn: { type: 'string', required: true, constraint: 'RoleArn' }, credentialDurationSeconds: { type: 'number', constraint: 'CredentialDurationSeconds' }, tags: { type: 'list:struct:Tag' } },
    CreateRoleAliasResponse: { roleAlias: { type: 'string' }, roleAliasArn: { type: 'string' } },
    CreateScheduledAuditRequest: { frequency: { type: 'string', required: true, constraint: 'AuditFrequency' }, targetCheckNames: { type: 'list:string', required: true }, scheduledAuditName: { type: 'string', required: true, in: 'label', constraint: 'ScheduledAuditName' }, dayOfMonth: { type: 'string', constraint: 'DayOfMonth' }, dayOfWeek: { type: 'string', constraint: 'DayOfWeek' }, tags: { type: 'list:struct:Tag' } },
    CreateScheduledAuditResponse: { scheduledAuditArn: { type: 'string' } },
    CreateSecurityProfileRequest: { securityProfileName: { type: 'string', required: true, in: 'label', constraint: 'SecurityProfileName' }, securityProfileDescription: { type: 'string', constraint: 'SecurityProfileDescription' }, behaviors: { type: 'list:struct:Behavior', constraint: 'Behaviors' }, alertTargets: { type: 'map:struct:AlertTarget', constraint: 'AlertTargets' }, additionalMetricsToRetain: { type: 'list:string' }, additionalMetricsToRetainV2: { type: 'list:struct:MetricToRetain' }, tags: { type: 'list:struct:Tag' }, metricsExportConfig: { type: 'struct:MetricsExportConfig' } },
    CreateSecurityProfileResponse: { securityProfileName: { type: 'string' }, securityProfileArn: { type: 'string' } },
    CreateStreamRequest: { streamId: { type: 'string', required: true, in: 'label', constraint: 'StreamId' }, files: { type: 'list:struct:StreamFile', required: true, constraint: 'StreamFiles' }, roleArn: { type: 'string', required: true, constraint: 'RoleArn' }, description: { type: 'string', constraint: 'StreamDescription' }, tags: { type: 'list:struct:Tag' } },
    CreateStreamResponse: { streamId: { type: 'string' }, streamArn: { type: 'string' }, description: { type: 'string' }, streamVersion: { type: 'number' } },
    CreateThingGroupRequest: { thingGroupName: { type: 'string', required: true, in: 'label', constraint: 'ThingGroupName' }, parentGroupName: { type: 'string', constraint: 'ThingGroupName' }, thingGroupProperties: { type: 'struct:ThingGroupProperties' }, tags: { type: 'list:struct:Tag' } },
    CreateThingGroupResponse: { thingGroupName: { type: 'string' }, thingGroupArn: { type: 'string' }, thingGroupId: { type: 'string' } },
    CreateThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, thingTypeName: { type: 'string', constraint: 'ThingTypeName' }, attributePayload: { type: 'struct:AttributePayload' }, billingGroupName: { type: 'string', constraint: 'BillingGroupName' } },
    CreateThingResponse: { thingName: { type: 'string' }, thingArn: { type: 'string' }, thingId: { type: 'string' } },
    CreateThingTypeRequest: { thingTypeName: { type: 'string', required: true, in: 'label', constraint: 'ThingTypeName' }, thingTypeProperties: { type: 'struct:ThingTypeProperties' }, tags: { type: 'list:struct:Tag' } },
    CreateThingTypeResponse: { thingTypeName: { type: 'string' }, thingTypeArn: { type: 'string' }, thingTypeId: { type: 'string' } },
    CreateTopicRuleDestinationRequest: { destinationConfiguration: { type: 'struct:TopicRuleDestinationConfiguration', required: true } },
    CreateTopicRuleDestinationResponse: { topicRuleDestination: { type: 'struct:TopicRuleDestination' } },
    CreateTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' }, topicRulePayload: { type: 'struct:TopicRulePayload', required: true, in: 'payload' }, tags: { type: 'string', in: 'header:x-amz-tagging' } },
    CustomCodeSigning: { signature: { type: 'struct:CodeSigningSignature' }, certificateChain: { type: 'struct:CodeSigningCertificateChain' }, hashAlgorithm: { type: 'string' }, signatureAlgorithm: { type: 'string' } },
    DeleteAccountAuditConfigurationRequest: { deleteScheduledAudits: { type: 'boolean', in: 'query:deleteScheduledAudits' } },
    DeleteAccountAuditConfigurationResponse: { },
    DeleteAuditSuppressionRequest: { checkName: { type: 'string', required: true }, resourceIdentifier: { type: 'struct:ResourceIdentifier', required: true } },
    DeleteAuditSuppressionResponse: { },
    DeleteAuthorizerRequest: { authorizerName: { type: 'string', required: true, in: 'label', constraint: 'AuthorizerName' } },
    DeleteAuthorizerResponse: { },
    DeleteBillingGroupRequest: { billingGroupName: { type: 'string', required: true, in: 'label', constraint: 'BillingGroupName' }, expectedVersion: { type: 'number', in: 'query:expectedVersion' } },
    DeleteBillingGroupResponse: { },
    DeleteCACertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' } },
    DeleteCACertificateResponse: { },
    DeleteCertificateProviderRequest: { certificateProviderName: { type: 'string', required: true, in: 'label', constraint: 'CertificateProviderName' } },
    DeleteCertificateProviderResponse: { },
    DeleteCertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' }, forceDelete: { type: 'boolean', in: 'query:forceDelete' } },
    DeleteCommandExecutionRequest: { executionId: { type: 'string', required: true, in: 'label', constraint: 'CommandExecutionId' }, targetArn: { type: 'string', required: true, in: 'query:targetArn', constraint: 'TargetArn' } },
    DeleteCommandExecutionResponse: { },
    DeleteCommandRequest: { commandId: { type: 'string', required: true, in: 'label', constraint: 'CommandId' } },
    DeleteCommandResponse: { statusCode: { type: 'number', in: 'status' } },
    DeleteConnectionRequest: { clientId: { type: 'string', required: true, in: 'label', constraint: 'ClientId' }, cleanSession: { type: 'boolean', in: 'query:cleanSession' }, preventWillMessage: { type: 'boolean', in: 'query:preventWillMessage' } },
    DeleteCustomMetricRequest: { metricName: { type: 'string', required: true, in: 'label', constraint: 'MetricName' } },
    DeleteCustomMetricResponse: { },
    DeleteDimensionRequest: { name: { type: 'string', required: true, in: 'label', constraint: 'DimensionName' } },
    DeleteDimensionResponse: { },
    DeleteDomainConfigurationRequest: { domainConfigurationName: { type: 'string', required: true, in: 'label', constraint: 'DomainConfigurationName' } },
    DeleteDomainConfigurationResponse: { },
    DeleteDynamicThingGroupRequest: { thingGroupName: { type: 'string', required: true, in: 'label', constraint: 'ThingGroupName' }, expectedVersion: { type: 'number', in: 'query:expectedVersion' } },
    DeleteDynamicThingGroupResponse: { },
    DeleteFleetMetricRequest: { metricName: { type: 'string', required: true, in: 'label', constraint: 'FleetMetricName' }, expectedVersion: { type: 'number', in: 'query:expectedVersion' } },
    DeleteJobExecutionRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, executionNumber: { type: 'number', required: true, in: 'label' }, force: { type: 'boolean', in: 'query:force' }, namespaceId: { type: 'string', in: 'query:namespaceId', constraint: 'NamespaceId' } },
    DeleteJobRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, force: { type: 'boolean', in: 'query:force' }, namespaceId: { type: 'string', in: 'query:namespaceId', constraint: 'NamespaceId' } },
    DeleteJobTemplateRequest: { jobTemplateId: { type: 'string', required: true, in: 'label', constraint: 'JobTemplateId' } },
    DeleteMitigationActionRequest: { actionName: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionName' } },
    DeleteMitigationActionResponse: { },
    DeleteOTAUpdateRequest: { otaUpdateId: { type: 'string', required: true, in: 'label', constraint: 'OTAUpdateId' }, deleteStream: { type: 'boolean', in: 'query:deleteStream' }, forceDeleteAWSJob: { type: 'boolean', in: 'query:forceDeleteAWSJob' } },
    DeleteOTAUpdateResponse: { },
    DeletePackageRequest: { packageName: { type: 'string', required: true, in: 'label', constraint: 'PackageName' }, clientToken: { type: 'string', in: 'query:clientToken', constraint: 'ClientToken' } },
    DeletePackageResponse: { },
    DeletePackageVersionRequest: { packageName: { type: 'string', required: true, in: 'label', constraint: 'PackageName' }, versionName: { type: 'string', required: true, in: 'label', constraint: 'VersionName' }, clientToken: { type: 'string', in: 'query:clientToken', constraint: 'ClientToken' } },
    DeletePackageVersionResponse: { },
    DeletePolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' } },
    DeletePolicyVersionRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, policyVersionId: { type: 'string', required: true, in: 'label', constraint: 'PolicyVersionId' } },
    DeleteProvisioningTemplateRequest: { templateName: { type: 'string', required: true, in: 'label', constraint: 'TemplateName' } },
    DeleteProvisioningTemplateResponse: { },
    DeleteProvisioningTemplateVersionRequest: { templateName: { type: 'string', required: true, in: 'label', constraint: 'TemplateName' }, versionId: { type: 'number', required: true, in: 'label' } },
    DeleteProvisioningTemplateVersionResponse: { },
    DeleteRegistrationCodeRequest: { },
    DeleteRegistrationCodeResponse: { },
    DeleteRoleAliasRequest: { roleAlias: { type: 'string', required: true, in: 'label', constraint: 'RoleAlias' } },
    DeleteRoleAliasResponse: { },
    DeleteScheduledAuditRequest: { scheduledAuditName: { type: 'string', required: true, in: 'label', constraint: 'ScheduledAuditName' } },
    DeleteScheduledAuditResponse: { },
    DeleteSecurityProfileRequest: { securityProfileName: { type: 'string', required: true, in: 'label', constraint: 'SecurityProfileName' }, expectedVersion: { type: 'number', in: 'query:expectedVersion' } },
    DeleteSecurityProfileResponse: { },
    DeleteStreamRequest: { streamId: { type: 'string', required: true, in: 'label', constraint: 'StreamId' } },
    DeleteStreamResponse: { },
    DeleteThingGroupRequest: { thingGroupName: { type: 'string', required: true, in: 'label', constraint: 'ThingGroupName' }, expectedVersion: { type: 'number', in: 'query:expectedVersion' } },
    DeleteThingGroupResponse: { },
    DeleteThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, expectedVersion: { type: 'number', in: 'query:expectedVersion' } },
    DeleteThingResponse: { },
    DeleteThingShadowRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, shadowName: { type: 'string', in: 'query:name', constraint: 'ShadowName' } },
    DeleteThingShadowResponse: { payload: { type: 'blob', required: true, in: 'payload' } },
    DeleteThingTypeRequest: { thingTypeName: { type: 'string', required: true, in: 'label', constraint: 'ThingTypeName' } },
    DeleteThingTypeResponse: { },
    DeleteTopicRuleDestinationRequest: { arn: { type: 'string', required: true, in: 'label' } },
    DeleteTopicRuleDestinationResponse: { },
    DeleteTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' } },
    DeleteV2LoggingLevelRequest: { targetType: { type: 'string', required: true, in: 'query:targetType', constraint: 'LogTargetType' }, targetName: { type: 'string', required: true, in: 'query:targetName' } },
    Denied: { implicitDeny: { type: 'struct:ImplicitDeny' }, explicitDeny: { type: 'struct:ExplicitDeny' } },
    DeprecateThingTypeRequest: { thingTypeName: { type: 'string', required: true, in: 'label', constraint: 'ThingTypeName' }, undoDeprecate: { type: 'boolean' } },
    DeprecateThingTypeResponse: { },
    DescribeAccountAuditConfigurationRequest: { },
    DescribeAccountAuditConfigurationResponse: { roleArn: { type: 'string' }, auditNotificationTargetConfigurations: { type: 'map:struct:AuditNotificationTarget' }, auditCheckConfigurations: { type: 'map:struct:AuditCheckConfiguration' } },
    DescribeAuditFindingRequest: { findingId: { type: 'string', required: true, in: 'label', constraint: 'FindingId' } },
    DescribeAuditFindingResponse: { finding: { type: 'struct:AuditFinding' } },
    DescribeAuditMitigationActionsTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionsTaskId' } },
    DescribeAuditMitigationActionsTaskResponse: { taskStatus: { type: 'string' }, startTime: { type: 'timestamp' }, endTime: { type: 'timestamp' }, taskStatistics: { type: 'map:struct:TaskStatisticsForAuditCheck' }, target: { type: 'struct:AuditMitigationActionsTaskTarget' }, auditCheckToActionsMapping: { type: 'map:list:string' }, actionsDefinition: { type: 'list:struct:MitigationAction' } },
    DescribeAuditSuppressionRequest: { checkName: { type: 'string', required: true }, resourceIdentifier: { type: 'struct:ResourceIdentifier', required: true } },
    DescribeAuditSuppressionResponse: { checkName: { type: 'string' }, resourceIdentifier: { type: 'struct:ResourceIdentifier' }, expirationDate: { type: 'timestamp' }, suppressIndefinitely: { type: 'boolean' }, description: { type: 'string' } },
    DescribeAuditTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'AuditTaskId' } },
    DescribeAuditTaskResponse: { taskStatus: { type: 'string' }, taskType: { type: 'string' }, taskStartTime: { type: 'timestamp' }, taskStatistics: { type: 'struct:TaskStatistics' }, scheduledAuditName: { type: 'string' }, auditDetails: { type: 'map:struct:AuditCheckDetails' } },
    DescribeAuthorizerRequest: { authorizerName: { type: 'string', required: true, in: 'label', constraint: 'AuthorizerName' } },
    DescribeAuthorizerResponse: { authorizerDescription: { type: 'struct:AuthorizerDescription' } },
    DescribeBillingGroupRequest: { billingGroupName: { type: 'string', required: true, in: 'label', constraint: 'BillingGroupName' } },
    DescribeBillingGroupResponse: { billingGroupName: { type: 'string' }, billingGroupId: { type: 'string' }, billingGroupArn: { type: 'string' }, version: { type: 'number' }, billingGroupProperties: { type: 'struct:BillingGroupProperties' }, billingGroupMetadata: { type: 'struct:BillingGroupMetadata' } },
    DescribeCACertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' } },
    DescribeCACertificateResponse: { certificateDescription: { type: 'struct:CACertificateDescription' }, registrationConfig: { type: 'struct:RegistrationConfig' } },
    DescribeCertificateProviderRequest: { certificateProviderName: { type: 'string', required: true, in: 'label', constraint: 'CertificateProviderName' } },
    DescribeCertificateProviderResponse: { certificateProviderName: { type: 'string' }, certificateProviderArn: { type: 'string' }, lambdaFunctionArn: { type: 'string' }, accountDefaultForOperations: { type: 'list:string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    DescribeCertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' } },
    DescribeCertificateResponse: { certificateDescription: { type: 'struct:CertificateDescription' } },
    DescribeCustomMetricRequest: { metricName: { type: 'string', required: true, in: 'label', constraint: 'MetricName' } },
    DescribeCustomMetricResponse: { metricName: { type: 'string' }, metricArn: { type: 'string' }, metricType: { type: 'string' }, displayName: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    DescribeDefaultAuthorizerRequest: { },
    DescribeDefaultAuthorizerResponse: { authorizerDescription: { type: 'struct:AuthorizerDescription' } },
    DescribeDetectMitigationActionsTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionsTaskId' } },
    DescribeDetectMitigationActionsTaskResponse: { taskSummary: { type: 'struct:DetectMitigationActionsTaskSummary' } },
    DescribeDimensionRequest: { name: { type: 'string', required: true, in: 'label', constraint: 'DimensionName' } },
    DescribeDimensionResponse: { name: { type: 'string' }, arn: { type: 'string' }, type: { type: 'string' }, stringValues: { type: 'list:string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    DescribeDomainConfigurationRequest: { domainConfigurationName: { type: 'string', required: true, in: 'label', constraint: 'ReservedDomainConfigurationName' } },
    DescribeDomainConfigurationResponse: { domainConfigurationName: { type: 'string' }, domainConfigurationArn: { type: 'string' }, domainName: { type: 'string' }, serverCertificates: { type: 'list:struct:ServerCertificateSummary' }, authorizerConfig: { type: 'struct:AuthorizerConfig' }, domainConfigurationStatus: { type: 'string' }, serviceType: { type: 'string' }, domainType: { type: 'string' }, lastStatusChangeDate: { type: 'timestamp' }, tlsConfig: { type: 'struct:TlsConfig' }, serverCertificateConfig: { type: 'struct:ServerCertificateConfig' }, authenticationType: { type: 'string' }, applicationProtocol: { type: 'string' }, clientCertificateConfig: { type: 'struct:ClientCertificateConfig' } },
    DescribeEndpointRequest: { endpointType: { type: 'string', in: 'query:endpointType', constraint: 'EndpointType' } },
    DescribeEndpointResponse: { endpointAddress: { type: 'string' } },
    DescribeEventConfigurationsRequest: { },
    DescribeEventConfigurationsResponse: { eventConfigurations: { type: 'map:struct:Configuration' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    DescribeFleetMetricRequest: { metricName: { type: 'string', required: true, in: 'label', constraint: 'FleetMetricName' } },
    DescribeFleetMetricResponse: { metricName: { type: 'string' }, queryString: { type: 'string' }, aggregationType: { type: 'struct:AggregationType' }, period: { type: 'number' }, aggregationField: { type: 'string' }, description: { type: 'string' }, queryVersion: { type: 'string' }, indexName: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, unit: { type: 'string' }, version: { type: 'number' }, metricArn: { type: 'string' } },
    DescribeIndexRequest: { indexName: { type: 'string', required: true, in: 'label', constraint: 'IndexName' } },
    DescribeIndexResponse: { indexName: { type: 'string' }, indexStatus: { type: 'string' }, schema: { type: 'string' } },
    DescribeJobExecutionRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, executionNumber: { type: 'number', in: 'query:executionNumber' } },
    DescribeJobExecutionResponse: { execution: { type: 'struct:JobExecution' } },
    DescribeJobRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, beforeSubstitution: { type: 'boolean', in: 'query:beforeSubstitution' } },
    DescribeJobResponse: { documentSource: { type: 'string' }, job: { type: 'struct:Job' } },
    DescribeJobTemplateRequest: { jobTemplateId: { type: 'string', required: true, in: 'label', constraint: 'JobTemplateId' } },
    DescribeJobTemplateResponse: { jobTemplateArn: { type: 'string' }, jobTemplateId: { type: 'string' }, description: { type: 'string' }, documentSource: { type: 'string' }, document: { type: 'string' }, createdAt: { type: 'timestamp' }, presignedUrlConfig: { type: 'struct:PresignedUrlConfig' }, jobExecutionsRolloutConfig: { type: 'struct:JobExecutionsRolloutConfig' }, abortConfig: { type: 'struct:AbortConfig' }, timeoutConfig: { type: 'struct:TimeoutConfig' }, jobExecutionsRetryConfig: { type: 'struct:JobExecutionsRetryConfig' }, maintenanceWindows: { type: 'list:struct:MaintenanceWindow' }, destinationPackageVersions: { type: 'list:string' } },
    DescribeMitigationActionRequest: { actionName: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionName' } },
    DescribeMitigationActionResponse: { actionName: { type: 'string' }, actionType: { type: 'string' }, actionArn: { type: 'string' }, actionId: { type: 'string' }, roleArn: { type: 'string' }, actionParams: { type: 'struct:MitigationActionParams' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    DescribeProvisioningTemplateRequest: { templateName: { type: 'string', required: true, in: 'label', constraint: 'TemplateName' } },
    DescribeProvisioningTemplateResponse: { templateArn: { type: 'string' }, templateName: { type: 'string' }, description: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, defaultVersionId: { type: 'number' }, templateBody: { type: 'string' }, enabled: { type: 'boolean' }, provisioningRoleArn: { type: 'string' }, preProvisioningHook: { type: 'struct:ProvisioningHook' }, type: { type: 'string' } },
    DescribeProvisioningTemplateVersionRequest: { templateName: { type: 'string', required: true, in: 'label', constraint: 'TemplateName' }, versionId: { type: 'number', required: true, in: 'label' } },
    DescribeProvisioningTemplateVersionResponse: { versionId: { type: 'number' }, creationDate: { type: 'timestamp' }, templateBody: { type: 'string' }, isDefaultVersion: { type: 'boolean' } },
    DescribeRoleAliasRequest: { roleAlias: { type: 'string', required: true, in: 'label', constraint: 'RoleAlias' } },
    DescribeRoleAliasResponse: { roleAliasDescription: { type: 'struct:RoleAliasDescription' } },
    DescribeScheduledAuditRequest: { scheduledAuditName: { type: 'string', required: true, in: 'label', constraint: 'ScheduledAuditName' } },
    DescribeScheduledAuditResponse: { frequency: { type: 'string' }, dayOfMonth: { type: 'string' }, dayOfWeek: { type: 'string' }, targetCheckNames: { type: 'list:string' }, scheduledAuditName: { type: 'string' }, scheduledAuditArn: { type: 'string' } },
    DescribeSecurityProfileRequest: { securityProfileName: { type: 'string', required: true, in: 'label', constraint: 'SecurityProfileName' } },
    DescribeSecurityProfileResponse: { securityProfileName: { type: 'string' }, securityProfileArn: { type: 'string' }, securityProfileDescription: { type: 'string' }, behaviors: { type: 'list:struct:Behavior' }, alertTargets: { type: 'map:struct:AlertTarget' }, additionalMetricsToRetain: { type: 'list:string' }, additionalMetricsToRetainV2: { type: 'list:struct:MetricToRetain' }, version: { type: 'number' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, metricsExportConfig: { type: 'struct:MetricsExportConfig' } },
    DescribeStreamRequest: { streamId: { type: 'string', required: true, in: 'label', constraint: 'StreamId' } },
    DescribeStreamResponse: { streamInfo: { type: 'struct:StreamInfo' } },
    DescribeThingGroupRequest: { thingGroupName: { type: 'string', required: true, in: 'label', constraint: 'ThingGroupName' } },
    DescribeThingGroupResponse: { thingGroupName: { type: 'string' }, thingGroupId: { type: 'string' }, thingGroupArn: { type: 'string' }, version: { type: 'number' }, thingGroupProperties: { type: 'struct:ThingGroupProperties' }, thingGroupMetadata: { type: 'struct:ThingGroupMetadata' }, indexName: { type: 'string' }, queryString: { type: 'string' }, queryVersion: { type: 'string' }, status: { type: 'string' } },
    DescribeThingRegistrationTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'TaskId' } },
    DescribeThingRegistrationTaskResponse: { taskId: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, templateBody: { type: 'string' }, inputFileBucket: { type: 'string' }, inputFileKey: { type: 'string' }, roleArn: { type: 'string' }, status: { type: 'string' }, message: { type: 'string' }, successCount: { type: 'number' }, failureCount: { type: 'number' }, percentageProgress: { type: 'number' } },
    DescribeThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' } },
    DescribeThingResponse: { defaultClientId: { type: 'string' }, thingName: { type: 'string' }, thingId: { type: 'string' }, thingArn: { type: 'string' }, thingTypeName: { type: 'string' }, attributes: { type: 'map:string' }, version: { type: 'number' }, billingGroupName: { type: 'string' } },
    DescribeThingTypeRequest: { thingTypeName: { type: 'string', required: true, in: 'label', constraint: 'ThingTypeName' } },
    DescribeThingTypeResponse: { thingTypeName: { type: 'string' }, thingTypeId: { type: 'string' }, thingTypeArn: { type: 'string' }, thingTypeProperties: { type: 'struct:ThingTypeProperties' }, thingTypeMetadata: { type: 'struct:ThingTypeMetadata' } },
    Destination: { s3Destination: { type: 'struct:S3Destination' } },
    DetachPolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, target: { type: 'string', required: true } },
    DetachPrincipalPolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, principal: { type: 'string', required: true, in: 'header:x-amzn-iot-principal' } },
    DetachSecurityProfileRequest: { securityProfileName: { type: 'string', required: true, in: 'label', constraint: 'SecurityProfileName' }, securityProfileTargetArn: { type: 'string', required: true, in: 'query:securityProfileTargetArn' } },
    DetachSecurityProfileResponse: { },
    DetachThingPrincipalRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, principal: { type: 'string', required: true, in: 'header:x-amzn-principal' } },
    DetachThingPrincipalResponse: { },
    DetectMitigationActionExecution: { taskId: { type: 'string' }, violationId: { type: 'string' }, actionName: { type: 'string' }, thingName: { type: 'string' }, executionStartDate: { type: 'timestamp' }, executionEndDate: { type: 'timestamp' }, status: { type: 'string' }, errorCode: { type: 'string' }, message: { type: 'string' } },
    DetectMitigationActionsTaskStatistics: { actionsExecuted: { type: 'number' }, actionsSkipped: { type: 'number' }, actionsFailed: { type: 'number' } },
    DetectMitigationActionsTaskSummary: { taskId: { type: 'string' }, taskStatus: { type: 'string' }, taskStartTime: { type: 'timestamp' }, taskEndTime: { type: 'timestamp' }, target: { type: 'struct:DetectMitigationActionsTaskTarget' }, violationEventOccurrenceRange: { type: 'struct:ViolationEventOccurrenceRange' }, onlyActiveViolationsIncluded: { type: 'boolean' }, suppressedAlertsIncluded: { type: 'boolean' }, actionsDefinition: { type: 'list:struct:MitigationAction' }, taskStatistics: { type: 'struct:DetectMitigationActionsTaskStatistics' } },
    DetectMitigationActionsTaskTarget: { violationIds: { type: 'list:string', constraint: 'TargetViolationIdsForDetectMitigationActions' }, securityProfileName: { type: 'string', constraint: 'SecurityProfileName' }, behaviorName: { type: 'string', constraint: 'BehaviorName' } },
    DisableTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' } },
    DomainConfigurationSummary: { domainConfigurationName: { type: 'string' }, domainConfigurationArn: { type: 'string' }, serviceType: { type: 'string' } },
    DynamoDBAction: { tableName: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, hashKeyField: { type: 'string', required: true }, hashKeyValue: { type: 'string', required: true }, operation: { type: 'string' }, hashKeyType: { type: 'string', constraint: 'DynamoKeyType' }, rangeKeyField: { type: 'string' }, rangeKeyValue: { type: 'string' }, rangeKeyType: { type: 'string', constraint: 'DynamoKeyType' }, payloadField: { type: 'string' } },
    DynamoDBv2Action: { roleArn: { type: 'string', required: true }, putItem: { type: 'struct:PutItemInput', required: true } },
    EffectivePolicy: { policyName: { type: 'string' }, policyArn: { type: 'string' }, policyDocument: { type: 'string' } },
    ElasticsearchAction: { roleArn: { type: 'string', required: true }, endpoint: { type: 'string', required: true, constraint: 'ElasticsearchEndpoint' }, index: { type: 'string', required: true }, type: { type: 'string', required: true }, id: { type: 'string', required: true } },
    EnableIoTLoggingParams: { roleArnForLogging: { type: 'string', required: true, constraint: 'RoleArn' }, logLevel: { type: 'string', required: true, constraint: 'LogLevel' } },
    EnableTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' } },
    ErrorInfo: { code: { type: 'string' }, message: { type: 'string' } },
    ExplicitDeny: { policies: { type: 'list:struct:Policy' } },
    ExponentialRolloutRate: { baseRatePerMinute: { type: 'number', required: true, constraint: 'RolloutRatePerMinute' }, incrementFactor: { type: 'number', required: true, constraint: 'IncrementFactor' }, rateIncreaseCriteria: { type: 'struct:RateIncreaseCriteria', required: true } },
    Field: { name: { type: 'string' }, type: { type: 'string', constraint: 'FieldType' } },
    FileLocation: { stream: { type: 'struct:Stream' }, s3Location: { type: 'struct:S3Location' } },
    FirehoseAction: { roleArn: { type: 'string', required: true }, deliveryStreamName: { type: 'string', required: true }, separator: { type: 'string', constraint: 'FirehoseSeparator' }, batchMode: { type: 'boolean' } },
    FleetMetricNameAndArn: { metricName: { type: 'string' }, metricArn: { type: 'string' } },
    GeoLocationTarget: { name: { type: 'string' }, order: { type: 'string', constraint: 'TargetFieldOrder' } },
    GetBucketsAggregationRequest: { queryString: { type: 'string', required: true, constraint: 'QueryString' }, aggregationField: { type: 'string', required: true, constraint: 'AggregationField' }, bucketsAggregationType: { type: 'struct:BucketsAggregationType', required: true }, indexName: { type: 'string', constraint: 'IndexName' }, queryVersion: { type: 'string' } },
    GetBucketsAggregationResponse: { totalCount: { type: 'number' }, buckets: { type: 'list:struct:Bucket' } },
    GetCardinalityRequest: { queryString: { type: 'string', required: true, constraint: 'QueryString' }, indexName: { type: 'string', constraint: 'IndexName' }, aggregationField: { type: 'string', constraint: 'AggregationField' }, queryVersion: { type: 'string' } },
    GetCardinalityResponse: { cardinality: { type: 'number' } },
    GetCommandExecutionRequest: { executionId: { type: 'string', required: true, in: 'label', constraint: 'CommandExecutionId' }, targetArn: { type: 'string', required: true, in: 'query:targetArn', constraint: 'TargetArn' }, includeResult: { type: 'boolean', in: 'query:includeResult' } },
    GetCommandExecutionResponse: { executionId: { type: 'string' }, commandArn: { type: 'string' }, targetArn: { type: 'string' }, status: { type: 'string' }, statusReason: { type: 'struct:StatusReason' }, result: { type: 'map:struct:CommandExecutionResult' }, parameters: { type: 'map:struct:CommandParameterValue' }, executionTimeoutSeconds: { type: 'number' }, createdAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, startedAt: { type: 'timestamp' }, completedAt: { type: 'timestamp' }, timeToLive: { type: 'timestamp' } },
    GetCommandRequest: { commandId: { type: 'string', required: true, in: 'label', constraint: 'CommandId' } },
    GetCommandResponse: { commandId: { type: 'string' }, commandArn: { type: 'string' }, namespace: { type: 'string' }, displayName: { type: 'string' }, description: { type: 'string' }, mandatoryParameters: { type: 'list:struct:CommandParameter' }, payload: { type: 'struct:CommandPayload' }, payloadTemplate: { type: 'string' }, preprocessor: { type: 'struct:CommandPreprocessor' }, roleArn: { type: 'string' }, createdAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, deprecated: { type: 'boolean' }, pendingDeletion: { type: 'boolean' } },
    GetConnectionRequest: { clientId: { type: 'string', required: true, in: 'label', constraint: 'ClientId' }, includeSocketInformation: { type: 'boolean', in: 'query:includeSocketInformation' } },
    GetConnectionResponse: { connected: { type: 'boolean' }, thingName: { type: 'string' }, cleanSession: { type: 'boolean' }, sourceIp: { type: 'string' }, sourcePort: { type: 'number' }, targetIp: { type: 'string' }, targetPort: { type: 'number' }, keepAliveDuration: { type: 'number' }, connectedSince: { type: 'number' }, disconnectedSince: { type: 'number' }, disconnectReason: { type: 'string' }, sessionExpiry: { type: 'number' }, clientId: { type: 'string' }, vpcEndpointId: { type: 'string' } },
    GetEffectivePoliciesRequest: { principal: { type: 'string' }, cognitoIdentityPoolId: { type: 'string' }, thingName: { type: 'string', in: 'query:thingName', constraint: 'ThingName' } },
    GetEffectivePoliciesResponse: { effectivePolicies: { type: 'list:struct:EffectivePolicy' } },
    GetIndexingConfigurationRequest: { },
    GetIndexingConfigurationResponse: { thingIndexingConfiguration: { type: 'struct:ThingIndexingConfiguration' }, thingGroupIndexingConfiguration: { type: 'struct:ThingGroupIndexingConfiguration' } },
    GetJobDocumentRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, beforeSubstitution: { type: 'boolean', in: 'query:beforeSubstitution' } },
    GetJobDocumentResponse: { document: { type: 'string' } },
    GetLoggingOptionsRequest: { },
    GetLoggingOptionsResponse: { roleArn: { type: 'string' }, logLevel: { type: 'string' } },
    GetOTAUpdateRequest: { otaUpdateId: { type: 'string', required: true, in: 'label', constraint: 'OTAUpdateId' } },
    GetOTAUpdateResponse: { otaUpdateInfo: { type: 'struct:OTAUpdateInfo' } },
    GetPackageConfigurationRequest: { },
    GetPackageConfigurationResponse: { versionUpdateByJobsConfig: { type: 'struct:VersionUpdateByJobsConfig' } },
    GetPackageRequest: { packageName: { type: 'string', required: true, in: 'label', constraint: 'PackageName' } },
    GetPackageResponse: { packageName: { type: 'string' }, packageArn: { type: 'string' }, description: { type: 'string' }, defaultVersionName: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    GetPackageVersionRequest: { packageName: { type: 'string', required: true, in: 'label', constraint: 'PackageName' }, versionName: { type: 'string', required: true, in: 'label', constraint: 'VersionName' } },
    GetPackageVersionResponse: { packageVersionArn: { type: 'string' }, packageName: { type: 'string' }, versionName: { type: 'string' }, description: { type: 'string' }, attributes: { type: 'map:string' }, artifact: { type: 'struct:PackageVersionArtifact' }, status: { type: 'string' }, errorReason: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, sbom: { type: 'struct:Sbom' }, sbomValidationStatus: { type: 'string' }, recipe: { type: 'string' } },
    GetPercentilesRequest: { queryString: { type: 'string', required: true, constraint: 'QueryString' }, indexName: { type: 'string', constraint: 'IndexName' }, aggregationField: { type: 'string', constraint: 'AggregationField' }, queryVersion: { type: 'string' }, percents: { type: 'list:number', constraint: 'PercentList' } },
    GetPercentilesResponse: { percentiles: { type: 'list:struct:PercentPair' } },
    GetPolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' } },
    GetPolicyResponse: { policyName: { type: 'string' }, policyArn: { type: 'string' }, policyDocument: { type: 'string' }, defaultVersionId: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, generationId: { type: 'string' } },
    GetPolicyVersionRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, policyVersionId: { type: 'string', required: true, in: 'label', constraint: 'PolicyVersionId' } },
    GetPolicyVersionResponse: { policyArn: { type: 'string' }, policyName: { type: 'string' }, policyDocument: { type: 'string' }, policyVersionId: { type: 'string' }, isDefaultVersion: { type: 'boolean' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, generationId: { type: 'string' } },
    GetRegistrationCodeRequest: { },
    GetRegistrationCodeResponse: { registrationCode: { type: 'string' } },
    GetRetainedMessageRequest: { topic: { type: 'string', required: true, in: 'label' } },
    GetRetainedMessageResponse: { topic: { type: 'string' }, payload: { type: 'blob' }, qos: { type: 'number' }, lastModifiedTime: { type: 'number' }, userProperties: { type: 'blob' } },
    GetStatisticsRequest: { queryString: { type: 'string', required: true, constraint: 'QueryString' }, indexName: { type: 'string', constraint: 'IndexName' }, aggregationField: { type: 'string', constraint: 'AggregationField' }, queryVersion: { type: 'string' } },
    GetStatisticsResponse: { statistics: { type: 'struct:Statistics' } },
    GetThingConnectivityDataRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ConnectivityApiThingName' }, includeSocketInformation: { type: 'boolean' } },
    GetThingConnectivityDataResponse: { thingName: { type: 'string' }, connected: { type: 'boolean' }, timestamp: { type: 'timestamp' }, disconnectReason: { type: 'string' }, sourceIp: { type: 'string' }, sourcePort: { type: 'number' }, targetIp: { type: 'string' }, targetPort: { type: 'number' }, vpcEndpointId: { type: 'string' }, keepAliveDuration: { type: 'number' }, cleanSession: { type: 'boolean' }, sessionExpiry: { type: 'number' }, clientId: { type: 'string' } },
    GetThingShadowRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, shadowName: { type: 'string', in: 'query:name', constraint: 'ShadowName' } },
    GetThingShadowResponse: { payload: { type: 'blob', in: 'payload' } },
    GetTopicRuleDestinationRequest: { arn: { type: 'string', required: true, in: 'label' } },
    GetTopicRuleDestinationResponse: { topicRuleDestination: { type: 'struct:TopicRuleDestination' } },
    GetTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' } },
    GetTopicRuleResponse: { ruleArn: { type: 'string' }, rule: { type: 'struct:TopicRule' } },
    GetV2LoggingOptionsRequest: { verbose: { type: 'boolean', in: 'query:verbose' } },
    GetV2LoggingOptionsResponse: { roleArn: { type: 'string' }, defaultLogLevel: { type: 'string' }, disableAllLogs: { type: 'boolean' }, eventConfigurations: { type: 'list:struct:LogEventConfiguration' } },
    GroupNameAndArn: { groupName: { type: 'string' }, groupArn: { type: 'string' } },
    HttpAction: { url: { type: 'string', required: true, constraint: 'Url' }, confirmationUrl: { type: 'string', constraint: 'Url' }, headers: { type: 'list:struct:HttpActionHeader', constraint: 'HeaderList' }, auth: { type: 'struct:HttpAuthorization' }, enableBatching: { type: 'boolean' }, batchConfig: { type: 'struct:BatchConfig' } },
    HttpActionHeader: { key: { type: 'string', required: true, constraint: 'HeaderKey' }, value: { type: 'string', required: true } },
    HttpAuthorization: { sigv4: { type: 'struct:SigV4Authorization' } },
    HttpContext: { headers: { type: 'map:string', constraint: 'HttpHeaders' }, queryString: { type: 'string', constraint: 'HttpQueryString' } },
    HttpUrlDestinationConfiguration: { confirmationUrl: { type: 'string', required: true, constraint: 'Url' } },
    HttpUrlDestinationProperties: { confirmationUrl: { type: 'string' } },
    HttpUrlDestinationSummary: { confirmationUrl: { type: 'string' } },
    ImplicitDeny: { policies: { type: 'list:struct:Policy' } },
    IndexingFilter: { namedShadowNames: { type: 'list:string', constraint: 'NamedShadowNamesFilter' }, geoLocations: { type: 'list:struct:GeoLocationTarget' }, connectivity: { type: 'struct:ConnectivityFilter' } },
    InfluxDBAction: { destinationArn: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, databaseName: { type: 'string', required: true, constraint: 'InfluxDBDatabaseName' }, tableName: { type: 'string', required: true, constraint: 'InfluxDBTableName' }, organization: { type: 'string', constraint: 'InfluxDBOrganization' }, tags: { type: 'map:string', constraint: 'InfluxDBTagMap' }, timestampUnit: { type: 'string', constraint: 'InfluxDBTimestampUnit' }, batchConfig: { type: 'struct:InfluxDBBatchConfig' } },
    InfluxDBBatchConfig: { maxBatchSize: { type: 'number', constraint: 'InfluxDBMaxBatchSize' }, maxBatchOpenMs: { type: 'number', constraint: 'InfluxDBMaxBatchOpenMs' }, maxBatchSizeBytes: { type: 'number', constraint: 'InfluxDBMaxBatchSizeBytes' }, batchAcrossTopics: { type: 'boolean' } },
    InfluxDBDestinationConfiguration: { endpoint: { type: 'string', required: true, constraint: 'Url' }, influxDBVersion: { type: 'string', required: true, constraint: 'InfluxDBVersion' }, secretId: { type: 'string', required: true, constraint: 'InfluxDBSecretId' }, secretType: { type: 'string', constraint: 'InfluxDBSecretType' }, secretKey: { type: 'string', constraint: 'InfluxDBSecretKey' } },
    InfluxDBDestinationProperties: { endpoint: { type: 'string' }, influxDBVersion: { type: 'string' }, secretId: { type: 'string' }, secretType: { type: 'string' }, secretKey: { type: 'string' } },
    InfluxDBDestinationSummary: { endpoint: { type: 'string' }, influxDBVersion: { type: 'string' }, secretId: { type: 'string' }, secretType: { type: 'string' }, secretKey: { type: 'string' } },
    IotAnalyticsAction: { channelArn: { type: 'string' }, channelName: { type: 'string' }, batchMode: { type: 'boolean' }, roleArn: { type: 'string' } },
    IotEventsAction: { inputName: { type: 'string', required: true, constraint: 'InputName' }, roleArn: { type: 'string', required: true }, messageId: { type: 'string', constraint: 'MessageId' }, batchMode: { type: 'boolean' } },
    IotSiteWiseAction: { putAssetPropertyValueEntries: { type: 'list:struct:PutAssetPropertyValueEntry', required: true, constraint: 'PutAssetPropertyValueEntryList' }, roleArn: { type: 'string', required: true } },
    IssuerCertificateIdentifier: { issuerCertificateSubject: { type: 'string', constraint: 'IssuerCertificateSubject' }, issuerId: { type: 'string', constraint: 'IssuerId' }, issuerCertificateSerialNumber: { type: 'string', constraint: 'IssuerCertificateSerialNumber' } },
    Job: { jobArn: { type: 'string' }, jobId: { type: 'string' }, targetSelection: { type: 'string' }, status: { type: 'string' }, forceCanceled: { type: 'boolean' }, reasonCode: { type: 'string' }, comment: { type: 'string' }, targets: { type: 'list:string' }, description: { type: 'string' }, presignedUrlConfig: { type: 'struct:PresignedUrlConfig' }, jobExecutionsRolloutConfig: { type: 'struct:JobExecutionsRolloutConfig' }, abortConfig: { type: 'struct:AbortConfig' }, createdAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, completedAt: { type: 'timestamp' }, jobProcessDetails: { type: 'struct:JobProcessDetails' }, timeoutConfig: { type: 'struct:TimeoutConfig' }, namespaceId: { type: 'string' }, jobTemplateArn: { type: 'string' }, jobExecutionsRetryConfig: { type: 'struct:JobExecutionsRetryConfig' }, documentParameters: { type: 'map:string' }, isConcurrent: { type: 'boolean' }, schedulingConfig: { type: 'struct:SchedulingConfig' }, scheduledJobRollouts: { type: 'list:struct:ScheduledJobRollout' }, destinationPackageVersions: { type: 'list:string' } },
    JobExecution: { jobId: { type: 'string' }, status: { type: 'string' }, forceCanceled: { type: 'boolean' }, statusDetails: { type: 'struct:JobExecutionStatusDetails' }, thingArn: { type: 'string' }, queuedAt: { type: 'timestamp' }, startedAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, executionNumber: { type: 'number' }, versionNumber: { type: 'number' }, approximateSecondsBeforeTimedOut: { type: 'number' } },
    JobExecutionStatusDetails: { detailsMap: { type: 'map:string' } },
    JobExecutionSummary: { status: { type: 'string' }, queuedAt: { type: 'timestamp' }, startedAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, executionNumber: { type: 'number' }, retryAttempt: { type: 'number' } },
    JobExecutionSummaryForJob: { thingArn: { type: 'string' }, jobExecutionSummary: { type: 'struct:JobExecutionSummary' } },
    JobExecutionSummaryForThing: { jobId: { type: 'string' }, jobExecutionSummary: { type: 'struct:JobExecutionSummary' } },
    JobExecutionsRetryConfig: { criteriaList: { type: 'list:struct:RetryCriteria', required: true, constraint: 'RetryCriteriaList' } },
    JobExecutionsRolloutConfig: { maximumPerMinute: { type: 'number', constraint: 'MaxJobExecutionsPerMin' }, exponentialRate: { type: 'struct:ExponentialRolloutRate' } },
    JobProcessDetails: { processingTargets: { type: 'list:string' }, numberOfCanceledThings: { type: 'number' }, numberOfSucceededThings: { type: 'number' }, numberOfFailedThings: { type: 'number' }, numberOfRejectedThings: { type: 'number' }, numberOfQueuedThings: { type: 'number' }, numberOfInProgressThings: { type: 'number' }, numberOfRemovedThings: { type: 'number' }, numberOfTimedOutThings: { type: 'number' } },
    JobSummary: { jobArn: { type: 'string' }, jobId: { type: 'string' }, thingGroupId: { type: 'string' }, targetSelection: { type: 'string' }, status: { type: 'string' }, createdAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, completedAt: { type: 'timestamp' }, isConcurrent: { type: 'boolean' } },
    JobTemplateSummary: { jobTemplateArn: { type: 'string' }, jobTemplateId: { type: 'string' }, description: { type: 'string' }, createdAt: { type: 'timestamp' } },
    KafkaAction: { destinationArn: { type: 'string', required: true }, topic: { type: 'string', required: true }, clientProperties: { type: 'map:string', required: true }, key: { type: 'string' }, partition: { type: 'string' }, headers: { type: 'list:struct:KafkaActionHeader', constraint: 'KafkaHeaders' } },
    KafkaActionHeader: { key: { type: 'string', required: true, constraint: 'KafkaHeaderKey' }, value: { type: 'string', required: true, constraint: 'KafkaHeaderValue' } },
    KeyPair: { PublicKey: { type: 'string' }, PrivateKey: { type: 'string' } },
    KinesisAction: { roleArn: { type: 'string', required: true }, streamName: { type: 'string', required: true }, partitionKey: { type: 'string' } },
    LambdaAction: { functionArn: { type: 'string', required: true } },
    ListActiveViolationsRequest: { thingName: { type: 'string', in: 'query:thingName', constraint: 'DeviceDefenderThingName' }, securityProfileName: { type: 'string', in: 'query:securityProfileName', constraint: 'SecurityProfileName' }, behaviorCriteriaType: { type: 'string', in: 'query:behaviorCriteriaType', constraint: 'BehaviorCriteriaType' }, listSuppressedAlerts: { type: 'boolean', in: 'query:listSuppressedAlerts' }, verificationState: { type: 'string', in: 'query:verificationState', constraint: 'VerificationState' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' } },
    ListActiveViolationsResponse: { activeViolations: { type: 'list:struct:ActiveViolation' }, nextToken: { type: 'string' } },
    ListAttachedPoliciesRequest: { target: { type: 'string', required: true, in: 'label' }, recursive: { type: 'boolean', in: 'query:recursive' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' } },
    ListAttachedPoliciesResponse: { policies: { type: 'list:struct:Policy' }, nextMarker: { type: 'string' } },
    ListAuditFindingsRequest: { taskId: { type: 'string', constraint: 'AuditTaskId' }, checkName: { type: 'string' }, resourceIdentifier: { type: 'struct:ResourceIdentifier' }, maxResults: { type: 'number', constraint: 'MaxResults' }, nextToken: { type: 'string' }, startTime: { type: 'timestamp' }, endTime: { type: 'timestamp' }, listSuppressedFindings: { type: 'boolean' } },
    ListAuditFindingsResponse: { findings: { type: 'list:struct:AuditFinding' }, nextToken: { type: 'string' } },
    ListAuditMitigationActionsExecutionsRequest: { taskId: { type: 'string', required: true, in: 'query:taskId', constraint: 'MitigationActionsTaskId' }, findingId: { type: 'string', required: true, in: 'query:findingId', constraint: 'FindingId' }, actionStatus: { type: 'string', in: 'query:actionStatus', constraint: 'AuditMitigationActionsExecutionStatus' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListAuditMitigationActionsExecutionsResponse: { actionsExecutions: { type: 'list:struct:AuditMitigationActionExecutionMetadata' }, nextToken: { type: 'string' } },
    ListAuditMitigationActionsTasksRequest: { startTime: { type: 'timestamp', required: true, in: 'query:startTime' }, endTime: { type: 'timestamp', required: true, in: 'query:endTime' }, auditTaskId: { type: 'string', in: 'query:auditTaskId', constraint: 'AuditTaskId' }, findingId: { type: 'string', in: 'query:findingId', constraint: 'FindingId' }, taskStatus: { type: 'string', in: 'query:taskStatus', constraint: 'AuditMitigationActionsTaskStatus' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListAuditMitigationActionsTasksResponse: { tasks: { type: 'list:struct:AuditMitigationActionsTaskMetadata' }, nextToken: { type: 'string' } },
    ListAuditSuppressionsRequest: { checkName: { type: 'string' }, resourceIdentifier: { type: 'struct:ResourceIdentifier' }, ascendingOrder: { type: 'boolean' }, nextToken: { type: 'string' }, maxResults: { type: 'number', constraint: 'MaxResults' } },
    ListAuditSuppressionsResponse: { suppressions: { type: 'list:struct:AuditSuppression' }, nextToken: { type: 'string' } },
    ListAuditTasksRequest: { startTime: { type: 'timestamp', required: true, in: 'query:startTime' }, endTime: { type: 'timestamp', required: true, in: 'query:endTime' }, taskType: { type: 'string', in: 'query:taskType', constraint: 'AuditTaskType' }, taskStatus: { type: 'string', in: 'query:taskStatus', constraint: 'AuditTaskStatus' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' } },
    ListAuditTasksResponse: { tasks: { type: 'list:struct:AuditTaskMetadata' }, nextToken: { type: 'string' } },
    ListAuthorizersRequest: { pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' }, status: { type: 'string', in: 'query:status', constraint: 'AuthorizerStatus' } },
    ListAuthorizersResponse: { authorizers: { type: 'list:struct:AuthorizerSummary' }, nextMarker: { type: 'string' } },
    ListBillingGroupsRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' }, namePrefixFilter: { type: 'string', in: 'query:namePrefixFilter', constraint: 'BillingGroupName' } },
    ListBillingGroupsResponse: { billingGroups: { type: 'list:struct:GroupNameAndArn' }, nextToken: { type: 'string' } },
    ListCACertificatesRequest: { pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' }, templateName: { type: 'string', in: 'query:templateName', constraint: 'TemplateName' } },
    ListCACertificatesResponse: { certificates: { type: 'list:struct:CACertificate' }, nextMarker: { type: 'string' } },
    ListCertificateProvidersRequest: { nextToken: { type: 'string', in: 'query:nextToken', constraint: 'Marker' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' } },
    ListCertificateProvidersResponse: { certificateProviders: { type: 'list:struct:CertificateProviderSummary' }, nextToken: { type: 'string' } },
    ListCertificatesByCARequest: { caCertificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' }, pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' } },
    ListCertificatesByCAResponse: { certificates: { type: 'list:struct:Certificate' }, nextMarker: { type: 'string' } },
    ListCertificatesRequest: { pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' } },
    ListCertificatesResponse: { certificates: { type: 'list:struct:Certificate' }, nextMarker: { type: 'string' } },
    ListCommandExecutionsRequest: { maxResults: { type: 'number', in: 'query:maxResults', constraint: 'CommandMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' }, namespace: { type: 'string', constraint: 'CommandNamespace' }, status: { type: 'string', constraint: 'CommandExecutionStatus' }, sortOrder: { type: 'string', constraint: 'SortOrder' }, startedTimeFilter: { type: 'struct:TimeFilter' }, completedTimeFilter: { type: 'struct:TimeFilter' }, targetArn: { type: 'string', constraint: 'TargetArn' }, commandArn: { type: 'string' } },
    ListCommandExecutionsResponse: { commandExecutions: { type: 'list:struct:CommandExecutionSummary' }, nextToken: { type: 'string' } },
    ListCommandsRequest: { maxResults: { type: 'number', in: 'query:maxResults', constraint: 'CommandMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' }, namespace: { type: 'string', in: 'query:namespace', constraint: 'CommandNamespace' }, commandParameterName: { type: 'string', in: 'query:commandParameterName', constraint: 'CommandParameterName' }, sortOrder: { type: 'string', in: 'query:sortOrder', constraint: 'SortOrder' } },
    ListCommandsResponse: { commands: { type: 'list:struct:CommandSummary' }, nextToken: { type: 'string' } },
    ListCustomMetricsRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' } },
    ListCustomMetricsResponse: { metricNames: { type: 'list:string' }, nextToken: { type: 'string' } },
    ListDetectMitigationActionsExecutionsRequest: { taskId: { type: 'string', in: 'query:taskId', constraint: 'MitigationActionsTaskId' }, violationId: { type: 'string', in: 'query:violationId', constraint: 'ViolationId' }, thingName: { type: 'string', in: 'query:thingName', constraint: 'DeviceDefenderThingName' }, startTime: { type: 'timestamp', in: 'query:startTime' }, endTime: { type: 'timestamp', in: 'query:endTime' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListDetectMitigationActionsExecutionsResponse: { actionsExecutions: { type: 'list:struct:DetectMitigationActionExecution' }, nextToken: { type: 'string' } },
    ListDetectMitigationActionsTasksRequest: { startTime: { type: 'timestamp', required: true, in: 'query:startTime' }, endTime: { type: 'timestamp', required: true, in: 'query:endTime' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListDetectMitigationActionsTasksResponse: { tasks: { type: 'list:struct:DetectMitigationActionsTaskSummary' }, nextToken: { type: 'string' } },
    ListDimensionsRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' } },
    ListDimensionsResponse: { dimensionNames: { type: 'list:string' }, nextToken: { type: 'string' } },
    ListDomainConfigurationsRequest: { marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, serviceType: { type: 'string', in: 'query:serviceType', constraint: 'ServiceType' } },
    ListDomainConfigurationsResponse: { domainConfigurations: { type: 'list:struct:DomainConfigurationSummary' }, nextMarker: { type: 'string' } },
    ListFleetMetricsRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' } },
    ListFleetMetricsResponse: { fleetMetrics: { type: 'list:struct:FleetMetricNameAndArn' }, nextToken: { type: 'string' } },
    ListIndicesRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'QueryMaxResults' } },
    ListIndicesResponse: { indexNames: { type: 'list:string' }, nextToken: { type: 'string' } },
    ListJobExecutionsForJobRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, status: { type: 'string', in: 'query:status', constraint: 'JobExecutionStatus' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'LaserMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListJobExecutionsForJobResponse: { executionSummaries: { type: 'list:struct:JobExecutionSummaryForJob' }, nextToken: { type: 'string' } },
    ListJobExecutionsForThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, status: { type: 'string', in: 'query:status', constraint: 'JobExecutionStatus' }, namespaceId: { type: 'string', in: 'query:namespaceId', constraint: 'NamespaceId' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'LaserMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' }, jobId: { type: 'string', in: 'query:jobId', constraint: 'JobId' } },
    ListJobExecutionsForThingResponse: { executionSummaries: { type: 'list:struct:JobExecutionSummaryForThing' }, nextToken: { type: 'string' } },
    ListJobTemplatesRequest: { maxResults: { type: 'number', in: 'query:maxResults', constraint: 'LaserMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListJobTemplatesResponse: { jobTemplates: { type: 'list:struct:JobTemplateSummary' }, nextToken: { type: 'string' } },
    ListJobsRequest: { status: { type: 'string', in: 'query:status', constraint: 'JobStatus' }, targetSelection: { type: 'string', in: 'query:targetSelection', constraint: 'TargetSelection' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'LaserMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' }, thingGroupName: { type: 'string', in: 'query:thingGroupName', constraint: 'ThingGroupName' }, thingGroupId: { type: 'string', in: 'query:thingGroupId', constraint: 'ThingGroupId' }, namespaceId: { type: 'string', in: 'query:namespaceId', constraint: 'NamespaceId' } },
    ListJobsResponse: { jobs: { type: 'list:struct:JobSummary' }, nextToken: { type: 'string' } },
    ListMetricValuesRequest: { thingName: { type: 'string', required: true, in: 'query:thingName', constraint: 'DeviceDefenderThingName' }, metricName: { type: 'string', required: true, in: 'query:metricName' }, startTime: { type: 'timestamp', required: true, in: 'query:startTime' }, endTime: { type: 'timestamp', required: true, in: 'query:endTime' }, dimensionName: { type: 'string', in: 'query:dimensionName', constraint: 'DimensionName' }, dimensionValueOperator: { type: 'string', in: 'query:dimensionValueOperator', constraint: 'DimensionValueOperator' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListMetricValuesResponse: { metricDatumList: { type: 'list:struct:MetricDatum' }, nextToken: { type: 'string' } },
    ListMitigationActionsRequest: { actionType: { type: 'string', in: 'query:actionType', constraint: 'MitigationActionType' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListMitigationActionsResponse: { actionIdentifiers: { type: 'list:struct:MitigationActionIdentifier' }, nextToken: { type: 'string' } },
    ListNamedShadowsForThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, nextToken: { type: 'string', in: 'query:nextToken' }, pageSize: { type: 'number', in: 'query:pageSize', constraint: 'IoTDataPlanePageSize' } },
    ListNamedShadowsForThingResponse: { results: { type: 'list:string' }, nextToken: { type: 'string' }, timestamp: { type: 'number' } },
    ListOTAUpdatesRequest: { maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' }, otaUpdateStatus: { type: 'string', in: 'query:otaUpdateStatus', constraint: 'OTAUpdateStatus' } },
    ListOTAUpdatesResponse: { otaUpdates: { type: 'list:struct:OTAUpdateSummary' }, nextToken: { type: 'string' } },
    ListOutgoingCertificatesRequest: { pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' } },
    ListOutgoingCertificatesResponse: { outgoingCertificates: { type: 'list:struct:OutgoingCertificate' }, nextMarker: { type: 'string' } },
    ListPackageVersionsRequest: { packageName: { type: 'string', required: true, in: 'label', constraint: 'PackageName' }, status: { type: 'string', in: 'query:status', constraint: 'PackageVersionStatus' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'PackageCatalogMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListPackageVersionsResponse: { packageVersionSummaries: { type: 'list:struct:PackageVersionSummary' }, nextToken: { type: 'string' } },
    ListPackagesRequest: { maxResults: { type: 'number', in: 'query:maxResults', constraint: 'PackageCatalogMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListPackagesResponse: { packageSummaries: { type: 'list:struct:PackageSummary' }, nextToken: { type: 'string' } },
    ListPoliciesRequest: { marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' } },
    ListPoliciesResponse: { policies: { type: 'list:struct:Policy' }, nextMarker: { type: 'string' } },
    ListPolicyPrincipalsRequest: { policyName: { type: 'string', required: true, in: 'header:x-amzn-iot-policy', constraint: 'PolicyName' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' } },
    ListPolicyPrincipalsResponse: { principals: { type: 'list:string' }, nextMarker: { type: 'string' } },
    ListPolicyVersionsRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' } },
    ListPolicyVersionsResponse: { policyVersions: { type: 'list:struct:PolicyVersion' } },
    ListPrincipalPoliciesRequest: { principal: { type: 'string', required: true, in: 'header:x-amzn-iot-principal' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' } },
    ListPrincipalPoliciesResponse: { policies: { type: 'list:struct:Policy' }, nextMarker: { type: 'string' } },
    ListPrincipalThingsRequest: { principal: { type: 'string', required: true, in: 'header:x-amzn-principal' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' } },
    ListPrincipalThingsResponse: { things: { type: 'list:string' }, nextToken: { type: 'string' } },
    ListPrincipalThingsV2Request: { principal: { type: 'string', required: true, in: 'header:x-amzn-principal' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' }, thingPrincipalType: { type: 'string', in: 'query:thingPrincipalType', constraint: 'ThingPrincipalType' } },
    ListPrincipalThingsV2Response: { principalThingObjects: { type: 'list:struct:PrincipalThingObject' }, nextToken: { type: 'string' } },
    ListProvisioningTemplateVersionsRequest: { templateName: { type: 'string', required: true, in: 'label', constraint: 'TemplateName' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListProvisioningTemplateVersionsResponse: { versions: { type: 'list:struct:ProvisioningTemplateVersionSummary' }, nextToken: { type: 'string' } },
    ListProvisioningTemplatesRequest: { maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListProvisioningTemplatesResponse: { templates: { type: 'list:struct:ProvisioningTemplateSummary' }, nextToken: { type: 'string' } },
    ListRelatedResourcesForAuditFindingRequest: { findingId: { type: 'string', required: true, in: 'query:findingId', constraint: 'FindingId' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' } },
    ListRelatedResourcesForAuditFindingResponse: { relatedResources: { type: 'list:struct:RelatedResource' }, nextToken: { type: 'string' } },
    ListRetainedMessagesRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'IoTDataPlaneMaxResults' } },
    ListRetainedMessagesResponse: { retainedTopics: { type: 'list:struct:RetainedMessageSummary' }, nextToken: { type: 'string' } },
    ListRoleAliasesRequest: { pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' } },
    ListRoleAliasesResponse: { roleAliases: { type: 'list:string' }, nextMarker: { type: 'string' } },
    ListScheduledAuditsRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' } },
    ListScheduledAuditsResponse: { scheduledAudits: { type: 'list:struct:ScheduledAuditMetadata' }, nextToken: { type: 'string' } },
    ListSecurityProfilesForTargetRequest: { securityProfileTargetArn: { type: 'string', required: true, in: 'query:securityProfileTargetArn' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, recursive: { type: 'boolean', in: 'query:recursive' } },
    ListSecurityProfilesForTargetResponse: { securityProfileTargetMappings: { type: 'list:struct:SecurityProfileTargetMapping' }, nextToken: { type: 'string' } },
    ListSecurityProfilesRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, dimensionName: { type: 'string', in: 'query:dimensionName', constraint: 'DimensionName' }, metricName: { type: 'string', in: 'query:metricName', constraint: 'MetricName' } },
    ListSecurityProfilesResponse: { securityProfileIdentifiers: { type: 'list:struct:SecurityProfileIdentifier' }, nextToken: { type: 'string' } },
    ListStreamsRequest: { maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' }, ascendingOrder: { type: 'boolean', in: 'query:isAscendingOrder' } },
    ListStreamsResponse: { streams: { type: 'list:struct:StreamSummary' }, nextToken: { type: 'string' } },
    ListSubscriptionsRequest: { clientId: { type: 'string', required: true, in: 'label', constraint: 'ClientId' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'IoTDataPlaneMaxResults' } },
    ListSubscriptionsResponse: { subscriptions: { type: 'list:struct:SubscriptionSummary' }, nextToken: { type: 'string' } },
    ListTagsForResourceRequest: { resourceArn: { type: 'string', required: true, in: 'query:resourceArn' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListTagsForResourceResponse: { tags: { type: 'list:struct:Tag' }, nextToken: { type: 'string' } },
    ListTargetsForPolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, marker: { type: 'string', in: 'query:marker', constraint: 'Marker' }, pageSize: { type: 'number', in: 'query:pageSize', constraint: 'PageSize' } },
    ListTargetsForPolicyResponse: { targets: { type: 'list:string' }, nextMarker: { type: 'string' } },
    ListTargetsForSecurityProfileRequest: { securityProfileName: { type: 'string', required: true, in: 'label', constraint: 'SecurityProfileName' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' } },
    ListTargetsForSecurityProfileResponse: { securityProfileTargets: { type: 'list:struct:SecurityProfileTarget' }, nextToken: { type: 'string' } },
    ListThingGroupsForThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' } },
    ListThingGroupsForThingResponse: { thingGroups: { type: 'list:struct:GroupNameAndArn' }, nextToken: { type: 'string' } },
    ListThingGroupsRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' }, parentGroup: { type: 'string', in: 'query:parentGroup', constraint: 'ThingGroupName' }, namePrefixFilter: { type: 'string', in: 'query:namePrefixFilter', constraint: 'ThingGroupName' }, recursive: { type: 'boolean', in: 'query:recursive' } },
    ListThingGroupsResponse: { thingGroups: { type: 'list:struct:GroupNameAndArn' }, nextToken: { type: 'string' } },
    ListThingPrincipalsRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' } },
    ListThingPrincipalsResponse: { principals: { type: 'list:string' }, nextToken: { type: 'string' } },
    ListThingPrincipalsV2Request: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' }, thingPrincipalType: { type: 'string', in: 'query:thingPrincipalType', constraint: 'ThingPrincipalType' } },
    ListThingPrincipalsV2Response: { thingPrincipalObjects: { type: 'list:struct:ThingPrincipalObject' }, nextToken: { type: 'string' } },
    ListThingRegistrationTaskReportsRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'TaskId' }, reportType: { type: 'string', required: true, in: 'query:reportType', constraint: 'ReportType' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' } },
    ListThingRegistrationTaskReportsResponse: { resourceLinks: { type: 'list:string' }, reportType: { type: 'string' }, nextToken: { type: 'string' } },
    ListThingRegistrationTasksRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' }, status: { type: 'string', in: 'query:status', constraint: 'Status' } },
    ListThingRegistrationTasksResponse: { taskIds: { type: 'list:string' }, nextToken: { type: 'string' } },
    ListThingTypesRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' }, thingTypeName: { type: 'string', in: 'query:thingTypeName', constraint: 'ThingTypeName' } },
    ListThingTypesResponse: { thingTypes: { type: 'list:struct:ThingTypeDefinition' }, nextToken: { type: 'string' } },
    ListThingsInBillingGroupRequest: { billingGroupName: { type: 'string', required: true, in: 'label', constraint: 'BillingGroupName' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' } },
    ListThingsInBillingGroupResponse: { things: { type: 'list:string' }, nextToken: { type: 'string' } },
    ListThingsInThingGroupRequest: { thingGroupName: { type: 'string', required: true, in: 'label', constraint: 'ThingGroupName' }, recursive: { type: 'boolean', in: 'query:recursive' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' } },
    ListThingsInThingGroupResponse: { things: { type: 'list:string' }, nextToken: { type: 'string' } },
    ListThingsRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' }, attributeName: { type: 'string', in: 'query:attributeName', constraint: 'AttributeName' }, attributeValue: { type: 'string', in: 'query:attributeValue', constraint: 'AttributeValue' }, thingTypeName: { type: 'string', in: 'query:thingTypeName', constraint: 'ThingTypeName' }, usePrefixAttributeValue: { type: 'boolean', in: 'query:usePrefixAttributeValue' } },
    ListThingsResponse: { things: { type: 'list:struct:ThingAttribute' }, nextToken: { type: 'string' } },
    ListTopicRuleDestinationsRequest: { maxResults: { type: 'number', in: 'query:maxResults', constraint: 'TopicRuleDestinationMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' } },
    ListTopicRuleDestinationsResponse: { destinationSummaries: { type: 'list:struct:TopicRuleDestinationSummary' }, nextToken: { type: 'string' } },
    ListTopicRulesRequest: { topic: { type: 'string', in: 'query:topic' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'TopicRuleMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' }, ruleDisabled: { type: 'boolean', in: 'query:ruleDisabled' } },
    ListTopicRulesResponse: { rules: { type: 'list:struct:TopicRuleListItem' }, nextToken: { type: 'string' } },
    ListV2LoggingLevelsRequest: { targetType: { type: 'string', in: 'query:targetType', constraint: 'LogTargetType' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'SkyfallMaxResults' } },
    ListV2LoggingLevelsResponse: { logTargetConfigurations: { type: 'list:struct:LogTargetConfiguration' }, nextToken: { type: 'string' } },
    ListViolationEventsRequest: { startTime: { type: 'timestamp', required: true, in: 'query:startTime' }, endTime: { type: 'timestamp', required: true, in: 'query:endTime' }, thingName: { type: 'string', in: 'query:thingName', constraint: 'DeviceDefenderThingName' }, securityProfileName: { type: 'string', in: 'query:securityProfileName', constraint: 'SecurityProfileName' }, behaviorCriteriaType: { type: 'string', in: 'query:behaviorCriteriaType', constraint: 'BehaviorCriteriaType' }, listSuppressedAlerts: { type: 'boolean', in: 'query:listSuppressedAlerts' }, verificationState: { type: 'string', in: 'query:verificationState', constraint: 'VerificationState' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'MaxResults' } },
    ListViolationEventsResponse: { violationEvents: { type: 'list:struct:ViolationEvent' }, nextToken: { type: 'string' } },
    LocationAction: { roleArn: { type: 'string', required: true }, trackerName: { type: 'string', required: true }, deviceId: { type: 'string', required: true }, latitude: { type: 'string', required: true }, longitude: { type: 'string', required: true }, timestamp: { type: 'struct:LocationTimestamp' } },
    LocationTimestamp: { value: { type: 'string', required: true }, unit: { type: 'string' } },
    LogEventConfiguration: { eventType: { type: 'string', required: true, constraint: 'LogEventType' }, logLevel: { type: 'string', constraint: 'LogLevel' }, logDestination: { type: 'string', constraint: 'LogDestination' } },
    LogTarget: { targetType: { type: 'string', required: true, constraint: 'LogTargetType' }, targetName: { type: 'string' } },
    LogTargetConfiguration: { logTarget: { type: 'struct:LogTarget' }, logLevel: { type: 'string' } },
    LoggingOptionsPayload: { roleArn: { type: 'string', required: true }, logLevel: { type: 'string', constraint: 'LogLevel' } },
    MachineLearningDetectionConfig: { confidenceLevel: { type: 'string', required: true, constraint: 'ConfidenceLevel' } },
    MaintenanceWindow: { startTime: { type: 'string', required: true, constraint: 'CronExpression' }, durationInMinutes: { type: 'number', required: true, constraint: 'DurationInMinutes' } },
    MetricDatum: { timestamp: { type: 'timestamp' }, value: { type: 'struct:MetricValue' } },
    MetricDimension: { dimensionName: { type: 'string', required: true, constraint: 'DimensionName' }, operator: { type: 'string', constraint: 'DimensionValueOperator' } },
    MetricToRetain: { metric: { type: 'string', required: true }, metricDimension: { type: 'struct:MetricDimension' }, exportMetric: { type: 'boolean' } },
    MetricValue: { count: { type: 'number', constraint: 'UnsignedLong' }, cidrs: { type: 'list:string', constraint: 'Cidrs' }, ports: { type: 'list:number', constraint: 'Ports' }, number: { type: 'number' }, numbers: { type: 'list:number' }, strings: { type: 'list:string' } },
    MetricsExportConfig: { mqttTopic: { type: 'string', required: true, constraint: 'MqttTopic' }, roleArn: { type: 'string', required: true, constraint: 'RoleArn' } },
    MitigationAction: { name: { type: 'string' }, id: { type: 'string' }, roleArn: { type: 'string' }, actionParams: { type: 'struct:MitigationActionParams' } },
    MitigationActionIdentifier: { actionName: { type: 'string' }, actionArn: { type: 'string' }, creationDate: { type: 'timestamp' } },
    MitigationActionParams: { updateDeviceCertificateParams: { type: 'struct:UpdateDeviceCertificateParams' }, updateCACertificateParams: { type: 'struct:UpdateCACertificateParams' }, addThingsToThingGroupParams: { type: 'struct:AddThingsToThingGroupParams' }, replaceDefaultPolicyVersionParams: { type: 'struct:ReplaceDefaultPolicyVersionParams' }, enableIoTLoggingParams: { type: 'struct:EnableIoTLoggingParams' }, publishFindingToSnsParams: { type: 'struct:PublishFindingToSnsParams' } },
    Mqtt5Configuration: { propagatingAttributes: { type: 'list:struct:PropagatingAttribute' } },
    MqttContext: { username: { type: 'string', constraint: 'MqttUsername' }, password: { type: 'blob', constraint: 'MqttPassword' }, clientId: { type: 'string', constraint: 'MqttClientId' } },
    MqttHeaders: { payloadFormatIndicator: { type: 'string', constraint: 'PayloadFormatIndicator' }, contentType: { type: 'string', constraint: 'ContentType' }, responseTopic: { type: 'string', constraint: 'ResponseTopic' }, correlationData: { type: 'string', constraint: 'CorrelationData' }, messageExpiry: { type: 'string', constraint: 'MessageExpiry' }, userProperties: { type: 'list:struct:UserProperty', constraint: 'UserProperties' } },
    NonCompliantResource: { resourceType: { type: 'string' }, resourceIdentifier: { type: 'struct:ResourceIdentifier' }, additionalInfo: { type: 'map:string' } },
    OTAUpdateFile: { fileName: { type: 'string' }, fileType: { type: 'number', constraint: 'FileType' }, fileVersion: { type: 'string' }, fileLocation: { type: 'struct:FileLocation' }, codeSigning: { type: 'struct:CodeSigning' }, attributes: { type: 'map:string', constraint: 'AttributesMap' } },
    OTAUpdateInfo: { otaUpdateId: { type: 'string' }, otaUpdateArn: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, description: { type: 'string' }, targets: { type: 'list:string' }, protocols: { type: 'list:string' }, awsJobExecutionsRolloutConfig: { type: 'struct:AwsJobExecutionsRolloutConfig' }, awsJobPresignedUrlConfig: { type: 'struct:AwsJobPresignedUrlConfig' }, targetSelection: { type: 'string' }, otaUpdateFiles: { type: 'list:struct:OTAUpdateFile' }, otaUpdateStatus: { type: 'string' }, awsIotJobId: { type: 'string' }, awsIotJobArn: { type: 'string' }, errorInfo: { type: 'struct:ErrorInfo' }, additionalParameters: { type: 'map:string' } },
    OTAUpdateSummary: { otaUpdateId: { type: 'string' }, otaUpdateArn: { type: 'string' }, creationDate: { type: 'timestamp' } },
    OpenSearchAction: { roleArn: { type: 'string', required: true }, endpoint: { type: 'string', required: true, constraint: 'ElasticsearchEndpoint' }, index: { type: 'string', required: true }, type: { type: 'string', required: true }, id: { type: 'string', required: true } },
    OutgoingCertificate: { certificateArn: { type: 'string' }, certificateId: { type: 'string' }, transferredTo: { type: 'string' }, transferDate: { type: 'timestamp' }, transferMessage: { type: 'string' }, creationDate: { type: 'timestamp' } },
    PackageSummary: { packageName: { type: 'string' }, defaultVersionName: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    PackageVersionArtifact: { s3Location: { type: 'struct:S3Location' } },
    PackageVersionSummary: { packageName: { type: 'string' }, versionName: { type: 'string' }, status: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    PercentPair: { percent: { type: 'number' }, value: { type: 'number' } },
    Policy: { policyName: { type: 'string' }, policyArn: { type: 'string' } },
    PolicyVersion: { versionId: { type: 'string' }, isDefaultVersion: { type: 'boolean' }, createDate: { type: 'timestamp' } },
    PolicyVersionIdentifier: { policyName: { type: 'string', constraint: 'PolicyName' }, policyVersionId: { type: 'string', constraint: 'PolicyVersionId' } },
    PresignedUrlConfig: { roleArn: { type: 'string', constraint: 'RoleArn' }, expiresInSec: { type: 'number', constraint: 'ExpiresInSec' } },
    PrincipalThingObject: { thingName: { type: 'string', required: true }, thingPrincipalType: { type: 'string' } },
    PropagatingAttribute: { userPropertyKey: { type: 'string', constraint: 'UserPropertyKeyName' }, thingAttribute: { type: 'string', constraint: 'AttributeName' }, connectionAttribute: { type: 'string', constraint: 'ConnectionAttributeName' } },
    ProvisioningHook: { targetArn: { type: 'string', required: true, constraint: 'TargetArn' }, payloadVersion: { type: 'string', constraint: 'PayloadVersion' } },
    ProvisioningTemplateSummary: { templateArn: { type: 'string' }, templateName: { type: 'string' }, description: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, enabled: { type: 'boolean' }, type: { type: 'string' } },
    ProvisioningTemplateVersionSummary: { versionId: { type: 'number' }, creationDate: { type: 'timestamp' }, isDefaultVersion: { type: 'boolean' } },
    PublishFindingToSnsParams: { topicArn: { type: 'string', required: true, constraint: 'SnsTopicArn' } },
    PublishRequest: { topic: { type: 'string', required: true, in: 'label' }, qos: { type: 'number', in: 'query:qos', constraint: 'Qos' }, retain: { type: 'boolean', in: 'query:retain' }, payload: { type: 'blob', in: 'payload' }, userProperties: { type: 'string', in: 'header:x-amz-mqtt5-user-properties' }, payloadFormatIndicator: { type: 'string', in: 'header:x-amz-mqtt5-payload-format-indicator', constraint: 'IoTDataPlanePayloadFormatIndicator' }, contentType: { type: 'string', in: 'query:contentType' }, responseTopic: { type: 'string', in: 'query:responseTopic' }, correlationData: { type: 'string', in: 'header:x-amz-mqtt5-correlation-data' }, messageExpiry: { type: 'number', in: 'query:messageExpiry' } },
    PutAssetPropertyValueEntry: { propertyValues: { type: 'list:struct:AssetPropertyValue', required: true, constraint: 'AssetPropertyValueList' }, entryId: { type: 'string' }, assetId: { type: 'string' }, propertyId: { type: 'string' }, propertyAlias: { type: 'string', constraint: 'AssetPropertyAlias' } },
    PutItemInput: { tableName: { type: 'string', required: true } },
    PutVerificationStateOnViolationRequest: { violationId: { type: 'string', required: true, in: 'label', constraint: 'ViolationId' }, verificationState: { type: 'string', required: true, constraint: 'VerificationState' }, verificationStateDescription: { type: 'string', constraint: 'VerificationStateDescription' } },
    PutVerificationStateOnViolationResponse: { },
    RateIncreaseCriteria: { numberOfNotifiedThings: { type: 'number', constraint: 'NumberOfThings' }, numberOfSucceededThings: { type: 'number', constraint: 'NumberOfThings' } },
    RegisterCACertificateRequest: { caCertificate: { type: 'string', required: true, constraint: 'CertificatePem' }, verificationCertificate: { type: 'string', constraint: 'CertificatePem' }, setAsActive: { type: 'boolean', in: 'query:setAsActive' }, allowAutoRegistration: { type: 'boolean', in: 'query:allowAutoRegistration' }, registrationConfig: { type: 'struct:RegistrationConfig' }, tags: { type: 'list:struct:Tag' }, certificateMode: { type: 'string', constraint: 'CertificateMode' } },
    RegisterCACertificateResponse: { certificateArn: { type: 'string' }, certificateId: { type: 'string' } },
    RegisterCertificateRequest: { certificatePem: { type: 'string', required: true, constraint: 'CertificatePem' }, caCertificatePem: { type: 'string', constraint: 'CertificatePem' }, setAsActive: { type: 'boolean', in: 'query:setAsActive' }, status: { type: 'string', constraint: 'CertificateStatus' } },
    RegisterCertificateResponse: { certificateArn: { type: 'string' }, certificateId: { type: 'string' } },
    RegisterCertificateWithoutCARequest: { certificatePem: { type: 'string', required: true, constraint: 'CertificatePem' }, status: { type: 'string', constraint: 'CertificateStatus' } },
    RegisterCertificateWithoutCAResponse: { certificateArn: { type: 'string' }, certificateId: { type: 'string' } },
    RegisterThingRequest: { templateBody: { type: 'string', required: true, constraint: 'TemplateBody' }, parameters: { type: 'map:string', constraint: 'Parameters' } },
    RegisterThingResponse: { certificatePem: { type: 'string' }, resourceArns: { type: 'map:string' } },
    RegistrationConfig: { templateBody: { type: 'string', constraint: 'TemplateBody' }, roleArn: { type: 'string', constraint: 'RoleArn' }, templateName: { type: 'string', constraint: 'TemplateName' } },
    RejectCertificateTransferRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' }, rejectReason: { type: 'string', constraint: 'Message' } },
    RelatedResource: { resourceType: { type: 'string' }, resourceIdentifier: { type: 'struct:ResourceIdentifier' }, additionalInfo: { type: 'map:string' } },
    RemoveThingFromBillingGroupRequest: { billingGroupName: { type: 'string', constraint: 'BillingGroupName' }, billingGroupArn: { type: 'string' }, thingName: { type: 'string', constraint: 'ThingName' }, thingArn: { type: 'string' } },
    RemoveThingFromBillingGroupResponse: { },
    RemoveThingFromThingGroupRequest: { thingGroupName: { type: 'string', constraint: 'ThingGroupName' }, thingGroupArn: { type: 'string' }, thingName: { type: 'string', constraint: 'ThingName' }, thingArn: { type: 'string' } },
    RemoveThingFromThingGroupResponse: { },
    ReplaceDefaultPolicyVersionParams: { templateName: { type: 'string', required: true, constraint: 'PolicyTemplateName' } },
    ReplaceTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' }, topicRulePayload: { type: 'struct:TopicRulePayload', required: true, in: 'payload' } },
    RepublishAction: { roleArn: { type: 'string', required: true }, topic: { type: 'string', required: true }, qos: { type: 'number', constraint: 'Qos' }, headers: { type: 'struct:MqttHeaders' } },
    ResourceIdentifier: { deviceCertificateId: { type: 'string', constraint: 'CertificateId' }, caCertificateId: { type: 'string', constraint: 'CertificateId' }, cognitoIdentityPoolId: { type: 'string' }, clientId: { type: 'string' }, policyVersionIdentifier: { type: 'struct:PolicyVersionIdentifier' }, account: { type: 'string', constraint: 'AwsAccountId' }, iamRoleArn: { type: 'string', constraint: 'RoleArn' }, roleAliasArn: { type: 'string', constraint: 'RoleAliasArn' }, issuerCertificateIdentifier: { type: 'struct:IssuerCertificateIdentifier' }, deviceCertificateArn: { type: 'string' } },
    RetainedMessageSummary: { topic: { type: 'string' }, payloadSize: { type: 'number' }, qos: { type: 'number' }, lastModifiedTime: { type: 'number' } },
    RetryCriteria: { failureType: { type: 'string', required: true, constraint: 'RetryableFailureType' }, numberOfRetries: { type: 'number', required: true, constraint: 'NumberOfRetries' } },
    RoleAliasDescription: { roleAlias: { type: 'string' }, roleAliasArn: { type: 'string' }, roleArn: { type: 'string' }, owner: { type: 'string' }, credentialDurationSeconds: { type: 'number' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    S3Action: { roleArn: { type: 'string', required: true }, bucketName: { type: 'string', required: true }, key: { type: 'string', required: true }, cannedAcl: { type: 'string', constraint: 'CannedAccessControlList' } },
    S3Destination: { bucket: { type: 'string', constraint: 'S3Bucket' }, prefix: { type: 'string' } },
    S3Location: { bucket: { type: 'string', constraint: 'S3Bucket' }, key: { type: 'string', constraint: 'S3Key' }, version: { type: 'string' } },
    SalesforceAction: { token: { type: 'string', required: true, constraint: 'SalesforceToken' }, url: { type: 'string', required: true, constraint: 'SalesforceEndpoint' } },
    Sbom: { s3Location: { type: 'struct:S3Location' } },
    ScheduledAuditMetadata: { scheduledAuditName: { type: 'string' }, scheduledAuditArn: { type: 'string' }, frequency: { type: 'string' }, dayOfMonth: { type: 'string' }, dayOfWeek: { type: 'string' } },
    ScheduledJobRollout: { startTime: { type: 'string' } },
    SchedulingConfig: { startTime: { type: 'string', constraint: 'StringDateTime' }, endTime: { type: 'string', constraint: 'StringDateTime' }, endBehavior: { type: 'string', constraint: 'JobEndBehavior' }, maintenanceWindows: { type: 'list:struct:MaintenanceWindow' } },
    SearchIndexRequest: { queryString: { type: 'string', required: true, constraint: 'QueryString' }, indexName: { type: 'string', constraint: 'IndexName' }, nextToken: { type: 'string' }, maxResults: { type: 'number', constraint: 'SearchQueryMaxResults' }, queryVersion: { type: 'string' } },
    SearchIndexResponse: { nextToken: { type: 'string' }, things: { type: 'list:struct:ThingDocument' }, thingGroups: { type: 'list:struct:ThingGroupDocument' } },
    SecurityProfileIdentifier: { name: { type: 'string', required: true }, arn: { type: 'string', required: true } },
    SecurityProfileTarget: { arn: { type: 'string', required: true } },
    SecurityProfileTargetMapping: { securityProfileIdentifier: { type: 'struct:SecurityProfileIdentifier' }, target: { type: 'struct:SecurityProfileTarget' } },
    SendDirectMessageRequest: { clientId: { type: 'string', required: true, in: 'label', constraint: 'ClientId' }, topic: { type: 'string', required: true, in: 'query:topic' }, contentType: { type: 'string', in: 'query:contentType' }, responseTopic: { type: 'string', in: 'query:responseTopic' }, confirmation: { type: 'boolean', in: 'query:confirmation' }, timeout: { type: 'number', in: 'query:timeout' }, payload: { type: 'blob', in: 'payload' }, userProperties: { type: 'string', in: 'header:x-amz-mqtt5-user-properties' }, payloadFormatIndicator: { type: 'string', in: 'header:x-amz-mqtt5-payload-format-indicator', constraint: 'IoTDataPlanePayloadFormatIndicator' }, correlationData: { type: 'string', in: 'header:x-amz-mqtt5-correlation-data' } },
    SendDirectMessageResponse: { message: { type: 'string' }, traceId: { type: 'string' } },
    ServerCertificateConfig: { enableOCSPCheck: { type: 'boolean' }, ocspLambdaArn: { type: 'string', constraint: 'OCSPLambdaArn' }, ocspAuthorizedResponderArn: { type: 'string', constraint: 'AcmCertificateArn' } },
    ServerCertificateSummary: { serverCertificateArn: { type: 'string' }, serverCertificateStatus: { type: 'string' }, serverCertificateStatusDetail: { type: 'string' } },
    SetDefaultAuthorizerRequest: { authorizerName: { type: 'string', required: true, constraint: 'AuthorizerName' } },
    SetDefaultAuthorizerResponse: { authorizerName: { type: 'string' }, authorizerArn: { type: 'string' } },
    SetDefaultPolicyVersionRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, policyVersionId: { type: 'string', required: true, in: 'label', constraint: 'PolicyVersionId' } },
    SetLoggingOptionsRequest: { loggingOptionsPayload: { type: 'struct:LoggingOptionsPayload', required: true, in: 'payload' } },
    SetV2LoggingLevelRequest: { logTarget: { type: 'struct:LogTarget', required: true }, logLevel: { type: 'string', required: true, constraint: 'LogLevel' } },
    SetV2LoggingOptionsRequest: { roleArn: { type: 'string' }, defaultLogLevel: { type: 'string', constraint: 'LogLevel' }, disableAllLogs: { type: 'boolean' }, eventConfigurations: { type: 'list:struct:LogEventConfiguration' } },
    SigV4Authorization: { signingRegion: { type: 'string', required: true }, serviceName: { type: 'string', required: true }, roleArn: { type: 'string', required: true } },
    SigningProfileParameter: { certificateArn: { type: 'string' }, platform: { type: 'string' }, certificatePathOnDevice: { type: 'string' } },
    SnsAction: { targetArn: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, messageFormat: { type: 'string', constraint: 'MessageFormat' } },
    SqsAction: { roleArn: { type: 'string', required: true }, queueUrl: { type: 'string', required: true }, useBase64: { type: 'boolean' } },
    StartAuditMitigationActionsTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionsTaskId' }, target: { type: 'struct:AuditMitigationActionsTaskTarget', required: true }, auditCheckToActionsMapping: { type: 'map:list:string', required: true, constraint: 'AuditCheckToActionsMapping' }, clientRequestToken: { type: 'string', constraint: 'ClientRequestToken' } },
    StartAuditMitigationActionsTaskResponse: { taskId: { type: 'string' } },
    StartDetectMitigationActionsTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionsTaskId' }, target: { type: 'struct:DetectMitigationActionsTaskTarget', required: true }, actions: { type: 'list:string', required: true, constraint: 'DetectMitigationActionsToExecuteList' }, violationEventOccurrenceRange: { type: 'struct:ViolationEventOccurrenceRange' }, includeOnlyActiveViolations: { type: 'boolean' }, includeSuppressedAlerts: { type: 'boolean' }, clientRequestToken: { type: 'string', constraint: 'ClientRequestToken' } },
    StartDetectMitigationActionsTaskResponse: { taskId: { type: 'string' } },
    StartOnDemandAuditTaskRequest: { targetCheckNames: { type: 'list:string', required: true } },
    StartOnDemandAuditTaskResponse: { taskId: { type: 'string' } },
    StartSigningJobParameter: { signingProfileParameter: { type: 'struct:SigningProfileParameter' }, signingProfileName: { type: 'string' }, destination: { type: 'struct:Destination' } },
    StartThingRegistrationTaskRequest: { templateBody: { type: 'string', required: true, constraint: 'TemplateBody' }, inputFileBucket: { type: 'string', required: true, constraint: 'RegistryS3BucketName' }, inputFileKey: { type: 'string', required: true, constraint: 'RegistryS3KeyName' }, roleArn: { type: 'string', required: true, constraint: 'RoleArn' } },
    StartThingRegistrationTaskResponse: { taskId: { type: 'string' } },
    StatisticalThreshold: { statistic: { type: 'string', constraint: 'EvaluationStatistic' } },
    Statistics: { count: { type: 'number' }, average: { type: 'number' }, sum: { type: 'number' }, minimum: { type: 'number' }, maximum: { type: 'number' }, sumOfSquares: { type: 'number' }, variance: { type: 'number' }, stdDeviation: { type: 'number' } },
    StatusReason: { reasonCode: { type: 'string', required: true }, reasonDescription: { type: 'string' } },
    StepFunctionsAction: { stateMachineName: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, executionNamePrefix: { type: 'string' } },
    StopThingRegistrationTaskRequest: { taskId: { type: 'string', required: true, in: 'label', constraint: 'TaskId' } },
    StopThingRegistrationTaskResponse: { },
    Stream: { streamId: { type: 'string', constraint: 'StreamId' }, fileId: { type: 'number', constraint: 'FileId' } },
    StreamFile: { fileId: { type: 'number', constraint: 'FileId' }, s3Location: { type: 'struct:S3Location' } },
    StreamInfo: { streamId: { type: 'string' }, streamArn: { type: 'string' }, streamVersion: { type: 'number' }, description: { type: 'string' }, files: { type: 'list:struct:StreamFile' }, createdAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, roleArn: { type: 'string' } },
    StreamSummary: { streamId: { type: 'string' }, streamArn: { type: 'string' }, streamVersion: { type: 'number' }, description: { type: 'string' } },
    SubscriptionSummary: { topicFilter: { type: 'string', required: true }, qos: { type: 'number', required: true } },
    Tag: { Key: { type: 'string', required: true, constraint: 'TagKey' }, Value: { type: 'string', constraint: 'TagValue' } },
    TagResourceRequest: { resourceArn: { type: 'string', required: true }, tags: { type: 'list:struct:Tag', required: true } },
    TagResourceResponse: { },
    TaskStatistics: { totalChecks: { type: 'number' }, inProgressChecks: { type: 'number' }, waitingForDataCollectionChecks: { type: 'number' }, compliantChecks: { type: 'number' }, nonCompliantChecks: { type: 'number' }, failedChecks: { type: 'number' }, canceledChecks: { type: 'number' } },
    TaskStatisticsForAuditCheck: { totalFindingsCount: { type: 'number' }, failedFindingsCount: { type: 'number' }, succeededFindingsCount: { type: 'number' }, skippedFindingsCount: { type: 'number' }, canceledFindingsCount: { type: 'number' } },
    TermsAggregation: { maxBuckets: { type: 'number', constraint: 'MaxBuckets' } },
    TestAuthorizationRequest: { authInfos: { type: 'list:struct:AuthInfo', required: true, constraint: 'AuthInfos' }, principal: { type: 'string' }, cognitoIdentityPoolId: { type: 'string' }, clientId: { type: 'string', in: 'query:clientId' }, policyNamesToAdd: { type: 'list:string', constraint: 'PolicyNames' }, policyNamesToSkip: { type: 'list:string', constraint: 'PolicyNames' } },
    TestAuthorizationResponse: { authResults: { type: 'list:struct:AuthResult' } },
    TestInvokeAuthorizerRequest: { authorizerName: { type: 'string', required: true, in: 'label', constraint: 'AuthorizerName' }, token: { type: 'string', constraint: 'Token' }, tokenSignature: { type: 'string', constraint: 'TokenSignature' }, httpContext: { type: 'struct:HttpContext' }, mqttContext: { type: 'struct:MqttContext' }, tlsContext: { type: 'struct:TlsContext' } },
    TestInvokeAuthorizerResponse: { isAuthenticated: { type: 'boolean' }, principalId: { type: 'string' }, policyDocuments: { type: 'list:string' }, refreshAfterInSeconds: { type: 'number' }, disconnectAfterInSeconds: { type: 'number' } },
    ThingAttribute: { thingName: { type: 'string' }, thingTypeName: { type: 'string' }, thingArn: { type: 'string' }, attributes: { type: 'map:string' }, version: { type: 'number' } },
    ThingConnectivity: { connected: { type: 'boolean' }, timestamp: { type: 'number' }, disconnectReason: { type: 'string' }, keepAliveDuration: { type: 'number' }, cleanSession: { type: 'boolean' }, sessionExpiry: { type: 'number' }, clientId: { type: 'string' } },
    ThingDocument: { thingName: { type: 'string' }, thingId: { type: 'string' }, thingTypeName: { type: 'string' }, thingGroupNames: { type: 'list:string' }, attributes: { type: 'map:string' }, shadow: { type: 'string' }, deviceDefender: { type: 'string' }, connectivity: { type: 'struct:ThingConnectivity' } },
    ThingGroupDocument: { thingGroupName: { type: 'string' }, thingGroupId: { type: 'string' }, thingGroupDescription: { type: 'string' }, attributes: { type: 'map:string' }, parentGroupNames: { type: 'list:string' } },
    ThingGroupIndexingConfiguration: { thingGroupIndexingMode: { type: 'string', required: true, constraint: 'ThingGroupIndexingMode' }, managedFields: { type: 'list:struct:Field' }, customFields: { type: 'list:struct:Field' } },
    ThingGroupMetadata: { parentGroupName: { type: 'string' }, rootToParentThingGroups: { type: 'list:struct:GroupNameAndArn' }, creationDate: { type: 'timestamp' } },
    ThingGroupProperties: { thingGroupDescription: { type: 'string', constraint: 'ThingGroupDescription' }, attributePayload: { type: 'struct:AttributePayload' } },
    ThingIndexingConfiguration: { thingIndexingMode: { type: 'string', required: true, constraint: 'ThingIndexingMode' }, thingConnectivityIndexingMode: { type: 'string', constraint: 'ThingConnectivityIndexingMode' }, deviceDefenderIndexingMode: { type: 'string', constraint: 'DeviceDefenderIndexingMode' }, namedShadowIndexingMode: { type: 'string', constraint: 'NamedShadowIndexingMode' }, managedFields: { type: 'list:struct:Field' }, customFields: { type: 'list:struct:Field' }, filter: { type: 'struct:IndexingFilter' } },
    ThingPrincipalObject: { principal: { type: 'string', required: true }, thingPrincipalType: { type: 'string' } },
    ThingTypeDefinition: { thingTypeName: { type: 'string' }, thingTypeArn: { type: 'string' }, thingTypeProperties: { type: 'struct:ThingTypeProperties' }, thingTypeMetadata: { type: 'struct:ThingTypeMetadata' } },
    ThingTypeMetadata: { deprecated: { type: 'boolean' }, deprecationDate: { type: 'timestamp' }, creationDate: { type: 'timestamp' } },
    ThingTypeProperties: { thingTypeDescription: { type: 'string', constraint: 'ThingTypeDescription' }, searchableAttributes: { type: 'list:string', constraint: 'SearchableAttributes' }, mqtt5Configuration: { type: 'struct:Mqtt5Configuration' } },
    TimeFilter: { after: { type: 'string', constraint: 'StringDateTime' }, before: { type: 'string', constraint: 'StringDateTime' } },
    TimeoutConfig: { inProgressTimeoutInMinutes: { type: 'number' } },
    TimestreamAction: { roleArn: { type: 'string', required: true }, databaseName: { type: 'string', required: true }, tableName: { type: 'string', required: true }, dimensions: { type: 'list:struct:TimestreamDimension', required: true, constraint: 'TimestreamDimensionList' }, timestamp: { type: 'struct:TimestreamTimestamp' } },
    TimestreamDimension: { name: { type: 'string', required: true }, value: { type: 'string', required: true } },
    TimestreamTimestamp: { value: { type: 'string', required: true }, unit: { type: 'string', required: true } },
    TlsConfig: { securityPolicy: { type: 'string', constraint: 'SecurityPolicy' } },
    TlsContext: { serverName: { type: 'string', constraint: 'ServerName' } },
    TopicRule: { ruleName: { type: 'string' }, sql: { type: 'string' }, description: { type: 'string' }, createdAt: { type: 'timestamp' }, actions: { type: 'list:struct:Action' }, ruleDisabled: { type: 'boolean' }, awsIotSqlVersion: { type: 'string' }, errorAction: { type: 'struct:Action' } },
    TopicRuleDestination: { arn: { type: 'string' }, status: { type: 'string' }, createdAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, statusReason: { type: 'string' }, httpUrlProperties: { type: 'struct:HttpUrlDestinationProperties' }, vpcProperties: { type: 'struct:VpcDestinationProperties' }, influxDBProperties: { type: 'struct:InfluxDBDestinationProperties' } },
    TopicRuleDestinationConfiguration: { httpUrlConfiguration: { type: 'struct:HttpUrlDestinationConfiguration' }, vpcConfiguration: { type: 'struct:VpcDestinationConfiguration' }, influxDBConfiguration: { type: 'struct:InfluxDBDestinationConfiguration' } },
    TopicRuleDestinationSummary: { arn: { type: 'string' }, status: { type: 'string' }, createdAt: { type: 'timestamp' }, lastUpdatedAt: { type: 'timestamp' }, statusReason: { type: 'string' }, httpUrlSummary: { type: 'struct:HttpUrlDestinationSummary' }, vpcDestinationSummary: { type: 'struct:VpcDestinationSummary' }, influxDBSummary: { type: 'struct:InfluxDBDestinationSummary' } },
    TopicRuleListItem: { ruleArn: { type: 'string' }, ruleName: { type: 'string' }, topicPattern: { type: 'string' }, createdAt: { type: 'timestamp' }, ruleDisabled: { type: 'boolean' } },
    TopicRulePayload: { sql: { type: 'string', required: true }, actions: { type: 'list:struct:Action', required: true, constraint: 'ActionList' }, description: { type: 'string' }, ruleDisabled: { type: 'boolean' }, awsIotSqlVersion: { type: 'string' }, errorAction: { type: 'struct:Action' } },
    TransferCertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' }, targetAwsAccount: { type: 'string', required: true, in: 'query:targetAwsAccount', constraint: 'AwsAccountId' }, transferMessage: { type: 'string', constraint: 'Message' } },
    TransferCertificateResponse: { transferredCertificateArn: { type: 'string' } },
    TransferData: { transferMessage: { type: 'string' }, rejectReason: { type: 'string' }, transferDate: { type: 'timestamp' }, acceptDate: { type: 'timestamp' }, rejectDate: { type: 'timestamp' } },
    UntagResourceRequest: { resourceArn: { type: 'string', required: true }, tagKeys: { type: 'list:string', required: true, constraint: 'TagKeyList' } },
    UntagResourceResponse: { },
    UpdateAccountAuditConfigurationRequest: { roleArn: { type: 'string', constraint: 'RoleArn' }, auditNotificationTargetConfigurations: { type: 'map:struct:AuditNotificationTarget', constraint: 'AuditNotificationTargetConfigurations' }, auditCheckConfigurations: { type: 'map:struct:AuditCheckConfiguration' } },
    UpdateAccountAuditConfigurationResponse: { },
    UpdateAuditSuppressionRequest: { checkName: { type: 'string', required: true }, resourceIdentifier: { type: 'struct:ResourceIdentifier', required: true }, expirationDate: { type: 'timestamp' }, suppressIndefinitely: { type: 'boolean' }, description: { type: 'string', constraint: 'AuditDescription' } },
    UpdateAuditSuppressionResponse: { },
    UpdateAuthorizerRequest: { authorizerName: { type: 'string', required: true, in: 'label', constraint: 'AuthorizerName' }, authorizerFunctionArn: { type: 'string', constraint: 'AuthorizerFunctionArn' }, tokenKeyName: { type: 'string', constraint: 'TokenKeyName' }, tokenSigningPublicKeys: { type: 'map:string', constraint: 'PublicKeyMap' }, status: { type: 'string', constraint: 'AuthorizerStatus' }, enableCachingForHttp: { type: 'boolean' } },
    UpdateAuthorizerResponse: { authorizerName: { type: 'string' }, authorizerArn: { type: 'string' } },
    UpdateBillingGroupRequest: { billingGroupName: { type: 'string', required: true, in: 'label', constraint: 'BillingGroupName' }, billingGroupProperties: { type: 'struct:BillingGroupProperties', required: true }, expectedVersion: { type: 'number' } },
    UpdateBillingGroupResponse: { version: { type: 'number' } },
    UpdateCACertificateParams: { action: { type: 'string', required: true, constraint: 'CACertificateUpdateAction' } },
    UpdateCACertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' }, newStatus: { type: 'string', in: 'query:newStatus', constraint: 'CACertificateStatus' }, newAutoRegistrationStatus: { type: 'string', in: 'query:newAutoRegistrationStatus', constraint: 'AutoRegistrationStatus' }, registrationConfig: { type: 'struct:RegistrationConfig' }, removeAutoRegistration: { type: 'boolean' } },
    UpdateCertificateProviderRequest: { certificateProviderName: { type: 'string', required: true, in: 'label', constraint: 'CertificateProviderName' }, lambdaFunctionArn: { type: 'string', constraint: 'CertificateProviderFunctionArn' }, accountDefaultForOperations: { type: 'list:string', constraint: 'CertificateProviderAccountDefaultForOperations' } },
    UpdateCertificateProviderResponse: { certificateProviderName: { type: 'string' }, certificateProviderArn: { type: 'string' } },
    UpdateCertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' }, newStatus: { type: 'string', required: true, in: 'query:newStatus', constraint: 'CertificateStatus' } },
    UpdateCommandRequest: { commandId: { type: 'string', required: true, in: 'label', constraint: 'CommandId' }, displayName: { type: 'string', constraint: 'DisplayName' }, description: { type: 'string', constraint: 'CommandDescription' }, deprecated: { type: 'boolean' } },
    UpdateCommandResponse: { commandId: { type: 'string' }, displayName: { type: 'string' }, description: { type: 'string' }, deprecated: { type: 'boolean' }, lastUpdatedAt: { type: 'timestamp' } },
    UpdateCustomMetricRequest: { metricName: { type: 'string', required: true, in: 'label', constraint: 'MetricName' }, displayName: { type: 'string', required: true, constraint: 'CustomMetricDisplayName' } },
    UpdateCustomMetricResponse: { metricName: { type: 'string' }, metricArn: { type: 'string' }, metricType: { type: 'string' }, displayName: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    UpdateDeviceCertificateParams: { action: { type: 'string', required: true, constraint: 'DeviceCertificateUpdateAction' } },
    UpdateDimensionRequest: { name: { type: 'string', required: true, in: 'label', constraint: 'DimensionName' }, stringValues: { type: 'list:string', required: true, constraint: 'DimensionStringValues' } },
    UpdateDimensionResponse: { name: { type: 'string' }, arn: { type: 'string' }, type: { type: 'string' }, stringValues: { type: 'list:string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' } },
    UpdateDomainConfigurationRequest: { domainConfigurationName: { type: 'string', required: true, in: 'label', constraint: 'ReservedDomainConfigurationName' }, authorizerConfig: { type: 'struct:AuthorizerConfig' }, domainConfigurationStatus: { type: 'string', constraint: 'DomainConfigurationStatus' }, removeAuthorizerConfig: { type: 'boolean' }, tlsConfig: { type: 'struct:TlsConfig' }, serverCertificateConfig: { type: 'struct:ServerCertificateConfig' }, authenticationType: { type: 'string', constraint: 'AuthenticationType' }, applicationProtocol: { type: 'string', constraint: 'ApplicationProtocol' }, clientCertificateConfig: { type: 'struct:ClientCertificateConfig' } },
    UpdateDomainConfigurationResponse: { domainConfigurationName: { type: 'string' }, domainConfigurationArn: { type: 'string' } },
    UpdateDynamicThingGroupRequest: { thingGroupName: { type: 'string', required: true, in: 'label', constraint: 'ThingGroupName' }, thingGroupProperties: { type: 'struct:ThingGroupProperties', required: true }, expectedVersion: { type: 'number' }, indexName: { type: 'string', constraint: 'IndexName' }, queryString: { type: 'string', constraint: 'QueryString' }, queryVersion: { type: 'string' } },
    UpdateDynamicThingGroupResponse: { version: { type: 'number' } },
    UpdateEventConfigurationsRequest: { eventConfigurations: { type: 'map:struct:Configuration', constraint: 'EventConfigurations' } },
    UpdateEventConfigurationsResponse: { },
    UpdateFleetMetricRequest: { metricName: { type: 'string', required: true, in: 'label', constraint: 'FleetMetricName' }, indexName: { type: 'string', required: true, constraint: 'IndexName' }, queryString: { type: 'string', constraint: 'QueryString' }, aggregationType: { type: 'struct:AggregationType' }, period: { type: 'number', constraint: 'FleetMetricPeriod' }, aggregationField: { type: 'string', constraint: 'AggregationField' }, description: { type: 'string', constraint: 'FleetMetricDescription' }, queryVersion: { type: 'string' }, unit: { type: 'string', constraint: 'FleetMetricUnit' }, expectedVersion: { type: 'number' } },
    UpdateIndexingConfigurationRequest: { thingIndexingConfiguration: { type: 'struct:ThingIndexingConfiguration' }, thingGroupIndexingConfiguration: { type: 'struct:ThingGroupIndexingConfiguration' } },
    UpdateIndexingConfigurationResponse: { },
    UpdateJobRequest: { jobId: { type: 'string', required: true, in: 'label', constraint: 'JobId' }, description: { type: 'string', constraint: 'JobDescription' }, presignedUrlConfig: { type: 'struct:PresignedUrlConfig' }, jobExecutionsRolloutConfig: { type: 'struct:JobExecutionsRolloutConfig' }, abortConfig: { type: 'struct:AbortConfig' }, timeoutConfig: { type: 'struct:TimeoutConfig' }, namespaceId: { type: 'string', in: 'query:namespaceId', constraint: 'NamespaceId' }, jobExecutionsRetryConfig: { type: 'struct:JobExecutionsRetryConfig' } },
    UpdateMitigationActionRequest: { actionName: { type: 'string', required: true, in: 'label', constraint: 'MitigationActionName' }, roleArn: { type: 'string', constraint: 'RoleArn' }, actionParams: { type: 'struct:MitigationActionParams' } },
    UpdateMitigationActionResponse: { actionArn: { type: 'string' }, actionId: { type: 'string' } },
    UpdatePackageConfigurationRequest: { versionUpdateByJobsConfig: { type: 'struct:VersionUpdateByJobsConfig' }, clientToken: { type: 'string', in: 'query:clientToken', constraint: 'ClientToken' } },
    UpdatePackageConfigurationResponse: { },
    UpdatePackageRequest: { packageName: { type: 'string', required: true, in: 'label', constraint: 'PackageName' }, description: { type: 'string', constraint: 'ResourceDescription' }, defaultVersionName: { type: 'string', constraint: 'VersionName' }, unsetDefaultVersion: { type: 'boolean' }, clientToken: { type: 'string', in: 'query:clientToken', constraint: 'ClientToken' } },
    UpdatePackageResponse: { },
    UpdatePackageVersionRequest: { packageName: { type: 'string', required: true, in: 'label', constraint: 'PackageName' }, versionName: { type: 'string', required: true, in: 'label', constraint: 'VersionName' }, description: { type: 'string', constraint: 'ResourceDescription' }, attributes: { type: 'map:string', constraint: 'ResourceAttributes' }, artifact: { type: 'struct:PackageVersionArtifact' }, action: { type: 'string', constraint: 'PackageVersionAction' }, recipe: { type: 'string', constraint: 'PackageVersionRecipe' }, clientToken: { type: 'string', in: 'query:clientToken', constraint: 'ClientToken' } },
    UpdatePackageVersionResponse: { },
    UpdateProvisioningTemplateRequest: { templateName: { type: 'string', required: true, in: 'label', constraint: 'TemplateName' }, description: { type: 'string', constraint: 'TemplateDescription' }, enabled: { type: 'boolean' }, defaultVersionId: { type: 'number' }, provisioningRoleArn: { type: 'string', constraint: 'RoleArn' }, preProvisioningHook: { type: 'struct:ProvisioningHook' }, removePreProvisioningHook: { type: 'boolean' } },
    UpdateProvisioningTemplateResponse: { },
    UpdateRoleAliasRequest: { roleAlias: { type: 'string', required: true, in: 'label', constraint: 'RoleAlias' }, roleArn: { type: 'string', constraint: 'RoleArn' }, credentialDurationSeconds: { type: 'number', constraint: 'CredentialDurationSeconds' } },
    UpdateRoleAliasResponse: { roleAlias: { type: 'string' }, roleAliasArn: { type: 'string' } },
    UpdateScheduledAuditRequest: { scheduledAuditName: { type: 'string', required: true, in: 'label', constraint: 'ScheduledAuditName' }, frequency: { type: 'string', constraint: 'AuditFrequency' }, dayOfMonth: { type: 'string', constraint: 'DayOfMonth' }, dayOfWeek: { type: 'string', constraint: 'DayOfWeek' }, targetCheckNames: { type: 'list:string' } },
    UpdateScheduledAuditResponse: { scheduledAuditArn: { type: 'string' } },
    UpdateSecurityProfileRequest: { securityProfileName: { type: 'string', required: true, in: 'label', constraint: 'SecurityProfileName' }, securityProfileDescription: { type: 'string', constraint: 'SecurityProfileDescription' }, behaviors: { type: 'list:struct:Behavior', constraint: 'Behaviors' }, alertTargets: { type: 'map:struct:AlertTarget', constraint: 'AlertTargets' }, additionalMetricsToRetain: { type: 'list:string' }, additionalMetricsToRetainV2: { type: 'list:struct:MetricToRetain' }, deleteBehaviors: { type: 'boolean' }, deleteAlertTargets: { type: 'boolean' }, deleteAdditionalMetricsToRetain: { type: 'boolean' }, expectedVersion: { type: 'number', in: 'query:expectedVersion' }, metricsExportConfig: { type: 'struct:MetricsExportConfig' }, deleteMetricsExportConfig: { type: 'boolean' } },
    UpdateSecurityProfileResponse: { securityProfileName: { type: 'string' }, securityProfileArn: { type: 'string' }, securityProfileDescription: { type: 'string' }, behaviors: { type: 'list:struct:Behavior' }, alertTargets: { type: 'map:struct:AlertTarget' }, additionalMetricsToRetain: { type: 'list:string' }, additionalMetricsToRetainV2: { type: 'list:struct:MetricToRetain' }, version: { type: 'number' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, metricsExportConfig: { type: 'struct:MetricsExportConfig' } },
    UpdateStreamRequest: { streamId: { type: 'string', required: true, in: 'label', constraint: 'StreamId' }, description: { type: 'string', constraint: 'StreamDescription' }, files: { type: 'list:struct:StreamFile', constraint: 'StreamFiles' }, roleArn: { type: 'string', constraint: 'RoleArn' } },
    UpdateStreamResponse: { streamId: { type: 'string' }, streamArn: { type: 'string' }, description: { type: 'string' }, streamVersion: { type: 'number' } },
    UpdateThingGroupRequest: { thingGroupName: { type: 'string', required: true, in: 'label', constraint: 'ThingGroupName' }, thingGroupProperties: { type: 'struct:ThingGroupProperties', required: true }, expectedVersion: { type: 'number' } },
    UpdateThingGroupResponse: { version: { type: 'number' } },
    UpdateThingGroupsForThingRequest: { thingName: { type: 'string', constraint: 'ThingName' }, thingGroupsToAdd: { type: 'list:string', constraint: 'ThingGroupList' }, thingGroupsToRemove: { type: 'list:string', constraint: 'ThingGroupList' }, overrideDynamicGroups: { type: 'boolean' } },
    UpdateThingGroupsForThingResponse: { },
    UpdateThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, thingTypeName: { type: 'string', constraint: 'ThingTypeName' }, attributePayload: { type: 'struct:AttributePayload' }, expectedVersion: { type: 'number' }, removeThingType: { type: 'boolean' } },
    UpdateThingResponse: { },
    UpdateThingShadowRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, payload: { type: 'blob', required: true, in: 'payload' }, shadowName: { type: 'string', in: 'query:name', constraint: 'ShadowName' } },
    UpdateThingShadowResponse: { payload: { type: 'blob', in: 'payload' } },
    UpdateThingTypeRequest: { thingTypeName: { type: 'string', required: true, in: 'label', constraint: 'ThingTypeName' }, thingTypeProperties: { type: 'struct:ThingTypeProperties' } },
    UpdateThingTypeResponse: { },
    UpdateTopicRuleDestinationRequest: { arn: { type: 'string', required: true }, status: { type: 'string', required: true, constraint: 'TopicRuleDestinationStatus' } },
    UpdateTopicRuleDestinationResponse: { },
    UserProperty: { key: { type: 'string', required: true, constraint: 'UserPropertyKey' }, value: { type: 'string', required: true, constraint: 'UserPropertyValue' } },
    ValidateSecurityProfileBehaviorsRequest: { behaviors: { type: 'list:struct:Behavior', required: true, constraint: 'Behaviors' } },
    ValidateSecurityProfileBehaviorsResponse: { valid: { type: 'boolean' }, validationErrors: { type: 'list:struct:ValidationError' } },
    ValidationError: { errorMessage: { type: 'string' } },
    VersionUpdateByJobsConfig: { enabled: { type: 'boolean' }, roleArn: { type: 'string', constraint: 'RoleArn' } },
    ViolationEvent: { violationId: { type: 'string' }, thingName: { type: 'string' }, securityProfileName: { type: 'string' }, behavior: { type: 'struct:Behavior' }, metricValue: { type: 'struct:MetricValue' }, violationEventAdditionalInfo: { type: 'struct:ViolationEventAdditionalInfo' }, violationEventType: { type: 'string' }, verificationState: { type: 'string' }, verificationStateDescription: { type: 'string' }, violationEventTime: { type: 'timestamp' } },
    ViolationEventAdditionalInfo: { confidenceLevel: { type: 'string' } },
    ViolationEventOccurrenceRange: { startTime: { type: 'timestamp', required: true }, endTime: { type: 'timestamp', required: true } },
    VpcDestinationConfiguration: { subnetIds: { type: 'list:string', required: true }, vpcId: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, securityGroups: { type: 'list:string' } },
    VpcDestinationProperties: { subnetIds: { type: 'list:string' }, securityGroups: { type: 'list:string' }, vpcId: { type: 'string' }, roleArn: { type: 'string' } },
    VpcDestinationSummary: { subnetIds: { type: 'list:string' }, securityGroups: { type: 'list:string' }, vpcId: { type: 'string' }, roleArn: { type: 'string' } },
  },
  constraints: {
    AbortAction: {"oneOf":["CANCEL"]},
    AbortCriteriaList: {"min":1},
    AbortThresholdPercentage: {"max":100},
    AcmCertificateArn: {"min":1,"max":2048,"pattern":"arn:aws(-cn|-us-gov|-iso-b|-iso)?:acm:[a-z]{2}-(gov-|iso-|isob-)?[a-z]{4,9}-\\d{1}:\\d{12}:certificate/[a-zA-Z0-9/-]+"},
    ActionList: {"min":0,"max":10},
    ActionType: {"oneOf":["PUBLISH","SUBSCRIBE","RECEIVE","CONNECT"]},
    AdditionalParameterMap: {"of":"Value"},
    AggregationField: {"min":1},
    AggregationTypeName: {"oneOf":["Statistics","Percentiles","Cardinality"]},
    AggregationTypeValue: {"min":1,"max":12,"pattern":"[a-zA-Z0-9]+"},
    AggregationTypeValues: {"of":"AggregationTypeValue"},
    AlertTargetType: {"oneOf":["SNS"]},
    AlertTargets: {"key":"AlertTargetType"},
    ApplicationProtocol: {"oneOf":["SECURE_MQTT","MQTT_WSS","HTTPS","DEFAULT"]},
    AssetPropertyAlias: {"min":1},
    AssetPropertyStringValue: {"min":1,"max":1024},
    AssetPropertyValueList: {"min":1},
    AttributeName: {"max":128,"pattern":"[a-zA-Z0-9_.,@/:#-]+"},
    AttributeValue: {"max":800,"pattern":"[a-zA-Z0-9_.,@/:#=\\[\\]-]*"},
    Attributes: {"of":"AttributeValue","key":"AttributeName"},
    AttributesMap: {"of":"Value"},
    AuditCheckToActionsMapping: {"of":"MitigationActionNameList"},
    AuditCheckToReasonCodeFilter: {"of":"ReasonForNonComplianceCodes"},
    AuditDescription: {"max":1000,"pattern":"[\\p{Graph}\\x20]*"},
    AuditFrequency: {"oneOf":["DAILY","WEEKLY","BIWEEKLY","MONTHLY"]},
    AuditMitigationActionsExecutionStatus: {"oneOf":["IN_PROGRESS","COMPLETED","FAILED","CANCELED","SKIPPED","PENDING"]},
    AuditMitigationActionsTaskStatus: {"oneOf":["IN_PROGRESS","COMPLETED","FAILED","CANCELED"]},
    AuditNotificationTargetConfigurations: {"key":"AuditNotificationType"},
    AuditNotificationType: {"oneOf":["SNS"]},
    AuditTaskId: {"min":1,"max":40,"pattern":"[a-zA-Z0-9\\-]+"},
    AuditTaskStatus: {"oneOf":["IN_PROGRESS","COMPLETED","FAILED","CANCELED"]},
    AuditTaskType: {"oneOf":["ON_DEMAND_AUDIT_TASK","SCHEDULED_AUDIT_TASK"]},
    AuthInfos: {"min":1,"max":10},
    AuthenticationType: {"oneOf":["CUSTOM_AUTH_X509","CUSTOM_AUTH","AWS_X509","AWS_SIGV4","DEFAULT"]},
    AuthorizerFunctionArn: {"max":2048,"pattern":"[\\s\\S]*"},
    AuthorizerName: {"min":1,"max":128,"pattern":"[\\w=,@-]+"},
    AuthorizerStatus: {"oneOf":["ACTIVE","INACTIVE"]},
    AutoRegistrationStatus: {"oneOf":["ENABLE","DISABLE"]},
    AwsAccountId: {"min":12,"max":12,"pattern":"[0-9]+"},
    AwsJobAbortCriteriaAbortAction: {"oneOf":["CANCEL"]},
    AwsJobAbortCriteriaAbortThresholdPercentage: {"max":100},
    AwsJobAbortCriteriaFailureType: {"oneOf":["FAILED","REJECTED","TIMED_OUT","ALL"]},
    AwsJobAbortCriteriaList: {"min":1},
    AwsJobAbortCriteriaMinimumNumberOfExecutedThings: {"min":1},
    AwsJobRateIncreaseCriteriaNumberOfThings: {"min":1},
    AwsJobRolloutRatePerMinute: {"min":1,"max":1000},
    BehaviorCriteriaType: {"oneOf":["STATIC","STATISTICAL","MACHINE_LEARNING"]},
    BehaviorName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    Behaviors: {"max":100},
    BillingGroupDescription: {"max":2028,"pattern":"[\\p{Graph}\\x20]*"},
    BillingGroupName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    BinaryParameterValue: {"min":1},
    CACertificateStatus: {"oneOf":["ACTIVE","INACTIVE"]},
    CACertificateUpdateAction: {"oneOf":["DEACTIVATE"]},
    CannedAccessControlList: {"oneOf":["private","public-read","public-read-write","aws-exec-read","authenticated-read","bucket-owner-read","bucket-owner-full-control","log-delivery-write"]},
    CertificateId: {"min":64,"max":64,"pattern":"(0x)?[a-fA-F0-9]+"},
    CertificateMode: {"oneOf":["DEFAULT","SNI_ONLY"]},
    CertificatePem: {"min":1,"max":65536,"pattern":"[\\s\\S]*"},
    CertificateProviderAccountDefaultForOperations: {"min":1,"max":1,"of":"CertificateProviderOperation"},
    CertificateProviderFunctionArn: {"max":2048,"pattern":"[\\s\\S]*"},
    CertificateProviderName: {"min":1,"max":128,"pattern":"[\\w=,@-]+"},
    CertificateProviderOperation: {"oneOf":["CreateCertificateFromCsr"]},
    CertificateSigningRequest: {"min":1,"max":4096,"pattern":"[\\s\\S]*"},
    CertificateStatus: {"oneOf":["ACTIVE","INACTIVE","REVOKED","PENDING_TRANSFER","REGISTER_INACTIVE","PENDING_ACTIVATION"]},
    CheckCustomConfiguration: {"of":"ConfigValue","key":"ConfigName"},
    Cidr: {"min":2,"max":43,"pattern":"[a-fA-F0-9:\\.\\/]+"},
    Cidrs: {"of":"Cidr"},
    ClientCertificateCallbackArn: {"max":2048,"pattern":"[\\s\\S]*"},
    ClientId: {"min":1,"max":128,"pattern":"^[^$].*"},
    ClientRequestToken: {"min":1,"max":64,"pattern":"^[a-zA-Z0-9-_]+$"},
    ClientToken: {"min":36,"max":64,"pattern":"\\S{36,64}"},
    CommandDescription: {"max":2028,"pattern":"[^\\p{C}]*"},
    CommandExecutionId: {"min":1,"max":64,"pattern":"[a-zA-Z0-9_-]+"},
    CommandExecutionStatus: {"oneOf":["CREATED","IN_PROGRESS","SUCCEEDED","FAILED","REJECTED","TIMED_OUT"]},
    CommandId: {"min":1,"max":64,"pattern":"[a-zA-Z0-9_-]+"},
    CommandMaxResults: {"min":1,"max":100},
    CommandNamespace: {"oneOf":["AWS-IoT","AWS-IoT-FleetWise"]},
    CommandParameterDescription: {"max":2028,"pattern":"[^\\p{C}]*"},
    CommandParameterList: {"min":1},
    CommandParameterName: {"min":1,"max":192,"pattern":"^[.$a-zA-Z0-9_-]+$"},
    CommandParameterType: {"oneOf":["STRING","INTEGER","DOUBLE","LONG","UNSIGNEDLONG","BOOLEAN","BINARY"]},
    CommandParameterValueComparisonOperator: {"oneOf":["EQUALS","NOT_EQUALS","LESS_THAN","LESS_THAN_EQUALS","GREATER_THAN","GREATER_THAN_EQUALS","IN_SET","NOT_IN_SET","IN_RANGE","NOT_IN_RANGE"]},
    CommandParameterValueConditionList: {"min":1},
    CommandParameterValueStringList: {"min":1,"max":10,"of":"StringParameterValue"},
    CommandPayloadTemplateString: {"max":32768},
    Comment: {"max":2028,"pattern":"[^\\p{C}]+"},
    ComparisonOperator: {"oneOf":["less-than","less-than-equals","greater-than","greater-than-equals","in-cidr-set","not-in-cidr-set","in-port-set","not-in-port-set","in-set","not-in-set"]},
    ConfidenceLevel: {"oneOf":["LOW","MEDIUM","HIGH"]},
    ConfigName: {"oneOf":["CERT_AGE_THRESHOLD_IN_DAYS","CERT_EXPIRATION_THRESHOLD_IN_DAYS"]},
    ConfigValue: {"min":1,"max":64},
    ConfirmationToken: {"min":1,"max":2048},
    ConnectionAttributeName: {"max":128,"pattern":"[a-zA-Z0-9:.]+"},
    ConnectivityApiThingName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    ConsecutiveDatapointsToAlarm: {"min":1,"max":10},
    ConsecutiveDatapointsToClear: {"min":1,"max":10},
    ContentType: {"min":0,"max":1024},
    CorrelationData: {"min":0,"max":1024},
    CredentialDurationSeconds: {"min":900,"max":43200},
    CronExpression: {"min":1,"max":256},
    CustomMetricDisplayName: {"max":128,"pattern":"[\\p{Graph}\\x20]*"},
    CustomMetricType: {"oneOf":["string-list","ip-address-list","number-list","number"]},
    DayOfMonth: {"pattern":"^([1-9]|[12][0-9]|3[01])$|^LAST$"},
    DayOfWeek: {"oneOf":["SUN","MON","TUE","WED","THU","FRI","SAT"]},
    DestinationPackageVersions: {"of":"PackageVersionArn"},
    DetailsKey: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    DetailsMap: {"of":"DetailsValue","key":"DetailsKey"},
    DetailsValue: {"min":1,"pattern":"[^\\p{C}]+"},
    DetectMitigationActionsToExecuteList: {"min":1,"max":5,"of":"MitigationActionName"},
    DeviceCertificateUpdateAction: {"oneOf":["DEACTIVATE"]},
    DeviceDefenderIndexingMode: {"oneOf":["OFF","VIOLATIONS"]},
    DeviceDefenderThingName: {"min":1,"max":128},
    DimensionName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    DimensionStringValue: {"min":1,"max":256},
    DimensionStringValues: {"min":1,"max":100,"of":"DimensionStringValue"},
    DimensionType: {"oneOf":["TOPIC_FILTER"]},
    DimensionValueOperator: {"oneOf":["IN","NOT_IN"]},
    DisplayName: {"max":64,"pattern":"[^\\p{C}]*"},
    DomainConfigurationName: {"min":1,"max":128,"pattern":"[\\w.-]+"},
    DomainConfigurationStatus: {"oneOf":["ENABLED","DISABLED"]},
    DomainName: {"min":1,"max":253,"pattern":"[\\s\\S]*"},
    DurationInMinutes: {"min":1,"max":1430},
    DynamoKeyType: {"oneOf":["STRING","NUMBER"]},
    ElasticsearchEndpoint: {"pattern":"https?://.*"},
    EndpointType: {"max":128,"pattern":"[\\s\\S]*"},
    EvaluationStatistic: {"pattern":"(p0|p0\\.1|p0\\.01|p1|p10|p50|p90|p99|p99\\.9|p99\\.99|p100)"},
    EventConfigurations: {"key":"EventType"},
    EventType: {"oneOf":["THING","THING_GROUP","THING_TYPE","THING_GROUP_MEMBERSHIP","THING_GROUP_HIERARCHY","THING_TYPE_ASSOCIATION","JOB","JOB_EXECUTION","POLICY","CERTIFICATE","CA_CERTIFICATE"]},
    ExpiresInSec: {"min":60,"max":3600},
    FieldType: {"oneOf":["Number","String","Boolean"]},
    FileId: {"min":0,"max":255},
    FileType: {"min":0,"max":255},
    FindingId: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_-]+"},
    FindingIds: {"min":1,"max":25,"of":"FindingId"},
    FirehoseSeparator: {"pattern":"([\\n\\t])|(\\r\\n)|(,)"},
    FleetIndexingApi: {"oneOf":["GET_THING_CONNECTIVITY_DATA"]},
    FleetIndexingApiList: {"of":"FleetIndexingApi"},
    FleetMetricDescription: {"max":1024,"pattern":"[\\p{Graph}\\x20]*"},
    FleetMetricName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_\\-\\.]+"},
    FleetMetricPeriod: {"min":60,"max":86400},
    FleetMetricUnit: {"oneOf":["Seconds","Microseconds","Milliseconds","Bytes","Kilobytes","Megabytes","Gigabytes","Terabytes","Bits","Kilobits","Megabits","Gigabits","Terabits","Percent","Count","Bytes/Second","Kilobytes/Second","Megabytes/Second","Gigabytes/Second","Terabytes/Second","Bits/Second","Kilobits/Second","Megabits/Second","Gigabits/Second","Terabits/Second","Count/Second","None"]},
    HeaderKey: {"min":1,"max":256},
    HeaderList: {"min":0,"max":100},
    HttpHeaderName: {"min":1,"max":8192,"pattern":"[\\s\\S]*"},
    HttpHeaderValue: {"min":1,"max":8192,"pattern":"[\\s\\S]*"},
    HttpHeaders: {"of":"HttpHeaderValue","key":"HttpHeaderName"},
    HttpQueryString: {"min":1,"max":4096,"pattern":"[\\s\\S]*"},
    IncrementFactor: {"min":1.1,"max":5},
    IndexName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    InfluxDBDatabaseName: {"min":2,"max":64,"pattern":"^[^_\\\"][^\\\"]+$"},
    InfluxDBMaxBatchOpenMs: {"min":5,"max":1000},
    InfluxDBMaxBatchSize: {"min":1,"max":500},
    InfluxDBMaxBatchSizeBytes: {"min":100,"max":131072},
    InfluxDBOrganization: {"min":1,"max":64},
    InfluxDBSecretId: {"min":1,"max":512},
    InfluxDBSecretKey: {"min":1,"max":128},
    InfluxDBSecretType: {"oneOf":["SecretString","SecretBinary"]},
    InfluxDBTableName: {"min":1,"max":1024,"pattern":"^[^_].*$"},
    InfluxDBTagMap: {"min":0,"max":498,"of":"InfluxDBTagValue","key":"InfluxDBTagName"},
    InfluxDBTagName: {"min":1,"max":256,"pattern":"^[^_].*$"},
    InfluxDBTagValue: {"min":1,"max":1024},
    InfluxDBTimestampUnit: {"oneOf":["s","ms","us","ns"]},
    InfluxDBVersion: {"oneOf":["V2","V3"]},
    InputName: {"min":1,"max":128},
    IoTDataPlaneMaxResults: {"min":1,"max":200},
    IoTDataPlanePageSize: {"min":1,"max":100},
    IoTDataPlanePayloadFormatIndicator: {"oneOf":["UNSPECIFIED_BYTES","UTF8_DATA"]},
    IssuerCertificateSerialNumber: {"max":20,"pattern":"[a-fA-F0-9:]+"},
    IssuerCertificateSubject: {"max":1000,"pattern":"[\\p{Graph}\\x20]*"},
    IssuerId: {"max":64,"pattern":"(0x)?[a-fA-F0-9]+"},
    JobDescription: {"max":2028,"pattern":"[^\\p{C}]+"},
    JobDocument: {"max":32768},
    JobDocumentSource: {"min":1,"max":1350},
    JobEndBehavior: {"oneOf":["STOP_ROLLOUT","CANCEL","FORCE_CANCEL"]},
    JobExecutionFailureType: {"oneOf":["FAILED","REJECTED","TIMED_OUT","ALL"]},
    JobExecutionStatus: {"oneOf":["QUEUED","IN_PROGRESS","SUCCEEDED","FAILED","TIMED_OUT","REJECTED","REMOVED","CANCELED"]},
    JobId: {"min":1,"max":64,"pattern":"[a-zA-Z0-9_-]+"},
    JobStatus: {"oneOf":["IN_PROGRESS","CANCELED","COMPLETED","DELETION_IN_PROGRESS","SCHEDULED"]},
    JobTargets: {"min":1,"of":"TargetArn"},
    JobTemplateArn: {"min":1,"max":1600,"pattern":"^arn:[!-~]+$"},
    JobTemplateId: {"min":1,"max":64,"pattern":"[a-zA-Z0-9_-]+"},
    KafkaHeaderKey: {"min":0,"max":16384},
    KafkaHeaderValue: {"min":0,"max":16384},
    KafkaHeaders: {"min":1,"max":100},
    KeyName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    KeyValue: {"max":5120,"pattern":"[\\s\\S]*"},
    LaserMaxResults: {"min":1,"max":250},
    LogDestination: {"min":1,"max":512,"pattern":"^[.\\-_/#A-Za-z0-9]+$"},
    LogEventType: {"min":1,"max":512},
    LogLevel: {"oneOf":["DEBUG","INFO","ERROR","WARN","DISABLED"]},
    LogTargetType: {"oneOf":["DEFAULT","THING_GROUP","CLIENT_ID","SOURCE_IP","PRINCIPAL_ID"]},
    Marker: {"max":1024,"pattern":"[A-Za-z0-9+/]+={0,2}"},
    MaxBatchOpenMs: {"min":5,"max":200},
    MaxBatchSize: {"min":2,"max":10},
    MaxBatchSizeBytes: {"min":100,"max":131072},
    MaxBuckets: {"min":1,"max":10000},
    MaxJobExecutionsPerMin: {"min":1},
    MaxResults: {"min":1,"max":250},
    MaximumPerMinute: {"min":1,"max":1000},
    Message: {"max":128,"pattern":"[\\s\\S]*"},
    MessageExpiry: {"min":0,"max":1024},
    MessageFormat: {"oneOf":["RAW","JSON"]},
    MessageId: {"max":128},
    MetricName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    MimeType: {"min":1},
    MinimumNumberOfExecutedThings: {"min":1},
    MitigationActionName: {"max":128,"pattern":"[a-zA-Z0-9_-]+"},
    MitigationActionNameList: {"min":1,"max":5,"of":"MitigationActionName"},
    MitigationActionType: {"oneOf":["UPDATE_DEVICE_CERTIFICATE","UPDATE_CA_CERTIFICATE","ADD_THINGS_TO_THING_GROUP","REPLACE_DEFAULT_POLICY_VERSION","ENABLE_IOT_LOGGING","PUBLISH_FINDING_TO_SNS"]},
    MitigationActionsTaskId: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_-]+"},
    MqttClientId: {"min":1,"max":65535,"pattern":"[\\s\\S]*"},
    MqttPassword: {"min":1,"max":65535},
    MqttTopic: {"min":1,"max":512},
    MqttUsername: {"min":1,"max":65535,"pattern":"[\\s\\S]*"},
    NamedShadowIndexingMode: {"oneOf":["OFF","ON"]},
    NamedShadowNamesFilter: {"of":"ShadowName"},
    NamespaceId: {"pattern":"[a-zA-Z0-9_-]+"},
    NumberOfRetries: {"min":0,"max":10},
    NumberOfThings: {"min":1},
    OCSPLambdaArn: {"max":140},
    OTAUpdateDescription: {"max":2028,"pattern":"[^\\p{C}]+"},
    OTAUpdateFiles: {"min":1},
    OTAUpdateId: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_-]+"},
    OTAUpdateStatus: {"oneOf":["CREATE_PENDING","CREATE_IN_PROGRESS","CREATE_COMPLETE","CREATE_FAILED","DELETE_IN_PROGRESS","DELETE_FAILED"]},
    OutputFormat: {"oneOf":["JSON","CBOR"]},
    PackageCatalogMaxResults: {"min":1,"max":100},
    PackageName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9-_.]+"},
    PackageVersionAction: {"oneOf":["PUBLISH","DEPRECATE"]},
    PackageVersionArn: {"min":1,"max":1600,"pattern":"^arn:[!-~]+$"},
    PackageVersionRecipe: {"max":3072},
    PackageVersionStatus: {"oneOf":["DRAFT","PUBLISHED","DEPRECATED"]},
    PageSize: {"min":1,"max":250},
    Parameter: {"min":0,"max":2048,"pattern":"[\\s\\S]*"},
    ParameterKey: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_-]+"},
    ParameterMap: {"of":"ParameterValue","key":"ParameterKey"},
    ParameterValue: {"min":1,"max":30720,"pattern":"[^\\p{C}]+"},
    Parameters: {"of":"Value","key":"Parameter"},
    PayloadFormatIndicator: {"min":0,"max":1024},
    PayloadVersion: {"min":10,"max":32,"pattern":"^[0-9-]+$"},
    Percent: {"min":0,"max":100},
    PercentList: {"of":"Percent"},
    PolicyDocument: {"min":0,"max":404600,"pattern":"[\\s\\S]*"},
    PolicyName: {"min":1,"max":128,"pattern":"[\\w+=,.@-]+"},
    PolicyNames: {"of":"PolicyName"},
    PolicyTemplateName: {"oneOf":["BLANK_POLICY"]},
    PolicyVersionId: {"pattern":"[0-9]+"},
    Port: {"min":0,"max":65535},
    Ports: {"of":"Port"},
    Protocol: {"oneOf":["MQTT","HTTP"]},
    Protocols: {"min":1,"max":2,"of":"Protocol"},
    PublicKeyMap: {"of":"KeyValue","key":"KeyName"},
    PutAssetPropertyValueEntryList: {"min":1},
    Qos: {"min":0,"max":1},
    QueryMaxResults: {"min":1,"max":500},
    QueryString: {"min":1},
    ReasonCode: {"max":128,"pattern":"[\\p{Upper}\\p{Digit}_]+"},
    ReasonForNonComplianceCodes: {"min":1,"max":25},
    RegistryMaxResults: {"min":1,"max":250},
    RegistryS3BucketName: {"min":3,"max":256,"pattern":"[a-zA-Z0-9._-]+"},
    RegistryS3KeyName: {"min":1,"max":1024,"pattern":"[a-zA-Z0-9!_.*'()-\\/]+"},
    ReportType: {"oneOf":["ERRORS","RESULTS"]},
    ReservedDomainConfigurationName: {"min":1,"max":128,"pattern":"[\\w.:-]+"},
    Resource: {"max":2048,"pattern":"[\\s\\S]*"},
    ResourceAttributeKey: {"min":1,"pattern":"[a-zA-Z0-9:_-]+"},
    ResourceAttributeValue: {"min":1,"pattern":"[^\\p{C}]+"},
    ResourceAttributes: {"of":"ResourceAttributeValue","key":"ResourceAttributeKey"},
    ResourceDescription: {"min":0,"max":1024,"pattern":"[^\\p{C}]+"},
    Resources: {"of":"Resource"},
    ResponseTopic: {"min":0,"max":1024},
    RetryCriteriaList: {"min":1,"max":2},
    RetryableFailureType: {"oneOf":["FAILED","TIMED_OUT","ALL"]},
    RoleAlias: {"min":1,"max":128,"pattern":"[\\w=,@-]+"},
    RoleAliasArn: {"min":1,"max":2048},
    RoleArn: {"min":20,"max":2048},
    RolloutRatePerMinute: {"min":1,"max":1000},
    RuleName: {"min":1,"max":128,"pattern":"^[a-zA-Z0-9_]+$"},
    S3Bucket: {"min":1},
    S3Key: {"min":1},
    SalesforceEndpoint: {"max":2000,"pattern":"https://ingestion-[a-zA-Z0-9]{1,12}\\.[a-zA-Z0-9]+\\.((sfdc-matrix\\.net)|(sfdcnow\\.com))/streams/\\w{1,20}/\\w{1,20}/event"},
    SalesforceToken: {"min":40},
    ScheduledAuditName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_-]+"},
    SearchQueryMaxResults: {"min":1},
    SearchableAttributes: {"of":"AttributeName"},
    SecurityPolicy: {"max":128,"pattern":"[\\s\\S]*"},
    SecurityProfileDescription: {"max":1000,"pattern":"[\\p{Graph}\\x20]*"},
    SecurityProfileName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    ServerCertificateArns: {"min":0,"max":1,"of":"AcmCertificateArn"},
    ServerName: {"min":1,"max":253,"pattern":"[\\s\\S]*"},
    ServiceType: {"oneOf":["DATA","CREDENTIAL_PROVIDER","JOBS"]},
    ShadowName: {"min":1,"max":64,"pattern":"[$a-zA-Z0-9:_-]+"},
    SkyfallMaxResults: {"min":1,"max":250},
    SnsTopicArn: {"max":350},
    SortOrder: {"oneOf":["ASCENDING","DESCENDING"]},
    Status: {"oneOf":["InProgress","Completed","Failed","Cancelled","Cancelling"]},
    StreamDescription: {"max":2028,"pattern":"[^\\p{C}]+"},
    StreamFiles: {"min":1,"max":50},
    StreamId: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_-]+"},
    StringDateTime: {"min":1,"max":64},
    StringParameterValue: {"min":1},
    TagKey: {"min":1,"max":128,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"},
    TagKeyList: {"of":"TagKey"},
    TagMap: {"min":1,"max":50,"of":"TagValue","key":"TagKey"},
    TagValue: {"min":0,"max":256},
    TargetArn: {"max":2048},
    TargetFieldOrder: {"oneOf":["LatLon","LonLat"]},
    TargetSelection: {"oneOf":["CONTINUOUS","SNAPSHOT"]},
    TargetViolationIdsForDetectMitigationActions: {"min":1,"max":25,"of":"ViolationId"},
    Targets: {"min":1},
    TaskId: {"max":40},
    TemplateBody: {"min":0,"max":10240,"pattern":"[\\s\\S]*"},
    TemplateDescription: {"min":0,"max":500,"pattern":"[^\\p{C}]*"},
    TemplateName: {"min":1,"max":36,"pattern":"^[0-9A-Za-z_-]+$"},
    TemplateType: {"oneOf":["FLEET_PROVISIONING","JITP"]},
    ThingConnectivityIndexingMode: {"oneOf":["OFF","STATUS"]},
    ThingGroupDescription: {"max":2028,"pattern":"[\\p{Graph}\\x20]*"},
    ThingGroupId: {"min":1,"max":128,"pattern":"[a-zA-Z0-9\\-]+"},
    ThingGroupIndexingMode: {"oneOf":["OFF","ON"]},
    ThingGroupList: {"of":"ThingGroupName"},
    ThingGroupName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    ThingGroupNames: {"min":1,"max":10,"of":"ThingGroupName"},
    ThingIndexingMode: {"oneOf":["OFF","REGISTRY","REGISTRY_AND_SHADOW"]},
    ThingName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    ThingPrincipalType: {"oneOf":["EXCLUSIVE_THING","NON_EXCLUSIVE_THING"]},
    ThingTypeDescription: {"max":2028,"pattern":"[\\p{Graph}\\x20]*"},
    ThingTypeName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    TimestreamDimensionList: {"min":1,"max":128},
    Token: {"min":1,"max":6144,"pattern":"[\\s\\S]*"},
    TokenKeyName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_-]+"},
    TokenSignature: {"min":1,"max":2560,"pattern":"[A-Za-z0-9+/]+={0,2}"},
    TopicRuleDestinationMaxResults: {"min":1,"max":1000},
    TopicRuleDestinationStatus: {"oneOf":["ENABLED","IN_PROGRESS","DISABLED","ERROR","DELETING"]},
    TopicRuleMaxResults: {"min":1,"max":10000},
    UnsignedLong: {"min":0},
    UnsignedLongParameterValue: {"min":1,"max":20,"pattern":"^[0-9]*$"},
    Url: {"max":2000},
    UserProperties: {"min":1,"max":100},
    UserPropertyKey: {"min":0,"max":1024},
    UserPropertyKeyName: {"max":128,"pattern":"[a-zA-Z0-9:$.]+"},
    UserPropertyValue: {"min":0,"max":1024},
    Value: {"min":0,"max":4096,"pattern":"[\\s\\S]*"},
    VerificationState: {"oneOf":["FALSE_POSITIVE","BENIGN_POSITIVE","TRUE_POSITIVE","UNKNOWN"]},
    VerificationStateDescription: {"max":1000,"pattern":"[^\\p{Cntrl}]*"},
    VersionName: {"min":1,"max":64,"pattern":"[a-zA-Z0-9-_.]+"},
    ViolationId: {"min":1,"max":128,"pattern":"[a-zA-Z0-9\\-]+"},
  },
  shapesOf: {
    AcceptCertificateTransfer: { input: 'AcceptCertificateTransferRequest', output: undefined },
    AddThingToBillingGroup: { input: 'AddThingToBillingGroupRequest', output: 'AddThingToBillingGroupResponse' },
    AddThingToThingGroup: { input: 'AddThingToThingGroupRequest', output: 'AddThingToThingGroupResponse' },
    AssociateTargetsWithJob: { input: 'AssociateTargetsWithJobRequest', output: 'AssociateTargetsWithJobResponse' },
    AttachPolicy: { input: 'AttachPolicyRequest', output: undefined },
    AttachPrincipalPolicy: { input: 'AttachPrincipalPolicyRequest', output: undefined },
    AttachSecurityProfile: { input: 'AttachSecurityProfileRequest', output: 'AttachSecurityProfileResponse' },
    AttachThingPrincipal: { input: 'AttachThingPrincipalRequest', output: 'AttachThingPrincipalResponse' },
    CancelAuditMitigationActionsTask: { input: 'CancelAuditMitigationActionsTaskRequest', output: 'CancelAuditMitigationActionsTaskResponse' },
    CancelAuditTask: { input: 'CancelAuditTaskRequest', output: 'CancelAuditTaskResponse' },
    CancelCertificateTransfer: { input: 'CancelCertificateTransferRequest', output: undefined },
    CancelDetectMitigationActionsTask: { input: 'CancelDetectMitigationActionsTaskRequest', output: 'CancelDetectMitigationActionsTaskResponse' },
    CancelJob: { input: 'CancelJobRequest', output: 'CancelJobResponse' },
    CancelJobExecution: { input: 'CancelJobExecutionRequest', output: undefined },
    ClearDefaultAuthorizer: { input: 'ClearDefaultAuthorizerRequest', output: 'ClearDefaultAuthorizerResponse' },
    ConfirmTopicRuleDestination: { input: 'ConfirmTopicRuleDestinationRequest', output: 'ConfirmTopicRuleDestinationResponse' },
    CreateAuditSuppression: { input: 'CreateAuditSuppressionRequest', output: 'CreateAuditSuppressionResponse' },
    CreateAuthorizer: { input: 'CreateAuthorizerRequest', output: 'CreateAuthorizerResponse' },
    CreateBillingGroup: { input: 'CreateBillingGroupRequest', output: 'CreateBillingGroupResponse' },
    CreateCertificateFromCsr: { input: 'CreateCertificateFromCsrRequest', output: 'CreateCertificateFromCsrResponse' },
    CreateCertificateProvider: { input: 'CreateCertificateProviderRequest', output: 'CreateCertificateProviderResponse' },
    CreateCommand: { input: 'CreateCommandRequest', output: 'CreateCommandResponse' },
    CreateCustomMetric: { input: 'CreateCustomMetricRequest', output: 'CreateCustomMetricResponse' },
    CreateDimension: { input: 'CreateDimensionRequest', output: 'CreateDimensionResponse' },
    CreateDomainConfiguration: { input: 'CreateDomainConfigurationRequest', output: 'CreateDomainConfigurationResponse' },
    CreateDynamicThingGroup: { input: 'CreateDynamicThingGroupRequest', output: 'CreateDynamicThingGroupResponse' },
    CreateFleetMetric: { input: 'CreateFleetMetricRequest', output: 'CreateFleetMetricResponse' },
    CreateJob: { input: 'CreateJobRequest', output: 'CreateJobResponse' },
    CreateJobTemplate: { input: 'CreateJobTemplateRequest', output: 'CreateJobTemplateResponse' },
    CreateKeysAndCertificate: { input: 'CreateKeysAndCertificateRequest', output: 'CreateKeysAndCertificateResponse' },
    CreateMitigationAction: { input: 'CreateMitigationActionRequest', output: 'CreateMitigationActionResponse' },
    CreateOTAUpdate: { input: 'CreateOTAUpdateRequest', output: 'CreateOTAUpdateResponse' },
    CreatePackage: { input: 'CreatePackageRequest', output: 'CreatePackageResponse' },
    CreatePackageVersion: { input: 'CreatePackageVersionRequest', output: 'CreatePackageVersionResponse' },
    CreatePolicy: { input: 'CreatePolicyRequest', output: 'CreatePolicyResponse' },
    CreatePolicyVersion: { input: 'CreatePolicyVersionRequest', output: 'CreatePolicyVersionResponse' },
    CreateProvisioningClaim: { input: 'CreateProvisioningClaimRequest', output: 'CreateProvisioningClaimResponse' },
    CreateProvisioningTemplate: { input: 'CreateProvisioningTemplateRequest', output: 'CreateProvisioningTemplateResponse' },
    CreateProvisioningTemplateVersion: { input: 'CreateProvisioningTemplateVersionRequest', output: 'CreateProvisioningTemplateVersionResponse' },
    CreateRoleAlias: { input: 'CreateRoleAliasRequest', output: 'CreateRoleAliasResponse' },
    CreateScheduledAudit: { input: 'CreateScheduledAuditRequest', output: 'CreateScheduledAuditResponse' },
    CreateSecurityProfile: { input: 'CreateSecurityProfileRequest', output: 'CreateSecurityProfileResponse' },
    CreateStream: { input: 'CreateStreamRequest', output: 'CreateStreamResponse' },
    CreateThing: { input: 'CreateThingRequest', output: 'CreateThingResponse' },
    CreateThingGroup: { input: 'CreateThingGroupRequest', output: 'CreateThingGroupResponse' },
    CreateThingType: { input: 'CreateThingTypeRequest', output: 'CreateThingTypeResponse' },
    CreateTopicRule: { input: 'CreateTopicRuleRequest', output: undefined },
    CreateTopicRuleDestination: { input: 'CreateTopicRuleDestinationRequest', output: 'CreateTopicRuleDestinationResponse' },
    DeleteAccountAuditConfiguration: { input: 'DeleteAccountAuditConfigurationRequest', output: 'DeleteAccountAuditConfigurationResponse' },
    DeleteAuditSuppression: { input: 'DeleteAuditSuppressionRequest', output: 'DeleteAuditSuppressionResponse' },
    DeleteAuthorizer: { input: 'DeleteAuthorizerRequest', output: 'DeleteAuthorizerResponse' },
    DeleteBillingGroup: { input: 'DeleteBillingGroupRequest', output: 'DeleteBillingGroupResponse' },
    DeleteCACertificate: { input: 'DeleteCACertificateRequest', output: 'DeleteCACertificateResponse' },
    DeleteCertificate: { input: 'DeleteCertificateRequest', output: undefined },
    DeleteCertificateProvider: { input: 'DeleteCertificateProviderRequest', output: 'DeleteCertificateProviderResponse' },
    DeleteCommand: { input: 'DeleteCommandRequest', output: 'DeleteCommandResponse' },
    DeleteCommandExecution: { input: 'DeleteCommandExecutionRequest', output: 'DeleteCommandExecutionResponse' },
    DeleteConnection: { input: 'DeleteConnectionRequest', output: undefined },
    DeleteCustomMetric: { input: 'DeleteCustomMetricRequest', output: 'DeleteCustomMetricResponse' },
    DeleteDimension: { input: 'DeleteDimensionRequest', output: 'DeleteDimensionResponse' },
    DeleteDomainConfiguration: { input: 'DeleteDomainConfigurationRequest', output: 'DeleteDomainConfigurationResponse' },
    DeleteDynamicThingGroup: { input: 'DeleteDynamicThingGroupRequest', output: 'DeleteDynamicThingGroupResponse' },
    DeleteFleetMetric: { input: 'DeleteFleetMetricRequest', output: undefined },
    DeleteJob: { input: 'DeleteJobRequest', output: undefined },
    DeleteJobExecution: { input: 'DeleteJobExecutionRequest', output: undefined },
    DeleteJobTemplate: { input: 'DeleteJobTemplateRequest', output: undefined },
    DeleteMitigationAction: { input: 'DeleteMitigationActionRequest', output: 'DeleteMitigationActionResponse' },
    DeleteOTAUpdate: { input: 'DeleteOTAUpdateRequest', output: 'DeleteOTAUpdateResponse' },
    DeletePackage: { input: 'DeletePackageRequest', output: 'DeletePackageResponse' },
    DeletePackageVersion: { input: 'DeletePackageVersionRequest', output: 'DeletePackageVersionResponse' },
    DeletePolicy: { input: 'DeletePolicyRequest', output: undefined },
    DeletePolicyVersion: { input: 'DeletePolicyVersionRequest', output: undefined },
    DeleteProvisioningTemplate: { input: 'DeleteProvisioningTemplateRequest', output: 'DeleteProvisioningTemplateResponse' },
    DeleteProvisioningTemplateVersion: { input: 'DeleteProvisioningTemplateVersionRequest', output: 'DeleteProvisioningTemplateVersionResponse' },
    DeleteRegistrationCode: { input: 'DeleteRegistrationCodeRequest', output: 'DeleteRegistrationCodeResponse' },
    DeleteRoleAlias: { input: 'DeleteRoleAliasRequest', output: 'DeleteRoleAliasResponse' },
    DeleteScheduledAudit: { input: 'DeleteScheduledAuditRequest', output: 'DeleteScheduledAuditResponse' },
    DeleteSecurityProfile: { input: 'DeleteSecurityProfileRequest', output: 'DeleteSecurityProfileResponse' },
    DeleteStream: { input: 'DeleteStreamRequest', output: 'DeleteStreamResponse' },
    DeleteThing: { input: 'DeleteThingRequest', output: 'DeleteThingResponse' },
    DeleteThingGroup: { input: 'DeleteThingGroupRequest', output: 'DeleteThingGroupResponse' },
    DeleteThingShadow: { input: 'DeleteThingShadowRequest', output: 'DeleteThingShadowResponse' },
    DeleteThingType: { input: 'DeleteThingTypeRequest', output: 'DeleteThingTypeResponse' },
    DeleteTopicRule: { input: 'DeleteTopicRuleRequest', output: undefined },
    DeleteTopicRuleDestination: { input: 'DeleteTopicRuleDestinationRequest', output: 'DeleteTopicRuleDestinationResponse' },
    DeleteV2LoggingLevel: { input: 'DeleteV2LoggingLevelRequest', output: undefined },
    DeprecateThingType: { input: 'DeprecateThingTypeRequest', output: 'DeprecateThingTypeResponse' },
    DescribeAccountAuditConfiguration: { input: 'DescribeAccountAuditConfigurationRequest', output: 'DescribeAccountAuditConfigurationResponse' },
    DescribeAuditFinding: { input: 'DescribeAuditFindingRequest', output: 'DescribeAuditFindingResponse' },
    DescribeAuditMitigationActionsTask: { input: 'DescribeAuditMitigationActionsTaskRequest', output: 'DescribeAuditMitigationActionsTaskResponse' },
    DescribeAuditSuppression: { input: 'DescribeAuditSuppressionRequest', output: 'DescribeAuditSuppressionResponse' },
    DescribeAuditTask: { input: 'DescribeAuditTaskRequest', output: 'DescribeAuditTaskResponse' },
    DescribeAuthorizer: { input: 'DescribeAuthorizerRequest', output: 'DescribeAuthorizerResponse' },
    DescribeBillingGroup: { input: 'DescribeBillingGroupRequest', output: 'DescribeBillingGroupResponse' },
    DescribeCACertificate: { input: 'DescribeCACertificateRequest', output: 'DescribeCACertificateResponse' },
    DescribeCertificate: { input: 'DescribeCertificateRequest', output: 'DescribeCertificateResponse' },
    DescribeCertificateProvider: { input: 'DescribeCertificateProviderRequest', output: 'DescribeCertificateProviderResponse' },
    DescribeCustomMetric: { input: 'DescribeCustomMetricRequest', output: 'DescribeCustomMetricResponse' },
    DescribeDefaultAuthorizer: { input: 'DescribeDefaultAuthorizerRequest', output: 'DescribeDefaultAuthorizerResponse' },
    DescribeDetectMitigationActionsTask: { input: 'DescribeDetectMitigationActionsTaskRequest', output: 'DescribeDetectMitigationActionsTaskResponse' },
    DescribeDimension: { input: 'DescribeDimensionRequest', output: 'DescribeDimensionResponse' },
    DescribeDomainConfiguration: { input: 'DescribeDomainConfigurationRequest', output: 'DescribeDomainConfigurationResponse' },
    DescribeEndpoint: { input: 'DescribeEndpointRequest', output: 'DescribeEndpointResponse' },
    DescribeEventConfigurations: { input: 'DescribeEventConfigurationsRequest', output: 'DescribeEventConfigurationsResponse' },
    DescribeFleetMetric: { input: 'DescribeFleetMetricRequest', output: 'DescribeFleetMetricResponse' },
    DescribeIndex: { input: 'DescribeIndexRequest', output: 'DescribeIndexResponse' },
    DescribeJob: { input: 'DescribeJobRequest', output: 'DescribeJobResponse' },
    DescribeJobExecution: { input: 'DescribeJobExecutionRequest', output: 'DescribeJobExecutionResponse' },
    DescribeJobTemplate: { input: 'DescribeJobTemplateRequest', output: 'DescribeJobTemplateResponse' },
    DescribeMitigationAction: { input: 'DescribeMitigationActionRequest', output: 'DescribeMitigationActionResponse' },
    DescribeProvisioningTemplate: { input: 'DescribeProvisioningTemplateRequest', output: 'DescribeProvisioningTemplateResponse' },
    DescribeProvisioningTemplateVersion: { input: 'DescribeProvisioningTemplateVersionRequest', output: 'DescribeProvisioningTemplateVersionResponse' },
    DescribeRoleAlias: { input: 'DescribeRoleAliasRequest', output: 'DescribeRoleAliasResponse' },
    DescribeScheduledAudit: { input: 'DescribeScheduledAuditRequest', output: 'DescribeScheduledAuditResponse' },
    DescribeSecurityProfile: { input: 'DescribeSecurityProfileRequest', output: 'DescribeSecurityProfileResponse' },
    DescribeStream: { input: 'DescribeStreamRequest', output: 'DescribeStreamResponse' },
    DescribeThing: { input: 'DescribeThingRequest', output: 'DescribeThingResponse' },
    DescribeThingGroup: { input: 'DescribeThingGroupRequest', output: 'DescribeThingGroupResponse' },
    DescribeThingRegistrationTask: { input: 'DescribeThingRegistrationTaskRequest', output: 'DescribeThingRegistrationTaskResponse' },
    DescribeThingType: { input: 'DescribeThingTypeRequest', output: 'DescribeThingTypeResponse' },
    DetachPolicy: { input: 'DetachPolicyRequest', output: undefined },
    DetachPrincipalPolicy: { input: 'DetachPrincipalPolicyRequest', output: undefined },
    DetachSecurityProfile: { input: 'DetachSecurityProfileRequest', output: 'DetachSecurityProfileResponse' },
    DetachThingPrincipal: { input: 'DetachThingPrincipalRequest', output: 'DetachThingPrincipalResponse' },
    DisableTopicRule: { input: 'DisableTopicRuleRequest', output: undefined },
    EnableTopicRule: { input: 'EnableTopicRuleRequest', output: undefined },
    GetBucketsAggregation: { input: 'GetBucketsAggregationRequest', output: 'GetBucketsAggregationResponse' },
    GetCardinality: { input: 'GetCardinalityRequest', output: 'GetCardinalityResponse' },
    GetCommand: { input: 'GetCommandRequest', output: 'GetCommandResponse' },
    GetCommandExecution: { input: 'GetCommandExecutionRequest', output: 'GetCommandExecutionResponse' },
    GetConnection: { input: 'GetConnectionRequest', output: 'GetConnectionResponse' },
    GetEffectivePolicies: { input: 'GetEffectivePoliciesRequest', output: 'GetEffectivePoliciesResponse' },
    GetIndexingConfiguration: { input: 'GetIndexingConfigurationRequest', output: 'GetIndexingConfigurationResponse' },
    GetJobDocument: { input: 'GetJobDocumentRequest', output: 'GetJobDocumentResponse' },
    GetLoggingOptions: { input: 'GetLoggingOptionsRequest', output: 'GetLoggingOptionsResponse' },
    GetOTAUpdate: { input: 'GetOTAUpdateRequest', output: 'GetOTAUpdateResponse' },
    GetPackage: { input: 'GetPackageRequest', output: 'GetPackageResponse' },
    GetPackageConfiguration: { input: 'GetPackageConfigurationRequest', output: 'GetPackageConfigurationResponse' },
    GetPackageVersion: { input: 'GetPackageVersionRequest', output: 'GetPackageVersionResponse' },
    GetPercentiles: { input: 'GetPercentilesRequest', output: 'GetPercentilesResponse' },
    GetPolicy: { input: 'GetPolicyRequest', output: 'GetPolicyResponse' },
    GetPolicyVersion: { input: 'GetPolicyVersionRequest', output: 'GetPolicyVersionResponse' },
    GetRegistrationCode: { input: 'GetRegistrationCodeRequest', output: 'GetRegistrationCodeResponse' },
    GetRetainedMessage: { input: 'GetRetainedMessageRequest', output: 'GetRetainedMessageResponse' },
    GetStatistics: { input: 'GetStatisticsRequest', output: 'GetStatisticsResponse' },
    GetThingConnectivityData: { input: 'GetThingConnectivityDataRequest', output: 'GetThingConnectivityDataResponse' },
    GetThingShadow: { input: 'GetThingShadowRequest', output: 'GetThingShadowResponse' },
    GetTopicRule: { input: 'GetTopicRuleRequest', output: 'GetTopicRuleResponse' },
    GetTopicRuleDestination: { input: 'GetTopicRuleDestinationRequest', output: 'GetTopicRuleDestinationResponse' },
    GetV2LoggingOptions: { input: 'GetV2LoggingOptionsRequest', output: 'GetV2LoggingOptionsResponse' },
    ListActiveViolations: { input: 'ListActiveViolationsRequest', output: 'ListActiveViolationsResponse' },
    ListAttachedPolicies: { input: 'ListAttachedPoliciesRequest', output: 'ListAttachedPoliciesResponse' },
    ListAuditFindings: { input: 'ListAuditFindingsRequest', output: 'ListAuditFindingsResponse' },
    ListAuditMitigationActionsExecutions: { input: 'ListAuditMitigationActionsExecutionsRequest', output: 'ListAuditMitigationActionsExecutionsResponse' },
    ListAuditMitigationActionsTasks: { input: 'ListAuditMitigationActionsTasksRequest', output: 'ListAuditMitigationActionsTasksResponse' },
    ListAuditSuppressions: { input: 'ListAuditSuppressionsRequest', output: 'ListAuditSuppressionsResponse' },
    ListAuditTasks: { input: 'ListAuditTasksRequest', output: 'ListAuditTasksResponse' },
    ListAuthorizers: { input: 'ListAuthorizersRequest', output: 'ListAuthorizersResponse' },
    ListBillingGroups: { input: 'ListBillingGroupsRequest', output: 'ListBillingGroupsResponse' },
    ListCACertificates: { input: 'ListCACertificatesRequest', output: 'ListCACertificatesResponse' },
    ListCertificateProviders: { input: 'ListCertificateProvidersRequest', output: 'ListCertificateProvidersResponse' },
    ListCertificates: { input: 'ListCertificatesRequest', output: 'ListCertificatesResponse' },
    ListCertificatesByCA: { input: 'ListCertificatesByCARequest', output: 'ListCertificatesByCAResponse' },
    ListCommandExecutions: { input: 'ListCommandExecutionsRequest', output: 'ListCommandExecutionsResponse' },
    ListCommands: { input: 'ListCommandsRequest', output: 'ListCommandsResponse' },
    ListCustomMetrics: { input: 'ListCustomMetricsRequest', output: 'ListCustomMetricsResponse' },
    ListDetectMitigationActionsExecutions: { input: 'ListDetectMitigationActionsExecutionsRequest', output: 'ListDetectMitigationActionsExecutionsResponse' },
    ListDetectMitigationActionsTasks: { input: 'ListDetectMitigationActionsTasksRequest', output: 'ListDetectMitigationActionsTasksResponse' },
    ListDimensions: { input: 'ListDimensionsRequest', output: 'ListDimensionsResponse' },
    ListDomainConfigurations: { input: 'ListDomainConfigurationsRequest', output: 'ListDomainConfigurationsResponse' },
    ListFleetMetrics: { input: 'ListFleetMetricsRequest', output: 'ListFleetMetricsResponse' },
    ListIndices: { input: 'ListIndicesRequest', output: 'ListIndicesResponse' },
    ListJobExecutionsForJob: { input: 'ListJobExecutionsForJobRequest', output: 'ListJobExecutionsForJobResponse' },
    ListJobExecutionsForThing: { input: 'ListJobExecutionsForThingRequest', output: 'ListJobExecutionsForThingResponse' },
    ListJobTemplates: { input: 'ListJobTemplatesRequest', output: 'ListJobTemplatesResponse' },
    ListJobs: { input: 'ListJobsRequest', output: 'ListJobsResponse' },
    ListMetricValues: { input: 'ListMetricValuesRequest', output: 'ListMetricValuesResponse' },
    ListMitigationActions: { input: 'ListMitigationActionsRequest', output: 'ListMitigationActionsResponse' },
    ListNamedShadowsForThing: { input: 'ListNamedShadowsForThingRequest', output: 'ListNamedShadowsForThingResponse' },
    ListOTAUpdates: { input: 'ListOTAUpdatesRequest', output: 'ListOTAUpdatesResponse' },
    ListOutgoingCertificates: { input: 'ListOutgoingCertificatesRequest', output: 'ListOutgoingCertificatesResponse' },
    ListPackageVersions: { input: 'ListPackageVersionsRequest', output: 'ListPackageVersionsResponse' },
    ListPackages: { input: 'ListPackagesRequest', output: 'ListPackagesResponse' },
    ListPolicies: { input: 'ListPoliciesRequest', output: 'ListPoliciesResponse' },
    ListPolicyPrincipals: { input: 'ListPolicyPrincipalsRequest', output: 'ListPolicyPrincipalsResponse' },
    ListPolicyVersions: { input: 'ListPolicyVersionsRequest', output: 'ListPolicyVersionsResponse' },
    ListPrincipalPolicies: { input: 'ListPrincipalPoliciesRequest', output: 'ListPrincipalPoliciesResponse' },
    ListPrincipalThings: { input: 'ListPrincipalThingsRequest', output: 'ListPrincipalThingsResponse' },
    ListPrincipalThingsV2: { input: 'ListPrincipalThingsV2Request', output: 'ListPrincipalThingsV2Response' },
    ListProvisioningTemplateVersions: { input: 'ListProvisioningTemplateVersionsRequest', output: 'ListProvisioningTemplateVersionsResponse' },
    ListProvisioningTemplates: { input: 'ListProvisioningTemplatesRequest', output: 'ListProvisioningTemplatesResponse' },
    ListRelatedResourcesForAuditFinding: { input: 'ListRelatedResourcesForAuditFindingRequest', output: 'ListRelatedResourcesForAuditFindingResponse' },
    ListRetainedMessages: { input: 'ListRetainedMessagesRequest', output: 'ListRetainedMessagesResponse' },
    ListRoleAliases: { input: 'ListRoleAliasesRequest', output: 'ListRoleAliasesResponse' },
    ListScheduledAudits: { input: 'ListScheduledAuditsRequest', output: 'ListScheduledAuditsResponse' },
    ListSecurityProfiles: { input: 'ListSecurityProfilesRequest', output: 'ListSecurityProfilesResponse' },
    ListSecurityProfilesForTarget: { input: 'ListSecurityProfilesForTargetRequest', output: 'ListSecurityProfilesForTargetResponse' },
    ListStreams: { input: 'ListStreamsRequest', output: 'ListStreamsResponse' },
    ListSubscriptions: { input: 'ListSubscriptionsRequest', output: 'ListSubscriptionsResponse' },
    ListTagsForResource: { input: 'ListTagsForResourceRequest', output: 'ListTagsForResourceResponse' },
    ListTargetsForPolicy: { input: 'ListTargetsForPolicyRequest', output: 'ListTargetsForPolicyResponse' },
    ListTargetsForSecurityProfile: { input: 'ListTargetsForSecurityProfileRequest', output: 'ListTargetsForSecurityProfileResponse' },
    ListThingGroups: { input: 'ListThingGroupsRequest', output: 'ListThingGroupsResponse' },
    ListThingGroupsForThing: { input: 'ListThingGroupsForThingRequest', output: 'ListThingGroupsForThingResponse' },
    ListThingPrincipals: { input: 'ListThingPrincipalsRequest', output: 'ListThingPrincipalsResponse' },
    ListThingPrincipalsV2: { input: 'ListThingPrincipalsV2Request', output: 'ListThingPrincipalsV2Response' },
    ListThingRegistrationTaskReports: { input: 'ListThingRegistrationTaskReportsRequest', output: 'ListThingRegistrationTaskReportsResponse' },
    ListThingRegistrationTasks: { input: 'ListThingRegistrationTasksRequest', output: 'ListThingRegistrationTasksResponse' },
    ListThingTypes: { input: 'ListThingTypesRequest', output: 'ListThingTypesResponse' },
    ListThings: { input: 'ListThingsRequest', output: 'ListThingsResponse' },
    ListThingsInBillingGroup: { input: 'ListThingsInBillingGroupRequest', output: 'ListThingsInBillingGroupResponse' },
    ListThingsInThingGroup: { input: 'ListThingsInThingGroupRequest', output: 'ListThingsInThingGroupResponse' },
    ListTopicRuleDestinations: { input: 'ListTopicRuleDestinationsRequest', output: 'ListTopicRuleDestinationsResponse' },
    ListTopicRules: { input: 'ListTopicRulesRequest', output: 'ListTopicRulesResponse' },
    ListV2LoggingLevels: { input: 'ListV2LoggingLevelsRequest', output: 'ListV2LoggingLevelsResponse' },
    ListViolationEvents: { input: 'ListViolationEventsRequest', output: 'ListViolationEventsResponse' },
    Publish: { input: 'PublishRequest', output: undefined },
    PutVerificationStateOnViolation: { input: 'PutVerificationStateOnViolationRequest', output: 'PutVerificationStateOnViolationResponse' },
    RegisterCACertificate: { input: 'RegisterCACertificateRequest', output: 'RegisterCACertificateResponse' },
    RegisterCertificate: { input: 'RegisterCertificateRequest', output: 'RegisterCertificateResponse' },
    RegisterCertificateWithoutCA: { input: 'RegisterCertificateWithoutCARequest', output: 'RegisterCertificateWithoutCAResponse' },
    RegisterThing: { input: 'RegisterThingRequest', output: 'RegisterThingResponse' },
    RejectCertificateTransfer: { input: 'RejectCertificateTransferRequest', output: undefined },
    RemoveThingFromBillingGroup: { input: 'RemoveThingFromBillingGroupRequest', output: 'RemoveThingFromBillingGroupResponse' },
    RemoveThingFromThingGroup: { input: 'RemoveThingFromThingGroupRequest', output: 'RemoveThingFromThingGroupResponse' },
    ReplaceTopicRule: { input: 'ReplaceTopicRuleRequest', output: undefined },
    SearchIndex: { input: 'SearchIndexRequest', output: 'SearchIndexResponse' },
    SendDirectMessage: { input: 'SendDirectMessageRequest', output: 'SendDirectMessageResponse' },
    SetDefaultAuthorizer: { input: 'SetDefaultAuthorizerRequest', output: 'SetDefaultAuthorizerResponse' },
    SetDefaultPolicyVersion: { input: 'SetDefaultPolicyVersionRequest', output: undefined },
    SetLoggingOptions: { input: 'SetLoggingOptionsRequest', output: undefined },
    SetV2LoggingLevel: { input: 'SetV2LoggingLevelRequest', output: undefined },
    SetV2LoggingOptions: { input: 'SetV2LoggingOptionsRequest', output: undefined },
    StartAuditMitigationActionsTask: { input: 'StartAuditMitigationActionsTaskRequest', output: 'StartAuditMitigationActionsTaskResponse' },
    StartDetectMitigationActionsTask: { input: 'StartDetectMitigationActionsTaskRequest', output: 'StartDetectMitigationActionsTaskResponse' },
    StartOnDemandAuditTask: { input: 'StartOnDemandAuditTaskRequest', output: 'StartOnDemandAuditTaskResponse' },
    StartThingRegistrationTask: { input: 'StartThingRegistrationTaskRequest', output: 'StartThingRegistrationTaskResponse' },
    StopThingRegistrationTask: { input: 'StopThingRegistrationTaskRequest', output: 'StopThingRegistrationTaskResponse' },
    TagResource: { input: 'TagResourceRequest', output: 'TagResourceResponse' },
    TestAuthorization: { input: 'TestAuthorizationRequest', output: 'TestAuthorizationResponse' },
    TestInvokeAuthorizer: { input: 'TestInvokeAuthorizerRequest', output: 'TestInvokeAuthorizerResponse' },
    TransferCertificate: { input: 'TransferCertificateRequest', output: 'TransferCertificateResponse' },
    UntagResource: { input: 'UntagResourceRequest', output: 'UntagResourceResponse' },
    UpdateAccountAuditConfiguration: { input: 'UpdateAccountAuditConfigurationRequest', output: 'UpdateAccountAuditConfigurationResponse' },
    UpdateAuditSuppression: { input: 'UpdateAuditSuppressionRequest', output: 'UpdateAuditSuppressionResponse' },
    UpdateAuthorizer: { input: 'UpdateAuthorizerRequest', output: 'UpdateAuthorizerResponse' },
    UpdateBillingGroup: { input: 'UpdateBillingGroupRequest', output: 'UpdateBillingGroupResponse' },
    UpdateCACertificate: { input: 'UpdateCACertificateRequest', output: undefined },
    UpdateCertificate: { input: 'UpdateCertificateRequest', output: undefined },
    UpdateCertificateProvider: { input: 'UpdateCertificateProviderRequest', output: 'UpdateCertificateProviderResponse' },
    UpdateCommand: { input: 'UpdateCommandRequest', output: 'UpdateCommandResponse' },
    UpdateCustomMetric: { input: 'UpdateCustomMetricRequest', output: 'UpdateCustomMetricResponse' },
    UpdateDimension: { input: 'UpdateDimensionRequest', output: 'UpdateDimensionResponse' },
    UpdateDomainConfiguration: { input: 'UpdateDomainConfigurationRequest', output: 'UpdateDomainConfigurationResponse' },
    UpdateDynamicThingGroup: { input: 'UpdateDynamicThingGroupRequest', output: 'UpdateDynamicThingGroupResponse' },
    UpdateEventConfigurations: { input: 'UpdateEventConfigurationsRequest', output: 'UpdateEventConfigurationsResponse' },
    UpdateFleetMetric: { input: 'UpdateFleetMetricRequest', output: undefined },
    UpdateIndexingConfiguration: { input: 'UpdateIndexingConfigurationRequest', output: 'UpdateIndexingConfigurationResponse' },
    UpdateJob: { input: 'UpdateJobRequest', output: undefined },
    UpdateMitigationAction: { input: 'UpdateMitigationActionRequest', output: 'UpdateMitigationActionResponse' },
    UpdatePackage: { input: 'UpdatePackageRequest', output: 'UpdatePackageResponse' },
    UpdatePackageConfiguration: { input: 'UpdatePackageConfigurationRequest', output: 'UpdatePackageConfigurationResponse' },
    UpdatePackageVersion: { input: 'UpdatePackageVersionRequest', output: 'UpdatePackageVersionResponse' },
    UpdateProvisioningTemplate: { input: 'UpdateProvisioningTemplateRequest', output: 'UpdateProvisioningTemplateResponse' },
    UpdateRoleAlias: { input: 'UpdateRoleAliasRequest', output: 'UpdateRoleAliasResponse' },
    UpdateScheduledAudit: { input: 'UpdateScheduledAuditRequest', output: 'UpdateScheduledAuditResponse' },
    UpdateSecurityProfile: { input: 'UpdateSecurityProfileRequest', output: 'UpdateSecurityProfileResponse' },
    UpdateStream: { input: 'UpdateStreamRequest', output: 'UpdateStreamResponse' },
    UpdateThing: { input: 'UpdateThingRequest', output: 'UpdateThingResponse' },
    UpdateThingGroup: { input: 'UpdateThingGroupRequest', output: 'UpdateThingGroupResponse' },
    UpdateThingGroupsForThing: { input: 'UpdateThingGroupsForThingRequest', output: 'UpdateThingGroupsForThingResponse' },
    UpdateThingShadow: { input: 'UpdateThingShadowRequest', output: 'UpdateThingShadowResponse' },
    UpdateThingType: { input: 'UpdateThingTypeRequest', output: 'UpdateThingTypeResponse' },
    UpdateTopicRuleDestination: { input: 'UpdateTopicRuleDestinationRequest', output: 'UpdateTopicRuleDestinationResponse' },
    ValidateSecurityProfileBehaviors: { input: 'ValidateSecurityProfileBehaviorsRequest', output: 'ValidateSecurityProfileBehaviorsResponse' },
  },
}

export interface AbortConfig {
  readonly criteriaList: readonly (AbortCriteria)[]
}

export interface AbortCriteria {
  readonly failureType: string
  readonly action: string
  readonly thresholdPercentage: number
  readonly minNumberOfExecutedThings: number
}

export interface AcceptCertificateTransferRequest {
  readonly certificateId: string
  readonly setAsActive?: boolean | undefined
}

export interface Action {
  readonly dynamoDB?: DynamoDBAction | undefined
  readonly dynamoDBv2?: DynamoDBv2Action | undefined
  readonly lambda?: LambdaAction | undefined
  readonly sns?: SnsAction | undefined
  readonly sqs?: SqsAction | undefined
  readonly kinesis?: KinesisAction | undefined
  readonly republish?: RepublishAction | undefined
  readonly s3?: S3Action | undefined
  readonly firehose?: FirehoseAction | undefined
  readonly cloudwatchMetric?: CloudwatchMetricAction | undefined
  readonly cloudwatchAlarm?: CloudwatchAlarmAction | undefined
  readonly cloudwatchLogs?: CloudwatchLogsAction | undefined
  readonly elasticsearch?: ElasticsearchAction | undefined
  readonly salesforce?: SalesforceAction | undefined
  readonly iotAnalytics?: IotAnalyticsAction | undefined
  readonly iotEvents?: IotEventsAction | undefined
  readonly iotSiteWise?: IotSiteWiseAction | undefined
  readonly stepFunctions?: StepFunctionsAction | undefined
  readonly timestream?: TimestreamAction | undefined
  readonly http?: HttpAction | undefined
  readonly kafka?: KafkaAction | undefined
  readonly openSearch?: OpenSearchAction | undefined
  readonly location?: LocationAction | undefined
  readonly influxDB?: InfluxDBAction | undefined
}

export interface ActiveViolation {
  readonly violationId?: string | undefined
  readonly thingName?: string | undefined
  readonly securityProfileName?: string | undefined
  readonly behavior?: Behavior | undefined
  readonly lastViolationValue?: MetricValue | undefined
  readonly violationEventAdditionalInfo?: ViolationEventAdditionalInfo | undefined
  readonly verificationState?: string | undefined
  readonly verificationStateDescription?: string | undefined
  readonly lastViolationTime?: Date | undefined
  readonly violationStartTime?: Date | undefined
}

export interface AddThingToBillingGroupRequest {
  readonly billingGroupName?: string | undefined
  readonly billingGroupArn?: string | undefined
  readonly thingName?: string | undefined
  readonly thingArn?: string | undefined
}

export interface AddThingToBillingGroupResponse {
}

export interface AddThingToThingGroupRequest {
  readonly thingGroupName?: string | undefined
  readonly thingGroupArn?: string | undefined
  readonly thingName?: string | undefined
  readonly thingArn?: string | undefined
  readonly overrideDynamicGroups?: boolean | undefined
}

export interface AddThingToThingGroupResponse {
}

export interface AddThingsToThingGroupParams {
  readonly thingGroupNames: readonly (string)[]
  readonly overrideDynamicGroups?: boolean | undefined
}

export interface AggregationType {
  readonly name: string
  readonly values?: readonly (string)[] | undefined
}

export interface AlertTarget {
  readonly alertTargetArn: string
  readonly roleArn: string
}

export interface Allowed {
  readonly policies?: readonly (Policy)[] | undefined
}

export interface AssetPropertyTimestamp {
  readonly timeInSeconds: string
  readonly offsetInNanos?: string | undefined
}

export interface AssetPropertyValue {
  readonly value: AssetPropertyVariant
  readonly timestamp: AssetPropertyTimestamp
  readonly quality?: string | undefined
}

export interface AssetPropertyVariant {
  readonly stringValue?: string | undefined
  readonly integerValue?: string | undefined
  readonly doubleValue?: string | undefined
  readonly booleanValue?: string | undefined
}

export interface AssociateTargetsWithJobRequest {
  readonly targets: readonly (string)[]
  readonly jobId: string
  readonly comment?: string | undefined
  readonly namespaceId?: string | undefined
}

export interface AssociateTargetsWithJobResponse {
  readonly jobArn?: string | undefined
  readonly jobId?: string | undefined
  readonly description?: string | undefined
}

export interface AttachPolicyRequest {
  readonly policyName: string
  readonly target: string
}

export interface AttachPrincipalPolicyRequest {
  readonly policyName: string
  readonly principal: string
}

export interface AttachSecurityProfileRequest {
  readonly securityProfileName: string
  readonly securityProfileTargetArn: string
}

export interface AttachSecurityProfileResponse {
}

export interface AttachThingPrincipalRequest {
  readonly thingName: string
  readonly principal: string
  readonly thingPrincipalType?: string | undefined
}

export interface AttachThingPrincipalResponse {
}

export interface AttributePayload {
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly merge?: boolean | undefined
}

export interface AuditCheckConfiguration {
  readonly enabled?: boolean | undefined
  readonly configuration?: Readonly<Record<string, string>> | undefined
}

export interface AuditCheckDetails {
  readonly checkRunStatus?: string | undefined
  readonly checkCompliant?: boolean | undefined
  readonly totalResourcesCount?: number | undefined
  readonly nonCompliantResourcesCount?: number | undefined
  readonly suppressedNonCompliantResourcesCount?: number | undefined
  readonly errorCode?: string | undefined
  readonly message?: string | undefined
}

export interface AuditFinding {
  readonly findingId?: string | undefined
  readonly taskId?: string | undefined
  readonly checkName?: string | undefined
  readonly taskStartTime?: Date | undefined
  readonly findingTime?: Date | undefined
  readonly severity?: string | undefined
  readonly nonCompliantResource?: NonCompliantResource | undefined
  readonly relatedResources?: readonly (RelatedResource)[] | undefined
  readonly reasonForNonCompliance?: string | undefined
  readonly reasonForNonComplianceCode?: string | undefined
  readonly isSuppressed?: boolean | undefined
}

export interface AuditMitigationActionExecutionMetadata {
  readonly taskId?: string | undefined
  readonly findingId?: string | undefined
  readonly actionName?: string | undefined
  readonly actionId?: string | undefined
  readonly status?: string | undefined
  readonly startTime?: Date | undefined
  readonly endTime?: Date | undefined
  readonly errorCode?: string | undefined
  readonly message?: string | undefined
}

export interface AuditMitigationActionsTaskMetadata {
  readonly taskId?: string | undefined
  readonly startTime?: Date | undefined
  readonly taskStatus?: string | undefined
}

export interface AuditMitigationActionsTaskTarget {
  readonly auditTaskId?: string | undefined
  readonly findingIds?: readonly (string)[] | undefined
  readonly auditCheckToReasonCodeFilter?: Readonly<Record<string, readonly (string)[]>> | undefined
}

export interface AuditNotificationTarget {
  readonly targetArn?: string | undefined
  readonly roleArn?: string | undefined
  readonly enabled?: boolean | undefined
}

export interface AuditSuppression {
  readonly checkName: string
  readonly resourceIdentifier: ResourceIdentifier
  readonly expirationDate?: Date | undefined
  readonly suppressIndefinitely?: boolean | undefined
  readonly description?: string | undefined
}

export interface AuditTaskMetadata {
  readonly taskId?: string | undefined
  readonly taskStatus?: string | undefined
  readonly taskType?: string | undefined
}

export interface AuthInfo {
  readonly resources: readonly (string)[]
  readonly actionType?: string | undefined
}

export interface AuthResult {
  readonly authInfo?: AuthInfo | undefined
  readonly allowed?: Allowed | undefined
  readonly denied?: Denied | undefined
  readonly authDecision?: string | undefined
  readonly missingContextValues?: readonly (string)[] | undefined
}

export interface AuthorizerConfig {
  readonly defaultAuthorizerName?: string | undefined
  readonly allowAuthorizerOverride?: boolean | undefined
}

export interface AuthorizerDescription {
  readonly authorizerName?: string | undefined
  readonly authorizerArn?: string | undefined
  readonly authorizerFunctionArn?: string | undefined
  readonly tokenKeyName?: string | undefined
  readonly tokenSigningPublicKeys?: Readonly<Record<string, string>> | undefined
  readonly status?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly signingDisabled?: boolean | undefined
  readonly enableCachingForHttp?: boolean | undefined
}

export interface AuthorizerSummary {
  readonly authorizerName?: string | undefined
  readonly authorizerArn?: string | undefined
}

export interface AwsJobAbortConfig {
  readonly abortCriteriaList: readonly (AwsJobAbortCriteria)[]
}

export interface AwsJobAbortCriteria {
  readonly failureType: string
  readonly action: string
  readonly thresholdPercentage: number
  readonly minNumberOfExecutedThings: number
}

export interface AwsJobExecutionsRolloutConfig {
  readonly maximumPerMinute?: number | undefined
  readonly exponentialRate?: AwsJobExponentialRolloutRate | undefined
}

export interface AwsJobExponentialRolloutRate {
  readonly baseRatePerMinute: number
  readonly incrementFactor: number
  readonly rateIncreaseCriteria: AwsJobRateIncreaseCriteria
}

export interface AwsJobPresignedUrlConfig {
  readonly expiresInSec?: number | undefined
}

export interface AwsJobRateIncreaseCriteria {
  readonly numberOfNotifiedThings?: number | undefined
  readonly numberOfSucceededThings?: number | undefined
}

export interface AwsJobTimeoutConfig {
  readonly inProgressTimeoutInMinutes?: number | undefined
}

export interface AwsJsonSubstitutionCommandPreprocessorConfig {
  readonly outputFormat: string
}

export interface BatchConfig {
  readonly maxBatchOpenMs?: number | undefined
  readonly maxBatchSize?: number | undefined
  readonly maxBatchSizeBytes?: number | undefined
  readonly batchAcrossTopics?: boolean | undefined
}

export interface Behavior {
  readonly name: string
  readonly metric?: string | undefined
  readonly metricDimension?: MetricDimension | undefined
  readonly criteria?: BehaviorCriteria | undefined
  readonly suppressAlerts?: boolean | undefined
  readonly exportMetric?: boolean | undefined
}

export interface BehaviorCriteria {
  readonly comparisonOperator?: string | undefined
  readonly value?: MetricValue | undefined
  readonly durationSeconds?: number | undefined
  readonly consecutiveDatapointsToAlarm?: number | undefined
  readonly consecutiveDatapointsToClear?: number | undefined
  readonly statisticalThreshold?: StatisticalThreshold | undefined
  readonly mlDetectionConfig?: MachineLearningDetectionConfig | undefined
}

export interface BillingGroupMetadata {
  readonly creationDate?: Date | undefined
}

export interface BillingGroupProperties {
  readonly billingGroupDescription?: string | undefined
}

export interface Bucket {
  readonly keyValue?: string | undefined
  readonly count?: number | undefined
}

export interface BucketsAggregationType {
  readonly termsAggregation?: TermsAggregation | undefined
}

export interface CACertificate {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
  readonly status?: string | undefined
  readonly creationDate?: Date | undefined
}

export interface CACertificateDescription {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
  readonly status?: string | undefined
  readonly certificatePem?: string | undefined
  readonly ownedBy?: string | undefined
  readonly creationDate?: Date | undefined
  readonly autoRegistrationStatus?: string | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly customerVersion?: number | undefined
  readonly generationId?: string | undefined
  readonly validity?: CertificateValidity | undefined
  readonly certificateMode?: string | undefined
}

export interface CancelAuditMitigationActionsTaskRequest {
  readonly taskId: string
}

export interface CancelAuditMitigationActionsTaskResponse {
}

export interface CancelAuditTaskRequest {
  readonly taskId: string
}

export interface CancelAuditTaskResponse {
}

export interface CancelCertificateTransferRequest {
  readonly certificateId: string
}

export interface CancelDetectMitigationActionsTaskRequest {
  readonly taskId: string
}

export interface CancelDetectMitigationActionsTaskResponse {
}

export interface CancelJobExecutionRequest {
  readonly jobId: string
  readonly thingName: string
  readonly force?: boolean | undefined
  readonly expectedVersion?: number | undefined
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
}

export interface CancelJobRequest {
  readonly jobId: string
  readonly reasonCode?: string | undefined
  readonly comment?: string | undefined
  readonly force?: boolean | undefined
}

export interface CancelJobResponse {
  readonly jobArn?: string | undefined
  readonly jobId?: string | undefined
  readonly description?: string | undefined
}

export interface Certificate {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
  readonly status?: string | undefined
  readonly certificateMode?: string | undefined
  readonly creationDate?: Date | undefined
}

export interface CertificateDescription {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
  readonly caCertificateId?: string | undefined
  readonly status?: string | undefined
  readonly certificatePem?: string | undefined
  readonly ownedBy?: string | undefined
  readonly previousOwnedBy?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly customerVersion?: number | undefined
  readonly transferData?: TransferData | undefined
  readonly generationId?: string | undefined
  readonly validity?: CertificateValidity | undefined
  readonly certificateMode?: string | undefined
}

export interface CertificateProviderSummary {
  readonly certificateProviderName?: string | undefined
  readonly certificateProviderArn?: string | undefined
}

export interface CertificateValidity {
  readonly notBefore?: Date | undefined
  readonly notAfter?: Date | undefined
}

export interface ClearDefaultAuthorizerRequest {
}

export interface ClearDefaultAuthorizerResponse {
}

export interface ClientCertificateConfig {
  readonly clientCertificateCallbackArn?: string | undefined
}

export interface CloudwatchAlarmAction {
  readonly roleArn: string
  readonly alarmName: string
  readonly stateReason: string
  readonly stateValue: string
}

export interface CloudwatchLogsAction {
  readonly roleArn: string
  readonly logGroupName: string
  readonly batchMode?: boolean | undefined
}

export interface CloudwatchMetricAction {
  readonly roleArn: string
  readonly metricNamespace: string
  readonly metricName: string
  readonly metricValue: string
  readonly metricUnit: string
  readonly metricTimestamp?: string | undefined
}

export interface CodeSigning {
  readonly awsSignerJobId?: string | undefined
  readonly startSigningJobParameter?: StartSigningJobParameter | undefined
  readonly customCodeSigning?: CustomCodeSigning | undefined
}

export interface CodeSigningCertificateChain {
  readonly certificateName?: string | undefined
  readonly inlineDocument?: string | undefined
}

export interface CodeSigningSignature {
  readonly inlineDocument?: Uint8Array | undefined
}

export interface CommandExecutionResult {
  readonly S?: string | undefined
  readonly B?: boolean | undefined
  readonly BIN?: Uint8Array | undefined
}

export interface CommandExecutionSummary {
  readonly commandArn?: string | undefined
  readonly executionId?: string | undefined
  readonly targetArn?: string | undefined
  readonly status?: string | undefined
  readonly createdAt?: Date | undefined
  readonly startedAt?: Date | undefined
  readonly completedAt?: Date | undefined
}

export interface CommandParameter {
  readonly name: string
  readonly type?: string | undefined
  readonly value?: CommandParameterValue | undefined
  readonly defaultValue?: CommandParameterValue | undefined
  readonly valueConditions?: readonly (CommandParameterValueCondition)[] | undefined
  readonly description?: string | undefined
}

export interface CommandParameterValue {
  readonly S?: string | undefined
  readonly B?: boolean | undefined
  readonly I?: number | undefined
  readonly L?: number | undefined
  readonly D?: number | undefined
  readonly BIN?: Uint8Array | undefined
  readonly UL?: string | undefined
}

export interface CommandParameterValueComparisonOperand {
  readonly number?: string | undefined
  readonly numbers?: readonly (string)[] | undefined
  readonly string?: string | undefined
  readonly strings?: readonly (string)[] | undefined
  readonly numberRange?: CommandParameterValueNumberRange | undefined
}

export interface CommandParameterValueCondition {
  readonly comparisonOperator: string
  readonly operand: CommandParameterValueComparisonOperand
}

export interface CommandParameterValueNumberRange {
  readonly min: string
  readonly max: string
}

export interface CommandPayload {
  readonly content?: Uint8Array | undefined
  readonly contentType?: string | undefined
}

export interface CommandPreprocessor {
  readonly awsJsonSubstitution?: AwsJsonSubstitutionCommandPreprocessorConfig | undefined
}

export interface CommandSummary {
  readonly commandArn?: string | undefined
  readonly commandId?: string | undefined
  readonly displayName?: string | undefined
  readonly deprecated?: boolean | undefined
  readonly createdAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly pendingDeletion?: boolean | undefined
}

export interface Configuration {
  readonly Enabled?: boolean | undefined
}

export interface ConfirmTopicRuleDestinationRequest {
  readonly confirmationToken: string
}

export interface ConfirmTopicRuleDestinationResponse {
}

export interface ConnectivityFilter {
  readonly includeSocketInformation?: readonly (string)[] | undefined
}

export interface CreateAuditSuppressionRequest {
  readonly checkName: string
  readonly resourceIdentifier: ResourceIdentifier
  readonly expirationDate?: Date | undefined
  readonly suppressIndefinitely?: boolean | undefined
  readonly description?: string | undefined
  readonly clientRequestToken?: string | undefined
}

export interface CreateAuditSuppressionResponse {
}

export interface CreateAuthorizerRequest {
  readonly authorizerName: string
  readonly authorizerFunctionArn: string
  readonly tokenKeyName?: string | undefined
  readonly tokenSigningPublicKeys?: Readonly<Record<string, string>> | undefined
  readonly status?: string | undefined
  readonly tags?: readonly (Tag)[] | undefined
  readonly signingDisabled?: boolean | undefined
  readonly enableCachingForHttp?: boolean | undefined
}

export interface CreateAuthorizerResponse {
  readonly authorizerName?: string | undefined
  readonly authorizerArn?: string | undefined
}

export interface CreateBillingGroupRequest {
  readonly billingGroupName: string
  readonly billingGroupProperties?: BillingGroupProperties | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateBillingGroupResponse {
  readonly billingGroupName?: string | undefined
  readonly billingGroupArn?: string | undefined
  readonly billingGroupId?: string | undefined
}

export interface CreateCertificateFromCsrRequest {
  readonly certificateSigningRequest: string
  readonly setAsActive?: boolean | undefined
}

export interface CreateCertificateFromCsrResponse {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
  readonly certificatePem?: string | undefined
}

export interface CreateCertificateProviderRequest {
  readonly certificateProviderName: string
  readonly lambdaFunctionArn: string
  readonly accountDefaultForOperations: readonly (string)[]
  readonly clientToken?: string | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateCertificateProviderResponse {
  readonly certificateProviderName?: string | undefined
  readonly certificateProviderArn?: string | undefined
}

export interface CreateCommandRequest {
  readonly commandId: string
  readonly namespace?: string | undefined
  readonly displayName?: string | undefined
  readonly description?: string | undefined
  readonly payload?: CommandPayload | undefined
  readonly payloadTemplate?: string | undefined
  readonly preprocessor?: CommandPreprocessor | undefined
  readonly mandatoryParameters?: readonly (CommandParameter)[] | undefined
  readonly roleArn?: string | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateCommandResponse {
  readonly commandId?: string | undefined
  readonly commandArn?: string | undefined
}

export interface CreateCustomMetricRequest {
  readonly metricName: string
  readonly metricType: string
  readonly displayName?: string | undefined
  readonly tags?: readonly (Tag)[] | undefined
  readonly clientRequestToken?: string | undefined
}

export interface CreateCustomMetricResponse {
  readonly metricName?: string | undefined
  readonly metricArn?: string | undefined
}

export interface CreateDimensionRequest {
  readonly name: string
  readonly type: string
  readonly stringValues: readonly (string)[]
  readonly tags?: readonly (Tag)[] | undefined
  readonly clientRequestToken?: string | undefined
}

export interface CreateDimensionResponse {
  readonly name?: string | undefined
  readonly arn?: string | undefined
}

export interface CreateDomainConfigurationRequest {
  readonly domainConfigurationName: string
  readonly domainName?: string | undefined
  readonly serverCertificateArns?: readonly (string)[] | undefined
  readonly validationCertificateArn?: string | undefined
  readonly authorizerConfig?: AuthorizerConfig | undefined
  readonly serviceType?: string | undefined
  readonly tags?: readonly (Tag)[] | undefined
  readonly tlsConfig?: TlsConfig | undefined
  readonly serverCertificateConfig?: ServerCertificateConfig | undefined
  readonly authenticationType?: string | undefined
  readonly applicationProtocol?: string | undefined
  readonly clientCertificateConfig?: ClientCertificateConfig | undefined
}

export interface CreateDomainConfigurationResponse {
  readonly domainConfigurationName?: string | undefined
  readonly domainConfigurationArn?: string | undefined
}

export interface CreateDynamicThingGroupRequest {
  readonly thingGroupName: string
  readonly queryString: string
  readonly thingGroupProperties?: ThingGroupProperties | undefined
  readonly indexName?: string | undefined
  readonly queryVersion?: string | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateDynamicThingGroupResponse {
  readonly thingGroupName?: string | undefined
  readonly thingGroupArn?: string | undefined
  readonly thingGroupId?: string | undefined
  readonly indexName?: string | undefined
  readonly queryString?: string | undefined
  readonly queryVersion?: string | undefined
}

export interface CreateFleetMetricRequest {
  readonly metricName: string
  readonly queryString: string
  readonly aggregationType: AggregationType
  readonly period: number
  readonly aggregationField: string
  readonly description?: string | undefined
  readonly queryVersion?: string | undefined
  readonly indexName?: string | undefined
  readonly unit?: string | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateFleetMetricResponse {
  readonly metricName?: string | undefined
  readonly metricArn?: string | undefined
}

export interface CreateJobRequest {
  readonly jobId: string
  readonly targets: readonly (string)[]
  readonly documentSource?: string | undefined
  readonly document?: string | undefined
  readonly description?: string | undefined
  readonly presignedUrlConfig?: PresignedUrlConfig | undefined
  readonly targetSelection?: string | undefined
  readonly jobExecutionsRolloutConfig?: JobExecutionsRolloutConfig | undefined
  readonly abortConfig?: AbortConfig | undefined
  readonly timeoutConfig?: TimeoutConfig | undefined
  readonly tags?: readonly (Tag)[] | undefined
  readonly namespaceId?: string | undefined
  readonly jobTemplateArn?: string | undefined
  readonly jobExecutionsRetryConfig?: JobExecutionsRetryConfig | undefined
  readonly documentParameters?: Readonly<Record<string, string>> | undefined
  readonly schedulingConfig?: SchedulingConfig | undefined
  readonly destinationPackageVersions?: readonly (string)[] | undefined
}

export interface CreateJobResponse {
  readonly jobArn?: string | undefined
  readonly jobId?: string | undefined
  readonly description?: string | undefined
}

export interface CreateJobTemplateRequest {
  readonly jobTemplateId: string
  readonly description: string
  readonly jobArn?: string | undefined
  readonly documentSource?: string | undefined
  readonly document?: string | undefined
  readonly presignedUrlConfig?: PresignedUrlConfig | undefined
  readonly jobExecutionsRolloutConfig?: JobExecutionsRolloutConfig | undefined
  readonly abortConfig?: AbortConfig | undefined
  readonly timeoutConfig?: TimeoutConfig | undefined
  readonly tags?: readonly (Tag)[] | undefined
  readonly jobExecutionsRetryConfig?: JobExecutionsRetryConfig | undefined
  readonly maintenanceWindows?: readonly (MaintenanceWindow)[] | undefined
  readonly destinationPackageVersions?: readonly (string)[] | undefined
}

export interface CreateJobTemplateResponse {
  readonly jobTemplateArn?: string | undefined
  readonly jobTemplateId?: string | undefined
}

export interface CreateKeysAndCertificateRequest {
  readonly setAsActive?: boolean | undefined
}

export interface CreateKeysAndCertificateResponse {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
  readonly certificatePem?: string | undefined
  readonly keyPair?: KeyPair | undefined
}

export interface CreateMitigationActionRequest {
  readonly actionName: string
  readonly roleArn: string
  readonly actionParams: MitigationActionParams
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateMitigationActionResponse {
  readonly actionArn?: string | undefined
  readonly actionId?: string | undefined
}

export interface CreateOTAUpdateRequest {
  readonly otaUpdateId: string
  readonly targets: readonly (string)[]
  readonly files: readonly (OTAUpdateFile)[]
  readonly roleArn: string
  readonly description?: string | undefined
  readonly protocols?: readonly (string)[] | undefined
  readonly targetSelection?: string | undefined
  readonly awsJobExecutionsRolloutConfig?: AwsJobExecutionsRolloutConfig | undefined
  readonly awsJobPresignedUrlConfig?: AwsJobPresignedUrlConfig | undefined
  readonly awsJobAbortConfig?: AwsJobAbortConfig | undefined
  readonly awsJobTimeoutConfig?: AwsJobTimeoutConfig | undefined
  readonly additionalParameters?: Readonly<Record<string, string>> | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateOTAUpdateResponse {
  readonly otaUpdateId?: string | undefined
  readonly awsIotJobId?: string | undefined
  readonly otaUpdateArn?: string | undefined
  readonly awsIotJobArn?: string | undefined
  readonly otaUpdateStatus?: string | undefined
}

export interface CreatePackageRequest {
  readonly packageName: string
  readonly description?: string | undefined
  readonly tags?: Readonly<Record<string, string>> | undefined
  readonly clientToken?: string | undefined
}

export interface CreatePackageResponse {
  readonly packageName?: string | undefined
  readonly packageArn?: string | undefined
  readonly description?: string | undefined
}

export interface CreatePackageVersionRequest {
  readonly packageName: string
  readonly versionName: string
  readonly description?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly artifact?: PackageVersionArtifact | undefined
  readonly recipe?: string | undefined
  readonly tags?: Readonly<Record<string, string>> | undefined
  readonly clientToken?: string | undefined
}

export interface CreatePackageVersionResponse {
  readonly packageVersionArn?: string | undefined
  readonly packageName?: string | undefined
  readonly versionName?: string | undefined
  readonly description?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly status?: string | undefined
  readonly errorReason?: string | undefined
}

export interface CreatePolicyRequest {
  readonly policyName: string
  readonly policyDocument: string
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreatePolicyResponse {
  readonly policyName?: string | undefined
  readonly policyArn?: string | undefined
  readonly policyDocument?: string | undefined
  readonly policyVersionId?: string | undefined
}

export interface CreatePolicyVersionRequest {
  readonly policyName: string
  readonly policyDocument: string
  readonly setAsDefault?: boolean | undefined
}

export interface CreatePolicyVersionResponse {
  readonly policyArn?: string | undefined
  readonly policyDocument?: string | undefined
  readonly policyVersionId?: string | undefined
  readonly isDefaultVersion?: boolean | undefined
}

export interface CreateProvisioningClaimRequest {
  readonly templateName: string
}

export interface CreateProvisioningClaimResponse {
  readonly certificateId?: string | undefined
  readonly certificatePem?: string | undefined
  readonly keyPair?: KeyPair | undefined
  readonly expiration?: Date | undefined
}

export interface CreateProvisioningTemplateRequest {
  readonly templateName: string
  readonly templateBody: string
  readonly provisioningRoleArn: string
  readonly description?: string | undefined
  readonly enabled?: boolean | undefined
  readonly preProvisioningHook?: ProvisioningHook | undefined
  readonly tags?: readonly (Tag)[] | undefined
  readonly type?: string | undefined
}

export interface CreateProvisioningTemplateResponse {
  readonly templateArn?: string | undefined
  readonly templateName?: string | undefined
  readonly defaultVersionId?: number | undefined
}

export interface CreateProvisioningTemplateVersionRequest {
  readonly templateName: string
  readonly templateBody: string
  readonly setAsDefault?: boolean | undefined
}

export interface CreateProvisioningTemplateVersionResponse {
  readonly templateArn?: string | undefined
  readonly templateName?: string | undefined
  readonly versionId?: number | undefined
  readonly isDefaultVersion?: boolean | undefined
}

export interface CreateRoleAliasRequest {
  readonly roleAlias: string
  readonly roleArn: string
  readonly credentialDurationSeconds?: number | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateRoleAliasResponse {
  readonly roleAlias?: string | undefined
  readonly roleAliasArn?: string | undefined
}

export interface CreateScheduledAuditRequest {
  readonly frequency: string
  readonly targetCheckNames: readonly (string)[]
  readonly scheduledAuditName: string
  readonly dayOfMonth?: string | undefined
  readonly dayOfWeek?: string | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateScheduledAuditResponse {
  readonly scheduledAuditArn?: string | undefined
}

export interface CreateSecurityProfileRequest {
  readonly securityProfileName: string
  readonly securityProfileDescription?: string | undefined
  readonly behaviors?: readonly (Behavior)[] | undefined
  readonly alertTargets?: Readonly<Record<string, AlertTarget>> | undefined
  readonly additionalMetricsToRetain?: readonly (string)[] | undefined
  readonly additionalMetricsToRetainV2?: readonly (MetricToRetain)[] | undefined
  readonly tags?: readonly (Tag)[] | undefined
  readonly metricsExportConfig?: MetricsExportConfig | undefined
}

export interface CreateSecurityProfileResponse {
  readonly securityProfileName?: string | undefined
  readonly securityProfileArn?: string | undefined
}

export interface CreateStreamRequest {
  readonly streamId: string
  readonly files: readonly (StreamFile)[]
  readonly roleArn: string
  readonly description?: string | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateStreamResponse {
  readonly streamId?: string | undefined
  readonly streamArn?: string | undefined
  readonly description?: string | undefined
  readonly streamVersion?: number | undefined
}

export interface CreateThingGroupRequest {
  readonly thingGroupName: string
  readonly parentGroupName?: string | undefined
  readonly thingGroupProperties?: ThingGroupProperties | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateThingGroupResponse {
  readonly thingGroupName?: string | undefined
  readonly thingGroupArn?: string | undefined
  readonly thingGroupId?: string | undefined
}

export interface CreateThingRequest {
  readonly thingName: string
  readonly thingTypeName?: string | undefined
  readonly attributePayload?: AttributePayload | undefined
  readonly billingGroupName?: string | undefined
}

export interface CreateThingResponse {
  readonly thingName?: string | undefined
  readonly thingArn?: string | undefined
  readonly thingId?: string | undefined
}

export interface CreateThingTypeRequest {
  readonly thingTypeName: string
  readonly thingTypeProperties?: ThingTypeProperties | undefined
  readonly tags?: readonly (Tag)[] | undefined
}

export interface CreateThingTypeResponse {
  readonly thingTypeName?: string | undefined
  readonly thingTypeArn?: string | undefined
  readonly thingTypeId?: string | undefined
}

export interface CreateTopicRuleDestinationRequest {
  readonly destinationConfiguration: TopicRuleDestinationConfiguration
}

export interface CreateTopicRuleDestinationResponse {
  readonly topicRuleDestination?: TopicRuleDestination | undefined
}

export interface CreateTopicRuleRequest {
  readonly ruleName: string
  readonly topicRulePayload: TopicRulePayload
  readonly tags?: string | undefined
}

export interface CustomCodeSigning {
  readonly signature?: CodeSigningSignature | undefined
  readonly certificateChain?: CodeSigningCertificateChain | undefined
  readonly hashAlgorithm?: string | undefined
  readonly signatureAlgorithm?: string | undefined
}

export interface DeleteAccountAuditConfigurationRequest {
  readonly deleteScheduledAudits?: boolean | undefined
}

export interface DeleteAccountAuditConfigurationResponse {
}

export interface DeleteAuditSuppressionRequest {
  readonly checkName: string
  readonly resourceIdentifier: ResourceIdentifier
}

export interface DeleteAuditSuppressionResponse {
}

export interface DeleteAuthorizerRequest {
  readonly authorizerName: string
}

export interface DeleteAuthorizerResponse {
}

export interface DeleteBillingGroupRequest {
  readonly billingGroupName: string
  readonly expectedVersion?: number | undefined
}

export interface DeleteBillingGroupResponse {
}

export interface DeleteCACertificateRequest {
  readonly certificateId: string
}

export interface DeleteCACertificateResponse {
}

export interface DeleteCertificateProviderRequest {
  readonly certificateProviderName: string
}

export interface DeleteCertificateProviderResponse {
}

export interface DeleteCertificateRequest {
  readonly certificateId: string
  readonly forceDelete?: boolean | undefined
}

export interface DeleteCommandExecutionRequest {
  readonly executionId: string
  readonly targetArn: string
}

export interface DeleteCommandExecutionResponse {
}

export interface DeleteCommandRequest {
  readonly commandId: string
}

export interface DeleteCommandResponse {
  readonly statusCode?: number | undefined
}

export interface DeleteConnectionRequest {
  readonly clientId: string
  readonly cleanSession?: boolean | undefined
  readonly preventWillMessage?: boolean | undefined
}

export interface DeleteCustomMetricRequest {
  readonly metricName: string
}

export interface DeleteCustomMetricResponse {
}

export interface DeleteDimensionRequest {
  readonly name: string
}

export interface DeleteDimensionResponse {
}

export interface DeleteDomainConfigurationRequest {
  readonly domainConfigurationName: string
}

export interface DeleteDomainConfigurationResponse {
}

export interface DeleteDynamicThingGroupRequest {
  readonly thingGroupName: string
  readonly expectedVersion?: number | undefined
}

export interface DeleteDynamicThingGroupResponse {
}

export interface DeleteFleetMetricRequest {
  readonly metricName: string
  readonly expectedVersion?: number | undefined
}

export interface DeleteJobExecutionRequest {
  readonly jobId: string
  readonly thingName: string
  readonly executionNumber: number
  readonly force?: boolean | undefined
  readonly namespaceId?: string | undefined
}

export interface DeleteJobRequest {
  readonly jobId: string
  readonly force?: boolean | undefined
  readonly namespaceId?: string | undefined
}

export interface DeleteJobTemplateRequest {
  readonly jobTemplateId: string
}

export interface DeleteMitigationActionRequest {
  readonly actionName: string
}

export interface DeleteMitigationActionResponse {
}

export interface DeleteOTAUpdateRequest {
  readonly otaUpdateId: string
  readonly deleteStream?: boolean | undefined
  readonly forceDeleteAWSJob?: boolean | undefined
}

export interface DeleteOTAUpdateResponse {
}

export interface DeletePackageRequest {
  readonly packageName: string
  readonly clientToken?: string | undefined
}

export interface DeletePackageResponse {
}

export interface DeletePackageVersionRequest {
  readonly packageName: string
  readonly versionName: string
  readonly clientToken?: string | undefined
}

export interface DeletePackageVersionResponse {
}

export interface DeletePolicyRequest {
  readonly policyName: string
}

export interface DeletePolicyVersionRequest {
  readonly policyName: string
  readonly policyVersionId: string
}

export interface DeleteProvisioningTemplateRequest {
  readonly templateName: string
}

export interface DeleteProvisioningTemplateResponse {
}

export interface DeleteProvisioningTemplateVersionRequest {
  readonly templateName: string
  readonly versionId: number
}

export interface DeleteProvisioningTemplateVersionResponse {
}

export interface DeleteRegistrationCodeRequest {
}

export interface DeleteRegistrationCodeResponse {
}

export interface DeleteRoleAliasRequest {
  readonly roleAlias: string
}

export interface DeleteRoleAliasResponse {
}

export interface DeleteScheduledAuditRequest {
  readonly scheduledAuditName: string
}

export interface DeleteScheduledAuditResponse {
}

export interface DeleteSecurityProfileRequest {
  readonly securityProfileName: string
  readonly expectedVersion?: number | undefined
}

export interface DeleteSecurityProfileResponse {
}

export interface DeleteStreamRequest {
  readonly streamId: string
}

export interface DeleteStreamResponse {
}

export interface DeleteThingGroupRequest {
  readonly thingGroupName: string
  readonly expectedVersion?: number | undefined
}

export interface DeleteThingGroupResponse {
}

export interface DeleteThingRequest {
  readonly thingName: string
  readonly expectedVersion?: number | undefined
}

export interface DeleteThingResponse {
}

export interface DeleteThingShadowRequest {
  readonly thingName: string
  readonly shadowName?: string | undefined
}

export interface DeleteThingShadowResponse {
  readonly payload: Uint8Array
}

export interface DeleteThingTypeRequest {
  readonly thingTypeName: string
}

export interface DeleteThingTypeResponse {
}

export interface DeleteTopicRuleDestinationRequest {
  readonly arn: string
}

export interface DeleteTopicRuleDestinationResponse {
}

export interface DeleteTopicRuleRequest {
  readonly ruleName: string
}

export interface DeleteV2LoggingLevelRequest {
  readonly targetType: string
  readonly targetName: string
}

export interface Denied {
  readonly implicitDeny?: ImplicitDeny | undefined
  readonly explicitDeny?: ExplicitDeny | undefined
}

export interface DeprecateThingTypeRequest {
  readonly thingTypeName: string
  readonly undoDeprecate?: boolean | undefined
}

export interface DeprecateThingTypeResponse {
}

export interface DescribeAccountAuditConfigurationRequest {
}

export interface DescribeAccountAuditConfigurationResponse {
  readonly roleArn?: string | undefined
  readonly auditNotificationTargetConfigurations?: Readonly<Record<string, AuditNotificationTarget>> | undefined
  readonly auditCheckConfigurations?: Readonly<Record<string, AuditCheckConfiguration>> | undefined
}

export interface DescribeAuditFindingRequest {
  readonly findingId: string
}

export interface DescribeAuditFindingResponse {
  readonly finding?: AuditFinding | undefined
}

export interface DescribeAuditMitigationActionsTaskRequest {
  readonly taskId: string
}

export interface DescribeAuditMitigationActionsTaskResponse {
  readonly taskStatus?: string | undefined
  readonly startTime?: Date | undefined
  readonly endTime?: Date | undefined
  readonly taskStatistics?: Readonly<Record<string, TaskStatisticsForAuditCheck>> | undefined
  readonly target?: AuditMitigationActionsTaskTarget | undefined
  readonly auditCheckToActionsMapping?: Readonly<Record<string, readonly (string)[]>> | undefined
  readonly actionsDefinition?: readonly (MitigationAction)[] | undefined
}

export interface DescribeAuditSuppressionRequest {
  readonly checkName: string
  readonly resourceIdentifier: ResourceIdentifier
}

export interface DescribeAuditSuppressionResponse {
  readonly checkName?: string | undefined
  readonly resourceIdentifier?: ResourceIdentifier | undefined
  readonly expirationDate?: Date | undefined
  readonly suppressIndefinitely?: boolean | undefined
  readonly description?: string | undefined
}

export interface DescribeAuditTaskRequest {
  readonly taskId: string
}

export interface DescribeAuditTaskResponse {
  readonly taskStatus?: string | undefined
  readonly taskType?: string | undefined
  readonly taskStartTime?: Date | undefined
  readonly taskStatistics?: TaskStatistics | undefined
  readonly scheduledAuditName?: string | undefined
  readonly auditDetails?: Readonly<Record<string, AuditCheckDetails>> | undefined
}

export interface DescribeAuthorizerRequest {
  readonly authorizerName: string
}

export interface DescribeAuthorizerResponse {
  readonly authorizerDescription?: AuthorizerDescription | undefined
}

export interface DescribeBillingGroupRequest {
  readonly billingGroupName: string
}

export interface DescribeBillingGroupResponse {
  readonly billingGroupName?: string | undefined
  readonly billingGroupId?: string | undefined
  readonly billingGroupArn?: string | undefined
  readonly version?: number | undefined
  readonly billingGroupProperties?: BillingGroupProperties | undefined
  readonly billingGroupMetadata?: BillingGroupMetadata | undefined
}

export interface DescribeCACertificateRequest {
  readonly certificateId: string
}

export interface DescribeCACertificateResponse {
  readonly certificateDescription?: CACertificateDescription | undefined
  readonly registrationConfig?: RegistrationConfig | undefined
}

export interface DescribeCertificateProviderRequest {
  readonly certificateProviderName: string
}

export interface DescribeCertificateProviderResponse {
  readonly certificateProviderName?: string | undefined
  readonly certificateProviderArn?: string | undefined
  readonly lambdaFunctionArn?: string | undefined
  readonly accountDefaultForOperations?: readonly (string)[] | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface DescribeCertificateRequest {
  readonly certificateId: string
}

export interface DescribeCertificateResponse {
  readonly certificateDescription?: CertificateDescription | undefined
}

export interface DescribeCustomMetricRequest {
  readonly metricName: string
}

export interface DescribeCustomMetricResponse {
  readonly metricName?: string | undefined
  readonly metricArn?: string | undefined
  readonly metricType?: string | undefined
  readonly displayName?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface DescribeDefaultAuthorizerRequest {
}

export interface DescribeDefaultAuthorizerResponse {
  readonly authorizerDescription?: AuthorizerDescription | undefined
}

export interface DescribeDetectMitigationActionsTaskRequest {
  readonly taskId: string
}

export interface DescribeDetectMitigationActionsTaskResponse {
  readonly taskSummary?: DetectMitigationActionsTaskSummary | undefined
}

export interface DescribeDimensionRequest {
  readonly name: string
}

export interface DescribeDimensionResponse {
  readonly name?: string | undefined
  readonly arn?: string | undefined
  readonly type?: string | undefined
  readonly stringValues?: readonly (string)[] | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface DescribeDomainConfigurationRequest {
  readonly domainConfigurationName: string
}

export interface DescribeDomainConfigurationResponse {
  readonly domainConfigurationName?: string | undefined
  readonly domainConfigurationArn?: string | undefined
  readonly domainName?: string | undefined
  readonly serverCertificates?: readonly (ServerCertificateSummary)[] | undefined
  readonly authorizerConfig?: AuthorizerConfig | undefined
  readonly domainConfigurationStatus?: string | undefined
  readonly serviceType?: string | undefined
  readonly domainType?: string | undefined
  readonly lastStatusChangeDate?: Date | undefined
  readonly tlsConfig?: TlsConfig | undefined
  readonly serverCertificateConfig?: ServerCertificateConfig | undefined
  readonly authenticationType?: string | undefined
  readonly applicationProtocol?: string | undefined
  readonly clientCertificateConfig?: ClientCertificateConfig | undefined
}

export interface DescribeEndpointRequest {
  readonly endpointType?: string | undefined
}

export interface DescribeEndpointResponse {
  readonly endpointAddress?: string | undefined
}

export interface DescribeEventConfigurationsRequest {
}

export interface DescribeEventConfigurationsResponse {
  readonly eventConfigurations?: Readonly<Record<string, Configuration>> | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface DescribeFleetMetricRequest {
  readonly metricName: string
}

export interface DescribeFleetMetricResponse {
  readonly metricName?: string | undefined
  readonly queryString?: string | undefined
  readonly aggregationType?: AggregationType | undefined
  readonly period?: number | undefined
  readonly aggregationField?: string | undefined
  readonly description?: string | undefined
  readonly queryVersion?: string | undefined
  readonly indexName?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly unit?: string | undefined
  readonly version?: number | undefined
  readonly metricArn?: string | undefined
}

export interface DescribeIndexRequest {
  readonly indexName: string
}

export interface DescribeIndexResponse {
  readonly indexName?: string | undefined
  readonly indexStatus?: string | undefined
  readonly schema?: string | undefined
}

export interface DescribeJobExecutionRequest {
  readonly jobId: string
  readonly thingName: string
  readonly executionNumber?: number | undefined
}

export interface DescribeJobExecutionResponse {
  readonly execution?: JobExecution | undefined
}

export interface DescribeJobRequest {
  readonly jobId: string
  readonly beforeSubstitution?: boolean | undefined
}

export interface DescribeJobResponse {
  readonly documentSource?: string | undefined
  readonly job?: Job | undefined
}

export interface DescribeJobTemplateRequest {
  readonly jobTemplateId: string
}

export interface DescribeJobTemplateResponse {
  readonly jobTemplateArn?: string | undefined
  readonly jobTemplateId?: string | undefined
  readonly description?: string | undefined
  readonly documentSource?: string | undefined
  readonly document?: string | undefined
  readonly createdAt?: Date | undefined
  readonly presignedUrlConfig?: PresignedUrlConfig | undefined
  readonly jobExecutionsRolloutConfig?: JobExecutionsRolloutConfig | undefined
  readonly abortConfig?: AbortConfig | undefined
  readonly timeoutConfig?: TimeoutConfig | undefined
  readonly jobExecutionsRetryConfig?: JobExecutionsRetryConfig | undefined
  readonly maintenanceWindows?: readonly (MaintenanceWindow)[] | undefined
  readonly destinationPackageVersions?: readonly (string)[] | undefined
}

export interface DescribeMitigationActionRequest {
  readonly actionName: string
}

export interface DescribeMitigationActionResponse {
  readonly actionName?: string | undefined
  readonly actionType?: string | undefined
  readonly actionArn?: string | undefined
  readonly actionId?: string | undefined
  readonly roleArn?: string | undefined
  readonly actionParams?: MitigationActionParams | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface DescribeProvisioningTemplateRequest {
  readonly templateName: string
}

export interface DescribeProvisioningTemplateResponse {
  readonly templateArn?: string | undefined
  readonly templateName?: string | undefined
  readonly description?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly defaultVersionId?: number | undefined
  readonly templateBody?: string | undefined
  readonly enabled?: boolean | undefined
  readonly provisioningRoleArn?: string | undefined
  readonly preProvisioningHook?: ProvisioningHook | undefined
  readonly type?: string | undefined
}

export interface DescribeProvisioningTemplateVersionRequest {
  readonly templateName: string
  readonly versionId: number
}

export interface DescribeProvisioningTemplateVersionResponse {
  readonly versionId?: number | undefined
  readonly creationDate?: Date | undefined
  readonly templateBody?: string | undefined
  readonly isDefaultVersion?: boolean | undefined
}

export interface DescribeRoleAliasRequest {
  readonly roleAlias: string
}

export interface DescribeRoleAliasResponse {
  readonly roleAliasDescription?: RoleAliasDescription | undefined
}

export interface DescribeScheduledAuditRequest {
  readonly scheduledAuditName: string
}

export interface DescribeScheduledAuditResponse {
  readonly frequency?: string | undefined
  readonly dayOfMonth?: string | undefined
  readonly dayOfWeek?: string | undefined
  readonly targetCheckNames?: readonly (string)[] | undefined
  readonly scheduledAuditName?: string | undefined
  readonly scheduledAuditArn?: string | undefined
}

export interface DescribeSecurityProfileRequest {
  readonly securityProfileName: string
}

export interface DescribeSecurityProfileResponse {
  readonly securityProfileName?: string | undefined
  readonly securityProfileArn?: string | undefined
  readonly securityProfileDescription?: string | undefined
  readonly behaviors?: readonly (Behavior)[] | undefined
  readonly alertTargets?: Readonly<Record<string, AlertTarget>> | undefined
  readonly additionalMetricsToRetain?: readonly (string)[] | undefined
  readonly additionalMetricsToRetainV2?: readonly (MetricToRetain)[] | undefined
  readonly version?: number | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly metricsExportConfig?: MetricsExportConfig | undefined
}

export interface DescribeStreamRequest {
  readonly streamId: string
}

export interface DescribeStreamResponse {
  readonly streamInfo?: StreamInfo | undefined
}

export interface DescribeThingGroupRequest {
  readonly thingGroupName: string
}

export interface DescribeThingGroupResponse {
  readonly thingGroupName?: string | undefined
  readonly thingGroupId?: string | undefined
  readonly thingGroupArn?: string | undefined
  readonly version?: number | undefined
  readonly thingGroupProperties?: ThingGroupProperties | undefined
  readonly thingGroupMetadata?: ThingGroupMetadata | undefined
  readonly indexName?: string | undefined
  readonly queryString?: string | undefined
  readonly queryVersion?: string | undefined
  readonly status?: string | undefined
}

export interface DescribeThingRegistrationTaskRequest {
  readonly taskId: string
}

export interface DescribeThingRegistrationTaskResponse {
  readonly taskId?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly templateBody?: string | undefined
  readonly inputFileBucket?: string | undefined
  readonly inputFileKey?: string | undefined
  readonly roleArn?: string | undefined
  readonly status?: string | undefined
  readonly message?: string | undefined
  readonly successCount?: number | undefined
  readonly failureCount?: number | undefined
  readonly percentageProgress?: number | undefined
}

export interface DescribeThingRequest {
  readonly thingName: string
}

export interface DescribeThingResponse {
  readonly defaultClientId?: string | undefined
  readonly thingName?: string | undefined
  readonly thingId?: string | undefined
  readonly thingArn?: string | undefined
  readonly thingTypeName?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly version?: number | undefined
  readonly billingGroupName?: string | undefined
}

export interface DescribeThingTypeRequest {
  readonly thingTypeName: string
}

export interface DescribeThingTypeResponse {
  readonly thingTypeName?: string | undefined
  readonly thingTypeId?: string | undefined
  readonly thingTypeArn?: string | undefined
  readonly thingTypeProperties?: ThingTypeProperties | undefined
  readonly thingTypeMetadata?: ThingTypeMetadata | undefined
}

export interface Destination {
  readonly s3Destination?: S3Destination | undefined
}

export interface DetachPolicyRequest {
  readonly policyName: string
  readonly target: string
}

export interface DetachPrincipalPolicyRequest {
  readonly policyName: string
  readonly principal: string
}

export interface DetachSecurityProfileRequest {
  readonly securityProfileName: string
  readonly securityProfileTargetArn: string
}

export interface DetachSecurityProfileResponse {
}

export interface DetachThingPrincipalRequest {
  readonly thingName: string
  readonly principal: string
}

export interface DetachThingPrincipalResponse {
}

export interface DetectMitigationActionExecution {
  readonly taskId?: string | undefined
  readonly violationId?: string | undefined
  readonly actionName?: string | undefined
  readonly thingName?: string | undefined
  readonly executionStartDate?: Date | undefined
  readonly executionEndDate?: Date | undefined
  readonly status?: string | undefined
  readonly errorCode?: string | undefined
  readonly message?: string | undefined
}

export interface DetectMitigationActionsTaskStatistics {
  readonly actionsExecuted?: number | undefined
  readonly actionsSkipped?: number | undefined
  readonly actionsFailed?: number | undefined
}

export interface DetectMitigationActionsTaskSummary {
  readonly taskId?: string | undefined
  readonly taskStatus?: string | undefined
  readonly taskStartTime?: Date | undefined
  readonly taskEndTime?: Date | undefined
  readonly target?: DetectMitigationActionsTaskTarget | undefined
  readonly violationEventOccurrenceRange?: ViolationEventOccurrenceRange | undefined
  readonly onlyActiveViolationsIncluded?: boolean | undefined
  readonly suppressedAlertsIncluded?: boolean | undefined
  readonly actionsDefinition?: readonly (MitigationAction)[] | undefined
  readonly taskStatistics?: DetectMitigationActionsTaskStatistics | undefined
}

export interface DetectMitigationActionsTaskTarget {
  readonly violationIds?: readonly (string)[] | undefined
  readonly securityProfileName?: string | undefined
  readonly behaviorName?: string | undefined
}

export interface DisableTopicRuleRequest {
  readonly ruleName: string
}

export interface DomainConfigurationSummary {
  readonly domainConfigurationName?: string | undefined
  readonly domainConfigurationArn?: string | undefined
  readonly serviceType?: string | undefined
}

export interface DynamoDBAction {
  readonly tableName: string
  readonly roleArn: string
  readonly hashKeyField: string
  readonly hashKeyValue: string
  readonly operation?: string | undefined
  readonly hashKeyType?: string | undefined
  readonly rangeKeyField?: string | undefined
  readonly rangeKeyValue?: string | undefined
  readonly rangeKeyType?: string | undefined
  readonly payloadField?: string | undefined
}

export interface DynamoDBv2Action {
  readonly roleArn: string
  readonly putItem: PutItemInput
}

export interface EffectivePolicy {
  readonly policyName?: string | undefined
  readonly policyArn?: string | undefined
  readonly policyDocument?: string | undefined
}

export interface ElasticsearchAction {
  readonly roleArn: string
  readonly endpoint: string
  readonly index: string
  readonly type: string
  readonly id: string
}

export interface EnableIoTLoggingParams {
  readonly roleArnForLogging: string
  readonly logLevel: string
}

export interface EnableTopicRuleRequest {
  readonly ruleName: string
}

export interface ErrorInfo {
  readonly code?: string | undefined
  readonly message?: string | undefined
}

export interface ExplicitDeny {
  readonly policies?: readonly (Policy)[] | undefined
}

export interface ExponentialRolloutRate {
  readonly baseRatePerMinute: number
  readonly incrementFactor: number
  readonly rateIncreaseCriteria: RateIncreaseCriteria
}

export interface Field {
  readonly name?: string | undefined
  readonly type?: string | undefined
}

export interface FileLocation {
  readonly stream?: Stream | undefined
  readonly s3Location?: S3Location | undefined
}

export interface FirehoseAction {
  readonly roleArn: string
  readonly deliveryStreamName: string
  readonly separator?: string | undefined
  readonly batchMode?: boolean | undefined
}

export interface FleetMetricNameAndArn {
  readonly metricName?: string | undefined
  readonly metricArn?: string | undefined
}

export interface GeoLocationTarget {
  readonly name?: string | undefined
  readonly order?: string | undefined
}

export interface GetBucketsAggregationRequest {
  readonly queryString: string
  readonly aggregationField: string
  readonly bucketsAggregationType: BucketsAggregationType
  readonly indexName?: string | undefined
  readonly queryVersion?: string | undefined
}

export interface GetBucketsAggregationResponse {
  readonly totalCount?: number | undefined
  readonly buckets?: readonly (Bucket)[] | undefined
}

export interface GetCardinalityRequest {
  readonly queryString: string
  readonly indexName?: string | undefined
  readonly aggregationField?: string | undefined
  readonly queryVersion?: string | undefined
}

export interface GetCardinalityResponse {
  readonly cardinality?: number | undefined
}

export interface GetCommandExecutionRequest {
  readonly executionId: string
  readonly targetArn: string
  readonly includeResult?: boolean | undefined
}

export interface GetCommandExecutionResponse {
  readonly executionId?: string | undefined
  readonly commandArn?: string | undefined
  readonly targetArn?: string | undefined
  readonly status?: string | undefined
  readonly statusReason?: StatusReason | undefined
  readonly result?: Readonly<Record<string, CommandExecutionResult>> | undefined
  readonly parameters?: Readonly<Record<string, CommandParameterValue>> | undefined
  readonly executionTimeoutSeconds?: number | undefined
  readonly createdAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly startedAt?: Date | undefined
  readonly completedAt?: Date | undefined
  readonly timeToLive?: Date | undefined
}

export interface GetCommandRequest {
  readonly commandId: string
}

export interface GetCommandResponse {
  readonly commandId?: string | undefined
  readonly commandArn?: string | undefined
  readonly namespace?: string | undefined
  readonly displayName?: string | undefined
  readonly description?: string | undefined
  readonly mandatoryParameters?: readonly (CommandParameter)[] | undefined
  readonly payload?: CommandPayload | undefined
  readonly payloadTemplate?: string | undefined
  readonly preprocessor?: CommandPreprocessor | undefined
  readonly roleArn?: string | undefined
  readonly createdAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly deprecated?: boolean | undefined
  readonly pendingDeletion?: boolean | undefined
}

export interface GetConnectionRequest {
  readonly clientId: string
  readonly includeSocketInformation?: boolean | undefined
}

export interface GetConnectionResponse {
  readonly connected?: boolean | undefined
  readonly thingName?: string | undefined
  readonly cleanSession?: boolean | undefined
  readonly sourceIp?: string | undefined
  readonly sourcePort?: number | undefined
  readonly targetIp?: string | undefined
  readonly targetPort?: number | undefined
  readonly keepAliveDuration?: number | undefined
  readonly connectedSince?: number | undefined
  readonly disconnectedSince?: number | undefined
  readonly disconnectReason?: string | undefined
  readonly sessionExpiry?: number | undefined
  readonly clientId?: string | undefined
  readonly vpcEndpointId?: string | undefined
}

export interface GetEffectivePoliciesRequest {
  readonly principal?: string | undefined
  readonly cognitoIdentityPoolId?: string | undefined
  readonly thingName?: string | undefined
}

export interface GetEffectivePoliciesResponse {
  readonly effectivePolicies?: readonly (EffectivePolicy)[] | undefined
}

export interface GetIndexingConfigurationRequest {
}

export interface GetIndexingConfigurationResponse {
  readonly thingIndexingConfiguration?: ThingIndexingConfiguration | undefined
  readonly thingGroupIndexingConfiguration?: ThingGroupIndexingConfiguration | undefined
}

export interface GetJobDocumentRequest {
  readonly jobId: string
  readonly beforeSubstitution?: boolean | undefined
}

export interface GetJobDocumentResponse {
  readonly document?: string | undefined
}

export interface GetLoggingOptionsRequest {
}

export interface GetLoggingOptionsResponse {
  readonly roleArn?: string | undefined
  readonly logLevel?: string | undefined
}

export interface GetOTAUpdateRequest {
  readonly otaUpdateId: string
}

export interface GetOTAUpdateResponse {
  readonly otaUpdateInfo?: OTAUpdateInfo | undefined
}

export interface GetPackageConfigurationRequest {
}

export interface GetPackageConfigurationResponse {
  readonly versionUpdateByJobsConfig?: VersionUpdateByJobsConfig | undefined
}

export interface GetPackageRequest {
  readonly packageName: string
}

export interface GetPackageResponse {
  readonly packageName?: string | undefined
  readonly packageArn?: string | undefined
  readonly description?: string | undefined
  readonly defaultVersionName?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface GetPackageVersionRequest {
  readonly packageName: string
  readonly versionName: string
}

export interface GetPackageVersionResponse {
  readonly packageVersionArn?: string | undefined
  readonly packageName?: string | undefined
  readonly versionName?: string | undefined
  readonly description?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly artifact?: PackageVersionArtifact | undefined
  readonly status?: string | undefined
  readonly errorReason?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly sbom?: Sbom | undefined
  readonly sbomValidationStatus?: string | undefined
  readonly recipe?: string | undefined
}

export interface GetPercentilesRequest {
  readonly queryString: string
  readonly indexName?: string | undefined
  readonly aggregationField?: string | undefined
  readonly queryVersion?: string | undefined
  readonly percents?: readonly (number)[] | undefined
}

export interface GetPercentilesResponse {
  readonly percentiles?: readonly (PercentPair)[] | undefined
}

export interface GetPolicyRequest {
  readonly policyName: string
}

export interface GetPolicyResponse {
  readonly policyName?: string | undefined
  readonly policyArn?: string | undefined
  readonly policyDocument?: string | undefined
  readonly defaultVersionId?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly generationId?: string | undefined
}

export interface GetPolicyVersionRequest {
  readonly policyName: string
  readonly policyVersionId: string
}

export interface GetPolicyVersionResponse {
  readonly policyArn?: string | undefined
  readonly policyName?: string | undefined
  readonly policyDocument?: string | undefined
  readonly policyVersionId?: string | undefined
  readonly isDefaultVersion?: boolean | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly generationId?: string | undefined
}

export interface GetRegistrationCodeRequest {
}

export interface GetRegistrationCodeResponse {
  readonly registrationCode?: string | undefined
}

export interface GetRetainedMessageRequest {
  readonly topic: string
}

export interface GetRetainedMessageResponse {
  readonly topic?: string | undefined
  readonly payload?: Uint8Array | undefined
  readonly qos?: number | undefined
  readonly lastModifiedTime?: number | undefined
  readonly userProperties?: Uint8Array | undefined
}

export interface GetStatisticsRequest {
  readonly queryString: string
  readonly indexName?: string | undefined
  readonly aggregationField?: string | undefined
  readonly queryVersion?: string | undefined
}

export interface GetStatisticsResponse {
  readonly statistics?: Statistics | undefined
}

export interface GetThingConnectivityDataRequest {
  readonly thingName: string
  readonly includeSocketInformation?: boolean | undefined
}

export interface GetThingConnectivityDataResponse {
  readonly thingName?: string | undefined
  readonly connected?: boolean | undefined
  readonly timestamp?: Date | undefined
  readonly disconnectReason?: string | undefined
  readonly sourceIp?: string | undefined
  readonly sourcePort?: number | undefined
  readonly targetIp?: string | undefined
  readonly targetPort?: number | undefined
  readonly vpcEndpointId?: string | undefined
  readonly keepAliveDuration?: number | undefined
  readonly cleanSession?: boolean | undefined
  readonly sessionExpiry?: number | undefined
  readonly clientId?: string | undefined
}

export interface GetThingShadowRequest {
  readonly thingName: string
  readonly shadowName?: string | undefined
}

export interface GetThingShadowResponse {
  readonly payload?: Uint8Array | undefined
}

export interface GetTopicRuleDestinationRequest {
  readonly arn: string
}

export interface GetTopicRuleDestinationResponse {
  readonly topicRuleDestination?: TopicRuleDestination | undefined
}

export interface GetTopicRuleRequest {
  readonly ruleName: string
}

export interface GetTopicRuleResponse {
  readonly ruleArn?: string | undefined
  readonly rule?: TopicRule | undefined
}

export interface GetV2LoggingOptionsRequest {
  readonly verbose?: boolean | undefined
}

export interface GetV2LoggingOptionsResponse {
  readonly roleArn?: string | undefined
  readonly defaultLogLevel?: string | undefined
  readonly disableAllLogs?: boolean | undefined
  readonly eventConfigurations?: readonly (LogEventConfiguration)[] | undefined
}

export interface GroupNameAndArn {
  readonly groupName?: string | undefined
  readonly groupArn?: string | undefined
}

export interface HttpAction {
  readonly url: string
  readonly confirmationUrl?: string | undefined
  readonly headers?: readonly (HttpActionHeader)[] | undefined
  readonly auth?: HttpAuthorization | undefined
  readonly enableBatching?: boolean | undefined
  readonly batchConfig?: BatchConfig | undefined
}

export interface HttpActionHeader {
  readonly key: string
  readonly value: string
}

export interface HttpAuthorization {
  readonly sigv4?: SigV4Authorization | undefined
}

export interface HttpContext {
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly queryString?: string | undefined
}

export interface HttpUrlDestinationConfiguration {
  readonly confirmationUrl: string
}

export interface HttpUrlDestinationProperties {
  readonly confirmationUrl?: string | undefined
}

export interface HttpUrlDestinationSummary {
  readonly confirmationUrl?: string | undefined
}

export interface ImplicitDeny {
  readonly policies?: readonly (Policy)[] | undefined
}

export interface IndexingFilter {
  readonly namedShadowNames?: readonly (string)[] | undefined
  readonly geoLocations?: readonly (GeoLocationTarget)[] | undefined
  readonly connectivity?: ConnectivityFilter | undefined
}

export interface InfluxDBAction {
  readonly destinationArn: string
  readonly roleArn: string
  readonly databaseName: string
  readonly tableName: string
  readonly organization?: string | undefined
  readonly tags?: Readonly<Record<string, string>> | undefined
  readonly timestampUnit?: string | undefined
  readonly batchConfig?: InfluxDBBatchConfig | undefined
}

export interface InfluxDBBatchConfig {
  readonly maxBatchSize?: number | undefined
  readonly maxBatchOpenMs?: number | undefined
  readonly maxBatchSizeBytes?: number | undefined
  readonly batchAcrossTopics?: boolean | undefined
}

export interface InfluxDBDestinationConfiguration {
  readonly endpoint: string
  readonly influxDBVersion: string
  readonly secretId: string
  readonly secretType?: string | undefined
  readonly secretKey?: string | undefined
}

export interface InfluxDBDestinationProperties {
  readonly endpoint?: string | undefined
  readonly influxDBVersion?: string | undefined
  readonly secretId?: string | undefined
  readonly secretType?: string | undefined
  readonly secretKey?: string | undefined
}

export interface InfluxDBDestinationSummary {
  readonly endpoint?: string | undefined
  readonly influxDBVersion?: string | undefined
  readonly secretId?: string | undefined
  readonly secretType?: string | undefined
  readonly secretKey?: string | undefined
}

export interface IotAnalyticsAction {
  readonly channelArn?: string | undefined
  readonly channelName?: string | undefined
  readonly batchMode?: boolean | undefined
  readonly roleArn?: string | undefined
}

export interface IotEventsAction {
  readonly inputName: string
  readonly roleArn: string
  readonly messageId?: string | undefined
  readonly batchMode?: boolean | undefined
}

export interface IotSiteWiseAction {
  readonly putAssetPropertyValueEntries: readonly (PutAssetPropertyValueEntry)[]
  readonly roleArn: string
}

export interface IssuerCertificateIdentifier {
  readonly issuerCertificateSubject?: string | undefined
  readonly issuerId?: string | undefined
  readonly issuerCertificateSerialNumber?: string | undefined
}

export interface Job {
  readonly jobArn?: string | undefined
  readonly jobId?: string | undefined
  readonly targetSelection?: string | undefined
  readonly status?: string | undefined
  readonly forceCanceled?: boolean | undefined
  readonly reasonCode?: string | undefined
  readonly comment?: string | undefined
  readonly targets?: readonly (string)[] | undefined
  readonly description?: string | undefined
  readonly presignedUrlConfig?: PresignedUrlConfig | undefined
  readonly jobExecutionsRolloutConfig?: JobExecutionsRolloutConfig | undefined
  readonly abortConfig?: AbortConfig | undefined
  readonly createdAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly completedAt?: Date | undefined
  readonly jobProcessDetails?: JobProcessDetails | undefined
  readonly timeoutConfig?: TimeoutConfig | undefined
  readonly namespaceId?: string | undefined
  readonly jobTemplateArn?: string | undefined
  readonly jobExecutionsRetryConfig?: JobExecutionsRetryConfig | undefined
  readonly documentParameters?: Readonly<Record<string, string>> | undefined
  readonly isConcurrent?: boolean | undefined
  readonly schedulingConfig?: SchedulingConfig | undefined
  readonly scheduledJobRollouts?: readonly (ScheduledJobRollout)[] | undefined
  readonly destinationPackageVersions?: readonly (string)[] | undefined
}

export interface JobExecution {
  readonly jobId?: string | undefined
  readonly status?: string | undefined
  readonly forceCanceled?: boolean | undefined
  readonly statusDetails?: JobExecutionStatusDetails | undefined
  readonly thingArn?: string | undefined
  readonly queuedAt?: Date | undefined
  readonly startedAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly executionNumber?: number | undefined
  readonly versionNumber?: number | undefined
  readonly approximateSecondsBeforeTimedOut?: number | undefined
}

export interface JobExecutionStatusDetails {
  readonly detailsMap?: Readonly<Record<string, string>> | undefined
}

export interface JobExecutionSummary {
  readonly status?: string | undefined
  readonly queuedAt?: Date | undefined
  readonly startedAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly executionNumber?: number | undefined
  readonly retryAttempt?: number | undefined
}

export interface JobExecutionSummaryForJob {
  readonly thingArn?: string | undefined
  readonly jobExecutionSummary?: JobExecutionSummary | undefined
}

export interface JobExecutionSummaryForThing {
  readonly jobId?: string | undefined
  readonly jobExecutionSummary?: JobExecutionSummary | undefined
}

export interface JobExecutionsRetryConfig {
  readonly criteriaList: readonly (RetryCriteria)[]
}

export interface JobExecutionsRolloutConfig {
  readonly maximumPerMinute?: number | undefined
  readonly exponentialRate?: ExponentialRolloutRate | undefined
}

export interface JobProcessDetails {
  readonly processingTargets?: readonly (string)[] | undefined
  readonly numberOfCanceledThings?: number | undefined
  readonly numberOfSucceededThings?: number | undefined
  readonly numberOfFailedThings?: number | undefined
  readonly numberOfRejectedThings?: number | undefined
  readonly numberOfQueuedThings?: number | undefined
  readonly numberOfInProgressThings?: number | undefined
  readonly numberOfRemovedThings?: number | undefined
  readonly numberOfTimedOutThings?: number | undefined
}

export interface JobSummary {
  readonly jobArn?: string | undefined
  readonly jobId?: string | undefined
  readonly thingGroupId?: string | undefined
  readonly targetSelection?: string | undefined
  readonly status?: string | undefined
  readonly createdAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly completedAt?: Date | undefined
  readonly isConcurrent?: boolean | undefined
}

export interface JobTemplateSummary {
  readonly jobTemplateArn?: string | undefined
  readonly jobTemplateId?: string | undefined
  readonly description?: string | undefined
  readonly createdAt?: Date | undefined
}

export interface KafkaAction {
  readonly destinationArn: string
  readonly topic: string
  readonly clientProperties: Readonly<Record<string, string>>
  readonly key?: string | undefined
  readonly partition?: string | undefined
  readonly headers?: readonly (KafkaActionHeader)[] | undefined
}

export interface KafkaActionHeader {
  readonly key: string
  readonly value: string
}

export interface KeyPair {
  readonly PublicKey?: string | undefined
  readonly PrivateKey?: string | undefined
}

export interface KinesisAction {
  readonly roleArn: string
  readonly streamName: string
  readonly partitionKey?: string | undefined
}

export interface LambdaAction {
  readonly functionArn: string
}

export interface ListActiveViolationsRequest {
  readonly thingName?: string | undefined
  readonly securityProfileName?: string | undefined
  readonly behaviorCriteriaType?: string | undefined
  readonly listSuppressedAlerts?: boolean | undefined
  readonly verificationState?: string | undefined
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListActiveViolationsResponse {
  readonly activeViolations?: readonly (ActiveViolation)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListAttachedPoliciesRequest {
  readonly target: string
  readonly recursive?: boolean | undefined
  readonly marker?: string | undefined
  readonly pageSize?: number | undefined
}

export interface ListAttachedPoliciesResponse {
  readonly policies?: readonly (Policy)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListAuditFindingsRequest {
  readonly taskId?: string | undefined
  readonly checkName?: string | undefined
  readonly resourceIdentifier?: ResourceIdentifier | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly startTime?: Date | undefined
  readonly endTime?: Date | undefined
  readonly listSuppressedFindings?: boolean | undefined
}

export interface ListAuditFindingsResponse {
  readonly findings?: readonly (AuditFinding)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListAuditMitigationActionsExecutionsRequest {
  readonly taskId: string
  readonly findingId: string
  readonly actionStatus?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListAuditMitigationActionsExecutionsResponse {
  readonly actionsExecutions?: readonly (AuditMitigationActionExecutionMetadata)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListAuditMitigationActionsTasksRequest {
  readonly startTime: Date
  readonly endTime: Date
  readonly auditTaskId?: string | undefined
  readonly findingId?: string | undefined
  readonly taskStatus?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListAuditMitigationActionsTasksResponse {
  readonly tasks?: readonly (AuditMitigationActionsTaskMetadata)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListAuditSuppressionsRequest {
  readonly checkName?: string | undefined
  readonly resourceIdentifier?: ResourceIdentifier | undefined
  readonly ascendingOrder?: boolean | undefined
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListAuditSuppressionsResponse {
  readonly suppressions?: readonly (AuditSuppression)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListAuditTasksRequest {
  readonly startTime: Date
  readonly endTime: Date
  readonly taskType?: string | undefined
  readonly taskStatus?: string | undefined
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListAuditTasksResponse {
  readonly tasks?: readonly (AuditTaskMetadata)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListAuthorizersRequest {
  readonly pageSize?: number | undefined
  readonly marker?: string | undefined
  readonly ascendingOrder?: boolean | undefined
  readonly status?: string | undefined
}

export interface ListAuthorizersResponse {
  readonly authorizers?: readonly (AuthorizerSummary)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListBillingGroupsRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly namePrefixFilter?: string | undefined
}

export interface ListBillingGroupsResponse {
  readonly billingGroups?: readonly (GroupNameAndArn)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListCACertificatesRequest {
  readonly pageSize?: number | undefined
  readonly marker?: string | undefined
  readonly ascendingOrder?: boolean | undefined
  readonly templateName?: string | undefined
}

export interface ListCACertificatesResponse {
  readonly certificates?: readonly (CACertificate)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListCertificateProvidersRequest {
  readonly nextToken?: string | undefined
  readonly ascendingOrder?: boolean | undefined
}

export interface ListCertificateProvidersResponse {
  readonly certificateProviders?: readonly (CertificateProviderSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListCertificatesByCARequest {
  readonly caCertificateId: string
  readonly pageSize?: number | undefined
  readonly marker?: string | undefined
  readonly ascendingOrder?: boolean | undefined
}

export interface ListCertificatesByCAResponse {
  readonly certificates?: readonly (Certificate)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListCertificatesRequest {
  readonly pageSize?: number | undefined
  readonly marker?: string | undefined
  readonly ascendingOrder?: boolean | undefined
}

export interface ListCertificatesResponse {
  readonly certificates?: readonly (Certificate)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListCommandExecutionsRequest {
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly namespace?: string | undefined
  readonly status?: string | undefined
  readonly sortOrder?: string | undefined
  readonly startedTimeFilter?: TimeFilter | undefined
  readonly completedTimeFilter?: TimeFilter | undefined
  readonly targetArn?: string | undefined
  readonly commandArn?: string | undefined
}

export interface ListCommandExecutionsResponse {
  readonly commandExecutions?: readonly (CommandExecutionSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListCommandsRequest {
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly namespace?: string | undefined
  readonly commandParameterName?: string | undefined
  readonly sortOrder?: string | undefined
}

export interface ListCommandsResponse {
  readonly commands?: readonly (CommandSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListCustomMetricsRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListCustomMetricsResponse {
  readonly metricNames?: readonly (string)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListDetectMitigationActionsExecutionsRequest {
  readonly taskId?: string | undefined
  readonly violationId?: string | undefined
  readonly thingName?: string | undefined
  readonly startTime?: Date | undefined
  readonly endTime?: Date | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListDetectMitigationActionsExecutionsResponse {
  readonly actionsExecutions?: readonly (DetectMitigationActionExecution)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListDetectMitigationActionsTasksRequest {
  readonly startTime: Date
  readonly endTime: Date
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListDetectMitigationActionsTasksResponse {
  readonly tasks?: readonly (DetectMitigationActionsTaskSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListDimensionsRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListDimensionsResponse {
  readonly dimensionNames?: readonly (string)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListDomainConfigurationsRequest {
  readonly marker?: string | undefined
  readonly pageSize?: number | undefined
  readonly serviceType?: string | undefined
}

export interface ListDomainConfigurationsResponse {
  readonly domainConfigurations?: readonly (DomainConfigurationSummary)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListFleetMetricsRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListFleetMetricsResponse {
  readonly fleetMetrics?: readonly (FleetMetricNameAndArn)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListIndicesRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListIndicesResponse {
  readonly indexNames?: readonly (string)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListJobExecutionsForJobRequest {
  readonly jobId: string
  readonly status?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListJobExecutionsForJobResponse {
  readonly executionSummaries?: readonly (JobExecutionSummaryForJob)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListJobExecutionsForThingRequest {
  readonly thingName: string
  readonly status?: string | undefined
  readonly namespaceId?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly jobId?: string | undefined
}

export interface ListJobExecutionsForThingResponse {
  readonly executionSummaries?: readonly (JobExecutionSummaryForThing)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListJobTemplatesRequest {
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListJobTemplatesResponse {
  readonly jobTemplates?: readonly (JobTemplateSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListJobsRequest {
  readonly status?: string | undefined
  readonly targetSelection?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly thingGroupName?: string | undefined
  readonly thingGroupId?: string | undefined
  readonly namespaceId?: string | undefined
}

export interface ListJobsResponse {
  readonly jobs?: readonly (JobSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListMetricValuesRequest {
  readonly thingName: string
  readonly metricName: string
  readonly startTime: Date
  readonly endTime: Date
  readonly dimensionName?: string | undefined
  readonly dimensionValueOperator?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListMetricValuesResponse {
  readonly metricDatumList?: readonly (MetricDatum)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListMitigationActionsRequest {
  readonly actionType?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListMitigationActionsResponse {
  readonly actionIdentifiers?: readonly (MitigationActionIdentifier)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListNamedShadowsForThingRequest {
  readonly thingName: string
  readonly nextToken?: string | undefined
  readonly pageSize?: number | undefined
}

export interface ListNamedShadowsForThingResponse {
  readonly results?: readonly (string)[] | undefined
  readonly nextToken?: string | undefined
  readonly timestamp?: number | undefined
}

export interface ListOTAUpdatesRequest {
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly otaUpdateStatus?: string | undefined
}

export interface ListOTAUpdatesResponse {
  readonly otaUpdates?: readonly (OTAUpdateSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListOutgoingCertificatesRequest {
  readonly pageSize?: number | undefined
  readonly marker?: string | undefined
  readonly ascendingOrder?: boolean | undefined
}

export interface ListOutgoingCertificatesResponse {
  readonly outgoingCertificates?: readonly (OutgoingCertificate)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListPackageVersionsRequest {
  readonly packageName: string
  readonly status?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListPackageVersionsResponse {
  readonly packageVersionSummaries?: readonly (PackageVersionSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListPackagesRequest {
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListPackagesResponse {
  readonly packageSummaries?: readonly (PackageSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListPoliciesRequest {
  readonly marker?: string | undefined
  readonly pageSize?: number | undefined
  readonly ascendingOrder?: boolean | undefined
}

export interface ListPoliciesResponse {
  readonly policies?: readonly (Policy)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListPolicyPrincipalsRequest {
  readonly policyName: string
  readonly marker?: string | undefined
  readonly pageSize?: number | undefined
  readonly ascendingOrder?: boolean | undefined
}

export interface ListPolicyPrincipalsResponse {
  readonly principals?: readonly (string)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListPolicyVersionsRequest {
  readonly policyName: string
}

export interface ListPolicyVersionsResponse {
  readonly policyVersions?: readonly (PolicyVersion)[] | undefined
}

export interface ListPrincipalPoliciesRequest {
  readonly principal: string
  readonly marker?: string | undefined
  readonly pageSize?: number | undefined
  readonly ascendingOrder?: boolean | undefined
}

export interface ListPrincipalPoliciesResponse {
  readonly policies?: readonly (Policy)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListPrincipalThingsRequest {
  readonly principal: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListPrincipalThingsResponse {
  readonly things?: readonly (string)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListPrincipalThingsV2Request {
  readonly principal: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly thingPrincipalType?: string | undefined
}

export interface ListPrincipalThingsV2Response {
  readonly principalThingObjects?: readonly (PrincipalThingObject)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListProvisioningTemplateVersionsRequest {
  readonly templateName: string
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListProvisioningTemplateVersionsResponse {
  readonly versions?: readonly (ProvisioningTemplateVersionSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListProvisioningTemplatesRequest {
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListProvisioningTemplatesResponse {
  readonly templates?: readonly (ProvisioningTemplateSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListRelatedResourcesForAuditFindingRequest {
  readonly findingId: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListRelatedResourcesForAuditFindingResponse {
  readonly relatedResources?: readonly (RelatedResource)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListRetainedMessagesRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListRetainedMessagesResponse {
  readonly retainedTopics?: readonly (RetainedMessageSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListRoleAliasesRequest {
  readonly pageSize?: number | undefined
  readonly marker?: string | undefined
  readonly ascendingOrder?: boolean | undefined
}

export interface ListRoleAliasesResponse {
  readonly roleAliases?: readonly (string)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListScheduledAuditsRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListScheduledAuditsResponse {
  readonly scheduledAudits?: readonly (ScheduledAuditMetadata)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListSecurityProfilesForTargetRequest {
  readonly securityProfileTargetArn: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly recursive?: boolean | undefined
}

export interface ListSecurityProfilesForTargetResponse {
  readonly securityProfileTargetMappings?: readonly (SecurityProfileTargetMapping)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListSecurityProfilesRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly dimensionName?: string | undefined
  readonly metricName?: string | undefined
}

export interface ListSecurityProfilesResponse {
  readonly securityProfileIdentifiers?: readonly (SecurityProfileIdentifier)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListStreamsRequest {
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly ascendingOrder?: boolean | undefined
}

export interface ListStreamsResponse {
  readonly streams?: readonly (StreamSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListSubscriptionsRequest {
  readonly clientId: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListSubscriptionsResponse {
  readonly subscriptions?: readonly (SubscriptionSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListTagsForResourceRequest {
  readonly resourceArn: string
  readonly nextToken?: string | undefined
}

export interface ListTagsForResourceResponse {
  readonly tags?: readonly (Tag)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListTargetsForPolicyRequest {
  readonly policyName: string
  readonly marker?: string | undefined
  readonly pageSize?: number | undefined
}

export interface ListTargetsForPolicyResponse {
  readonly targets?: readonly (string)[] | undefined
  readonly nextMarker?: string | undefined
}

export interface ListTargetsForSecurityProfileRequest {
  readonly securityProfileName: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListTargetsForSecurityProfileResponse {
  readonly securityProfileTargets?: readonly (SecurityProfileTarget)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingGroupsForThingRequest {
  readonly thingName: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListThingGroupsForThingResponse {
  readonly thingGroups?: readonly (GroupNameAndArn)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingGroupsRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly parentGroup?: string | undefined
  readonly namePrefixFilter?: string | undefined
  readonly recursive?: boolean | undefined
}

export interface ListThingGroupsResponse {
  readonly thingGroups?: readonly (GroupNameAndArn)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingPrincipalsRequest {
  readonly thingName: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListThingPrincipalsResponse {
  readonly principals?: readonly (string)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingPrincipalsV2Request {
  readonly thingName: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly thingPrincipalType?: string | undefined
}

export interface ListThingPrincipalsV2Response {
  readonly thingPrincipalObjects?: readonly (ThingPrincipalObject)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingRegistrationTaskReportsRequest {
  readonly taskId: string
  readonly reportType: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListThingRegistrationTaskReportsResponse {
  readonly resourceLinks?: readonly (string)[] | undefined
  readonly reportType?: string | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingRegistrationTasksRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly status?: string | undefined
}

export interface ListThingRegistrationTasksResponse {
  readonly taskIds?: readonly (string)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingTypesRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly thingTypeName?: string | undefined
}

export interface ListThingTypesResponse {
  readonly thingTypes?: readonly (ThingTypeDefinition)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingsInBillingGroupRequest {
  readonly billingGroupName: string
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListThingsInBillingGroupResponse {
  readonly things?: readonly (string)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingsInThingGroupRequest {
  readonly thingGroupName: string
  readonly recursive?: boolean | undefined
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListThingsInThingGroupResponse {
  readonly things?: readonly (string)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListThingsRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly attributeName?: string | undefined
  readonly attributeValue?: string | undefined
  readonly thingTypeName?: string | undefined
  readonly usePrefixAttributeValue?: boolean | undefined
}

export interface ListThingsResponse {
  readonly things?: readonly (ThingAttribute)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListTopicRuleDestinationsRequest {
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListTopicRuleDestinationsResponse {
  readonly destinationSummaries?: readonly (TopicRuleDestinationSummary)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListTopicRulesRequest {
  readonly topic?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly ruleDisabled?: boolean | undefined
}

export interface ListTopicRulesResponse {
  readonly rules?: readonly (TopicRuleListItem)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListV2LoggingLevelsRequest {
  readonly targetType?: string | undefined
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListV2LoggingLevelsResponse {
  readonly logTargetConfigurations?: readonly (LogTargetConfiguration)[] | undefined
  readonly nextToken?: string | undefined
}

export interface ListViolationEventsRequest {
  readonly startTime: Date
  readonly endTime: Date
  readonly thingName?: string | undefined
  readonly securityProfileName?: string | undefined
  readonly behaviorCriteriaType?: string | undefined
  readonly listSuppressedAlerts?: boolean | undefined
  readonly verificationState?: string | undefined
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListViolationEventsResponse {
  readonly violationEvents?: readonly (ViolationEvent)[] | undefined
  readonly nextToken?: string | undefined
}

export interface LocationAction {
  readonly roleArn: string
  readonly trackerName: string
  readonly deviceId: string
  readonly latitude: string
  readonly longitude: string
  readonly timestamp?: LocationTimestamp | undefined
}

export interface LocationTimestamp {
  readonly value: string
  readonly unit?: string | undefined
}

export interface LogEventConfiguration {
  readonly eventType: string
  readonly logLevel?: string | undefined
  readonly logDestination?: string | undefined
}

export interface LogTarget {
  readonly targetType: string
  readonly targetName?: string | undefined
}

export interface LogTargetConfiguration {
  readonly logTarget?: LogTarget | undefined
  readonly logLevel?: string | undefined
}

export interface LoggingOptionsPayload {
  readonly roleArn: string
  readonly logLevel?: string | undefined
}

export interface MachineLearningDetectionConfig {
  readonly confidenceLevel: string
}

export interface MaintenanceWindow {
  readonly startTime: string
  readonly durationInMinutes: number
}

export interface MetricDatum {
  readonly timestamp?: Date | undefined
  readonly value?: MetricValue | undefined
}

export interface MetricDimension {
  readonly dimensionName: string
  readonly operator?: string | undefined
}

export interface MetricToRetain {
  readonly metric: string
  readonly metricDimension?: MetricDimension | undefined
  readonly exportMetric?: boolean | undefined
}

export interface MetricValue {
  readonly count?: number | undefined
  readonly cidrs?: readonly (string)[] | undefined
  readonly ports?: readonly (number)[] | undefined
  readonly number?: number | undefined
  readonly numbers?: readonly (number)[] | undefined
  readonly strings?: readonly (string)[] | undefined
}

export interface MetricsExportConfig {
  readonly mqttTopic: string
  readonly roleArn: string
}

export interface MitigationAction {
  readonly name?: string | undefined
  readonly id?: string | undefined
  readonly roleArn?: string | undefined
  readonly actionParams?: MitigationActionParams | undefined
}

export interface MitigationActionIdentifier {
  readonly actionName?: string | undefined
  readonly actionArn?: string | undefined
  readonly creationDate?: Date | undefined
}

export interface MitigationActionParams {
  readonly updateDeviceCertificateParams?: UpdateDeviceCertificateParams | undefined
  readonly updateCACertificateParams?: UpdateCACertificateParams | undefined
  readonly addThingsToThingGroupParams?: AddThingsToThingGroupParams | undefined
  readonly replaceDefaultPolicyVersionParams?: ReplaceDefaultPolicyVersionParams | undefined
  readonly enableIoTLoggingParams?: EnableIoTLoggingParams | undefined
  readonly publishFindingToSnsParams?: PublishFindingToSnsParams | undefined
}

export interface Mqtt5Configuration {
  readonly propagatingAttributes?: readonly (PropagatingAttribute)[] | undefined
}

export interface MqttContext {
  readonly username?: string | undefined
  readonly password?: Uint8Array | undefined
  readonly clientId?: string | undefined
}

export interface MqttHeaders {
  readonly payloadFormatIndicator?: string | undefined
  readonly contentType?: string | undefined
  readonly responseTopic?: string | undefined
  readonly correlationData?: string | undefined
  readonly messageExpiry?: string | undefined
  readonly userProperties?: readonly (UserProperty)[] | undefined
}

export interface NonCompliantResource {
  readonly resourceType?: string | undefined
  readonly resourceIdentifier?: ResourceIdentifier | undefined
  readonly additionalInfo?: Readonly<Record<string, string>> | undefined
}

export interface OTAUpdateFile {
  readonly fileName?: string | undefined
  readonly fileType?: number | undefined
  readonly fileVersion?: string | undefined
  readonly fileLocation?: FileLocation | undefined
  readonly codeSigning?: CodeSigning | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
}

export interface OTAUpdateInfo {
  readonly otaUpdateId?: string | undefined
  readonly otaUpdateArn?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly description?: string | undefined
  readonly targets?: readonly (string)[] | undefined
  readonly protocols?: readonly (string)[] | undefined
  readonly awsJobExecutionsRolloutConfig?: AwsJobExecutionsRolloutConfig | undefined
  readonly awsJobPresignedUrlConfig?: AwsJobPresignedUrlConfig | undefined
  readonly targetSelection?: string | undefined
  readonly otaUpdateFiles?: readonly (OTAUpdateFile)[] | undefined
  readonly otaUpdateStatus?: string | undefined
  readonly awsIotJobId?: string | undefined
  readonly awsIotJobArn?: string | undefined
  readonly errorInfo?: ErrorInfo | undefined
  readonly additionalParameters?: Readonly<Record<string, string>> | undefined
}

export interface OTAUpdateSummary {
  readonly otaUpdateId?: string | undefined
  readonly otaUpdateArn?: string | undefined
  readonly creationDate?: Date | undefined
}

export interface OpenSearchAction {
  readonly roleArn: string
  readonly endpoint: string
  readonly index: string
  readonly type: string
  readonly id: string
}

export interface OutgoingCertificate {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
  readonly transferredTo?: string | undefined
  readonly transferDate?: Date | undefined
  readonly transferMessage?: string | undefined
  readonly creationDate?: Date | undefined
}

export interface PackageSummary {
  readonly packageName?: string | undefined
  readonly defaultVersionName?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface PackageVersionArtifact {
  readonly s3Location?: S3Location | undefined
}

export interface PackageVersionSummary {
  readonly packageName?: string | undefined
  readonly versionName?: string | undefined
  readonly status?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface PercentPair {
  readonly percent?: number | undefined
  readonly value?: number | undefined
}

export interface Policy {
  readonly policyName?: string | undefined
  readonly policyArn?: string | undefined
}

export interface PolicyVersion {
  readonly versionId?: string | undefined
  readonly isDefaultVersion?: boolean | undefined
  readonly createDate?: Date | undefined
}

export interface PolicyVersionIdentifier {
  readonly policyName?: string | undefined
  readonly policyVersionId?: string | undefined
}

export interface PresignedUrlConfig {
  readonly roleArn?: string | undefined
  readonly expiresInSec?: number | undefined
}

export interface PrincipalThingObject {
  readonly thingName: string
  readonly thingPrincipalType?: string | undefined
}

export interface PropagatingAttribute {
  readonly userPropertyKey?: string | undefined
  readonly thingAttribute?: string | undefined
  readonly connectionAttribute?: string | undefined
}

export interface ProvisioningHook {
  readonly targetArn: string
  readonly payloadVersion?: string | undefined
}

export interface ProvisioningTemplateSummary {
  readonly templateArn?: string | undefined
  readonly templateName?: string | undefined
  readonly description?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly enabled?: boolean | undefined
  readonly type?: string | undefined
}

export interface ProvisioningTemplateVersionSummary {
  readonly versionId?: number | undefined
  readonly creationDate?: Date | undefined
  readonly isDefaultVersion?: boolean | undefined
}

export interface PublishFindingToSnsParams {
  readonly topicArn: string
}

export interface PublishRequest {
  readonly topic: string
  readonly qos?: number | undefined
  readonly retain?: boolean | undefined
  readonly payload?: Uint8Array | undefined
  readonly userProperties?: string | undefined
  readonly payloadFormatIndicator?: string | undefined
  readonly contentType?: string | undefined
  readonly responseTopic?: string | undefined
  readonly correlationData?: string | undefined
  readonly messageExpiry?: number | undefined
}

export interface PutAssetPropertyValueEntry {
  readonly propertyValues: readonly (AssetPropertyValue)[]
  readonly entryId?: string | undefined
  readonly assetId?: string | undefined
  readonly propertyId?: string | undefined
  readonly propertyAlias?: string | undefined
}

export interface PutItemInput {
  readonly tableName: string
}

export interface PutVerificationStateOnViolationRequest {
  readonly violationId: string
  readonly verificationState: string
  readonly verificationStateDescription?: string | undefined
}

export interface PutVerificationStateOnViolationResponse {
}

export interface RateIncreaseCriteria {
  readonly numberOfNotifiedThings?: number | undefined
  readonly numberOfSucceededThings?: number | undefined
}

export interface RegisterCACertificateRequest {
  readonly caCertificate: string
  readonly verificationCertificate?: string | undefined
  readonly setAsActive?: boolean | undefined
  readonly allowAutoRegistration?: boolean | undefined
  readonly registrationConfig?: RegistrationConfig | undefined
  readonly tags?: readonly (Tag)[] | undefined
  readonly certificateMode?: string | undefined
}

export interface RegisterCACertificateResponse {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
}

export interface RegisterCertificateRequest {
  readonly certificatePem: string
  readonly caCertificatePem?: string | undefined
  readonly setAsActive?: boolean | undefined
  readonly status?: string | undefined
}

export interface RegisterCertificateResponse {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
}

export interface RegisterCertificateWithoutCARequest {
  readonly certificatePem: string
  readonly status?: string | undefined
}

export interface RegisterCertificateWithoutCAResponse {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
}

export interface RegisterThingRequest {
  readonly templateBody: string
  readonly parameters?: Readonly<Record<string, string>> | undefined
}

export interface RegisterThingResponse {
  readonly certificatePem?: string | undefined
  readonly resourceArns?: Readonly<Record<string, string>> | undefined
}

export interface RegistrationConfig {
  readonly templateBody?: string | undefined
  readonly roleArn?: string | undefined
  readonly templateName?: string | undefined
}

export interface RejectCertificateTransferRequest {
  readonly certificateId: string
  readonly rejectReason?: string | undefined
}

export interface RelatedResource {
  readonly resourceType?: string | undefined
  readonly resourceIdentifier?: ResourceIdentifier | undefined
  readonly additionalInfo?: Readonly<Record<string, string>> | undefined
}

export interface RemoveThingFromBillingGroupRequest {
  readonly billingGroupName?: string | undefined
  readonly billingGroupArn?: string | undefined
  readonly thingName?: string | undefined
  readonly thingArn?: string | undefined
}

export interface RemoveThingFromBillingGroupResponse {
}

export interface RemoveThingFromThingGroupRequest {
  readonly thingGroupName?: string | undefined
  readonly thingGroupArn?: string | undefined
  readonly thingName?: string | undefined
  readonly thingArn?: string | undefined
}

export interface RemoveThingFromThingGroupResponse {
}

export interface ReplaceDefaultPolicyVersionParams {
  readonly templateName: string
}

export interface ReplaceTopicRuleRequest {
  readonly ruleName: string
  readonly topicRulePayload: TopicRulePayload
}

export interface RepublishAction {
  readonly roleArn: string
  readonly topic: string
  readonly qos?: number | undefined
  readonly headers?: MqttHeaders | undefined
}

export interface ResourceIdentifier {
  readonly deviceCertificateId?: string | undefined
  readonly caCertificateId?: string | undefined
  readonly cognitoIdentityPoolId?: string | undefined
  readonly clientId?: string | undefined
  readonly policyVersionIdentifier?: PolicyVersionIdentifier | undefined
  readonly account?: string | undefined
  readonly iamRoleArn?: string | undefined
  readonly roleAliasArn?: string | undefined
  readonly issuerCertificateIdentifier?: IssuerCertificateIdentifier | undefined
  readonly deviceCertificateArn?: string | undefined
}

export interface RetainedMessageSummary {
  readonly topic?: string | undefined
  readonly payloadSize?: number | undefined
  readonly qos?: number | undefined
  readonly lastModifiedTime?: number | undefined
}

export interface RetryCriteria {
  readonly failureType: string
  readonly numberOfRetries: number
}

export interface RoleAliasDescription {
  readonly roleAlias?: string | undefined
  readonly roleAliasArn?: string | undefined
  readonly roleArn?: string | undefined
  readonly owner?: string | undefined
  readonly credentialDurationSeconds?: number | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface S3Action {
  readonly roleArn: string
  readonly bucketName: string
  readonly key: string
  readonly cannedAcl?: string | undefined
}

export interface S3Destination {
  readonly bucket?: string | undefined
  readonly prefix?: string | undefined
}

export interface S3Location {
  readonly bucket?: string | undefined
  readonly key?: string | undefined
  readonly version?: string | undefined
}

export interface SalesforceAction {
  readonly token: string
  readonly url: string
}

export interface Sbom {
  readonly s3Location?: S3Location | undefined
}

export interface ScheduledAuditMetadata {
  readonly scheduledAuditName?: string | undefined
  readonly scheduledAuditArn?: string | undefined
  readonly frequency?: string | undefined
  readonly dayOfMonth?: string | undefined
  readonly dayOfWeek?: string | undefined
}

export interface ScheduledJobRollout {
  readonly startTime?: string | undefined
}

export interface SchedulingConfig {
  readonly startTime?: string | undefined
  readonly endTime?: string | undefined
  readonly endBehavior?: string | undefined
  readonly maintenanceWindows?: readonly (MaintenanceWindow)[] | undefined
}

export interface SearchIndexRequest {
  readonly queryString: string
  readonly indexName?: string | undefined
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
  readonly queryVersion?: string | undefined
}

export interface SearchIndexResponse {
  readonly nextToken?: string | undefined
  readonly things?: readonly (ThingDocument)[] | undefined
  readonly thingGroups?: readonly (ThingGroupDocument)[] | undefined
}

export interface SecurityProfileIdentifier {
  readonly name: string
  readonly arn: string
}

export interface SecurityProfileTarget {
  readonly arn: string
}

export interface SecurityProfileTargetMapping {
  readonly securityProfileIdentifier?: SecurityProfileIdentifier | undefined
  readonly target?: SecurityProfileTarget | undefined
}

export interface SendDirectMessageRequest {
  readonly clientId: string
  readonly topic: string
  readonly contentType?: string | undefined
  readonly responseTopic?: string | undefined
  readonly confirmation?: boolean | undefined
  readonly timeout?: number | undefined
  readonly payload?: Uint8Array | undefined
  readonly userProperties?: string | undefined
  readonly payloadFormatIndicator?: string | undefined
  readonly correlationData?: string | undefined
}

export interface SendDirectMessageResponse {
  readonly message?: string | undefined
  readonly traceId?: string | undefined
}

export interface ServerCertificateConfig {
  readonly enableOCSPCheck?: boolean | undefined
  readonly ocspLambdaArn?: string | undefined
  readonly ocspAuthorizedResponderArn?: string | undefined
}

export interface ServerCertificateSummary {
  readonly serverCertificateArn?: string | undefined
  readonly serverCertificateStatus?: string | undefined
  readonly serverCertificateStatusDetail?: string | undefined
}

export interface SetDefaultAuthorizerRequest {
  readonly authorizerName: string
}

export interface SetDefaultAuthorizerResponse {
  readonly authorizerName?: string | undefined
  readonly authorizerArn?: string | undefined
}

export interface SetDefaultPolicyVersionRequest {
  readonly policyName: string
  readonly policyVersionId: string
}

export interface SetLoggingOptionsRequest {
  readonly loggingOptionsPayload: LoggingOptionsPayload
}

export interface SetV2LoggingLevelRequest {
  readonly logTarget: LogTarget
  readonly logLevel: string
}

export interface SetV2LoggingOptionsRequest {
  readonly roleArn?: string | undefined
  readonly defaultLogLevel?: string | undefined
  readonly disableAllLogs?: boolean | undefined
  readonly eventConfigurations?: readonly (LogEventConfiguration)[] | undefined
}

export interface SigV4Authorization {
  readonly signingRegion: string
  readonly serviceName: string
  readonly roleArn: string
}

export interface SigningProfileParameter {
  readonly certificateArn?: string | undefined
  readonly platform?: string | undefined
  readonly certificatePathOnDevice?: string | undefined
}

export interface SnsAction {
  readonly targetArn: string
  readonly roleArn: string
  readonly messageFormat?: string | undefined
}

export interface SqsAction {
  readonly roleArn: string
  readonly queueUrl: string
  readonly useBase64?: boolean | undefined
}

export interface StartAuditMitigationActionsTaskRequest {
  readonly taskId: string
  readonly target: AuditMitigationActionsTaskTarget
  readonly auditCheckToActionsMapping: Readonly<Record<string, readonly (string)[]>>
  readonly clientRequestToken?: string | undefined
}

export interface StartAuditMitigationActionsTaskResponse {
  readonly taskId?: string | undefined
}

export interface StartDetectMitigationActionsTaskRequest {
  readonly taskId: string
  readonly target: DetectMitigationActionsTaskTarget
  readonly actions: readonly (string)[]
  readonly violationEventOccurrenceRange?: ViolationEventOccurrenceRange | undefined
  readonly includeOnlyActiveViolations?: boolean | undefined
  readonly includeSuppressedAlerts?: boolean | undefined
  readonly clientRequestToken?: string | undefined
}

export interface StartDetectMitigationActionsTaskResponse {
  readonly taskId?: string | undefined
}

export interface StartOnDemandAuditTaskRequest {
  readonly targetCheckNames: readonly (string)[]
}

export interface StartOnDemandAuditTaskResponse {
  readonly taskId?: string | undefined
}

export interface StartSigningJobParameter {
  readonly signingProfileParameter?: SigningProfileParameter | undefined
  readonly signingProfileName?: string | undefined
  readonly destination?: Destination | undefined
}

export interface StartThingRegistrationTaskRequest {
  readonly templateBody: string
  readonly inputFileBucket: string
  readonly inputFileKey: string
  readonly roleArn: string
}

export interface StartThingRegistrationTaskResponse {
  readonly taskId?: string | undefined
}

export interface StatisticalThreshold {
  readonly statistic?: string | undefined
}

export interface Statistics {
  readonly count?: number | undefined
  readonly average?: number | undefined
  readonly sum?: number | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly sumOfSquares?: number | undefined
  readonly variance?: number | undefined
  readonly stdDeviation?: number | undefined
}

export interface StatusReason {
  readonly reasonCode: string
  readonly reasonDescription?: string | undefined
}

export interface StepFunctionsAction {
  readonly stateMachineName: string
  readonly roleArn: string
  readonly executionNamePrefix?: string | undefined
}

export interface StopThingRegistrationTaskRequest {
  readonly taskId: string
}

export interface StopThingRegistrationTaskResponse {
}

export interface Stream {
  readonly streamId?: string | undefined
  readonly fileId?: number | undefined
}

export interface StreamFile {
  readonly fileId?: number | undefined
  readonly s3Location?: S3Location | undefined
}

export interface StreamInfo {
  readonly streamId?: string | undefined
  readonly streamArn?: string | undefined
  readonly streamVersion?: number | undefined
  readonly description?: string | undefined
  readonly files?: readonly (StreamFile)[] | undefined
  readonly createdAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly roleArn?: string | undefined
}

export interface StreamSummary {
  readonly streamId?: string | undefined
  readonly streamArn?: string | undefined
  readonly streamVersion?: number | undefined
  readonly description?: string | undefined
}

export interface SubscriptionSummary {
  readonly topicFilter: string
  readonly qos: number
}

export interface Tag {
  readonly Key: string
  readonly Value?: string | undefined
}

export interface TagResourceRequest {
  readonly resourceArn: string
  readonly tags: readonly (Tag)[]
}

export interface TagResourceResponse {
}

export interface TaskStatistics {
  readonly totalChecks?: number | undefined
  readonly inProgressChecks?: number | undefined
  readonly waitingForDataCollectionChecks?: number | undefined
  readonly compliantChecks?: number | undefined
  readonly nonCompliantChecks?: number | undefined
  readonly failedChecks?: number | undefined
  readonly canceledChecks?: number | undefined
}

export interface TaskStatisticsForAuditCheck {
  readonly totalFindingsCount?: number | undefined
  readonly failedFindingsCount?: number | undefined
  readonly succeededFindingsCount?: number | undefined
  readonly skippedFindingsCount?: number | undefined
  readonly canceledFindingsCount?: number | undefined
}

export interface TermsAggregation {
  readonly maxBuckets?: number | undefined
}

export interface TestAuthorizationRequest {
  readonly authInfos: readonly (AuthInfo)[]
  readonly principal?: string | undefined
  readonly cognitoIdentityPoolId?: string | undefined
  readonly clientId?: string | undefined
  readonly policyNamesToAdd?: readonly (string)[] | undefined
  readonly policyNamesToSkip?: readonly (string)[] | undefined
}

export interface TestAuthorizationResponse {
  readonly authResults?: readonly (AuthResult)[] | undefined
}

export interface TestInvokeAuthorizerRequest {
  readonly authorizerName: string
  readonly token?: string | undefined
  readonly tokenSignature?: string | undefined
  readonly httpContext?: HttpContext | undefined
  readonly mqttContext?: MqttContext | undefined
  readonly tlsContext?: TlsContext | undefined
}

export interface TestInvokeAuthorizerResponse {
  readonly isAuthenticated?: boolean | undefined
  readonly principalId?: string | undefined
  readonly policyDocuments?: readonly (string)[] | undefined
  readonly refreshAfterInSeconds?: number | undefined
  readonly disconnectAfterInSeconds?: number | undefined
}

export interface ThingAttribute {
  readonly thingName?: string | undefined
  readonly thingTypeName?: string | undefined
  readonly thingArn?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly version?: number | undefined
}

export interface ThingConnectivity {
  readonly connected?: boolean | undefined
  readonly timestamp?: number | undefined
  readonly disconnectReason?: string | undefined
  readonly keepAliveDuration?: number | undefined
  readonly cleanSession?: boolean | undefined
  readonly sessionExpiry?: number | undefined
  readonly clientId?: string | undefined
}

export interface ThingDocument {
  readonly thingName?: string | undefined
  readonly thingId?: string | undefined
  readonly thingTypeName?: string | undefined
  readonly thingGroupNames?: readonly (string)[] | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly shadow?: string | undefined
  readonly deviceDefender?: string | undefined
  readonly connectivity?: ThingConnectivity | undefined
}

export interface ThingGroupDocument {
  readonly thingGroupName?: string | undefined
  readonly thingGroupId?: string | undefined
  readonly thingGroupDescription?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly parentGroupNames?: readonly (string)[] | undefined
}

export interface ThingGroupIndexingConfiguration {
  readonly thingGroupIndexingMode: string
  readonly managedFields?: readonly (Field)[] | undefined
  readonly customFields?: readonly (Field)[] | undefined
}

export interface ThingGroupMetadata {
  readonly parentGroupName?: string | undefined
  readonly rootToParentThingGroups?: readonly (GroupNameAndArn)[] | undefined
  readonly creationDate?: Date | undefined
}

export interface ThingGroupProperties {
  readonly thingGroupDescription?: string | undefined
  readonly attributePayload?: AttributePayload | undefined
}

export interface ThingIndexingConfiguration {
  readonly thingIndexingMode: string
  readonly thingConnectivityIndexingMode?: string | undefined
  readonly deviceDefenderIndexingMode?: string | undefined
  readonly namedShadowIndexingMode?: string | undefined
  readonly managedFields?: readonly (Field)[] | undefined
  readonly customFields?: readonly (Field)[] | undefined
  readonly filter?: IndexingFilter | undefined
}

export interface ThingPrincipalObject {
  readonly principal: string
  readonly thingPrincipalType?: string | undefined
}

export interface ThingTypeDefinition {
  readonly thingTypeName?: string | undefined
  readonly thingTypeArn?: string | undefined
  readonly thingTypeProperties?: ThingTypeProperties | undefined
  readonly thingTypeMetadata?: ThingTypeMetadata | undefined
}

export interface ThingTypeMetadata {
  readonly deprecated?: boolean | undefined
  readonly deprecationDate?: Date | undefined
  readonly creationDate?: Date | undefined
}

export interface ThingTypeProperties {
  readonly thingTypeDescription?: string | undefined
  readonly searchableAttributes?: readonly (string)[] | undefined
  readonly mqtt5Configuration?: Mqtt5Configuration | undefined
}

export interface TimeFilter {
  readonly after?: string | undefined
  readonly before?: string | undefined
}

export interface TimeoutConfig {
  readonly inProgressTimeoutInMinutes?: number | undefined
}

export interface TimestreamAction {
  readonly roleArn: string
  readonly databaseName: string
  readonly tableName: string
  readonly dimensions: readonly (TimestreamDimension)[]
  readonly timestamp?: TimestreamTimestamp | undefined
}

export interface TimestreamDimension {
  readonly name: string
  readonly value: string
}

export interface TimestreamTimestamp {
  readonly value: string
  readonly unit: string
}

export interface TlsConfig {
  readonly securityPolicy?: string | undefined
}

export interface TlsContext {
  readonly serverName?: string | undefined
}

export interface TopicRule {
  readonly ruleName?: string | undefined
  readonly sql?: string | undefined
  readonly description?: string | undefined
  readonly createdAt?: Date | undefined
  readonly actions?: readonly (Action)[] | undefined
  readonly ruleDisabled?: boolean | undefined
  readonly awsIotSqlVersion?: string | undefined
  readonly errorAction?: Action | undefined
}

export interface TopicRuleDestination {
  readonly arn?: string | undefined
  readonly status?: string | undefined
  readonly createdAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly statusReason?: string | undefined
  readonly httpUrlProperties?: HttpUrlDestinationProperties | undefined
  readonly vpcProperties?: VpcDestinationProperties | undefined
  readonly influxDBProperties?: InfluxDBDestinationProperties | undefined
}

export interface TopicRuleDestinationConfiguration {
  readonly httpUrlConfiguration?: HttpUrlDestinationConfiguration | undefined
  readonly vpcConfiguration?: VpcDestinationConfiguration | undefined
  readonly influxDBConfiguration?: InfluxDBDestinationConfiguration | undefined
}

export interface TopicRuleDestinationSummary {
  readonly arn?: string | undefined
  readonly status?: string | undefined
  readonly createdAt?: Date | undefined
  readonly lastUpdatedAt?: Date | undefined
  readonly statusReason?: string | undefined
  readonly httpUrlSummary?: HttpUrlDestinationSummary | undefined
  readonly vpcDestinationSummary?: VpcDestinationSummary | undefined
  readonly influxDBSummary?: InfluxDBDestinationSummary | undefined
}

export interface TopicRuleListItem {
  readonly ruleArn?: string | undefined
  readonly ruleName?: string | undefined
  readonly topicPattern?: string | undefined
  readonly createdAt?: Date | undefined
  readonly ruleDisabled?: boolean | undefined
}

export interface TopicRulePayload {
  readonly sql: string
  readonly actions: readonly (Action)[]
  readonly description?: string | undefined
  readonly ruleDisabled?: boolean | undefined
  readonly awsIotSqlVersion?: string | undefined
  readonly errorAction?: Action | undefined
}

export interface TransferCertificateRequest {
  readonly certificateId: string
  readonly targetAwsAccount: string
  readonly transferMessage?: string | undefined
}

export interface TransferCertificateResponse {
  readonly transferredCertificateArn?: string | undefined
}

export interface TransferData {
  readonly transferMessage?: string | undefined
  readonly rejectReason?: string | undefined
  readonly transferDate?: Date | undefined
  readonly acceptDate?: Date | undefined
  readonly rejectDate?: Date | undefined
}

export interface UntagResourceRequest {
  readonly resourceArn: string
  readonly tagKeys: readonly (string)[]
}

export interface UntagResourceResponse {
}

export interface UpdateAccountAuditConfigurationRequest {
  readonly roleArn?: string | undefined
  readonly auditNotificationTargetConfigurations?: Readonly<Record<string, AuditNotificationTarget>> | undefined
  readonly auditCheckConfigurations?: Readonly<Record<string, AuditCheckConfiguration>> | undefined
}

export interface UpdateAccountAuditConfigurationResponse {
}

export interface UpdateAuditSuppressionRequest {
  readonly checkName: string
  readonly resourceIdentifier: ResourceIdentifier
  readonly expirationDate?: Date | undefined
  readonly suppressIndefinitely?: boolean | undefined
  readonly description?: string | undefined
}

export interface UpdateAuditSuppressionResponse {
}

export interface UpdateAuthorizerRequest {
  readonly authorizerName: string
  readonly authorizerFunctionArn?: string | undefined
  readonly tokenKeyName?: string | undefined
  readonly tokenSigningPublicKeys?: Readonly<Record<string, string>> | undefined
  readonly status?: string | undefined
  readonly enableCachingForHttp?: boolean | undefined
}

export interface UpdateAuthorizerResponse {
  readonly authorizerName?: string | undefined
  readonly authorizerArn?: string | undefined
}

export interface UpdateBillingGroupRequest {
  readonly billingGroupName: string
  readonly billingGroupProperties: BillingGroupProperties
  readonly expectedVersion?: number | undefined
}

export interface UpdateBillingGroupResponse {
  readonly version?: number | undefined
}

export interface UpdateCACertificateParams {
  readonly action: string
}

export interface UpdateCACertificateRequest {
  readonly certificateId: string
  readonly newStatus?: string | undefined
  readonly newAutoRegistrationStatus?: string | undefined
  readonly registrationConfig?: RegistrationConfig | undefined
  readonly removeAutoRegistration?: boolean | undefined
}

export interface UpdateCertificateProviderRequest {
  readonly certificateProviderName: string
  readonly lambdaFunctionArn?: string | undefined
  readonly accountDefaultForOperations?: readonly (string)[] | undefined
}

export interface UpdateCertificateProviderResponse {
  readonly certificateProviderName?: string | undefined
  readonly certificateProviderArn?: string | undefined
}

export interface UpdateCertificateRequest {
  readonly certificateId: string
  readonly newStatus: string
}

export interface UpdateCommandRequest {
  readonly commandId: string
  readonly displayName?: string | undefined
  readonly description?: string | undefined
  readonly deprecated?: boolean | undefined
}

export interface UpdateCommandResponse {
  readonly commandId?: string | undefined
  readonly displayName?: string | undefined
  readonly description?: string | undefined
  readonly deprecated?: boolean | undefined
  readonly lastUpdatedAt?: Date | undefined
}

export interface UpdateCustomMetricRequest {
  readonly metricName: string
  readonly displayName: string
}

export interface UpdateCustomMetricResponse {
  readonly metricName?: string | undefined
  readonly metricArn?: string | undefined
  readonly metricType?: string | undefined
  readonly displayName?: string | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface UpdateDeviceCertificateParams {
  readonly action: string
}

export interface UpdateDimensionRequest {
  readonly name: string
  readonly stringValues: readonly (string)[]
}

export interface UpdateDimensionResponse {
  readonly name?: string | undefined
  readonly arn?: string | undefined
  readonly type?: string | undefined
  readonly stringValues?: readonly (string)[] | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
}

export interface UpdateDomainConfigurationRequest {
  readonly domainConfigurationName: string
  readonly authorizerConfig?: AuthorizerConfig | undefined
  readonly domainConfigurationStatus?: string | undefined
  readonly removeAuthorizerConfig?: boolean | undefined
  readonly tlsConfig?: TlsConfig | undefined
  readonly serverCertificateConfig?: ServerCertificateConfig | undefined
  readonly authenticationType?: string | undefined
  readonly applicationProtocol?: string | undefined
  readonly clientCertificateConfig?: ClientCertificateConfig | undefined
}

export interface UpdateDomainConfigurationResponse {
  readonly domainConfigurationName?: string | undefined
  readonly domainConfigurationArn?: string | undefined
}

export interface UpdateDynamicThingGroupRequest {
  readonly thingGroupName: string
  readonly thingGroupProperties: ThingGroupProperties
  readonly expectedVersion?: number | undefined
  readonly indexName?: string | undefined
  readonly queryString?: string | undefined
  readonly queryVersion?: string | undefined
}

export interface UpdateDynamicThingGroupResponse {
  readonly version?: number | undefined
}

export interface UpdateEventConfigurationsRequest {
  readonly eventConfigurations?: Readonly<Record<string, Configuration>> | undefined
}

export interface UpdateEventConfigurationsResponse {
}

export interface UpdateFleetMetricRequest {
  readonly metricName: string
  readonly indexName: string
  readonly queryString?: string | undefined
  readonly aggregationType?: AggregationType | undefined
  readonly period?: number | undefined
  readonly aggregationField?: string | undefined
  readonly description?: string | undefined
  readonly queryVersion?: string | undefined
  readonly unit?: string | undefined
  readonly expectedVersion?: number | undefined
}

export interface UpdateIndexingConfigurationRequest {
  readonly thingIndexingConfiguration?: ThingIndexingConfiguration | undefined
  readonly thingGroupIndexingConfiguration?: ThingGroupIndexingConfiguration | undefined
}

export interface UpdateIndexingConfigurationResponse {
}

export interface UpdateJobRequest {
  readonly jobId: string
  readonly description?: string | undefined
  readonly presignedUrlConfig?: PresignedUrlConfig | undefined
  readonly jobExecutionsRolloutConfig?: JobExecutionsRolloutConfig | undefined
  readonly abortConfig?: AbortConfig | undefined
  readonly timeoutConfig?: TimeoutConfig | undefined
  readonly namespaceId?: string | undefined
  readonly jobExecutionsRetryConfig?: JobExecutionsRetryConfig | undefined
}

export interface UpdateMitigationActionRequest {
  readonly actionName: string
  readonly roleArn?: string | undefined
  readonly actionParams?: MitigationActionParams | undefined
}

export interface UpdateMitigationActionResponse {
  readonly actionArn?: string | undefined
  readonly actionId?: string | undefined
}

export interface UpdatePackageConfigurationRequest {
  readonly versionUpdateByJobsConfig?: VersionUpdateByJobsConfig | undefined
  readonly clientToken?: string | undefined
}

export interface UpdatePackageConfigurationResponse {
}

export interface UpdatePackageRequest {
  readonly packageName: string
  readonly description?: string | undefined
  readonly defaultVersionName?: string | undefined
  readonly unsetDefaultVersion?: boolean | undefined
  readonly clientToken?: string | undefined
}

export interface UpdatePackageResponse {
}

export interface UpdatePackageVersionRequest {
  readonly packageName: string
  readonly versionName: string
  readonly description?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly artifact?: PackageVersionArtifact | undefined
  readonly action?: string | undefined
  readonly recipe?: string | undefined
  readonly clientToken?: string | undefined
}

export interface UpdatePackageVersionResponse {
}

export interface UpdateProvisioningTemplateRequest {
  readonly templateName: string
  readonly description?: string | undefined
  readonly enabled?: boolean | undefined
  readonly defaultVersionId?: number | undefined
  readonly provisioningRoleArn?: string | undefined
  readonly preProvisioningHook?: ProvisioningHook | undefined
  readonly removePreProvisioningHook?: boolean | undefined
}

export interface UpdateProvisioningTemplateResponse {
}

export interface UpdateRoleAliasRequest {
  readonly roleAlias: string
  readonly roleArn?: string | undefined
  readonly credentialDurationSeconds?: number | undefined
}

export interface UpdateRoleAliasResponse {
  readonly roleAlias?: string | undefined
  readonly roleAliasArn?: string | undefined
}

export interface UpdateScheduledAuditRequest {
  readonly scheduledAuditName: string
  readonly frequency?: string | undefined
  readonly dayOfMonth?: string | undefined
  readonly dayOfWeek?: string | undefined
  readonly targetCheckNames?: readonly (string)[] | undefined
}

export interface UpdateScheduledAuditResponse {
  readonly scheduledAuditArn?: string | undefined
}

export interface UpdateSecurityProfileRequest {
  readonly securityProfileName: string
  readonly securityProfileDescription?: string | undefined
  readonly behaviors?: readonly (Behavior)[] | undefined
  readonly alertTargets?: Readonly<Record<string, AlertTarget>> | undefined
  readonly additionalMetricsToRetain?: readonly (string)[] | undefined
  readonly additionalMetricsToRetainV2?: readonly (MetricToRetain)[] | undefined
  readonly deleteBehaviors?: boolean | undefined
  readonly deleteAlertTargets?: boolean | undefined
  readonly deleteAdditionalMetricsToRetain?: boolean | undefined
  readonly expectedVersion?: number | undefined
  readonly metricsExportConfig?: MetricsExportConfig | undefined
  readonly deleteMetricsExportConfig?: boolean | undefined
}

export interface UpdateSecurityProfileResponse {
  readonly securityProfileName?: string | undefined
  readonly securityProfileArn?: string | undefined
  readonly securityProfileDescription?: string | undefined
  readonly behaviors?: readonly (Behavior)[] | undefined
  readonly alertTargets?: Readonly<Record<string, AlertTarget>> | undefined
  readonly additionalMetricsToRetain?: readonly (string)[] | undefined
  readonly additionalMetricsToRetainV2?: readonly (MetricToRetain)[] | undefined
  readonly version?: number | undefined
  readonly creationDate?: Date | undefined
  readonly lastModifiedDate?: Date | undefined
  readonly metricsExportConfig?: MetricsExportConfig | undefined
}

export interface UpdateStreamRequest {
  readonly streamId: string
  readonly description?: string | undefined
  readonly files?: readonly (StreamFile)[] | undefined
  readonly roleArn?: string | undefined
}

export interface UpdateStreamResponse {
  readonly streamId?: string | undefined
  readonly streamArn?: string | undefined
  readonly description?: string | undefined
  readonly streamVersion?: number | undefined
}

export interface UpdateThingGroupRequest {
  readonly thingGroupName: string
  readonly thingGroupProperties: ThingGroupProperties
  readonly expectedVersion?: number | undefined
}

export interface UpdateThingGroupResponse {
  readonly version?: number | undefined
}

export interface UpdateThingGroupsForThingRequest {
  readonly thingName?: string | undefined
  readonly thingGroupsToAdd?: readonly (string)[] | undefined
  readonly thingGroupsToRemove?: readonly (string)[] | undefined
  readonly overrideDynamicGroups?: boolean | undefined
}

export interface UpdateThingGroupsForThingResponse {
}

export interface UpdateThingRequest {
  readonly thingName: string
  readonly thingTypeName?: string | undefined
  readonly attributePayload?: AttributePayload | undefined
  readonly expectedVersion?: number | undefined
  readonly removeThingType?: boolean | undefined
}

export interface UpdateThingResponse {
}

export interface UpdateThingShadowRequest {
  readonly thingName: string
  readonly payload: Uint8Array
  readonly shadowName?: string | undefined
}

export interface UpdateThingShadowResponse {
  readonly payload?: Uint8Array | undefined
}

export interface UpdateThingTypeRequest {
  readonly thingTypeName: string
  readonly thingTypeProperties?: ThingTypeProperties | undefined
}

export interface UpdateThingTypeResponse {
}

export interface UpdateTopicRuleDestinationRequest {
  readonly arn: string
  readonly status: string
}

export interface UpdateTopicRuleDestinationResponse {
}

export interface UserProperty {
  readonly key: string
  readonly value: string
}

export interface ValidateSecurityProfileBehaviorsRequest {
  readonly behaviors: readonly (Behavior)[]
}

export interface ValidateSecurityProfileBehaviorsResponse {
  readonly valid?: boolean | undefined
  readonly validationErrors?: readonly (ValidationError)[] | undefined
}

export interface ValidationError {
  readonly errorMessage?: string | undefined
}

export interface VersionUpdateByJobsConfig {
  readonly enabled?: boolean | undefined
  readonly roleArn?: string | undefined
}

export interface ViolationEvent {
  readonly violationId?: string | undefined
  readonly thingName?: string | undefined
  readonly securityProfileName?: string | undefined
  readonly behavior?: Behavior | undefined
  readonly metricValue?: MetricValue | undefined
  readonly violationEventAdditionalInfo?: ViolationEventAdditionalInfo | undefined
  readonly violationEventType?: string | undefined
  readonly verificationState?: string | undefined
  readonly verificationStateDescription?: string | undefined
  readonly violationEventTime?: Date | undefined
}

export interface ViolationEventAdditionalInfo {
  readonly confidenceLevel?: string | undefined
}

export interface ViolationEventOccurrenceRange {
  readonly startTime: Date
  readonly endTime: Date
}

export interface VpcDestinationConfiguration {
  readonly subnetIds: readonly (string)[]
  readonly vpcId: string
  readonly roleArn: string
  readonly securityGroups?: readonly (string)[] | undefined
}

export interface VpcDestinationProperties {
  readonly subnetIds?: readonly (string)[] | undefined
  readonly securityGroups?: readonly (string)[] | undefined
  readonly vpcId?: string | undefined
  readonly roleArn?: string | undefined
}

export interface VpcDestinationSummary {
  readonly subnetIds?: readonly (string)[] | undefined
  readonly securityGroups?: readonly (string)[] | undefined
  readonly vpcId?: string | undefined
  readonly roleArn?: string | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AcceptCertificateTransfer.html */
  AcceptCertificateTransfer: { input: AcceptCertificateTransferRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AddThingToBillingGroup.html */
  AddThingToBillingGroup: { input: AddThingToBillingGroupRequest; output: AddThingToBillingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AddThingToThingGroup.html */
  AddThingToThingGroup: { input: AddThingToThingGroupRequest; output: AddThingToThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AssociateTargetsWithJob.html */
  AssociateTargetsWithJob: { input: AssociateTargetsWithJobRequest; output: AssociateTargetsWithJobResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AttachPolicy.html */
  AttachPolicy: { input: AttachPolicyRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AttachPrincipalPolicy.html */
  AttachPrincipalPolicy: { input: AttachPrincipalPolicyRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AttachSecurityProfile.html */
  AttachSecurityProfile: { input: AttachSecurityProfileRequest; output: AttachSecurityProfileResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_AttachThingPrincipal.html */
  AttachThingPrincipal: { input: AttachThingPrincipalRequest; output: AttachThingPrincipalResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CancelAuditMitigationActionsTask.html */
  CancelAuditMitigationActionsTask: { input: CancelAuditMitigationActionsTaskRequest; output: CancelAuditMitigationActionsTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CancelAuditTask.html */
  CancelAuditTask: { input: CancelAuditTaskRequest; output: CancelAuditTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CancelCertificateTransfer.html */
  CancelCertificateTransfer: { input: CancelCertificateTransferRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CancelDetectMitigationActionsTask.html */
  CancelDetectMitigationActionsTask: { input: CancelDetectMitigationActionsTaskRequest; output: CancelDetectMitigationActionsTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CancelJob.html */
  CancelJob: { input: CancelJobRequest; output: CancelJobResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CancelJobExecution.html */
  CancelJobExecution: { input: CancelJobExecutionRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ClearDefaultAuthorizer.html */
  ClearDefaultAuthorizer: { input: ClearDefaultAuthorizerRequest; output: ClearDefaultAuthorizerResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ConfirmTopicRuleDestination.html */
  ConfirmTopicRuleDestination: { input: ConfirmTopicRuleDestinationRequest; output: ConfirmTopicRuleDestinationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateAuditSuppression.html */
  CreateAuditSuppression: { input: CreateAuditSuppressionRequest; output: CreateAuditSuppressionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateAuthorizer.html */
  CreateAuthorizer: { input: CreateAuthorizerRequest; output: CreateAuthorizerResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateBillingGroup.html */
  CreateBillingGroup: { input: CreateBillingGroupRequest; output: CreateBillingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html */
  CreateCertificateFromCsr: { input: CreateCertificateFromCsrRequest; output: CreateCertificateFromCsrResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateProvider.html */
  CreateCertificateProvider: { input: CreateCertificateProviderRequest; output: CreateCertificateProviderResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCommand.html */
  CreateCommand: { input: CreateCommandRequest; output: CreateCommandResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCustomMetric.html */
  CreateCustomMetric: { input: CreateCustomMetricRequest; output: CreateCustomMetricResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateDimension.html */
  CreateDimension: { input: CreateDimensionRequest; output: CreateDimensionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateDomainConfiguration.html */
  CreateDomainConfiguration: { input: CreateDomainConfigurationRequest; output: CreateDomainConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateDynamicThingGroup.html */
  CreateDynamicThingGroup: { input: CreateDynamicThingGroupRequest; output: CreateDynamicThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateFleetMetric.html */
  CreateFleetMetric: { input: CreateFleetMetricRequest; output: CreateFleetMetricResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateJob.html */
  CreateJob: { input: CreateJobRequest; output: CreateJobResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateJobTemplate.html */
  CreateJobTemplate: { input: CreateJobTemplateRequest; output: CreateJobTemplateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateKeysAndCertificate.html */
  CreateKeysAndCertificate: { input: CreateKeysAndCertificateRequest; output: CreateKeysAndCertificateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateMitigationAction.html */
  CreateMitigationAction: { input: CreateMitigationActionRequest; output: CreateMitigationActionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateOTAUpdate.html */
  CreateOTAUpdate: { input: CreateOTAUpdateRequest; output: CreateOTAUpdateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreatePackage.html */
  CreatePackage: { input: CreatePackageRequest; output: CreatePackageResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreatePackageVersion.html */
  CreatePackageVersion: { input: CreatePackageVersionRequest; output: CreatePackageVersionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreatePolicy.html */
  CreatePolicy: { input: CreatePolicyRequest; output: CreatePolicyResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreatePolicyVersion.html */
  CreatePolicyVersion: { input: CreatePolicyVersionRequest; output: CreatePolicyVersionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateProvisioningClaim.html */
  CreateProvisioningClaim: { input: CreateProvisioningClaimRequest; output: CreateProvisioningClaimResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateProvisioningTemplate.html */
  CreateProvisioningTemplate: { input: CreateProvisioningTemplateRequest; output: CreateProvisioningTemplateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateProvisioningTemplateVersion.html */
  CreateProvisioningTemplateVersion: { input: CreateProvisioningTemplateVersionRequest; output: CreateProvisioningTemplateVersionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateRoleAlias.html */
  CreateRoleAlias: { input: CreateRoleAliasRequest; output: CreateRoleAliasResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateScheduledAudit.html */
  CreateScheduledAudit: { input: CreateScheduledAuditRequest; output: CreateScheduledAuditResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateSecurityProfile.html */
  CreateSecurityProfile: { input: CreateSecurityProfileRequest; output: CreateSecurityProfileResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateStream.html */
  CreateStream: { input: CreateStreamRequest; output: CreateStreamResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html */
  CreateThing: { input: CreateThingRequest; output: CreateThingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThingGroup.html */
  CreateThingGroup: { input: CreateThingGroupRequest; output: CreateThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThingType.html */
  CreateThingType: { input: CreateThingTypeRequest; output: CreateThingTypeResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateTopicRule.html */
  CreateTopicRule: { input: CreateTopicRuleRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateTopicRuleDestination.html */
  CreateTopicRuleDestination: { input: CreateTopicRuleDestinationRequest; output: CreateTopicRuleDestinationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteAccountAuditConfiguration.html */
  DeleteAccountAuditConfiguration: { input: DeleteAccountAuditConfigurationRequest; output: DeleteAccountAuditConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteAuditSuppression.html */
  DeleteAuditSuppression: { input: DeleteAuditSuppressionRequest; output: DeleteAuditSuppressionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteAuthorizer.html */
  DeleteAuthorizer: { input: DeleteAuthorizerRequest; output: DeleteAuthorizerResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteBillingGroup.html */
  DeleteBillingGroup: { input: DeleteBillingGroupRequest; output: DeleteBillingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteCACertificate.html */
  DeleteCACertificate: { input: DeleteCACertificateRequest; output: DeleteCACertificateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteCertificate.html */
  DeleteCertificate: { input: DeleteCertificateRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteCertificateProvider.html */
  DeleteCertificateProvider: { input: DeleteCertificateProviderRequest; output: DeleteCertificateProviderResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteCommand.html */
  DeleteCommand: { input: DeleteCommandRequest; output: DeleteCommandResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteCommandExecution.html */
  DeleteCommandExecution: { input: DeleteCommandExecutionRequest; output: DeleteCommandExecutionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_DeleteConnection.html */
  DeleteConnection: { input: DeleteConnectionRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteCustomMetric.html */
  DeleteCustomMetric: { input: DeleteCustomMetricRequest; output: DeleteCustomMetricResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteDimension.html */
  DeleteDimension: { input: DeleteDimensionRequest; output: DeleteDimensionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteDomainConfiguration.html */
  DeleteDomainConfiguration: { input: DeleteDomainConfigurationRequest; output: DeleteDomainConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteDynamicThingGroup.html */
  DeleteDynamicThingGroup: { input: DeleteDynamicThingGroupRequest; output: DeleteDynamicThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteFleetMetric.html */
  DeleteFleetMetric: { input: DeleteFleetMetricRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteJob.html */
  DeleteJob: { input: DeleteJobRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteJobExecution.html */
  DeleteJobExecution: { input: DeleteJobExecutionRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteJobTemplate.html */
  DeleteJobTemplate: { input: DeleteJobTemplateRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteMitigationAction.html */
  DeleteMitigationAction: { input: DeleteMitigationActionRequest; output: DeleteMitigationActionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteOTAUpdate.html */
  DeleteOTAUpdate: { input: DeleteOTAUpdateRequest; output: DeleteOTAUpdateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeletePackage.html */
  DeletePackage: { input: DeletePackageRequest; output: DeletePackageResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeletePackageVersion.html */
  DeletePackageVersion: { input: DeletePackageVersionRequest; output: DeletePackageVersionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeletePolicy.html */
  DeletePolicy: { input: DeletePolicyRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeletePolicyVersion.html */
  DeletePolicyVersion: { input: DeletePolicyVersionRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteProvisioningTemplate.html */
  DeleteProvisioningTemplate: { input: DeleteProvisioningTemplateRequest; output: DeleteProvisioningTemplateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteProvisioningTemplateVersion.html */
  DeleteProvisioningTemplateVersion: { input: DeleteProvisioningTemplateVersionRequest; output: DeleteProvisioningTemplateVersionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteRegistrationCode.html */
  DeleteRegistrationCode: { input: DeleteRegistrationCodeRequest; output: DeleteRegistrationCodeResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteRoleAlias.html */
  DeleteRoleAlias: { input: DeleteRoleAliasRequest; output: DeleteRoleAliasResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteScheduledAudit.html */
  DeleteScheduledAudit: { input: DeleteScheduledAuditRequest; output: DeleteScheduledAuditResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteSecurityProfile.html */
  DeleteSecurityProfile: { input: DeleteSecurityProfileRequest; output: DeleteSecurityProfileResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteStream.html */
  DeleteStream: { input: DeleteStreamRequest; output: DeleteStreamResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteThing.html */
  DeleteThing: { input: DeleteThingRequest; output: DeleteThingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteThingGroup.html */
  DeleteThingGroup: { input: DeleteThingGroupRequest; output: DeleteThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_DeleteThingShadow.html */
  DeleteThingShadow: { input: DeleteThingShadowRequest; output: DeleteThingShadowResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteThingType.html */
  DeleteThingType: { input: DeleteThingTypeRequest; output: DeleteThingTypeResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteTopicRule.html */
  DeleteTopicRule: { input: DeleteTopicRuleRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteTopicRuleDestination.html */
  DeleteTopicRuleDestination: { input: DeleteTopicRuleDestinationRequest; output: DeleteTopicRuleDestinationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteV2LoggingLevel.html */
  DeleteV2LoggingLevel: { input: DeleteV2LoggingLevelRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DeprecateThingType.html */
  DeprecateThingType: { input: DeprecateThingTypeRequest; output: DeprecateThingTypeResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeAccountAuditConfiguration.html */
  DescribeAccountAuditConfiguration: { input: DescribeAccountAuditConfigurationRequest; output: DescribeAccountAuditConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeAuditFinding.html */
  DescribeAuditFinding: { input: DescribeAuditFindingRequest; output: DescribeAuditFindingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeAuditMitigationActionsTask.html */
  DescribeAuditMitigationActionsTask: { input: DescribeAuditMitigationActionsTaskRequest; output: DescribeAuditMitigationActionsTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeAuditSuppression.html */
  DescribeAuditSuppression: { input: DescribeAuditSuppressionRequest; output: DescribeAuditSuppressionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeAuditTask.html */
  DescribeAuditTask: { input: DescribeAuditTaskRequest; output: DescribeAuditTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeAuthorizer.html */
  DescribeAuthorizer: { input: DescribeAuthorizerRequest; output: DescribeAuthorizerResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeBillingGroup.html */
  DescribeBillingGroup: { input: DescribeBillingGroupRequest; output: DescribeBillingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeCACertificate.html */
  DescribeCACertificate: { input: DescribeCACertificateRequest; output: DescribeCACertificateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeCertificate.html */
  DescribeCertificate: { input: DescribeCertificateRequest; output: DescribeCertificateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeCertificateProvider.html */
  DescribeCertificateProvider: { input: DescribeCertificateProviderRequest; output: DescribeCertificateProviderResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeCustomMetric.html */
  DescribeCustomMetric: { input: DescribeCustomMetricRequest; output: DescribeCustomMetricResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeDefaultAuthorizer.html */
  DescribeDefaultAuthorizer: { input: DescribeDefaultAuthorizerRequest; output: DescribeDefaultAuthorizerResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeDetectMitigationActionsTask.html */
  DescribeDetectMitigationActionsTask: { input: DescribeDetectMitigationActionsTaskRequest; output: DescribeDetectMitigationActionsTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeDimension.html */
  DescribeDimension: { input: DescribeDimensionRequest; output: DescribeDimensionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeDomainConfiguration.html */
  DescribeDomainConfiguration: { input: DescribeDomainConfigurationRequest; output: DescribeDomainConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeEndpoint.html */
  DescribeEndpoint: { input: DescribeEndpointRequest; output: DescribeEndpointResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeEventConfigurations.html */
  DescribeEventConfigurations: { input: DescribeEventConfigurationsRequest; output: DescribeEventConfigurationsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeFleetMetric.html */
  DescribeFleetMetric: { input: DescribeFleetMetricRequest; output: DescribeFleetMetricResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeIndex.html */
  DescribeIndex: { input: DescribeIndexRequest; output: DescribeIndexResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeJob.html */
  DescribeJob: { input: DescribeJobRequest; output: DescribeJobResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeJobExecution.html */
  DescribeJobExecution: { input: DescribeJobExecutionRequest; output: DescribeJobExecutionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeJobTemplate.html */
  DescribeJobTemplate: { input: DescribeJobTemplateRequest; output: DescribeJobTemplateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeMitigationAction.html */
  DescribeMitigationAction: { input: DescribeMitigationActionRequest; output: DescribeMitigationActionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeProvisioningTemplate.html */
  DescribeProvisioningTemplate: { input: DescribeProvisioningTemplateRequest; output: DescribeProvisioningTemplateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeProvisioningTemplateVersion.html */
  DescribeProvisioningTemplateVersion: { input: DescribeProvisioningTemplateVersionRequest; output: DescribeProvisioningTemplateVersionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeRoleAlias.html */
  DescribeRoleAlias: { input: DescribeRoleAliasRequest; output: DescribeRoleAliasResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeScheduledAudit.html */
  DescribeScheduledAudit: { input: DescribeScheduledAuditRequest; output: DescribeScheduledAuditResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeSecurityProfile.html */
  DescribeSecurityProfile: { input: DescribeSecurityProfileRequest; output: DescribeSecurityProfileResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeStream.html */
  DescribeStream: { input: DescribeStreamRequest; output: DescribeStreamResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeThing.html */
  DescribeThing: { input: DescribeThingRequest; output: DescribeThingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeThingGroup.html */
  DescribeThingGroup: { input: DescribeThingGroupRequest; output: DescribeThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeThingRegistrationTask.html */
  DescribeThingRegistrationTask: { input: DescribeThingRegistrationTaskRequest; output: DescribeThingRegistrationTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DescribeThingType.html */
  DescribeThingType: { input: DescribeThingTypeRequest; output: DescribeThingTypeResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DetachPolicy.html */
  DetachPolicy: { input: DetachPolicyRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DetachPrincipalPolicy.html */
  DetachPrincipalPolicy: { input: DetachPrincipalPolicyRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DetachSecurityProfile.html */
  DetachSecurityProfile: { input: DetachSecurityProfileRequest; output: DetachSecurityProfileResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DetachThingPrincipal.html */
  DetachThingPrincipal: { input: DetachThingPrincipalRequest; output: DetachThingPrincipalResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_DisableTopicRule.html */
  DisableTopicRule: { input: DisableTopicRuleRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_EnableTopicRule.html */
  EnableTopicRule: { input: EnableTopicRuleRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetBucketsAggregation.html */
  GetBucketsAggregation: { input: GetBucketsAggregationRequest; output: GetBucketsAggregationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetCardinality.html */
  GetCardinality: { input: GetCardinalityRequest; output: GetCardinalityResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetCommand.html */
  GetCommand: { input: GetCommandRequest; output: GetCommandResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetCommandExecution.html */
  GetCommandExecution: { input: GetCommandExecutionRequest; output: GetCommandExecutionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_GetConnection.html */
  GetConnection: { input: GetConnectionRequest; output: GetConnectionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetEffectivePolicies.html */
  GetEffectivePolicies: { input: GetEffectivePoliciesRequest; output: GetEffectivePoliciesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetIndexingConfiguration.html */
  GetIndexingConfiguration: { input: GetIndexingConfigurationRequest; output: GetIndexingConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetJobDocument.html */
  GetJobDocument: { input: GetJobDocumentRequest; output: GetJobDocumentResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetLoggingOptions.html */
  GetLoggingOptions: { input: GetLoggingOptionsRequest; output: GetLoggingOptionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetOTAUpdate.html */
  GetOTAUpdate: { input: GetOTAUpdateRequest; output: GetOTAUpdateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetPackage.html */
  GetPackage: { input: GetPackageRequest; output: GetPackageResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetPackageConfiguration.html */
  GetPackageConfiguration: { input: GetPackageConfigurationRequest; output: GetPackageConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetPackageVersion.html */
  GetPackageVersion: { input: GetPackageVersionRequest; output: GetPackageVersionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetPercentiles.html */
  GetPercentiles: { input: GetPercentilesRequest; output: GetPercentilesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetPolicy.html */
  GetPolicy: { input: GetPolicyRequest; output: GetPolicyResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetPolicyVersion.html */
  GetPolicyVersion: { input: GetPolicyVersionRequest; output: GetPolicyVersionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetRegistrationCode.html */
  GetRegistrationCode: { input: GetRegistrationCodeRequest; output: GetRegistrationCodeResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_GetRetainedMessage.html */
  GetRetainedMessage: { input: GetRetainedMessageRequest; output: GetRetainedMessageResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetStatistics.html */
  GetStatistics: { input: GetStatisticsRequest; output: GetStatisticsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetThingConnectivityData.html */
  GetThingConnectivityData: { input: GetThingConnectivityDataRequest; output: GetThingConnectivityDataResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_GetThingShadow.html */
  GetThingShadow: { input: GetThingShadowRequest; output: GetThingShadowResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetTopicRule.html */
  GetTopicRule: { input: GetTopicRuleRequest; output: GetTopicRuleResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetTopicRuleDestination.html */
  GetTopicRuleDestination: { input: GetTopicRuleDestinationRequest; output: GetTopicRuleDestinationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_GetV2LoggingOptions.html */
  GetV2LoggingOptions: { input: GetV2LoggingOptionsRequest; output: GetV2LoggingOptionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListActiveViolations.html */
  ListActiveViolations: { input: ListActiveViolationsRequest; output: ListActiveViolationsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListAttachedPolicies.html */
  ListAttachedPolicies: { input: ListAttachedPoliciesRequest; output: ListAttachedPoliciesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListAuditFindings.html */
  ListAuditFindings: { input: ListAuditFindingsRequest; output: ListAuditFindingsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListAuditMitigationActionsExecutions.html */
  ListAuditMitigationActionsExecutions: { input: ListAuditMitigationActionsExecutionsRequest; output: ListAuditMitigationActionsExecutionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListAuditMitigationActionsTasks.html */
  ListAuditMitigationActionsTasks: { input: ListAuditMitigationActionsTasksRequest; output: ListAuditMitigationActionsTasksResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListAuditSuppressions.html */
  ListAuditSuppressions: { input: ListAuditSuppressionsRequest; output: ListAuditSuppressionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListAuditTasks.html */
  ListAuditTasks: { input: ListAuditTasksRequest; output: ListAuditTasksResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListAuthorizers.html */
  ListAuthorizers: { input: ListAuthorizersRequest; output: ListAuthorizersResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListBillingGroups.html */
  ListBillingGroups: { input: ListBillingGroupsRequest; output: ListBillingGroupsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListCACertificates.html */
  ListCACertificates: { input: ListCACertificatesRequest; output: ListCACertificatesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListCertificateProviders.html */
  ListCertificateProviders: { input: ListCertificateProvidersRequest; output: ListCertificateProvidersResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListCertificates.html */
  ListCertificates: { input: ListCertificatesRequest; output: ListCertificatesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListCertificatesByCA.html */
  ListCertificatesByCA: { input: ListCertificatesByCARequest; output: ListCertificatesByCAResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListCommandExecutions.html */
  ListCommandExecutions: { input: ListCommandExecutionsRequest; output: ListCommandExecutionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListCommands.html */
  ListCommands: { input: ListCommandsRequest; output: ListCommandsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListCustomMetrics.html */
  ListCustomMetrics: { input: ListCustomMetricsRequest; output: ListCustomMetricsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListDetectMitigationActionsExecutions.html */
  ListDetectMitigationActionsExecutions: { input: ListDetectMitigationActionsExecutionsRequest; output: ListDetectMitigationActionsExecutionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListDetectMitigationActionsTasks.html */
  ListDetectMitigationActionsTasks: { input: ListDetectMitigationActionsTasksRequest; output: ListDetectMitigationActionsTasksResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListDimensions.html */
  ListDimensions: { input: ListDimensionsRequest; output: ListDimensionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListDomainConfigurations.html */
  ListDomainConfigurations: { input: ListDomainConfigurationsRequest; output: ListDomainConfigurationsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListFleetMetrics.html */
  ListFleetMetrics: { input: ListFleetMetricsRequest; output: ListFleetMetricsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListIndices.html */
  ListIndices: { input: ListIndicesRequest; output: ListIndicesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListJobExecutionsForJob.html */
  ListJobExecutionsForJob: { input: ListJobExecutionsForJobRequest; output: ListJobExecutionsForJobResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListJobExecutionsForThing.html */
  ListJobExecutionsForThing: { input: ListJobExecutionsForThingRequest; output: ListJobExecutionsForThingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListJobTemplates.html */
  ListJobTemplates: { input: ListJobTemplatesRequest; output: ListJobTemplatesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListJobs.html */
  ListJobs: { input: ListJobsRequest; output: ListJobsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListMetricValues.html */
  ListMetricValues: { input: ListMetricValuesRequest; output: ListMetricValuesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListMitigationActions.html */
  ListMitigationActions: { input: ListMitigationActionsRequest; output: ListMitigationActionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_ListNamedShadowsForThing.html */
  ListNamedShadowsForThing: { input: ListNamedShadowsForThingRequest; output: ListNamedShadowsForThingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListOTAUpdates.html */
  ListOTAUpdates: { input: ListOTAUpdatesRequest; output: ListOTAUpdatesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListOutgoingCertificates.html */
  ListOutgoingCertificates: { input: ListOutgoingCertificatesRequest; output: ListOutgoingCertificatesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListPackageVersions.html */
  ListPackageVersions: { input: ListPackageVersionsRequest; output: ListPackageVersionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListPackages.html */
  ListPackages: { input: ListPackagesRequest; output: ListPackagesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListPolicies.html */
  ListPolicies: { input: ListPoliciesRequest; output: ListPoliciesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListPolicyPrincipals.html */
  ListPolicyPrincipals: { input: ListPolicyPrincipalsRequest; output: ListPolicyPrincipalsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListPolicyVersions.html */
  ListPolicyVersions: { input: ListPolicyVersionsRequest; output: ListPolicyVersionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListPrincipalPolicies.html */
  ListPrincipalPolicies: { input: ListPrincipalPoliciesRequest; output: ListPrincipalPoliciesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListPrincipalThings.html */
  ListPrincipalThings: { input: ListPrincipalThingsRequest; output: ListPrincipalThingsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListPrincipalThingsV2.html */
  ListPrincipalThingsV2: { input: ListPrincipalThingsV2Request; output: ListPrincipalThingsV2Response }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListProvisioningTemplateVersions.html */
  ListProvisioningTemplateVersions: { input: ListProvisioningTemplateVersionsRequest; output: ListProvisioningTemplateVersionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListProvisioningTemplates.html */
  ListProvisioningTemplates: { input: ListProvisioningTemplatesRequest; output: ListProvisioningTemplatesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListRelatedResourcesForAuditFinding.html */
  ListRelatedResourcesForAuditFinding: { input: ListRelatedResourcesForAuditFindingRequest; output: ListRelatedResourcesForAuditFindingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_ListRetainedMessages.html */
  ListRetainedMessages: { input: ListRetainedMessagesRequest; output: ListRetainedMessagesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListRoleAliases.html */
  ListRoleAliases: { input: ListRoleAliasesRequest; output: ListRoleAliasesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListScheduledAudits.html */
  ListScheduledAudits: { input: ListScheduledAuditsRequest; output: ListScheduledAuditsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListSecurityProfiles.html */
  ListSecurityProfiles: { input: ListSecurityProfilesRequest; output: ListSecurityProfilesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListSecurityProfilesForTarget.html */
  ListSecurityProfilesForTarget: { input: ListSecurityProfilesForTargetRequest; output: ListSecurityProfilesForTargetResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListStreams.html */
  ListStreams: { input: ListStreamsRequest; output: ListStreamsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_ListSubscriptions.html */
  ListSubscriptions: { input: ListSubscriptionsRequest; output: ListSubscriptionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListTagsForResource.html */
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListTargetsForPolicy.html */
  ListTargetsForPolicy: { input: ListTargetsForPolicyRequest; output: ListTargetsForPolicyResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListTargetsForSecurityProfile.html */
  ListTargetsForSecurityProfile: { input: ListTargetsForSecurityProfileRequest; output: ListTargetsForSecurityProfileResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThingGroups.html */
  ListThingGroups: { input: ListThingGroupsRequest; output: ListThingGroupsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThingGroupsForThing.html */
  ListThingGroupsForThing: { input: ListThingGroupsForThingRequest; output: ListThingGroupsForThingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThingPrincipals.html */
  ListThingPrincipals: { input: ListThingPrincipalsRequest; output: ListThingPrincipalsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThingPrincipalsV2.html */
  ListThingPrincipalsV2: { input: ListThingPrincipalsV2Request; output: ListThingPrincipalsV2Response }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThingRegistrationTaskReports.html */
  ListThingRegistrationTaskReports: { input: ListThingRegistrationTaskReportsRequest; output: ListThingRegistrationTaskReportsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThingRegistrationTasks.html */
  ListThingRegistrationTasks: { input: ListThingRegistrationTasksRequest; output: ListThingRegistrationTasksResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThingTypes.html */
  ListThingTypes: { input: ListThingTypesRequest; output: ListThingTypesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThings.html */
  ListThings: { input: ListThingsRequest; output: ListThingsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThingsInBillingGroup.html */
  ListThingsInBillingGroup: { input: ListThingsInBillingGroupRequest; output: ListThingsInBillingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListThingsInThingGroup.html */
  ListThingsInThingGroup: { input: ListThingsInThingGroupRequest; output: ListThingsInThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListTopicRuleDestinations.html */
  ListTopicRuleDestinations: { input: ListTopicRuleDestinationsRequest; output: ListTopicRuleDestinationsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListTopicRules.html */
  ListTopicRules: { input: ListTopicRulesRequest; output: ListTopicRulesResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListV2LoggingLevels.html */
  ListV2LoggingLevels: { input: ListV2LoggingLevelsRequest; output: ListV2LoggingLevelsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ListViolationEvents.html */
  ListViolationEvents: { input: ListViolationEventsRequest; output: ListViolationEventsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_Publish.html */
  Publish: { input: PublishRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_PutVerificationStateOnViolation.html */
  PutVerificationStateOnViolation: { input: PutVerificationStateOnViolationRequest; output: PutVerificationStateOnViolationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_RegisterCACertificate.html */
  RegisterCACertificate: { input: RegisterCACertificateRequest; output: RegisterCACertificateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_RegisterCertificate.html */
  RegisterCertificate: { input: RegisterCertificateRequest; output: RegisterCertificateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_RegisterCertificateWithoutCA.html */
  RegisterCertificateWithoutCA: { input: RegisterCertificateWithoutCARequest; output: RegisterCertificateWithoutCAResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_RegisterThing.html */
  RegisterThing: { input: RegisterThingRequest; output: RegisterThingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_RejectCertificateTransfer.html */
  RejectCertificateTransfer: { input: RejectCertificateTransferRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_RemoveThingFromBillingGroup.html */
  RemoveThingFromBillingGroup: { input: RemoveThingFromBillingGroupRequest; output: RemoveThingFromBillingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_RemoveThingFromThingGroup.html */
  RemoveThingFromThingGroup: { input: RemoveThingFromThingGroupRequest; output: RemoveThingFromThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ReplaceTopicRule.html */
  ReplaceTopicRule: { input: ReplaceTopicRuleRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_SearchIndex.html */
  SearchIndex: { input: SearchIndexRequest; output: SearchIndexResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_SendDirectMessage.html */
  SendDirectMessage: { input: SendDirectMessageRequest; output: SendDirectMessageResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_SetDefaultAuthorizer.html */
  SetDefaultAuthorizer: { input: SetDefaultAuthorizerRequest; output: SetDefaultAuthorizerResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_SetDefaultPolicyVersion.html */
  SetDefaultPolicyVersion: { input: SetDefaultPolicyVersionRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_SetLoggingOptions.html */
  SetLoggingOptions: { input: SetLoggingOptionsRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_SetV2LoggingLevel.html */
  SetV2LoggingLevel: { input: SetV2LoggingLevelRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_SetV2LoggingOptions.html */
  SetV2LoggingOptions: { input: SetV2LoggingOptionsRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_StartAuditMitigationActionsTask.html */
  StartAuditMitigationActionsTask: { input: StartAuditMitigationActionsTaskRequest; output: StartAuditMitigationActionsTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_StartDetectMitigationActionsTask.html */
  StartDetectMitigationActionsTask: { input: StartDetectMitigationActionsTaskRequest; output: StartDetectMitigationActionsTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_StartOnDemandAuditTask.html */
  StartOnDemandAuditTask: { input: StartOnDemandAuditTaskRequest; output: StartOnDemandAuditTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_StartThingRegistrationTask.html */
  StartThingRegistrationTask: { input: StartThingRegistrationTaskRequest; output: StartThingRegistrationTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_StopThingRegistrationTask.html */
  StopThingRegistrationTask: { input: StopThingRegistrationTaskRequest; output: StopThingRegistrationTaskResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_TagResource.html */
  TagResource: { input: TagResourceRequest; output: TagResourceResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_TestAuthorization.html */
  TestAuthorization: { input: TestAuthorizationRequest; output: TestAuthorizationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_TestInvokeAuthorizer.html */
  TestInvokeAuthorizer: { input: TestInvokeAuthorizerRequest; output: TestInvokeAuthorizerResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_TransferCertificate.html */
  TransferCertificate: { input: TransferCertificateRequest; output: TransferCertificateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UntagResource.html */
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateAccountAuditConfiguration.html */
  UpdateAccountAuditConfiguration: { input: UpdateAccountAuditConfigurationRequest; output: UpdateAccountAuditConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateAuditSuppression.html */
  UpdateAuditSuppression: { input: UpdateAuditSuppressionRequest; output: UpdateAuditSuppressionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateAuthorizer.html */
  UpdateAuthorizer: { input: UpdateAuthorizerRequest; output: UpdateAuthorizerResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateBillingGroup.html */
  UpdateBillingGroup: { input: UpdateBillingGroupRequest; output: UpdateBillingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateCACertificate.html */
  UpdateCACertificate: { input: UpdateCACertificateRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateCertificate.html */
  UpdateCertificate: { input: UpdateCertificateRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateCertificateProvider.html */
  UpdateCertificateProvider: { input: UpdateCertificateProviderRequest; output: UpdateCertificateProviderResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateCommand.html */
  UpdateCommand: { input: UpdateCommandRequest; output: UpdateCommandResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateCustomMetric.html */
  UpdateCustomMetric: { input: UpdateCustomMetricRequest; output: UpdateCustomMetricResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateDimension.html */
  UpdateDimension: { input: UpdateDimensionRequest; output: UpdateDimensionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateDomainConfiguration.html */
  UpdateDomainConfiguration: { input: UpdateDomainConfigurationRequest; output: UpdateDomainConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateDynamicThingGroup.html */
  UpdateDynamicThingGroup: { input: UpdateDynamicThingGroupRequest; output: UpdateDynamicThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateEventConfigurations.html */
  UpdateEventConfigurations: { input: UpdateEventConfigurationsRequest; output: UpdateEventConfigurationsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateFleetMetric.html */
  UpdateFleetMetric: { input: UpdateFleetMetricRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateIndexingConfiguration.html */
  UpdateIndexingConfiguration: { input: UpdateIndexingConfigurationRequest; output: UpdateIndexingConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateJob.html */
  UpdateJob: { input: UpdateJobRequest; output: void }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateMitigationAction.html */
  UpdateMitigationAction: { input: UpdateMitigationActionRequest; output: UpdateMitigationActionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdatePackage.html */
  UpdatePackage: { input: UpdatePackageRequest; output: UpdatePackageResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdatePackageConfiguration.html */
  UpdatePackageConfiguration: { input: UpdatePackageConfigurationRequest; output: UpdatePackageConfigurationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdatePackageVersion.html */
  UpdatePackageVersion: { input: UpdatePackageVersionRequest; output: UpdatePackageVersionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateProvisioningTemplate.html */
  UpdateProvisioningTemplate: { input: UpdateProvisioningTemplateRequest; output: UpdateProvisioningTemplateResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateRoleAlias.html */
  UpdateRoleAlias: { input: UpdateRoleAliasRequest; output: UpdateRoleAliasResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateScheduledAudit.html */
  UpdateScheduledAudit: { input: UpdateScheduledAuditRequest; output: UpdateScheduledAuditResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateSecurityProfile.html */
  UpdateSecurityProfile: { input: UpdateSecurityProfileRequest; output: UpdateSecurityProfileResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateStream.html */
  UpdateStream: { input: UpdateStreamRequest; output: UpdateStreamResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateThing.html */
  UpdateThing: { input: UpdateThingRequest; output: UpdateThingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateThingGroup.html */
  UpdateThingGroup: { input: UpdateThingGroupRequest; output: UpdateThingGroupResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateThingGroupsForThing.html */
  UpdateThingGroupsForThing: { input: UpdateThingGroupsForThingRequest; output: UpdateThingGroupsForThingResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_UpdateThingShadow.html */
  UpdateThingShadow: { input: UpdateThingShadowRequest; output: UpdateThingShadowResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateThingType.html */
  UpdateThingType: { input: UpdateThingTypeRequest; output: UpdateThingTypeResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateTopicRuleDestination.html */
  UpdateTopicRuleDestination: { input: UpdateTopicRuleDestinationRequest; output: UpdateTopicRuleDestinationResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_ValidateSecurityProfileBehaviors.html */
  ValidateSecurityProfileBehaviors: { input: ValidateSecurityProfileBehaviorsRequest; output: ValidateSecurityProfileBehaviorsResponse }
}
