import { ignored } from './property.ts'
import { resource } from './resource.ts'

/** What CDK's `autoDeleteObjects` makes: every object goes with this run in any case. */
export const customS3AutoDeleteObjects = resource('Custom::S3AutoDeleteObjects', {
  properties: { ServiceToken: ignored('there is nothing to do'), BucketName: ignored('there is nothing to do') },
  create: (_, { physicalName }) => ({ ref: physicalName() }),
})
