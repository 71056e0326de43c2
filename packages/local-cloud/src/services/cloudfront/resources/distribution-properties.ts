import { flag, ignored, list, number, object, refused, required, text, type Kind } from '../../../ground/property.ts'
import { functionAssociations } from './function.ts'

const people = ignored('it is for people')
const local = ignored('a distribution answers on this machine alone, over HTTP')
const uncached = ignored('nothing is cached on this machine')
const legacy = refused('a cache policy says it: `CachePolicyId`')
const noSigners = refused('signed addresses and cookies are not looked at')

/** Refuses `true`, and takes what says that it is not wanted. */
const notOn = (reason: string): Kind<undefined> => ({
  read(value, at, report) {
    if (value === true || value === 'true') report(at, reason)
    return undefined
  },
})

export const behaviorProperties = {
  AllowedMethods: list(text),
  CachedMethods: uncached,
  CachePolicyId: required(text),
  Compress: flag,
  DefaultTTL: uncached,
  MaxTTL: uncached,
  MinTTL: uncached,
  FieldLevelEncryptionId: refused('nothing is encrypted field by field'),
  ForwardedValues: legacy,
  FunctionAssociations: functionAssociations,
  GrpcConfig: refused('there is no gRPC'),
  LambdaFunctionAssociations: refused('there is no Lambda@Edge; a CloudFront Function runs here'),
  OriginRequestPolicyId: text,
  RealtimeLogConfigArn: ignored('requests are not logged'),
  ResponseHeadersPolicyId: text,
  SmoothStreaming: notOn('it is not streamed'),
  TargetOriginId: required(text),
  TrustedKeyGroups: noSigners,
  TrustedSigners: noSigners,
  ViewerProtocolPolicy: local,
}

const origin = object({
  Id: required(text),
  DomainName: required(text),
  OriginPath: text,
  OriginCustomHeaders: list(object({ HeaderName: required(text), HeaderValue: required(text) })),
  ConnectionAttempts: local,
  ConnectionTimeout: local,
  ResponseCompletionTimeout: local,
  CustomOriginConfig: ignored('origins of this machine are asked in this process'),
  OriginAccessControlId: ignored('a bucket is always asked as CloudFront'),
  OriginShield: local,
  S3OriginConfig: object({
    OriginAccessIdentity: text,
    OriginReadTimeout: local,
  }),
  VpcOriginConfig: refused('there are no VPCs'),
})

const errorResponse = object({ ErrorCachingMinTTL: uncached, ErrorCode: required(number), ResponseCode: number, ResponsePagePath: text })

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-distributionconfig.html */
export const distributionProperties = object({
  Aliases: list(text),
  AnycastIpListId: local,
  CacheBehaviors: list(object({ ...behaviorProperties, PathPattern: required(text) })),
  CNAMEs: refused('`Aliases` says it'),
  Comment: people,
  ConnectionMode: local,
  ContinuousDeploymentPolicyId: refused('there is one distribution at a time'),
  CustomErrorResponses: list(errorResponse),
  CustomOrigin: refused('`Origins` says it'),
  DefaultCacheBehavior: required(object(behaviorProperties)),
  DefaultRootObject: text,
  Enabled: required(flag),
  HttpVersion: local,
  IPV6Enabled: local,
  Logging: ignored('requests are not logged'),
  OriginGroups: {
    read(value, at, report) {
      const items = value !== null && typeof value === 'object' && 'Items' in value && Array.isArray(value.Items) ? value.Items.length : 0
      if (items > 0) report(at, 'an origin has no other to stand in for it')
      return undefined
    },
  },
  Origins: list(origin),
  PriceClass: local,
  Restrictions: local,
  S3Origin: refused('`Origins` says it'),
  Staging: notOn('there is one distribution at a time'),
  TenantConfig: refused('there are no tenants'),
  ViewerCertificate: local,
  ViewerMtlsConfig: refused('viewers have no certificates'),
  WebACLId: ignored('nobody but this machine gets here'),
})
