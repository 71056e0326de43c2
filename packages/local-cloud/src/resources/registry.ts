import { apiGatewayV2Api } from '../services/http-api/resources/api.ts'
import { apiGatewayV2Authorizer } from '../services/http-api/resources/authorizer.ts'
import { apiGatewayV2Integration } from '../services/http-api/resources/integration.ts'
import { apiGatewayV2Route } from '../services/http-api/resources/route.ts'
import { apiGatewayV2Stage } from '../services/http-api/resources/stage.ts'
import { cdkMetadata } from '../services/cloudformation/resources/cdk-metadata.ts'
import { cognitoIdentityPool } from '../services/cognito/resources/identity-pool.ts'
import { cognitoIdentityPoolRoleAttachment } from '../services/cognito/resources/identity-pool-role-attachment.ts'
import { cognitoUserPool } from '../services/cognito/resources/user-pool.ts'
import { cognitoUserPoolClient } from '../services/cognito/resources/user-pool-client.ts'
import { cognitoUserPoolDomain } from '../services/cognito/resources/user-pool-domain.ts'
import { cognitoUserPoolGroup } from '../services/cognito/resources/user-pool-group.ts'
import { cognitoUserPoolIdentityProvider } from '../services/cognito/resources/user-pool-identity-provider.ts'
import { cognitoUserPoolResourceServer } from '../services/cognito/resources/user-pool-resource-server.ts'
import { cognitoUserPoolUser } from '../services/cognito/resources/user-pool-user.ts'
import { cognitoUserPoolUserToGroupAttachment } from '../services/cognito/resources/user-pool-user-to-group-attachment.ts'
import { customDescribeCognitoUserPoolClient } from '../services/cognito/resources/custom-describe-cognito-user-pool-client.ts'
import { cloudFormationCustomResource } from '../services/cloudformation/resources/custom-resource.ts'
import { cloudFormationStack } from '../services/cloudformation/resources/stack.ts'
import { cloudWatchAlarm } from '../services/cloudwatch/resources/alarm.ts'
import { cloudWatchCompositeAlarm } from '../services/cloudwatch/resources/composite-alarm.ts'
import { cloudWatchDashboard } from '../services/cloudwatch/resources/dashboard.ts'
import { customLogRetention } from '../services/logs/resources/custom-log-retention.ts'
import { eventsEventBus } from '../services/events/resources/event-bus.ts'
import { eventsEventBusPolicy } from '../services/events/resources/event-bus-policy.ts'
import { eventsRule } from '../services/events/resources/rule.ts'
import { glueDatabase } from '../services/glue/resources/database.ts'
import { gluePartition } from '../services/glue/resources/partition.ts'
import { glueTable } from '../services/glue/resources/table.ts'
import { iamManagedPolicy } from '../services/iam/resources/managed-policy.ts'
import { iamPolicy } from '../services/iam/resources/policy.ts'
import { iamRole } from '../services/iam/resources/role.ts'
import { iotAuthorizer } from '../services/iot/resources/authorizer.ts'
import { iotBillingGroup } from '../services/iot/resources/billing-group.ts'
import { iotCertificate } from '../services/iot/resources/certificate.ts'
import { iotDomainConfiguration } from '../services/iot/resources/domain-configuration.ts'
import { iotLogging } from '../services/iot/resources/logging.ts'
import { iotPolicy } from '../services/iot/resources/policy.ts'
import { iotPolicyPrincipalAttachment } from '../services/iot/resources/policy-principal-attachment.ts'
import { iotRoleAlias } from '../services/iot/resources/role-alias.ts'
import { iotThing } from '../services/iot/resources/thing.ts'
import { iotThingGroup } from '../services/iot/resources/thing-group.ts'
import { iotThingPrincipalAttachment } from '../services/iot/resources/thing-principal-attachment.ts'
import { iotThingType } from '../services/iot/resources/thing-type.ts'
import { iotTopicRule } from '../services/iot/resources/topic-rule.ts'
import { iotTopicRuleDestination } from '../services/iot/resources/topic-rule-destination.ts'
import { kinesisStream } from '../services/kinesis/resources/stream.ts'
import { lambdaAlias } from '../services/lambda/resources/alias.ts'
import { lambdaEventInvokeConfig } from '../services/lambda/resources/event-invoke-config.ts'
import { lambdaEventSourceMapping } from '../services/lambda/resources/event-source-mapping.ts'
import { lambdaFunction } from '../services/lambda/resources/function.ts'
import { lambdaLayerVersion } from '../services/lambda/resources/layer-version.ts'
import { lambdaPermission } from '../services/lambda/resources/permission.ts'
import { lambdaUrl } from '../services/lambda/resources/url.ts'
import { lambdaVersion } from '../services/lambda/resources/version.ts'
import { iotAccountAuditConfiguration } from '../services/iot/resources/account-audit-configuration.ts'
import { iotProvisioningTemplate } from '../services/iot/resources/provisioning-template.ts'
import { iotResourceSpecificLogging } from '../services/iot/resources/resource-specific-logging.ts'
import { iotScheduledAudit } from '../services/iot/resources/scheduled-audit.ts'
import { locationTracker } from '../services/location/resources/tracker.ts'
import { logsLogGroup } from '../services/logs/resources/log-group.ts'
import { logsLogStream } from '../services/logs/resources/log-stream.ts'
import { logsMetricFilter } from '../services/logs/resources/metric-filter.ts'
import { logsQueryDefinition } from '../services/logs/resources/query-definition.ts'
import { logsResourcePolicy } from '../services/logs/resources/resource-policy.ts'
import { logsSubscriptionFilter } from '../services/logs/resources/subscription-filter.ts'
import type { ResourceType } from '../ground/resource.ts'
import { schedulerSchedule } from '../services/scheduler/resources/schedule.ts'
import { schedulerScheduleGroup } from '../services/scheduler/resources/schedule-group.ts'
import { secretsManagerSecret } from '../services/secrets-manager/resources/secret.ts'
import { ssmParameter } from '../services/ssm/resources/parameter.ts'

const types: readonly ResourceType[] = [
  apiGatewayV2Api,
  apiGatewayV2Authorizer,
  apiGatewayV2Integration,
  apiGatewayV2Route,
  apiGatewayV2Stage,
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
  schedulerSchedule,
  schedulerScheduleGroup,
  secretsManagerSecret,
  ssmParameter,
]

/** Every CloudFormation type that runs here, by its name. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(types.map((type) => [type.type, type]))
