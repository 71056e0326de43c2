import { ignored, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { s3 } from '../name.ts'

/** What CDK's `autoDeleteObjects` makes; done here without the function that CDK brings for it. */
export const customS3AutoDeleteObjects = resource('Custom::S3AutoDeleteObjects', {
  uses: { s3 },
  properties: { ServiceToken: ignored('it is done here'), BucketName: required(text) },
  create: (_, { physicalName }) => ({ ref: physicalName() }),
  remove: ({ properties: { BucketName } }, { services: { s3 } }) => s3.emptyBucket(BucketName),
})
