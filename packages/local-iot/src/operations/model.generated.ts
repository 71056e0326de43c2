// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of @aws-sdk/client-iot and client-iot-data-plane, and constraints.json. Do not edit.
export type Service = 'iot' | 'iotdata'
export type Route = readonly [name: string, service: Service, method: string, uri: string]

export const routes: readonly Route[] = [
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

export interface Member { readonly type: string; readonly required?: true; readonly in?: string; readonly constraint?: string }
export type Structure = Readonly<Record<string, Member>>

export const structures: Readonly<Record<string, Structure>> = {
  Action: { dynamoDB: { type: 'struct:DynamoDBAction' }, dynamoDBv2: { type: 'struct:DynamoDBv2Action' }, lambda: { type: 'struct:LambdaAction' }, sns: { type: 'struct:SnsAction' }, sqs: { type: 'struct:SqsAction' }, kinesis: { type: 'struct:KinesisAction' }, republish: { type: 'struct:RepublishAction' }, s3: { type: 'struct:S3Action' }, firehose: { type: 'struct:FirehoseAction' }, cloudwatchMetric: { type: 'struct:CloudwatchMetricAction' }, cloudwatchAlarm: { type: 'struct:CloudwatchAlarmAction' }, cloudwatchLogs: { type: 'struct:CloudwatchLogsAction' }, elasticsearch: { type: 'struct:ElasticsearchAction' }, salesforce: { type: 'struct:SalesforceAction' }, iotAnalytics: { type: 'struct:IotAnalyticsAction' }, iotEvents: { type: 'struct:IotEventsAction' }, iotSiteWise: { type: 'struct:IotSiteWiseAction' }, stepFunctions: { type: 'struct:StepFunctionsAction' }, timestream: { type: 'struct:TimestreamAction' }, http: { type: 'struct:HttpAction' }, kafka: { type: 'struct:KafkaAction' }, openSearch: { type: 'struct:OpenSearchAction' }, location: { type: 'struct:LocationAction' }, influxDB: { type: 'struct:InfluxDBAction' } },
  AssetPropertyTimestamp: { timeInSeconds: { type: 'string', required: true }, offsetInNanos: { type: 'string' } },
  AssetPropertyValue: { value: { type: 'struct:AssetPropertyVariant', required: true }, timestamp: { type: 'struct:AssetPropertyTimestamp', required: true }, quality: { type: 'string' } },
  AssetPropertyVariant: { stringValue: { type: 'string', constraint: 'AssetPropertyStringValue' }, integerValue: { type: 'string' }, doubleValue: { type: 'string' }, booleanValue: { type: 'string' } },
  AttachPolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, target: { type: 'string', required: true } },
  AttachThingPrincipalRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, principal: { type: 'string', required: true, in: 'header:x-amzn-principal' }, thingPrincipalType: { type: 'string', in: 'query:thingPrincipalType', constraint: 'ThingPrincipalType' } },
  AttachThingPrincipalResponse: { },
  AttributePayload: { attributes: { type: 'map:string', constraint: 'Attributes' }, merge: { type: 'boolean' } },
  AuthorizerDescription: { authorizerName: { type: 'string' }, authorizerArn: { type: 'string' }, authorizerFunctionArn: { type: 'string' }, tokenKeyName: { type: 'string' }, tokenSigningPublicKeys: { type: 'map:string' }, status: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, signingDisabled: { type: 'boolean' }, enableCachingForHttp: { type: 'boolean' } },
  BatchConfig: { maxBatchOpenMs: { type: 'number', constraint: 'MaxBatchOpenMs' }, maxBatchSize: { type: 'number', constraint: 'MaxBatchSize' }, maxBatchSizeBytes: { type: 'number', constraint: 'MaxBatchSizeBytes' }, batchAcrossTopics: { type: 'boolean' } },
  CertificateDescription: { certificateArn: { type: 'string' }, certificateId: { type: 'string' }, caCertificateId: { type: 'string' }, status: { type: 'string' }, certificatePem: { type: 'string' }, ownedBy: { type: 'string' }, previousOwnedBy: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, customerVersion: { type: 'number' }, transferData: { type: 'struct:TransferData' }, generationId: { type: 'string' }, validity: { type: 'struct:CertificateValidity' }, certificateMode: { type: 'string' } },
  CertificateValidity: { notBefore: { type: 'timestamp' }, notAfter: { type: 'timestamp' } },
  CloudwatchAlarmAction: { roleArn: { type: 'string', required: true }, alarmName: { type: 'string', required: true }, stateReason: { type: 'string', required: true }, stateValue: { type: 'string', required: true } },
  CloudwatchLogsAction: { roleArn: { type: 'string', required: true }, logGroupName: { type: 'string', required: true }, batchMode: { type: 'boolean' } },
  CloudwatchMetricAction: { roleArn: { type: 'string', required: true }, metricNamespace: { type: 'string', required: true }, metricName: { type: 'string', required: true }, metricValue: { type: 'string', required: true }, metricUnit: { type: 'string', required: true }, metricTimestamp: { type: 'string' } },
  CreateAuthorizerRequest: { authorizerName: { type: 'string', required: true, in: 'label', constraint: 'AuthorizerName' }, authorizerFunctionArn: { type: 'string', required: true, constraint: 'AuthorizerFunctionArn' }, tokenKeyName: { type: 'string', constraint: 'TokenKeyName' }, tokenSigningPublicKeys: { type: 'map:string', constraint: 'PublicKeyMap' }, status: { type: 'string', constraint: 'AuthorizerStatus' }, tags: { type: 'list:struct:Tag' }, signingDisabled: { type: 'boolean' }, enableCachingForHttp: { type: 'boolean' } },
  CreateAuthorizerResponse: { authorizerName: { type: 'string' }, authorizerArn: { type: 'string' } },
  CreateKeysAndCertificateRequest: { setAsActive: { type: 'boolean', in: 'query:setAsActive' } },
  CreateKeysAndCertificateResponse: { certificateArn: { type: 'string' }, certificateId: { type: 'string' }, certificatePem: { type: 'string' }, keyPair: { type: 'struct:KeyPair' } },
  CreatePolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, policyDocument: { type: 'string', required: true, constraint: 'PolicyDocument' }, tags: { type: 'list:struct:Tag' } },
  CreatePolicyResponse: { policyName: { type: 'string' }, policyArn: { type: 'string' }, policyDocument: { type: 'string' }, policyVersionId: { type: 'string' } },
  CreateThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, thingTypeName: { type: 'string', constraint: 'ThingTypeName' }, attributePayload: { type: 'struct:AttributePayload' }, billingGroupName: { type: 'string', constraint: 'BillingGroupName' } },
  CreateThingResponse: { thingName: { type: 'string' }, thingArn: { type: 'string' }, thingId: { type: 'string' } },
  CreateTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' }, topicRulePayload: { type: 'struct:TopicRulePayload', required: true, in: 'payload' }, tags: { type: 'string', in: 'header:x-amz-tagging' } },
  DeleteAuthorizerRequest: { authorizerName: { type: 'string', required: true, in: 'label', constraint: 'AuthorizerName' } },
  DeleteAuthorizerResponse: { },
  DeleteCertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' }, forceDelete: { type: 'boolean', in: 'query:forceDelete' } },
  DeletePolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' } },
  DeleteThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, expectedVersion: { type: 'number', in: 'query:expectedVersion' } },
  DeleteThingResponse: { },
  DeleteThingShadowRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, shadowName: { type: 'string', in: 'query:name', constraint: 'ShadowName' } },
  DeleteThingShadowResponse: { payload: { type: 'blob', required: true, in: 'payload' } },
  DeleteTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' } },
  DescribeAuthorizerRequest: { authorizerName: { type: 'string', required: true, in: 'label', constraint: 'AuthorizerName' } },
  DescribeAuthorizerResponse: { authorizerDescription: { type: 'struct:AuthorizerDescription' } },
  DescribeCertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' } },
  DescribeCertificateResponse: { certificateDescription: { type: 'struct:CertificateDescription' } },
  DescribeEndpointRequest: { endpointType: { type: 'string', in: 'query:endpointType', constraint: 'EndpointType' } },
  DescribeEndpointResponse: { endpointAddress: { type: 'string' } },
  DescribeThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' } },
  DescribeThingResponse: { defaultClientId: { type: 'string' }, thingName: { type: 'string' }, thingId: { type: 'string' }, thingArn: { type: 'string' }, thingTypeName: { type: 'string' }, attributes: { type: 'map:string' }, version: { type: 'number' }, billingGroupName: { type: 'string' } },
  DetachPolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' }, target: { type: 'string', required: true } },
  DetachThingPrincipalRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, principal: { type: 'string', required: true, in: 'header:x-amzn-principal' } },
  DetachThingPrincipalResponse: { },
  DisableTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' } },
  DynamoDBAction: { tableName: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, hashKeyField: { type: 'string', required: true }, hashKeyValue: { type: 'string', required: true }, operation: { type: 'string' }, hashKeyType: { type: 'string', constraint: 'DynamoKeyType' }, rangeKeyField: { type: 'string' }, rangeKeyValue: { type: 'string' }, rangeKeyType: { type: 'string', constraint: 'DynamoKeyType' }, payloadField: { type: 'string' } },
  DynamoDBv2Action: { roleArn: { type: 'string', required: true }, putItem: { type: 'struct:PutItemInput', required: true } },
  ElasticsearchAction: { roleArn: { type: 'string', required: true }, endpoint: { type: 'string', required: true, constraint: 'ElasticsearchEndpoint' }, index: { type: 'string', required: true }, type: { type: 'string', required: true }, id: { type: 'string', required: true } },
  EnableTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' } },
  FirehoseAction: { roleArn: { type: 'string', required: true }, deliveryStreamName: { type: 'string', required: true }, separator: { type: 'string', constraint: 'FirehoseSeparator' }, batchMode: { type: 'boolean' } },
  GetPolicyRequest: { policyName: { type: 'string', required: true, in: 'label', constraint: 'PolicyName' } },
  GetPolicyResponse: { policyName: { type: 'string' }, policyArn: { type: 'string' }, policyDocument: { type: 'string' }, defaultVersionId: { type: 'string' }, creationDate: { type: 'timestamp' }, lastModifiedDate: { type: 'timestamp' }, generationId: { type: 'string' } },
  GetRetainedMessageRequest: { topic: { type: 'string', required: true, in: 'label' } },
  GetRetainedMessageResponse: { topic: { type: 'string' }, payload: { type: 'blob' }, qos: { type: 'number' }, lastModifiedTime: { type: 'number' }, userProperties: { type: 'blob' } },
  GetThingShadowRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, shadowName: { type: 'string', in: 'query:name', constraint: 'ShadowName' } },
  GetThingShadowResponse: { payload: { type: 'blob', in: 'payload' } },
  GetTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' } },
  GetTopicRuleResponse: { ruleArn: { type: 'string' }, rule: { type: 'struct:TopicRule' } },
  HttpAction: { url: { type: 'string', required: true, constraint: 'Url' }, confirmationUrl: { type: 'string', constraint: 'Url' }, headers: { type: 'list:struct:HttpActionHeader', constraint: 'HeaderList' }, auth: { type: 'struct:HttpAuthorization' }, enableBatching: { type: 'boolean' }, batchConfig: { type: 'struct:BatchConfig' } },
  HttpActionHeader: { key: { type: 'string', required: true, constraint: 'HeaderKey' }, value: { type: 'string', required: true } },
  HttpAuthorization: { sigv4: { type: 'struct:SigV4Authorization' } },
  InfluxDBAction: { destinationArn: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, databaseName: { type: 'string', required: true, constraint: 'InfluxDBDatabaseName' }, tableName: { type: 'string', required: true, constraint: 'InfluxDBTableName' }, organization: { type: 'string', constraint: 'InfluxDBOrganization' }, tags: { type: 'map:string', constraint: 'InfluxDBTagMap' }, timestampUnit: { type: 'string', constraint: 'InfluxDBTimestampUnit' }, batchConfig: { type: 'struct:InfluxDBBatchConfig' } },
  InfluxDBBatchConfig: { maxBatchSize: { type: 'number', constraint: 'InfluxDBMaxBatchSize' }, maxBatchOpenMs: { type: 'number', constraint: 'InfluxDBMaxBatchOpenMs' }, maxBatchSizeBytes: { type: 'number', constraint: 'InfluxDBMaxBatchSizeBytes' }, batchAcrossTopics: { type: 'boolean' } },
  IotAnalyticsAction: { channelArn: { type: 'string' }, channelName: { type: 'string' }, batchMode: { type: 'boolean' }, roleArn: { type: 'string' } },
  IotEventsAction: { inputName: { type: 'string', required: true, constraint: 'InputName' }, roleArn: { type: 'string', required: true }, messageId: { type: 'string', constraint: 'MessageId' }, batchMode: { type: 'boolean' } },
  IotSiteWiseAction: { putAssetPropertyValueEntries: { type: 'list:struct:PutAssetPropertyValueEntry', required: true, constraint: 'PutAssetPropertyValueEntryList' }, roleArn: { type: 'string', required: true } },
  KafkaAction: { destinationArn: { type: 'string', required: true }, topic: { type: 'string', required: true }, clientProperties: { type: 'map:string', required: true }, key: { type: 'string' }, partition: { type: 'string' }, headers: { type: 'list:struct:KafkaActionHeader', constraint: 'KafkaHeaders' } },
  KafkaActionHeader: { key: { type: 'string', required: true, constraint: 'KafkaHeaderKey' }, value: { type: 'string', required: true, constraint: 'KafkaHeaderValue' } },
  KeyPair: { PublicKey: { type: 'string' }, PrivateKey: { type: 'string' } },
  KinesisAction: { roleArn: { type: 'string', required: true }, streamName: { type: 'string', required: true }, partitionKey: { type: 'string' } },
  LambdaAction: { functionArn: { type: 'string', required: true } },
  ListRetainedMessagesRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'IoTDataPlaneMaxResults' } },
  ListRetainedMessagesResponse: { retainedTopics: { type: 'list:struct:RetainedMessageSummary' }, nextToken: { type: 'string' } },
  ListThingPrincipalsRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' } },
  ListThingPrincipalsResponse: { principals: { type: 'list:string' }, nextToken: { type: 'string' } },
  ListThingsRequest: { nextToken: { type: 'string', in: 'query:nextToken' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'RegistryMaxResults' }, attributeName: { type: 'string', in: 'query:attributeName', constraint: 'AttributeName' }, attributeValue: { type: 'string', in: 'query:attributeValue', constraint: 'AttributeValue' }, thingTypeName: { type: 'string', in: 'query:thingTypeName', constraint: 'ThingTypeName' }, usePrefixAttributeValue: { type: 'boolean', in: 'query:usePrefixAttributeValue' } },
  ListThingsResponse: { things: { type: 'list:struct:ThingAttribute' }, nextToken: { type: 'string' } },
  ListTopicRulesRequest: { topic: { type: 'string', in: 'query:topic' }, maxResults: { type: 'number', in: 'query:maxResults', constraint: 'TopicRuleMaxResults' }, nextToken: { type: 'string', in: 'query:nextToken' }, ruleDisabled: { type: 'boolean', in: 'query:ruleDisabled' } },
  ListTopicRulesResponse: { rules: { type: 'list:struct:TopicRuleListItem' }, nextToken: { type: 'string' } },
  LocationAction: { roleArn: { type: 'string', required: true }, trackerName: { type: 'string', required: true }, deviceId: { type: 'string', required: true }, latitude: { type: 'string', required: true }, longitude: { type: 'string', required: true }, timestamp: { type: 'struct:LocationTimestamp' } },
  LocationTimestamp: { value: { type: 'string', required: true }, unit: { type: 'string' } },
  MqttHeaders: { payloadFormatIndicator: { type: 'string', constraint: 'PayloadFormatIndicator' }, contentType: { type: 'string', constraint: 'ContentType' }, responseTopic: { type: 'string', constraint: 'ResponseTopic' }, correlationData: { type: 'string', constraint: 'CorrelationData' }, messageExpiry: { type: 'string', constraint: 'MessageExpiry' }, userProperties: { type: 'list:struct:UserProperty', constraint: 'UserProperties' } },
  OpenSearchAction: { roleArn: { type: 'string', required: true }, endpoint: { type: 'string', required: true, constraint: 'ElasticsearchEndpoint' }, index: { type: 'string', required: true }, type: { type: 'string', required: true }, id: { type: 'string', required: true } },
  PublishRequest: { topic: { type: 'string', required: true, in: 'label' }, qos: { type: 'number', in: 'query:qos', constraint: 'Qos' }, retain: { type: 'boolean', in: 'query:retain' }, payload: { type: 'blob', in: 'payload' }, userProperties: { type: 'string', in: 'header:x-amz-mqtt5-user-properties' }, payloadFormatIndicator: { type: 'string', in: 'header:x-amz-mqtt5-payload-format-indicator', constraint: 'IoTDataPlanePayloadFormatIndicator' }, contentType: { type: 'string', in: 'query:contentType' }, responseTopic: { type: 'string', in: 'query:responseTopic' }, correlationData: { type: 'string', in: 'header:x-amz-mqtt5-correlation-data' }, messageExpiry: { type: 'number', in: 'query:messageExpiry' } },
  PutAssetPropertyValueEntry: { propertyValues: { type: 'list:struct:AssetPropertyValue', required: true, constraint: 'AssetPropertyValueList' }, entryId: { type: 'string' }, assetId: { type: 'string' }, propertyId: { type: 'string' }, propertyAlias: { type: 'string', constraint: 'AssetPropertyAlias' } },
  PutItemInput: { tableName: { type: 'string', required: true } },
  ReplaceTopicRuleRequest: { ruleName: { type: 'string', required: true, in: 'label', constraint: 'RuleName' }, topicRulePayload: { type: 'struct:TopicRulePayload', required: true, in: 'payload' } },
  RepublishAction: { roleArn: { type: 'string', required: true }, topic: { type: 'string', required: true }, qos: { type: 'number', constraint: 'Qos' }, headers: { type: 'struct:MqttHeaders' } },
  RetainedMessageSummary: { topic: { type: 'string' }, payloadSize: { type: 'number' }, qos: { type: 'number' }, lastModifiedTime: { type: 'number' } },
  S3Action: { roleArn: { type: 'string', required: true }, bucketName: { type: 'string', required: true }, key: { type: 'string', required: true }, cannedAcl: { type: 'string', constraint: 'CannedAccessControlList' } },
  SalesforceAction: { token: { type: 'string', required: true, constraint: 'SalesforceToken' }, url: { type: 'string', required: true, constraint: 'SalesforceEndpoint' } },
  SigV4Authorization: { signingRegion: { type: 'string', required: true }, serviceName: { type: 'string', required: true }, roleArn: { type: 'string', required: true } },
  SnsAction: { targetArn: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, messageFormat: { type: 'string', constraint: 'MessageFormat' } },
  SqsAction: { roleArn: { type: 'string', required: true }, queueUrl: { type: 'string', required: true }, useBase64: { type: 'boolean' } },
  StepFunctionsAction: { stateMachineName: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, executionNamePrefix: { type: 'string' } },
  Tag: { Key: { type: 'string', required: true, constraint: 'TagKey' }, Value: { type: 'string', constraint: 'TagValue' } },
  ThingAttribute: { thingName: { type: 'string' }, thingTypeName: { type: 'string' }, thingArn: { type: 'string' }, attributes: { type: 'map:string' }, version: { type: 'number' } },
  TimestreamAction: { roleArn: { type: 'string', required: true }, databaseName: { type: 'string', required: true }, tableName: { type: 'string', required: true }, dimensions: { type: 'list:struct:TimestreamDimension', required: true, constraint: 'TimestreamDimensionList' }, timestamp: { type: 'struct:TimestreamTimestamp' } },
  TimestreamDimension: { name: { type: 'string', required: true }, value: { type: 'string', required: true } },
  TimestreamTimestamp: { value: { type: 'string', required: true }, unit: { type: 'string', required: true } },
  TopicRule: { ruleName: { type: 'string' }, sql: { type: 'string' }, description: { type: 'string' }, createdAt: { type: 'timestamp' }, actions: { type: 'list:struct:Action' }, ruleDisabled: { type: 'boolean' }, awsIotSqlVersion: { type: 'string' }, errorAction: { type: 'struct:Action' } },
  TopicRuleListItem: { ruleArn: { type: 'string' }, ruleName: { type: 'string' }, topicPattern: { type: 'string' }, createdAt: { type: 'timestamp' }, ruleDisabled: { type: 'boolean' } },
  TopicRulePayload: { sql: { type: 'string', required: true }, actions: { type: 'list:struct:Action', required: true, constraint: 'ActionList' }, description: { type: 'string' }, ruleDisabled: { type: 'boolean' }, awsIotSqlVersion: { type: 'string' }, errorAction: { type: 'struct:Action' } },
  TransferData: { transferMessage: { type: 'string' }, rejectReason: { type: 'string' }, transferDate: { type: 'timestamp' }, acceptDate: { type: 'timestamp' }, rejectDate: { type: 'timestamp' } },
  UpdateAuthorizerRequest: { authorizerName: { type: 'string', required: true, in: 'label', constraint: 'AuthorizerName' }, authorizerFunctionArn: { type: 'string', constraint: 'AuthorizerFunctionArn' }, tokenKeyName: { type: 'string', constraint: 'TokenKeyName' }, tokenSigningPublicKeys: { type: 'map:string', constraint: 'PublicKeyMap' }, status: { type: 'string', constraint: 'AuthorizerStatus' }, enableCachingForHttp: { type: 'boolean' } },
  UpdateAuthorizerResponse: { authorizerName: { type: 'string' }, authorizerArn: { type: 'string' } },
  UpdateCertificateRequest: { certificateId: { type: 'string', required: true, in: 'label', constraint: 'CertificateId' }, newStatus: { type: 'string', required: true, in: 'query:newStatus', constraint: 'CertificateStatus' } },
  UpdateThingRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, thingTypeName: { type: 'string', constraint: 'ThingTypeName' }, attributePayload: { type: 'struct:AttributePayload' }, expectedVersion: { type: 'number' }, removeThingType: { type: 'boolean' } },
  UpdateThingResponse: { },
  UpdateThingShadowRequest: { thingName: { type: 'string', required: true, in: 'label', constraint: 'ThingName' }, payload: { type: 'blob', required: true, in: 'payload' }, shadowName: { type: 'string', in: 'query:name', constraint: 'ShadowName' } },
  UpdateThingShadowResponse: { payload: { type: 'blob', in: 'payload' } },
  UserProperty: { key: { type: 'string', required: true, constraint: 'UserPropertyKey' }, value: { type: 'string', required: true, constraint: 'UserPropertyValue' } },
}

export interface Constraint {
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly oneOf?: readonly string[]
  readonly of?: string
  readonly key?: string
}

export const constraints: Readonly<Record<string, Constraint>> = {
  ActionList: {"min":0,"max":10},
  AssetPropertyAlias: {"min":1},
  AssetPropertyStringValue: {"min":1,"max":1024},
  AssetPropertyValueList: {"min":1},
  AttributeName: {"max":128,"pattern":"[a-zA-Z0-9_.,@/:#-]+"},
  AttributeValue: {"max":800,"pattern":"[a-zA-Z0-9_.,@/:#=\\[\\]-]*"},
  Attributes: {"of":"AttributeValue","key":"AttributeName"},
  AuthorizerFunctionArn: {"max":2048,"pattern":"[\\s\\S]*"},
  AuthorizerName: {"min":1,"max":128,"pattern":"[\\w=,@-]+"},
  AuthorizerStatus: {"oneOf":["ACTIVE","INACTIVE"]},
  BillingGroupName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
  CannedAccessControlList: {"oneOf":["private","public-read","public-read-write","aws-exec-read","authenticated-read","bucket-owner-read","bucket-owner-full-control","log-delivery-write"]},
  CertificateId: {"min":64,"max":64,"pattern":"(0x)?[a-fA-F0-9]+"},
  CertificateStatus: {"oneOf":["ACTIVE","INACTIVE","REVOKED","PENDING_TRANSFER","REGISTER_INACTIVE","PENDING_ACTIVATION"]},
  ContentType: {"min":0,"max":1024},
  CorrelationData: {"min":0,"max":1024},
  DynamoKeyType: {"oneOf":["STRING","NUMBER"]},
  ElasticsearchEndpoint: {"pattern":"https?://.*"},
  EndpointType: {"max":128,"pattern":"[\\s\\S]*"},
  FirehoseSeparator: {"pattern":"([\\n\\t])|(\\r\\n)|(,)"},
  HeaderKey: {"min":1,"max":256},
  HeaderList: {"min":0,"max":100},
  InfluxDBDatabaseName: {"min":2,"max":64,"pattern":"^[^_\\\"][^\\\"]+$"},
  InfluxDBMaxBatchOpenMs: {"min":5,"max":1000},
  InfluxDBMaxBatchSize: {"min":1,"max":500},
  InfluxDBMaxBatchSizeBytes: {"min":100,"max":131072},
  InfluxDBOrganization: {"min":1,"max":64},
  InfluxDBTableName: {"min":1,"max":1024,"pattern":"^[^_].*$"},
  InfluxDBTagMap: {"min":0,"max":498,"of":"InfluxDBTagValue","key":"InfluxDBTagName"},
  InfluxDBTagName: {"min":1,"max":256,"pattern":"^[^_].*$"},
  InfluxDBTagValue: {"min":1,"max":1024},
  InfluxDBTimestampUnit: {"oneOf":["s","ms","us","ns"]},
  InputName: {"min":1,"max":128},
  IoTDataPlaneMaxResults: {"min":1,"max":200},
  IoTDataPlanePayloadFormatIndicator: {"oneOf":["UNSPECIFIED_BYTES","UTF8_DATA"]},
  KafkaHeaderKey: {"min":0,"max":16384},
  KafkaHeaderValue: {"min":0,"max":16384},
  KafkaHeaders: {"min":1,"max":100},
  KeyName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
  KeyValue: {"max":5120,"pattern":"[\\s\\S]*"},
  MaxBatchOpenMs: {"min":5,"max":200},
  MaxBatchSize: {"min":2,"max":10},
  MaxBatchSizeBytes: {"min":100,"max":131072},
  MessageExpiry: {"min":0,"max":1024},
  MessageFormat: {"oneOf":["RAW","JSON"]},
  MessageId: {"max":128},
  PayloadFormatIndicator: {"min":0,"max":1024},
  PolicyDocument: {"min":0,"max":404600,"pattern":"[\\s\\S]*"},
  PolicyName: {"min":1,"max":128,"pattern":"[\\w+=,.@-]+"},
  PublicKeyMap: {"of":"KeyValue","key":"KeyName"},
  PutAssetPropertyValueEntryList: {"min":1},
  Qos: {"min":0,"max":1},
  RegistryMaxResults: {"min":1,"max":250},
  ResponseTopic: {"min":0,"max":1024},
  RuleName: {"min":1,"max":128,"pattern":"^[a-zA-Z0-9_]+$"},
  SalesforceEndpoint: {"max":2000,"pattern":"https://ingestion-[a-zA-Z0-9]{1,12}\\.[a-zA-Z0-9]+\\.((sfdc-matrix\\.net)|(sfdcnow\\.com))/streams/\\w{1,20}/\\w{1,20}/event"},
  SalesforceToken: {"min":40},
  ShadowName: {"min":1,"max":64,"pattern":"[$a-zA-Z0-9:_-]+"},
  TagKey: {"min":1,"max":128,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"},
  TagValue: {"min":0,"max":256},
  ThingName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
  ThingPrincipalType: {"oneOf":["EXCLUSIVE_THING","NON_EXCLUSIVE_THING"]},
  ThingTypeName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
  TimestreamDimensionList: {"min":1,"max":128},
  TokenKeyName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_-]+"},
  TopicRuleMaxResults: {"min":1,"max":10000},
  Url: {"max":2000},
  UserProperties: {"min":1,"max":100},
  UserPropertyKey: {"min":0,"max":1024},
  UserPropertyValue: {"min":0,"max":1024},
}

export const shapesOf: Readonly<Record<string, { readonly input: string | undefined; readonly output: string | undefined }>> = {
  AttachPolicy: { input: 'AttachPolicyRequest', output: undefined },
  AttachThingPrincipal: { input: 'AttachThingPrincipalRequest', output: 'AttachThingPrincipalResponse' },
  CreateAuthorizer: { input: 'CreateAuthorizerRequest', output: 'CreateAuthorizerResponse' },
  CreateKeysAndCertificate: { input: 'CreateKeysAndCertificateRequest', output: 'CreateKeysAndCertificateResponse' },
  CreatePolicy: { input: 'CreatePolicyRequest', output: 'CreatePolicyResponse' },
  CreateThing: { input: 'CreateThingRequest', output: 'CreateThingResponse' },
  CreateTopicRule: { input: 'CreateTopicRuleRequest', output: undefined },
  DeleteAuthorizer: { input: 'DeleteAuthorizerRequest', output: 'DeleteAuthorizerResponse' },
  DeleteCertificate: { input: 'DeleteCertificateRequest', output: undefined },
  DeletePolicy: { input: 'DeletePolicyRequest', output: undefined },
  DeleteThing: { input: 'DeleteThingRequest', output: 'DeleteThingResponse' },
  DeleteThingShadow: { input: 'DeleteThingShadowRequest', output: 'DeleteThingShadowResponse' },
  DeleteTopicRule: { input: 'DeleteTopicRuleRequest', output: undefined },
  DescribeAuthorizer: { input: 'DescribeAuthorizerRequest', output: 'DescribeAuthorizerResponse' },
  DescribeCertificate: { input: 'DescribeCertificateRequest', output: 'DescribeCertificateResponse' },
  DescribeEndpoint: { input: 'DescribeEndpointRequest', output: 'DescribeEndpointResponse' },
  DescribeThing: { input: 'DescribeThingRequest', output: 'DescribeThingResponse' },
  DetachPolicy: { input: 'DetachPolicyRequest', output: undefined },
  DetachThingPrincipal: { input: 'DetachThingPrincipalRequest', output: 'DetachThingPrincipalResponse' },
  DisableTopicRule: { input: 'DisableTopicRuleRequest', output: undefined },
  EnableTopicRule: { input: 'EnableTopicRuleRequest', output: undefined },
  GetPolicy: { input: 'GetPolicyRequest', output: 'GetPolicyResponse' },
  GetRetainedMessage: { input: 'GetRetainedMessageRequest', output: 'GetRetainedMessageResponse' },
  GetThingShadow: { input: 'GetThingShadowRequest', output: 'GetThingShadowResponse' },
  GetTopicRule: { input: 'GetTopicRuleRequest', output: 'GetTopicRuleResponse' },
  ListRetainedMessages: { input: 'ListRetainedMessagesRequest', output: 'ListRetainedMessagesResponse' },
  ListThingPrincipals: { input: 'ListThingPrincipalsRequest', output: 'ListThingPrincipalsResponse' },
  ListThings: { input: 'ListThingsRequest', output: 'ListThingsResponse' },
  ListTopicRules: { input: 'ListTopicRulesRequest', output: 'ListTopicRulesResponse' },
  Publish: { input: 'PublishRequest', output: undefined },
  ReplaceTopicRule: { input: 'ReplaceTopicRuleRequest', output: undefined },
  UpdateAuthorizer: { input: 'UpdateAuthorizerRequest', output: 'UpdateAuthorizerResponse' },
  UpdateCertificate: { input: 'UpdateCertificateRequest', output: undefined },
  UpdateThing: { input: 'UpdateThingRequest', output: 'UpdateThingResponse' },
  UpdateThingShadow: { input: 'UpdateThingShadowRequest', output: 'UpdateThingShadowResponse' },
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

export interface AttachPolicyRequest {
  readonly policyName: string
  readonly target: string
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

export interface BatchConfig {
  readonly maxBatchOpenMs?: number | undefined
  readonly maxBatchSize?: number | undefined
  readonly maxBatchSizeBytes?: number | undefined
  readonly batchAcrossTopics?: boolean | undefined
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

export interface CertificateValidity {
  readonly notBefore?: Date | undefined
  readonly notAfter?: Date | undefined
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

export interface CreateKeysAndCertificateRequest {
  readonly setAsActive?: boolean | undefined
}

export interface CreateKeysAndCertificateResponse {
  readonly certificateArn?: string | undefined
  readonly certificateId?: string | undefined
  readonly certificatePem?: string | undefined
  readonly keyPair?: KeyPair | undefined
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

export interface CreateTopicRuleRequest {
  readonly ruleName: string
  readonly topicRulePayload: TopicRulePayload
  readonly tags?: string | undefined
}

export interface DeleteAuthorizerRequest {
  readonly authorizerName: string
}

export interface DeleteAuthorizerResponse {
}

export interface DeleteCertificateRequest {
  readonly certificateId: string
  readonly forceDelete?: boolean | undefined
}

export interface DeletePolicyRequest {
  readonly policyName: string
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

export interface DeleteTopicRuleRequest {
  readonly ruleName: string
}

export interface DescribeAuthorizerRequest {
  readonly authorizerName: string
}

export interface DescribeAuthorizerResponse {
  readonly authorizerDescription?: AuthorizerDescription | undefined
}

export interface DescribeCertificateRequest {
  readonly certificateId: string
}

export interface DescribeCertificateResponse {
  readonly certificateDescription?: CertificateDescription | undefined
}

export interface DescribeEndpointRequest {
  readonly endpointType?: string | undefined
}

export interface DescribeEndpointResponse {
  readonly endpointAddress?: string | undefined
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

export interface DetachPolicyRequest {
  readonly policyName: string
  readonly target: string
}

export interface DetachThingPrincipalRequest {
  readonly thingName: string
  readonly principal: string
}

export interface DetachThingPrincipalResponse {
}

export interface DisableTopicRuleRequest {
  readonly ruleName: string
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

export interface ElasticsearchAction {
  readonly roleArn: string
  readonly endpoint: string
  readonly index: string
  readonly type: string
  readonly id: string
}

export interface EnableTopicRuleRequest {
  readonly ruleName: string
}

export interface FirehoseAction {
  readonly roleArn: string
  readonly deliveryStreamName: string
  readonly separator?: string | undefined
  readonly batchMode?: boolean | undefined
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

export interface GetThingShadowRequest {
  readonly thingName: string
  readonly shadowName?: string | undefined
}

export interface GetThingShadowResponse {
  readonly payload?: Uint8Array | undefined
}

export interface GetTopicRuleRequest {
  readonly ruleName: string
}

export interface GetTopicRuleResponse {
  readonly ruleArn?: string | undefined
  readonly rule?: TopicRule | undefined
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

export interface ListRetainedMessagesRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface ListRetainedMessagesResponse {
  readonly retainedTopics?: readonly (RetainedMessageSummary)[] | undefined
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

export interface MqttHeaders {
  readonly payloadFormatIndicator?: string | undefined
  readonly contentType?: string | undefined
  readonly responseTopic?: string | undefined
  readonly correlationData?: string | undefined
  readonly messageExpiry?: string | undefined
  readonly userProperties?: readonly (UserProperty)[] | undefined
}

export interface OpenSearchAction {
  readonly roleArn: string
  readonly endpoint: string
  readonly index: string
  readonly type: string
  readonly id: string
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

export interface RetainedMessageSummary {
  readonly topic?: string | undefined
  readonly payloadSize?: number | undefined
  readonly qos?: number | undefined
  readonly lastModifiedTime?: number | undefined
}

export interface S3Action {
  readonly roleArn: string
  readonly bucketName: string
  readonly key: string
  readonly cannedAcl?: string | undefined
}

export interface SalesforceAction {
  readonly token: string
  readonly url: string
}

export interface SigV4Authorization {
  readonly signingRegion: string
  readonly serviceName: string
  readonly roleArn: string
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

export interface StepFunctionsAction {
  readonly stateMachineName: string
  readonly roleArn: string
  readonly executionNamePrefix?: string | undefined
}

export interface Tag {
  readonly Key: string
  readonly Value?: string | undefined
}

export interface ThingAttribute {
  readonly thingName?: string | undefined
  readonly thingTypeName?: string | undefined
  readonly thingArn?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly version?: number | undefined
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

export interface TransferData {
  readonly transferMessage?: string | undefined
  readonly rejectReason?: string | undefined
  readonly transferDate?: Date | undefined
  readonly acceptDate?: Date | undefined
  readonly rejectDate?: Date | undefined
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

export interface UpdateCertificateRequest {
  readonly certificateId: string
  readonly newStatus: string
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

export interface UserProperty {
  readonly key: string
  readonly value: string
}

export interface OperationTypes {
  AttachPolicy: { input: AttachPolicyRequest; output: void }
  AttachThingPrincipal: { input: AttachThingPrincipalRequest; output: AttachThingPrincipalResponse }
  CreateAuthorizer: { input: CreateAuthorizerRequest; output: CreateAuthorizerResponse }
  CreateKeysAndCertificate: { input: CreateKeysAndCertificateRequest; output: CreateKeysAndCertificateResponse }
  CreatePolicy: { input: CreatePolicyRequest; output: CreatePolicyResponse }
  CreateThing: { input: CreateThingRequest; output: CreateThingResponse }
  CreateTopicRule: { input: CreateTopicRuleRequest; output: void }
  DeleteAuthorizer: { input: DeleteAuthorizerRequest; output: DeleteAuthorizerResponse }
  DeleteCertificate: { input: DeleteCertificateRequest; output: void }
  DeletePolicy: { input: DeletePolicyRequest; output: void }
  DeleteThing: { input: DeleteThingRequest; output: DeleteThingResponse }
  DeleteThingShadow: { input: DeleteThingShadowRequest; output: DeleteThingShadowResponse }
  DeleteTopicRule: { input: DeleteTopicRuleRequest; output: void }
  DescribeAuthorizer: { input: DescribeAuthorizerRequest; output: DescribeAuthorizerResponse }
  DescribeCertificate: { input: DescribeCertificateRequest; output: DescribeCertificateResponse }
  DescribeEndpoint: { input: DescribeEndpointRequest; output: DescribeEndpointResponse }
  DescribeThing: { input: DescribeThingRequest; output: DescribeThingResponse }
  DetachPolicy: { input: DetachPolicyRequest; output: void }
  DetachThingPrincipal: { input: DetachThingPrincipalRequest; output: DetachThingPrincipalResponse }
  DisableTopicRule: { input: DisableTopicRuleRequest; output: void }
  EnableTopicRule: { input: EnableTopicRuleRequest; output: void }
  GetPolicy: { input: GetPolicyRequest; output: GetPolicyResponse }
  GetRetainedMessage: { input: GetRetainedMessageRequest; output: GetRetainedMessageResponse }
  GetThingShadow: { input: GetThingShadowRequest; output: GetThingShadowResponse }
  GetTopicRule: { input: GetTopicRuleRequest; output: GetTopicRuleResponse }
  ListRetainedMessages: { input: ListRetainedMessagesRequest; output: ListRetainedMessagesResponse }
  ListThingPrincipals: { input: ListThingPrincipalsRequest; output: ListThingPrincipalsResponse }
  ListThings: { input: ListThingsRequest; output: ListThingsResponse }
  ListTopicRules: { input: ListTopicRulesRequest; output: ListTopicRulesResponse }
  Publish: { input: PublishRequest; output: void }
  ReplaceTopicRule: { input: ReplaceTopicRuleRequest; output: void }
  UpdateAuthorizer: { input: UpdateAuthorizerRequest; output: UpdateAuthorizerResponse }
  UpdateCertificate: { input: UpdateCertificateRequest; output: void }
  UpdateThing: { input: UpdateThingRequest; output: UpdateThingResponse }
  UpdateThingShadow: { input: UpdateThingShadowRequest; output: UpdateThingShadowResponse }
}
