import { privateBucket, type BucketOfYours } from '@keg/cdk-constructs'
import { Duration } from 'aws-cdk-lib'
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** A file of settings is of interest until people have seen what became of it. */
const KEPT = Duration.days(90)

/**
 * The bucket of files of settings. It tells EventBridge of them, since what is told is not of the stack that outlives it; by the property
 * of the bucket itself, where CDK would have a function set the same.
 */
export function uploadsBucket(scope: Construct, accessLogs: BucketOfYours): IBucket {
  const bucket = privateBucket(scope, 'SettingsUploads', accessLogs, { lifecycleRules: [{ expiration: KEPT }] })
  // `privateBucket` makes one of CloudFormation's.
  const resource = bucket.node.defaultChild as CfnBucket
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
  return bucket
}
