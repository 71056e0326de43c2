import { required, type PropertiesOf } from '../../../ground/property.ts'
import { resource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import type { Behavior, DistributionConfig } from '../distribution-config.ts'
import { edgeId } from '../edge-id.ts'
import { cloudFront } from '../name.ts'
import { distributionProperties, type behaviorProperties } from './distribution-properties.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html */
export const cloudFrontDistribution = resource('AWS::CloudFront::Distribution', {
  uses: { cloudFront },
  properties: { DistributionConfig: required(distributionProperties), Tags: tags },
  async create({ DistributionConfig: config }, context) {
    const id = edgeId(context.physicalName(128))
    const host = await context.services.cloudFront.open(id, configOf(id, config, context))
    return { ref: id, attributes: { Id: id, DomainName: host } }
  },
  update({ DistributionConfig: config }, { ref, attributes = {} }, context) {
    context.services.cloudFront.change(ref, configOf(ref, config, context))
    return { ref, attributes }
  },
  remove: ({ ref }, { services }) => services.cloudFront.remove(ref),
  status: ({ attributes = {} }) => ({ 'answers at': `http://${attributes['DomainName']}/` }),
})

type Properties = NonNullable<ReturnType<typeof distributionProperties.read>>
type BehaviorProperties = PropertiesOf<typeof behaviorProperties>

const READS = ['HEAD', 'GET']

function configOf(
  id: string, config: Properties, { accountId, constructPath }: Pick<ResourceContext, 'accountId' | 'constructPath'>,
): DistributionConfig {
  return {
    arn: `arn:aws:cloudfront::${accountId}:distribution/${id}`, constructPath, enabled: config.Enabled,
    aliases: config.Aliases ?? [], defaultRootObject: config.DefaultRootObject ?? '',
    behaviors: [
      ...(config.CacheBehaviors ?? []).map((behavior) => behaviorOf(behavior, behavior.PathPattern)),
      behaviorOf(config.DefaultCacheBehavior),
    ],
    origins: (config.Origins ?? []).map(({ Id, DomainName, OriginPath = '', OriginCustomHeaders = [], S3OriginConfig }) => ({
      id: Id, domainName: DomainName, path: OriginPath, identity: S3OriginConfig?.OriginAccessIdentity?.split('/')[2],
      customHeaders: Object.fromEntries(OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue])),
    })),
    errorResponses: (config.CustomErrorResponses ?? []).map(({ ErrorCode, ResponseCode, ResponsePagePath }) =>
      ({ errorCode: ErrorCode, responseCode: ResponseCode, responsePagePath: ResponsePagePath })),
  }
}

function behaviorOf(properties: BehaviorProperties, pathPattern?: string): Behavior {
  return {
    pathPattern, originId: properties.TargetOriginId, allowedMethods: properties.AllowedMethods ?? READS,
    compress: properties.Compress === true, cachePolicyId: properties.CachePolicyId,
    originRequestPolicyId: properties.OriginRequestPolicyId, responseHeadersPolicyId: properties.ResponseHeadersPolicyId,
    functions: new Map((properties.FunctionAssociations ?? []).map(({ EventType, FunctionARN }) => [EventType, FunctionARN])),
  }
}
