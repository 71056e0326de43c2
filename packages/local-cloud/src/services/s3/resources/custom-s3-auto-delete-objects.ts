import { ignored, required, text } from '../../../ground/property.ts'
import { resource } from '../../resource.ts'

/** What CDK's `autoDeleteObjects` makes; done here without the function that CDK brings for it. */
export const customS3AutoDeleteObjects = resource('Custom::S3AutoDeleteObjects', {
  properties: { ServiceToken: ignored('it is done here'), BucketName: required(text) },
  create: (_, { physicalName }) => ({ ref: physicalName() }),
  remove: async ({ properties: { BucketName } }, { services }) => (await services.s3()).emptyBucket(BucketName),
})
