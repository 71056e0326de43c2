import { ignored, object, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { edgeId } from '../edge-id.ts'
import { cloudFront } from '../name.ts'
import { selectionOf, selections } from './selection.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-originrequestpolicy.html */
export const cloudFrontOriginRequestPolicy = resource('AWS::CloudFront::OriginRequestPolicy', {
  uses: { cloudFront },
  properties: {
    OriginRequestPolicyConfig: required(object({ Name: required(text), Comment: ignored('it is for people'), ...selections })),
  },
  create({ OriginRequestPolicyConfig: { CookiesConfig, HeadersConfig, QueryStringsConfig } }, { services, physicalName }) {
    const id = edgeId(physicalName(128))
    services.cloudFront.originRequestPolicies.set(id, {
      cookies: selectionOf(CookiesConfig.CookieBehavior, CookiesConfig.Cookies),
      headers: selectionOf(HeadersConfig.HeaderBehavior, HeadersConfig.Headers),
      queryStrings: selectionOf(QueryStringsConfig.QueryStringBehavior, QueryStringsConfig.QueryStrings),
    })
    return { ref: id, attributes: { Id: id } }
  },
  remove: ({ ref }, { services }) => void services.cloudFront.originRequestPolicies.delete(ref),
})
