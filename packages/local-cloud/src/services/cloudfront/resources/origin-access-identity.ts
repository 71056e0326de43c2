import { ignored } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { canonicalUserOf } from '../access-identity.ts'
import { edgeId } from '../edge-id.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-cloudfrontoriginaccessidentity.html */
export const cloudFrontOriginAccessIdentity = resource('AWS::CloudFront::CloudFrontOriginAccessIdentity', {
  properties: { CloudFrontOriginAccessIdentityConfig: ignored('it is for people') },
  create: (_, { physicalName }) => {
    const id = edgeId(physicalName(128))
    return { ref: id, attributes: { Id: id, S3CanonicalUserId: canonicalUserOf(id) } }
  },
})
