import { document, required, text } from '../../../ground/property.ts'
import { resource } from '../../resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html */
export const s3BucketPolicy = resource('AWS::S3::BucketPolicy', {
  properties: {
    Bucket: required(text),
    PolicyDocument: required(document),
  },
  create({ Bucket, PolicyDocument }, { services, physicalName }) {
    services.identities.resourcePolicies.set(`arn:aws:s3:::${Bucket}`, PolicyDocument)
    return { ref: physicalName() }
  },
  remove: ({ properties: { Bucket } }, { services }) => services.identities.resourcePolicies.remove(`arn:aws:s3:::${Bucket}`),
})
