import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** A bucket, made or imported, also for TypeScript that tells absent from undefined. */
export type BucketOfYours = IBucket | Bucket

/** What is the same for buckets of ours: encrypted, over TLS alone, not public, kept when their stack goes. */
const ours = {
  encryption: BucketEncryption.S3_MANAGED, enforceSSL: true, blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  removalPolicy: RemovalPolicy.RETAIN,
}

// Under exactOptionalPropertyTypes, CDK's class is no IBucket by its optional properties alone.
const bucket = (scope: Construct, id: string, props: BucketProps): IBucket => new Bucket(scope, id, props) as IBucket

const LOG_LIFETIME = Duration.days(90)

/**
 * A bucket that is encrypted, takes TLS alone, is not public and is kept when its stack goes; accesses to it are logged to another.
 *
 * @example
 * const archive = privateBucket(this, 'Archive', logsBucket(this, 'AccessLogs'), {})
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export const privateBucket = (scope: Construct, id: string, accessLogs: BucketOfYours, props: BucketProps): IBucket =>
  bucket(scope, id, {
    ...ours, serverAccessLogsBucket: accessLogs as IBucket, serverAccessLogsPrefix: `${scope.node.id.toLowerCase()}/`, ...props,
  })

/**
 * A bucket for access logs, which it deletes after 90 days. With `acls`, CloudFront can write to it. See {@link privateBucket}.
 *
 * @example const archive = privateBucket(this, 'Archive', logsBucket(this, 'AccessLogs'), {})
 */
export const logsBucket = (scope: Construct, id: string, { acls = false }: { readonly acls?: boolean } = {}): IBucket =>
  bucket(scope, id, {
    ...ours, lifecycleRules: [{ expiration: LOG_LIFETIME }], ...(acls ? { objectOwnership: ObjectOwnership.OBJECT_WRITER } : {}),
  })
