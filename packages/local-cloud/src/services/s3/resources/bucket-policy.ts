import { document, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { iam } from '../../iam/name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html */
export const s3BucketPolicy = resource('AWS::S3::BucketPolicy', {
  uses: { iam },
  properties: {
    Bucket: required(text),
    PolicyDocument: required(document),
  },
  create({ Bucket, PolicyDocument }, { services: { iam }, physicalName }) {
    iam.resourcePolicies.set(`arn:aws:s3:::${Bucket}`, PolicyDocument)
    return { ref: physicalName() }
  },
  remove: ({ properties: { Bucket } }, { services: { iam } }) => iam.resourcePolicies.remove(`arn:aws:s3:::${Bucket}`),
})
