import { ignored, json, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { s3 } from '../name.ts'
import { notifyOf } from './bucket.ts'

/** What CDK's `bucket.addEventNotification` makes; done here without the function that CDK brings for it. */
export const customS3BucketNotifications = resource('Custom::S3BucketNotifications', {
  uses: { s3 },
  properties: {
    ServiceToken: ignored('it is done here'),
    BucketName: required(text),
    NotificationConfiguration: required(json),
    Managed: ignored('every notification of an assembly is in it'),
    SkipDestinationValidation: ignored('destinations are looked at in any case'),
  },
  async create({ BucketName, NotificationConfiguration }, context) {
    await notifyOf(BucketName, NotificationConfiguration, context)
    return { ref: context.physicalName() }
  },
  async update({ BucketName, NotificationConfiguration }, { ref, properties: before }, context) {
    if (BucketName !== before.BucketName) await context.services.s3.notify(before.BucketName, context.id, [])
    await notifyOf(BucketName, NotificationConfiguration, context)
    return { ref }
  },
  remove: ({ properties: { BucketName } }, { services: { s3 }, id }) => s3.notify(BucketName, id, []),
  restore: ({ properties: { BucketName, NotificationConfiguration } }, context) =>
    notifyOf(BucketName, NotificationConfiguration, context, true),
})
