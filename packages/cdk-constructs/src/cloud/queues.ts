import { Duration } from 'aws-cdk-lib'
import { QueueEncryption } from 'aws-cdk-lib/aws-sqs'

/** Longest that a message stays in a queue: the most SQS allows, so that an outage over a week end loses nothing. */
const RETENTION = Duration.days(14)

/** Queues that keep what somebody has to look at. */
export const deadLetterQueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: RETENTION }
