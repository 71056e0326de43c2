export {
  AccountAuditConfiguration, type AccountAuditConfigurationProps, type CheckConfiguration, type IAccountAuditConfiguration,
} from './account/account-audit-configuration.ts'
export { AuditCheck } from './account/audit-check.ts'
export { DataEndpoint } from './account/data-endpoint.ts'
export { IotLogging, LogLevel, type IIotLogging, type IotLoggingProps, type LogEvent, type LogTarget } from './account/iot-logging.ts'
export {
  DayOfMonth, DayOfWeek, Frequency, ScheduledAudit, type IScheduledAudit, type ScheduledAuditAttributes, type ScheduledAuditProps,
} from './account/scheduled-audit.ts'
export { fromAlpha, type AlphaAction, type AlphaTopicRule } from './alpha/from-alpha.ts'
export type { AlarmProps } from './cloud/alarms.ts'
export type { HandlerBundling } from './cloud/bundled-code.ts'
export { ColdDatabase, type ColdDatabaseProps, type ColdPlace } from './cloud/cold-database.ts'
export { ColdStore, type ColdStoreProps } from './cloud/cold-store.ts'
export { CommandApi, type ApiRoute, type CommandApiProps, type JwtIssuer, type TokensCheckedBy } from './cloud/command-api.ts'
export { HandlerFunction, type HandlerFunctionProps, type HandlerLogLevel } from './cloud/handler-function.ts'
export {
  batchWritesStore, knows, onThings, publishes, readsCertificates, readsObjects, readsSecret, readsStore, removesCertificates,
  retiresCertificates, sendsTo, startsMitigation, writesCold, writesObjects, writesStore,
  type HandlerGrant, type ThingOperation,
} from './cloud/handler-grant.ts'
export { HotStore, type HotStoreProps, type KeyAttribute, type StoreKey } from './cloud/hot-store.ts'
export { IngestChanges, type IngestChangesProps } from './cloud/ingest-changes.ts'
export { IngestFunction, type IngestFunctionProps } from './cloud/ingest-function.ts'
export { IngestQueue, type IngestQueueProps } from './cloud/ingest-queue.ts'
export { IngestStream, type IngestStreamProps } from './cloud/ingest-stream.ts'
export { LiveAuthorizer, type LiveAuthorizerProps } from './cloud/live-authorizer.ts'
export { logsBucket, privateBucket, type BucketOfYours } from './cloud/private-bucket.ts'
export { RuleLookups, type Lookup, type RuleLookupsProps } from './cloud/rule-lookups.ts'
export { WebDashboard, type DashboardApi, type WebDashboardProps } from './cloud/web-dashboard.ts'
export {
  Behavior, type BehaviorBound, type BehaviorMembers, type BehaviorOptions, type BehaviorTopics, type BehaviorWindow,
} from './defense/behavior.ts'
export { CustomMetric, type CustomMetricProps, type CustomMetricType, type ICustomMetric } from './defense/custom-metric.ts'
export { DefenseTopics } from './defense/defense-topics.ts'
export { FleetDefense, type FleetDefenseProps } from './defense/fleet-defense.ts'
export { Mitigation, MitigationAction, type IMitigationAction, type MitigationActionProps } from './defense/mitigation-action.ts'
export { Quarantine } from './defense/quarantine.ts'
export { SecurityProfile, type ISecurityProfile, type ProfileTarget, type SecurityProfileProps } from './defense/security-profile.ts'
export { ThingGroupPolicy, type ThingGroupPolicyProps } from './defense/thing-group-policy.ts'
export { BillingGroup, type BillingGroupProps, type IBillingGroup } from './device/billing-group.ts'
export { DeviceAuthorizer, type DeviceAuthorizerProps, type IDeviceAuthorizer, type TokenSigning } from './device/device-authorizer.ts'
export {
  DomainConfiguration, type ApplicationProtocol, type AuthenticationType, type DomainConfigurationProps, type IDomainConfiguration,
} from './device/domain-configuration.ts'
export { LifecycleEvents, type LifecycleEvent, type LifecycleEventsProps, type LifecycleMessage } from './device/lifecycle-events.ts'
export { ProvisioningTemplate, type IProvisioningTemplate, type ProvisioningTemplateProps } from './device/provisioning-template.ts'
export { RoleAlias, type IRoleAlias, type RoleAliasProps } from './device/role-alias.ts'
export {
  ThingCertificate, type AttachThingOptions, type CertificateSource, type IThingCertificate, type ThingCertificateProps,
} from './device/thing-certificate.ts'
export { ThingGroup, type IThingGroup, type ThingGroupProps } from './device/thing-group.ts'
export {
  THING_NAME, thingAttribute, ThingPolicy, type IThingPolicy, type ThingPolicyProps, type ThingPolicyStatement,
} from './device/thing-policy.ts'
export { ThingType, type IThingType, type PropagatingAttribute, type ThingTypeProps } from './device/thing-type.ts'
export { Thing, type IThing, type ThingProps } from './device/thing.ts'
export { CommandPayload, type CommandParameter, type CommandTemplateOptions } from './fleet/command-payload.ts'
export { Command, type CommandProps, type ICommand } from './fleet/command.ts'
export { EventConfigurations, IotEvent, type EventConfigurationsProps } from './fleet/event-configurations.ts'
export { DynamicThingGroup, type DynamicThingGroupProps } from './fleet/dynamic-thing-group.ts'
export { Fleet, type FleetProps } from './fleet/fleet.ts'
export { FleetIndex, type FleetIndexProps, type IndexedFieldType, type IndexedLocation } from './fleet/fleet-index.ts'
export { FleetAggregation, FleetMetric, type FleetMetricProps, type FleetStatistic } from './fleet/fleet-metric.ts'
export { JobDocument } from './fleet/job-document.ts'
export {
  JobFailure, type ConstantRollout, type ExponentialRollout, type JobAbort, type JobRetry, type JobRollout,
} from './fleet/job-settings.ts'
export { JobTemplate, type IJobTemplate, type JobTemplateProps, type PresignedUrls } from './fleet/job-template.ts'
export {
  SoftwarePackage, type ISoftwarePackage, type ISoftwarePackageVersion, type SoftwarePackageProps, type SoftwarePackageVersionOptions,
} from './fleet/software-package.ts'
export { lintPoliciesOf, lintPolicy } from './policy/lint-policy.ts'
export type { PolicyFinding } from './policy/policy-finding.ts'
export {
  confirmDestination, DestinationConfirmationError, type ConfirmDestinationOptions, type DestinationRequest,
} from './rules/actions/confirm-destination.ts'
export type { FieldSource } from './rules/actions/salesforce/settings.ts'
export {
  toAlarmState, toLogs, toMetric, type ToAlarmStateProps, type ToLogsProps, type ToMetricProps,
} from './rules/actions/to-cloudwatch.ts'
export { toDynamoDb, toDynamoDbV2, type DynamoDbKey, type TargetTable, type ToDynamoDbProps } from './rules/actions/to-dynamo-db.ts'
export { toFirehose, type ToFirehoseProps } from './rules/actions/to-firehose.ts'
export { HttpDestination, toHttp, type HttpDestinationProps, type ToHttpProps } from './rules/actions/to-http.ts'
export {
  InfluxDbDestination, toInfluxDb, type InfluxDbDestinationProps, type ToInfluxDbProps, type TokenSecret,
} from './rules/actions/to-influx-db.ts'
export { toKafka, VpcDestination, type TargetVpc, type ToKafkaProps, type VpcDestinationProps } from './rules/actions/to-kafka.ts'
export { toKinesis, type ToKinesisProps } from './rules/actions/to-kinesis.ts'
export { toLambda, type TargetFunction } from './rules/actions/to-lambda.ts'
export { toLocation, type ToLocationProps } from './rules/actions/to-location.ts'
export { toOpenSearch, type ToOpenSearchProps } from './rules/actions/to-open-search.ts'
export { toQueue, type ToQueueProps } from './rules/actions/to-queue.ts'
export { toS3, type TargetBucket, type ToS3Props } from './rules/actions/to-s3.ts'
export { toSalesforce, type ToSalesforceProps } from './rules/actions/to-salesforce.ts'
export { toSiteWise, type SiteWiseEntry, type SiteWiseValue } from './rules/actions/to-site-wise.ts'
export { toSns, type ToSnsProps } from './rules/actions/to-sns.ts'
export { toStepFunctions, type ToStepFunctionsProps } from './rules/actions/to-step-functions.ts'
export { toTopic, type MqttHeaders, type ToTopicProps } from './rules/actions/to-topic.ts'
export type { Batch } from './rules/batch-config.ts'
export type { ActionProps, RuleAction, RuleBinding, TemplateOptions } from './rules/rule-action.ts'
export { TopicRule, type ITopicRule, type RuleStatement, type TopicRuleProps } from './topic-rule/topic-rule.ts'
