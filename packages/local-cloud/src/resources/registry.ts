import { athenaNamedQuery } from '../services/athena/resources/named-query.ts'
import { athenaWorkGroup } from '../services/athena/resources/work-group.ts'
import { cloudWatchAlarm } from '../services/cloudwatch/resources/alarm.ts'
import { cloudWatchCompositeAlarm } from '../services/cloudwatch/resources/composite-alarm.ts'
import { cloudWatchDashboard } from '../services/cloudwatch/resources/dashboard.ts'
import { customLogRetention } from '../services/logs/resources/custom-log-retention.ts'
import { customS3AutoDeleteObjects } from '../services/s3/resources/custom-s3-auto-delete-objects.ts'
import { customS3BucketNotifications } from '../services/s3/resources/custom-s3-bucket-notifications.ts'
import { dynamodbGlobalTable } from '../services/dynamodb/resources/global-table.ts'
import { dynamodbTable } from '../services/dynamodb/resources/table.ts'
import { eventsEventBus } from '../services/events/resources/event-bus.ts'
import { eventsEventBusPolicy } from '../services/events/resources/event-bus-policy.ts'
import { eventsRule } from '../services/events/resources/rule.ts'
import { glueDatabase } from '../services/glue/resources/database.ts'
import { gluePartition } from '../services/glue/resources/partition.ts'
import { glueTable } from '../services/glue/resources/table.ts'
import { iamManagedPolicy } from '../services/iam/resources/managed-policy.ts'
import { iamPolicy } from '../services/iam/resources/policy.ts'
import { iamRole } from '../services/iam/resources/role.ts'
import { kinesisStream } from '../services/kinesis/resources/stream.ts'
import { kinesisFirehoseDeliveryStream } from '../services/firehose/resources/delivery-stream.ts'
import { locationTracker } from '../services/location/resources/tracker.ts'
import { logsLogGroup } from '../services/logs/resources/log-group.ts'
import { logsLogStream } from '../services/logs/resources/log-stream.ts'
import { logsMetricFilter } from '../services/logs/resources/metric-filter.ts'
import { logsQueryDefinition } from '../services/logs/resources/query-definition.ts'
import { logsResourcePolicy } from '../services/logs/resources/resource-policy.ts'
import { logsSubscriptionFilter } from '../services/logs/resources/subscription-filter.ts'
import type { ResourceType } from '../ground/resource.ts'
import { s3Bucket } from '../services/s3/resources/bucket.ts'
import { s3BucketPolicy } from '../services/s3/resources/bucket-policy.ts'
import { schedulerSchedule } from '../services/scheduler/resources/schedule.ts'
import { schedulerScheduleGroup } from '../services/scheduler/resources/schedule-group.ts'
import { secretsManagerSecret } from '../services/secrets-manager/resources/secret.ts'
import { snsSubscription } from '../services/sns/resources/subscription.ts'
import { snsTopic } from '../services/sns/resources/topic.ts'
import { snsTopicPolicy } from '../services/sns/resources/topic-policy.ts'
import { sqsQueue } from '../services/sqs/resources/queue.ts'
import { sqsQueuePolicy } from '../services/sqs/resources/queue-policy.ts'
import { ssmParameter } from '../services/ssm/resources/parameter.ts'
import { stepFunctionsStateMachine } from '../services/step-functions/resources/state-machine.ts'

const types: readonly ResourceType[] = [
  athenaNamedQuery,
  athenaWorkGroup,
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
  kinesisStream,
  kinesisFirehoseDeliveryStream,
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
