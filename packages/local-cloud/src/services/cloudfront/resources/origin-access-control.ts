import { ignored, object, oneOf, refused, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { edgeId } from '../edge-id.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-originaccesscontrol.html */
export const cloudFrontOriginAccessControl = resource('AWS::CloudFront::OriginAccessControl', {
  properties: {
    OriginAccessControlConfig: required(object({
      Name: required(text),
      Description: ignored('it is for people'),
      OriginAccessControlOriginType: required(oneOf('s3', 'lambda', 'mediastore', 'mediapackagev2')),
      SigningBehavior: ignored('a bucket is always asked as CloudFront'),
      SigningProtocol: ignored('there is one alone'),
    })),
    Tags: refused('AWS has no tags of it'),
  },
  create: (_, { physicalName }) => {
    const id = edgeId(physicalName(128))
    return { ref: id, attributes: { Id: id } }
  },
})
