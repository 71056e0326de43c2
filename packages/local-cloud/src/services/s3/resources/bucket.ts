import { isDeepStrictEqual } from 'node:util'
import { notificationRules } from '../notification-rule.ts'
import { ignored, json, refused, text } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { s3 } from '../name.ts'
import type { S3 } from '../s3.ts'

const unseen = ignored('there is nobody here to whom it would make a difference')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
export const s3Bucket = resource('AWS::S3::Bucket', {
  uses: { s3 },
  properties: {
    BucketName: text,
    NotificationConfiguration: json,
    AccessControl: unseen,
    PublicAccessBlockConfiguration: unseen,
    OwnershipControls: unseen,
    LoggingConfiguration: unseen,
    MetricsConfigurations: unseen,
    AnalyticsConfigurations: unseen,
    InventoryConfigurations: unseen,
    IntelligentTieringConfigurations: unseen,
    AccelerateConfiguration: unseen,
    BucketEncryption: ignored('nothing is encrypted on this machine'),
    LifecycleConfiguration: ignored('objects live as long as this run'),
    VersioningConfiguration: ignored('an object has its last version alone'),
    CorsConfiguration: ignored('no CORS headers are sent'),
    ObjectLockConfiguration: refused('objects are not locked'),
    ObjectLockEnabled: refused('objects are not locked'),
    ReplicationConfiguration: refused('there is one region'),
    WebsiteConfiguration: refused('buckets are no websites here'),
    Tags: tags,
  },
  async create({ BucketName, NotificationConfiguration }, context) {
    const { services: { s3 }, physicalName, region } = context
    const name = BucketName ?? physicalName(63).toLowerCase()
    await s3.createBucket(name)
    await notifyOf(name, NotificationConfiguration, context)
    return {
      ref: name,
      attributes: {
        Arn: `arn:aws:s3:::${name}`, DomainName: `${name}.s3.amazonaws.com`, RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
      },
    }
  },
  async update({ BucketName, NotificationConfiguration }, { ref, attributes = {}, properties: before }, context) {
    if (BucketName !== before.BucketName) return replacement
    await notifyOf(ref, NotificationConfiguration, context, isDeepStrictEqual(NotificationConfiguration, before.NotificationConfiguration))
    return { ref, attributes }
  },
  remove: ({ ref }, { services: { s3 } }) => s3.deleteBucket(ref),
  status: async ({ ref }, { services: { s3 } }) => ({ objects: await s3.countObjects(ref) }),
  restore: ({ ref, properties }, context) => notifyOf(ref, properties.NotificationConfiguration, context, true),
})

/** Sets whom a bucket tells, and asks whether it may. */
export async function notifyOf(
  bucket: string, configuration: unknown, { services: { s3 }, id, needs }: ResourceContext<{ readonly s3: S3 }>, toldBefore = false,
): Promise<void> {
  const rules = notificationRules(configuration)
  for (const { destination } of rules) {
    const sourceArn = `arn:aws:s3:::${bucket}`
    if (destination.kind === 'lambda') needs.invokes({ functionArn: destination.arn, principal: 's3.amazonaws.com', sourceArn })
    // The default event bus takes what comes from S3 without a policy.
    else if (destination.kind !== 'eventBus') needs.sends({ service: 's3.amazonaws.com', sourceArn, targetArn: destination.arn })
  }
  await s3.notify(bucket, id, rules, toldBefore)
}
