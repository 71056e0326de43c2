import { apiGatewayV2Api } from './apigatewayv2-api.ts'
import { apiGatewayV2Authorizer } from './apigatewayv2-authorizer.ts'
import { apiGatewayV2Integration } from './apigatewayv2-integration.ts'
import { apiGatewayV2Route } from './apigatewayv2-route.ts'
import { apiGatewayV2Stage } from './apigatewayv2-stage.ts'
import { athenaNamedQuery } from './athena-named-query.ts'
import { athenaWorkGroup } from './athena-work-group.ts'
import { cdkMetadata } from './cdk-metadata.ts'
import { cognitoIdentityPool } from './cognito-identity-pool.ts'
import { cognitoIdentityPoolRoleAttachment } from './cognito-identity-pool-role-attachment.ts'
import { cognitoUserPool } from './cognito-user-pool.ts'
import { cognitoUserPoolClient } from './cognito-user-pool-client.ts'
import { cognitoUserPoolDomain } from './cognito-user-pool-domain.ts'
import { cognitoUserPoolGroup } from './cognito-user-pool-group.ts'
import { cognitoUserPoolIdentityProvider } from './cognito-user-pool-identity-provider.ts'
import { cognitoUserPoolResourceServer } from './cognito-user-pool-resource-server.ts'
import { cognitoUserPoolUser } from './cognito-user-pool-user.ts'
import { cognitoUserPoolUserToGroupAttachment } from './cognito-user-pool-user-to-group-attachment.ts'
import { customDescribeCognitoUserPoolClient } from './custom-describe-cognito-user-pool-client.ts'
import { cloudFormationCustomResource } from './cloudformation-custom-resource.ts'
import { cloudFormationStack } from './cloudformation-stack.ts'
import { cloudWatchAlarm } from './cloudwatch-alarm.ts'
import { cloudWatchCompositeAlarm } from './cloudwatch-composite-alarm.ts'
import { cloudWatchDashboard } from './cloudwatch-dashboard.ts'
import { customLogRetention } from './custom-log-retention.ts'
import { customS3AutoDeleteObjects } from './custom-s3-auto-delete-objects.ts'
import { customS3BucketNotifications } from './custom-s3-bucket-notifications.ts'
import { dynamodbGlobalTable } from './dynamodb-global-table.ts'
import { dynamodbTable } from './dynamodb-table.ts'
import { eventsEventBus } from './events-event-bus.ts'
import { eventsEventBusPolicy } from './events-event-bus-policy.ts'
import { eventsRule } from './events-rule.ts'
import { glueDatabase } from './glue-database.ts'
import { gluePartition } from './glue-partition.ts'
import { glueTable } from './glue-table.ts'
import { iamManagedPolicy } from './iam-managed-policy.ts'
import { iamPolicy } from './iam-policy.ts'
import { iamRole } from './iam-role.ts'
import { iotAuthorizer } from './iot-authorizer.ts'
import { iotBillingGroup } from './iot-billing-group.ts'
import { iotCertificate } from './iot-certificate.ts'
import { iotDomainConfiguration } from './iot-domain-configuration.ts'
import { iotLogging } from './iot-logging.ts'
import { iotPolicy } from './iot-policy.ts'
import { iotPolicyPrincipalAttachment } from './iot-policy-principal-attachment.ts'
import { iotRoleAlias } from './iot-role-alias.ts'
import { iotThing } from './iot-thing.ts'
import { iotThingGroup } from './iot-thing-group.ts'
import { iotThingPrincipalAttachment } from './iot-thing-principal-attachment.ts'
import { iotThingType } from './iot-thing-type.ts'
import { iotTopicRule } from './iot-topic-rule.ts'
import { iotTopicRuleDestination } from './iot-topic-rule-destination.ts'
import { kinesisStream } from './kinesis-stream.ts'
import { kinesisFirehoseDeliveryStream } from './kinesisfirehose-delivery-stream.ts'
import { lambdaAlias } from './lambda-alias.ts'
import { lambdaEventInvokeConfig } from './lambda-event-invoke-config.ts'
import { lambdaEventSourceMapping } from './lambda-event-source-mapping.ts'
import { lambdaFunction } from './lambda-function.ts'
import { lambdaLayerVersion } from './lambda-layer-version.ts'
import { lambdaPermission } from './lambda-permission.ts'
import { lambdaUrl } from './lambda-url.ts'
import { lambdaVersion } from './lambda-version.ts'
import { iotAccountAuditConfiguration } from './iot-account-audit-configuration.ts'
import { iotProvisioningTemplate } from './iot-provisioning-template.ts'
import { iotResourceSpecificLogging } from './iot-resource-specific-logging.ts'
import { iotScheduledAudit } from './iot-scheduled-audit.ts'
import { locationTracker } from './location-tracker.ts'
import { logsLogGroup } from './logs-log-group.ts'
import { logsLogStream } from './logs-log-stream.ts'
import { logsMetricFilter } from './logs-metric-filter.ts'
import { logsQueryDefinition } from './logs-query-definition.ts'
import { logsResourcePolicy } from './logs-resource-policy.ts'
import { logsSubscriptionFilter } from './logs-subscription-filter.ts'
import type { ResourceType } from './resource.ts'
import { s3Bucket } from './s3-bucket.ts'
import { s3BucketPolicy } from './s3-bucket-policy.ts'
import { schedulerSchedule } from './scheduler-schedule.ts'
import { schedulerScheduleGroup } from './scheduler-schedule-group.ts'
import { secretsManagerSecret } from './secretsmanager-secret.ts'
import { snsSubscription } from './sns-subscription.ts'
import { snsTopic } from './sns-topic.ts'
import { snsTopicPolicy } from './sns-topic-policy.ts'
import { sqsQueue } from './sqs-queue.ts'
import { sqsQueuePolicy } from './sqs-queue-policy.ts'
import { ssmParameter } from './ssm-parameter.ts'
import { stepFunctionsStateMachine } from './stepfunctions-state-machine.ts'

const types: readonly ResourceType[] = [
  apiGatewayV2Api,
  apiGatewayV2Authorizer,
  apiGatewayV2Integration,
  apiGatewayV2Route,
  apiGatewayV2Stage,
  athenaNamedQuery,
  athenaWorkGroup,
  cdkMetadata,
  cognitoIdentityPool,
  cognitoIdentityPoolRoleAttachment,
  cognitoUserPool,
  cognitoUserPoolClient,
  cognitoUserPoolDomain,
  cognitoUserPoolGroup,
  cognitoUserPoolIdentityProvider,
  cognitoUserPoolResourceServer,
  cognitoUserPoolUser,
  cognitoUserPoolUserToGroupAttachment,
  customDescribeCognitoUserPoolClient,
  cloudFormationCustomResource,
  cloudFormationStack,
  cloudWatchAlarm,
  cloudWatchCompositeAlarm,
  cloudWatchDashboard,
  customLogRetention,
  customS3AutoDeleteObjects,
  customS3BucketNotifications,
  dynamodbGlobalTable,
  dynamodbTable,
  eventsEventBus,
  eventsEventBusPolicy,
  eventsRule,
  glueDatabase,
  gluePartition,
  glueTable,
  iamManagedPolicy,
  iamPolicy,
  iamRole,
  iotAuthorizer,
  iotBillingGroup,
  iotCertificate,
  iotDomainConfiguration,
  iotLogging,
  iotPolicy,
  iotPolicyPrincipalAttachment,
  iotRoleAlias,
  iotThing,
  iotThingGroup,
  iotThingPrincipalAttachment,
  iotThingType,
  iotTopicRule,
  iotTopicRuleDestination,
  kinesisStream,
  kinesisFirehoseDeliveryStream,
  lambdaAlias,
  lambdaEventInvokeConfig,
  lambdaEventSourceMapping,
  lambdaFunction,
  lambdaLayerVersion,
  lambdaPermission,
  lambdaUrl,
  lambdaVersion,
  iotAccountAuditConfiguration,
  iotProvisioningTemplate,
  iotResourceSpecificLogging,
  iotScheduledAudit,
  locationTracker,
  logsLogGroup,
  logsLogStream,
  logsMetricFilter,
  logsQueryDefinition,
  logsResourcePolicy,
  logsSubscriptionFilter,
  s3Bucket,
  s3BucketPolicy,
  schedulerSchedule,
  schedulerScheduleGroup,
  secretsManagerSecret,
  snsSubscription,
  snsTopic,
  snsTopicPolicy,
  sqsQueue,
  sqsQueuePolicy,
  ssmParameter,
  stepFunctionsStateMachine,
]

/** Every CloudFormation type that runs here, by its name. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(types.map((type) => [type.type, type]))
