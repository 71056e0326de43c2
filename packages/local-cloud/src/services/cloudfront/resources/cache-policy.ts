import { flag, ignored, object, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { edgeId } from '../edge-id.ts'
import { cloudFront } from '../name.ts'
import { selectionOf, selections } from './selection.ts'

const uncached = ignored('nothing is cached on this machine')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-cachepolicy.html */
export const cloudFrontCachePolicy = resource('AWS::CloudFront::CachePolicy', {
  uses: { cloudFront },
  properties: {
    CachePolicyConfig: required(object({
      Name: required(text),
      Comment: ignored('it is for people'),
      DefaultTTL: uncached,
      MaxTTL: uncached,
      MinTTL: uncached,
      ParametersInCacheKeyAndForwardedToOrigin: required(object({
        ...selections, EnableAcceptEncodingBrotli: flag, EnableAcceptEncodingGzip: required(flag),
      })),
    })),
  },
  create({ CachePolicyConfig: { ParametersInCacheKeyAndForwardedToOrigin: parameters } }, { services, physicalName }) {
    const id = edgeId(physicalName(128))
    const { CookiesConfig, HeadersConfig, QueryStringsConfig } = parameters
    services.cloudFront.cachePolicies.set(id, {
      cookies: selectionOf(CookiesConfig.CookieBehavior, CookiesConfig.Cookies),
      headers: selectionOf(HeadersConfig.HeaderBehavior, HeadersConfig.Headers),
      queryStrings: selectionOf(QueryStringsConfig.QueryStringBehavior, QueryStringsConfig.QueryStrings),
      gzip: parameters.EnableAcceptEncodingGzip, brotli: parameters.EnableAcceptEncodingBrotli === true,
    })
    return { ref: id, attributes: { Id: id } }
  },
  remove: ({ ref }, { services }) => void services.cloudFront.cachePolicies.delete(ref),
})
