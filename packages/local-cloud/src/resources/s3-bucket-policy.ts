import { ignored, text } from './property.ts'
import { resource } from './resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html */
export const s3BucketPolicy = resource('AWS::S3::BucketPolicy', {
  properties: { Bucket: text, PolicyDocument: ignored('bucket policies are not enforced') },
  create: (_, { physicalName }) => ({ ref: physicalName() }),
})
